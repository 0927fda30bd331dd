import DaybookCore
import Testing

/// What holds for every document made of pages, whatever was in them.
func expectSoundPages(
  _ documents: [Document], pages: Int? = nil, _ name: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var lastPage = 0
  for document in documents {
    #expect(
      String(validating: document.text, as: UTF8.self) != nil, "\(name): text is UTF-8",
      sourceLocation: sourceLocation)
    var end = 0
    for page in document.pages {
      #expect(
        page.bytes.lowerBound == end, "\(name): page \(page.number) begins where the one before ends",
        sourceLocation: sourceLocation)
      #expect(page.number > lastPage, "\(name): page numbers rise", sourceLocation: sourceLocation)
      (end, lastPage) = (page.bytes.upperBound, page.number)
    }
    #expect(end == document.text.count, "\(name): pages tile the text", sourceLocation: sourceLocation)
    end = 0
    for block in document.blocks {
      #expect(block.bytes.lowerBound >= end, "\(name): blocks are in order", sourceLocation: sourceLocation)
      #expect(
        block.bytes.upperBound <= document.text.count, "\(name): blocks are in the text",
        sourceLocation: sourceLocation)
      #expect(!block.bytes.isEmpty, "\(name): no empty block", sourceLocation: sourceLocation)
      let page = document.pages.first { $0.bytes.contains(block.bytes.lowerBound) }
      #expect(
        page?.number == block.page, "\(name): a block is on the page on which it begins",
        sourceLocation: sourceLocation)
      end = block.bytes.upperBound
    }
  }
  if let pages {
    #expect(
      documents.map(\.pages.count).reduce(0, +) == pages, "\(name): every page accounted for",
      sourceLocation: sourceLocation)
  }
}
