package import DaybookCore

/// Writes families as one JSON object: `daybook-versions/1`.
///
/// Shape: `families`, each with `why`, `versions` in order (files with hashes' ids, label, `when` as EDTF, its
/// basis, reasons, identity, carriers), `steps` (facts, findings, changes with byte ranges on both sides) and
/// `sections`, the table of sections by versions.
package struct VersionFamilyJSONEmitter: VersionFamilyEmitter {
  package let name = "json"

  package init() {}

  package func emit(_ families: [VersionFamily], to sink: inout some ByteSink) throws {
    var writer = JSONWriter()
    writer.open("{")
    writer.field("format", "daybook-versions/1")
    writer.key("families")
    writer.open("[")
    for family in families {
      writer.lineBreak()
      write(family, &writer)
      try sink.write(writer.drain())
    }
    writer.close("]")
    writer.close("}")
    try sink.write(writer.drain() + [0x0A])
  }

  private func write(_ family: VersionFamily, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("id", family.id.text)
      $0.field("title", family.title)
      $0.field("why", family.why)
      $0.key("versions")
      $0.array { for version in family.versions { write(version, &$0) } }
      $0.key("steps")
      $0.array { for step in family.steps { write(step, &$0) } }
      $0.key("findings")
      $0.array { for finding in family.findings { write(finding, &$0) } }
      $0.key("sections")
      $0.array {
        for row in FamilyTable(family).rows {
          $0.object {
            $0.field("section", row.section)
            $0.field("versions", row.cells)
          }
        }
      }
    }
  }

  private func write(_ version: FamilyVersion, _ writer: inout JSONWriter) {
    writer.object {
      $0.key("files")
      $0.array {
        for copy in version.copies {
          $0.object {
            $0.field("document", copy.document.text)
            $0.field("path", copy.path)
            $0.field("also_at", copy.alsoAt)
          }
        }
      }
      $0.field("label", version.label)
      $0.field("when", version.when.timex?.edtf)
      $0.field("basis", version.when.basis?.rawValue)
      $0.field("date_kind", version.when.kind.rawValue)
      $0.field("why", version.why)
      $0.key("identity")
      $0.array {
        for item in version.identity.items {
          $0.object {
            $0.field("field", item.field.rawValue)
            if let name = item.name { $0.field("name", name) }
            $0.field("value", item.value)
            if let bytes = item.bytes { VersionFactsJSON.range("bytes", bytes, &$0) }
          }
        }
      }
      $0.key("carriers")
      $0.array {
        for carrier in version.carriers {
          $0.object {
            $0.field("path", carrier.path)
            $0.field("sent", carrier.sent?.edtf)
            $0.field("subject", carrier.subject)
            $0.field("calls_it", carrier.name)
          }
        }
      }
    }
  }

  private func write(_ finding: VersionFinding, _ writer: inout JSONWriter) {
    writer.object {
      $0.field("rule", finding.rule)
      $0.field("detail", finding.detail)
    }
  }

  private func write(_ diff: VersionDiff, _ writer: inout JSONWriter) {
    let listing = DiffListing(diff)
    writer.object {
      $0.field("old", diff.old.document.source.path)
      $0.field("new", diff.new.document.source.path)
      $0.field("summary", listing.summary)
      $0.key("facts")
      $0.array {
        for fact in diff.facts {
          $0.object {
            $0.field("kind", fact.kind.rawValue)
            $0.field("old_text", fact.oldText)
            $0.field("new_text", fact.newText)
            VersionFactsJSON.range("old", fact.old, &$0)
            VersionFactsJSON.range("new", fact.new, &$0)
          }
        }
      }
      $0.key("findings")
      $0.array { for finding in diff.findings { write(finding, &$0) } }
      $0.key("changes")
      $0.array {
        for entry in listing.entries where entry.kind != .technical {
          let op = diff.ops[entry.op]
          $0.object {
            $0.field("kind", entry.kind.rawValue)
            $0.field("what", entry.what)
            $0.field("section", entry.section)
            if op.old != nil {
              VersionFactsJSON.range("old", DiffRun.bytes(op.oldUnits, diff.old), &$0)
              $0.field("from", DiffRun.words(op.oldUnits, diff.old))
            }
            if op.new != nil {
              VersionFactsJSON.range("new", DiffRun.bytes(op.newUnits, diff.new), &$0)
              $0.field("to", DiffRun.words(op.newUnits, diff.new))
            }
          }
        }
      }
    }
  }
}
