import DaybookCore

/// The timeline as inline SVG, and the same figures as a table.
///
/// A small chronology has a mark for each entry; a large one a bar a period. Filled marks are known to the
/// day, outlined ones are coarser. Every column is a link to its first entry, with its words for a screen
/// reader.
struct HTMLTimeline {
  private let columns: TimelineColumns
  private let statistics: HTMLStatistics

  private static let width = 1000
  private static let top = 18

  init(_ statistics: HTMLStatistics) {
    self.statistics = statistics
    columns = TimelineColumns(statistics.days)
  }

  var html: String {
    guard !columns.columns.isEmpty else {
      return "<p class=\"none\">No entry has a date that could be drawn.</p>\n"
    }
    return """
      <figure class="timeline">
      <div class="scroll" tabindex="0" role="region" aria-label="Timeline, scrolls sideways on a narrow screen">
      \(svg)</div>
      <figcaption>\(caption)</figcaption>
      </figure>
      \(table)
      """
  }

  private var caption: String {
    var text =
      "<span class=\"key exact\"></span> known to the day <span class=\"key coarse\"></span> coarser or approximate"
    if statistics.undated > 0 {
      text += " · not drawn: \(EntryLabels.grouped(statistics.undated)) without a date"
    }
    return text + " · each column leads to its first entry"
  }

  // MARK: Drawing

  /// Columns, and one slot more for each silence.
  private var slots: Int { columns.columns.reduce(0) { $0 + ($1.skipped > 0 ? 2 : 1) } }

  private var pitch: Double { min(44, Double(HTMLTimeline.width - 30) / Double(max(1, slots))) }

  /// A mark an entry where there are few; then no higher than they need.
  private var hasMarks: Bool { columns.maximum <= 12 }

  private var plotHeight: Int { hasMarks ? max(54, columns.maximum * 18) : 160 }

  private var svg: String {
    let pitch = pitch
    let base = HTMLTimeline.top + plotHeight
    let hasMajor = columns.columns.first.map { columns.unit.majorLabel($0.index) != nil } ?? false
    let height = base + (hasMajor ? 48 : 28)
    // The last label may reach beyond its column.
    let width = max(Int(pitch * Double(slots)) + 2, min(HTMLTimeline.width, Int(pitch * Double(slots)) + 70))
    var svg =
      "<svg viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"group\""
      + " aria-label=\"Entries by \(unitName)\">\n"
    svg += "<line class=\"axis\" x1=\"0\" x2=\"\(width)\" y1=\"\(base).5\" y2=\"\(base).5\"/>\n"
    var slot = 0
    var lastMajor: String?
    var majorEnd = -1000.0
    var isLabelDue = false
    var minorFrom = -1000.0
    for column in columns.columns {
      if column.skipped > 0 {
        svg += silence(column.skipped, x: Double(slot) * pitch, base: base)
        slot += 1
        lastMajor = nil
      }
      let x = Double(slot) * pitch
      svg += drawing(column, x: x, base: base)
      let minor = columns.unit.minorLabel(column.index)
      if x - minorFrom >= Double(minor.utf8.count) * 7 + 6 {
        svg += "<text class=\"minor\" x=\"\(number(x + pitch / 2))\" y=\"\(base + 16)\">\(minor)</text>\n"
        minorFrom = x
      }
      if let major = columns.unit.majorLabel(column.index) {
        if major != lastMajor {
          if x + 8 >= majorEnd {
            svg +=
              "<line class=\"tick\" x1=\"\(number(x + 0.5))\" x2=\"\(number(x + 0.5))\" y1=\"\(base + 22)\" y2=\"\(base + 40)\"/>\n"
          }
          lastMajor = major
          isLabelDue = true
        }
        // Where the label of the period before is in the way, it stands under the first column where it is
        // not.
        let length = Double(major.utf8.count) * 6.8
        let left = min(x + 4, Double(width) - length)
        if isLabelDue, left >= majorEnd {
          svg += "<text class=\"major\" x=\"\(number(left))\" y=\"\(base + 37)\">\(major)</text>\n"
          majorEnd = left + length + 8
          isLabelDue = false
        }
      }
      slot += 1
    }
    return svg + "</svg>\n"
  }

