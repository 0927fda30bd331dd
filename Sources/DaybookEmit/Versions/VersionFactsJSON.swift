import DaybookCore

/// What is laid over the ops, as JSON: facts, properties, findings, tracked changes, comments.
enum VersionFactsJSON {
  static func range(_ name: String, _ range: Range<Int>, _ writer: inout JSONWriter) {
    writer.key(name)
    writer.array {
      $0.number(range.lowerBound)
      $0.number(range.upperBound)
    }
  }

  static func write(_ diff: VersionDiff, _ writer: inout JSONWriter) {
    writer.key("changes")
    writer.array { for fact in diff.facts { write(fact, diff, &$0) } }
    writer.lineBreak()
    writer.key("renumberings")
    writer.array { for renumbering in diff.renumberings { write(renumbering, &$0) } }
    writer.lineBreak()
    writer.key("metadata")
    writer.array {
      for property in diff.properties {
        $0.object {
          $0.field("field", field(property.key))
          $0.field("old", property.old)
          $0.field("new", property.new)
        }
      }
    }
    writer.lineBreak()
    writer.key("findings")
    writer.array {
      for finding in diff.findings {
        $0.object {
          $0.field("rule", finding.rule)
          $0.field("detail", finding.detail)
        }
      }
    }
    writer.lineBreak()
    writer.key("tracked")
    writer.array {
      for (name, side) in [("old", diff.old), ("new", diff.new)] {
        for change in side.tracked { write(change, name, &$0) }
      }
    }
    writer.lineBreak()
    writer.key("comments")
    writer.array {
      for (name, side) in [("old", diff.old), ("new", diff.new)] {
        for comment in side.comments { write(comment, name, &$0) }
      }
    }
  }

  /// Properties go by the names that the office formats give them.
  private static func field(_ key: String) -> String {
    switch key {
    case "author": "creator"
    case "last-modified-by": "lastModifiedBy"
    case "last-printed": "lastPrinted"
    default: key
    }
  }

  private static func write(_ fact: FactChange, _ diff: VersionDiff, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("class", contractClass(fact.kind))
      $0.field("kind", fact.kind.rawValue)
      $0.field("old_text", fact.oldText)
      $0.field("new_text", fact.newText)
      range("old", fact.old, &$0)
      range("new", fact.new, &$0)
      if let value = fact.oldValue { $0.field("old_value", value) }
      if let value = fact.newValue { $0.field("new_value", value) }
      if let section = fact.newSection { $0.field("section", diff.new.sections[section].label) }
    }
  }

  /// The contract knows fewer kinds than we do.
  private static func contractClass(_ kind: FactChange.Kind) -> String {
    switch kind {
    case .date: "date"
    case .number, .period, .amount: "number"
    case .person, .role, .body: "actor"
    case .version: "version"
    case .signOff: "signoff"
    case .riskRating, .lawfulBasis: "other"
    }
  }

  private static func write(_ renumbering: Renumbering, _ writer: inout JSONWriter) {
    writer.array {
      for item in renumbering.items {
        $0.object {
          $0.field("kind", item.kind.rawValue)
          $0.field("from", item.oldNumber)
          $0.field("to", item.newNumber)
          range("old", item.old, &$0)
          range("new", item.new, &$0)
        }
      }
    }
  }

  private static func write(_ change: TrackedChange, _ side: String, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("side", side)
      $0.field("kind", change.kind.rawValue)
      $0.field("author", change.author ?? "")
      $0.field("date", change.date ?? "")
      $0.field("text", change.text)
    }
  }

  private static func write(_ comment: VersionComment, _ side: String, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("side", side)
      $0.field("author", comment.author ?? "")
      $0.field("date", comment.date ?? "")
      $0.field("text", comment.text)
      $0.field("anchor", comment.anchor ?? "")
    }
  }
}
