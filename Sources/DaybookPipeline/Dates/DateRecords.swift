package import DaybookCore
import DaybookExtract
private import Foundation

/// Reads dates out of records of text, one JSON object a line: for measuring against labels.
///
/// Shape: `id`, `text` and, where known, `dct` and `locale` in; `id` and `spans` out, in the same order.
package struct DateRecords {
  private struct Record: Decodable {
    var id: String
    var text: String
    var dct: String?
    var locale: String?
  }

  private let request: DateRequest

  package init(_ request: DateRequest) { self.request = request }

  package func run(file: String, to sink: inout some ByteSink) throws(PipelineError) {
    guard let data = FileManager.default.contents(atPath: file) else { throw .noSuchPath(file) }
    var readers: [String: DateReader] = [:]
    let decoder = JSONDecoder()
    var number = 0
    for line in data.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ ByteClass.isBlank($0) }) { continue }
      guard let record = try? decoder.decode(Record.self, from: line) else {
        throw .notReadable(
          path: "\(file):\(number)", reason: "expected a JSON object with \"id\" and \"text\"")
      }
      let locale = record.locale.map { $0 == "en-US" ? $0 : "en-GB" } ?? request.locale
      let reader = readers[locale] ?? request.reader(locale: locale)
      readers[locale] = reader
      let text = Array(record.text.utf8)
      let written = record.dct.flatMap(DateRequest.moment) ?? request.written
      let spans = reader.spans(text: text, written: written)
      var json = JSONWriter()
      var writer = DateSpanWriter(text: text)
      json.object { json in
        json.field("id", record.id)
        json.key("spans")
        json.array { json in for span in spans { writer.write(span, to: &json) } }
      }
      do { try sink.write(json.drain() + [0x0A]) } catch {
        throw .cannotWrite(path: "standard output", reason: "\(error)")
      }
    }
  }
}