  private func silence(_ skipped: Int, x: Double, base: Int) -> String {
    let middle = number(x + pitch / 2)
    return "<g class=\"silence\"><title>Nothing for \(columns.unit.length(skipped))</title>"
      + "<line x1=\"\(middle)\" x2=\"\(middle)\" y1=\"\(HTMLTimeline.top + 12)\" y2=\"\(base)\"/>"
      + "<text x=\"\(middle)\" y=\"\(base + 16)\">⋯</text></g>\n"
  }

  private func drawing(_ column: TimelineColumns.Column, x: Double, base: Int) -> String {
    guard column.count > 0 else { return "" }
    let words =
      "\(columns.unit.words(column.index)): \(EntryLabels.count(column.count, "entry", "entries"))"
      + (column.coarse > 0 ? ", \(EntryLabels.grouped(column.coarse)) of them coarser than a day" : "")
    var svg = "<a href=\"#entry-\(column.firstOrder)\" aria-label=\"\(words)\"><title>\(words)</title>"
    // The whole column can be clicked, not only its marks.
    svg +=
      "<rect class=\"hit\" x=\"\(number(x))\" y=\"\(HTMLTimeline.top)\" width=\"\(number(pitch))\""
      + " height=\"\(plotHeight)\"/>"
    let inset = max(0.5, min(5, pitch * 0.14))
    let (left, width) = (number(x + inset), number(pitch - 2 * inset))
    let maximum = columns.maximum
    if hasMarks {
      let step = 18.0
      for mark in 0..<column.count {
        let y = Double(base) - Double(mark + 1) * step
        svg += rect(mark < column.exact, left, number(y + 1), width, number(step - 2))
      }
    } else {
      let scale = Double(plotHeight) / Double(maximum)
      let exact = Double(column.exact) * scale
      let all = max(2, Double(column.count) * scale)
      if column.coarse > 0 {
        svg += rect(false, left, number(Double(base) - all), width, number(all - exact))
      }
      if column.exact > 0 {
        let height = column.coarse > 0 ? exact : all
        svg += rect(true, left, number(Double(base) - height), width, number(height))
      }
    }
    return svg + "</a>\n"
  }

  private func rect(_ isExact: Bool, _ x: String, _ y: String, _ width: String, _ height: String) -> String {
    "<rect class=\"\(isExact ? "exact" : "coarse")\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"1.5\"/>"
  }

  /// To one tenth, without a locale.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private var unitName: String {
    switch columns.unit {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    }
  }

  // MARK: The same as a table

  private var table: String {
    var html = "<details class=\"astable\"><summary>The timeline as a table</summary>\n<table>\n"
    html += "<caption>Entries by \(unitName)</caption>\n<thead><tr><th scope=\"col\">Period</th>"
    html += "<th scope=\"col\" class=\"n\">Known to the day</th><th scope=\"col\" class=\"n\">Coarser</th>"
    html += "<th scope=\"col\" class=\"n\">Entries</th></tr></thead>\n<tbody>\n"
    for column in columns.columns where column.count > 0 {
      if column.skipped > 0 {
        html +=
          "<tr class=\"silence\"><td colspan=\"4\">Nothing for \(columns.unit.length(column.skipped))</td></tr>\n"
      }
      html +=
        "<tr><th scope=\"row\"><a href=\"#entry-\(column.firstOrder)\">\(columns.unit.words(column.index))</a></th>"
      for figure in [column.exact, column.coarse, column.count] {
        html += "<td class=\"n\">\(EntryLabels.grouped(figure))</td>"
      }
      html += "</tr>\n"
    }
    if statistics.undated > 0 {
      html += "<tr><th scope=\"row\">Without a date</th><td></td><td></td><td class=\"n\">"
      html += "\(EntryLabels.grouped(statistics.undated))</td></tr>\n"
    }
    return html + "</tbody>\n</table>\n</details>\n"
  }
}
