import DaybookCore

/// The value of an expression of the user's own, with places for what the groups caught.
struct UserTemplate: Sendable {
  private enum Piece: Sendable {
    case text(String)
    /// A group, and what is added to its number.
    case group(Int, plus: Int)
  }

  private let source: String
  private var pieces: [Piece] = []

  /// Source of the form: PCRE2 substitution, `$1` and `${name}`, with sums of our own.
  init(_ source: String, groups: UserPattern) throws(UserExpressionError) {
    self.source = source
    var rest = Substring(source)
    while let dollar = rest.firstIndex(of: "$") {
      pieces.append(.text(String(rest[..<dollar])))
      rest = rest[rest.index(after: dollar)...]
      var name: Substring
      if rest.first == "{" {
        guard let end = rest.firstIndex(of: "}") else { throw .value(source) }
        name = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        name = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest[name.endIndex...]
      }
      var plus = 0
      if let sign = name.firstIndex(where: { $0 == "+" || $0 == "-" }) {
        guard let number = Int(name[sign...]), abs(number) <= 1000 else { throw .value(source) }
        plus = number
        name = name[..<sign]
      }
      let number = Int(name) ?? groups.group(named: String(name))
      guard let number, (0...groups.groupCount).contains(number) else { throw .group(String(name)) }
      pieces.append(.group(number, plus: plus))
    }
    pieces.append(.text(String(rest)))
  }

  /// Refuses a value that is no date whatever the groups catch.
  func check() throws(UserExpressionError) {
    let samples = ["2022", "12", "1", "XXXX", "P1D"]
    for sample in samples where UserValue.expression(filled { _ in sample }) != nil { return }
    // Groups of several kinds: the year first, then the month and the day, or the other way round.
    for order in [["2022", "10", "12"], ["12", "10", "2022"], ["10", "2022", "12"]] {
      var next = 0
      let text = filled { _ in
        defer { next += 1 }
        return order[min(next, order.count - 1)]
      }
      if UserValue.expression(text) != nil { return }
    }
    throw .value(source)
  }

  /// What a match means; nil where that is no date.
  func expression(_ groups: [Range<Int>?], in text: UnsafeBufferPointer<UInt8>) -> DateExpression? {
    UserValue.expression(
      filled { number in
        guard groups.indices.contains(number), let range = groups[number], range.count <= 32 else {
          return "XXXX"
        }
        return String(decoding: text[range], as: UTF8.self)
      })
  }

  private func filled(_ value: (Int) -> String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .group(let number, let plus):
        var caught = value(number)
        if let month = DateWord.of(FoldedWord(caught)), month.kind == .month { caught = String(month.value) }
        if let number = Int(caught), number >= 0, number < 1_000_000 {
          caught = String(number + plus)
          // "2022-3" is no EDTF; a duration is.
          if !source.hasPrefix("P") { caught = Digits.padded(max(number + plus, 0), to: 2) }
        }
        text += caught
      }
    }
    return text
  }
}
