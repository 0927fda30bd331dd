import DaybookCore

/// Which message and which paper a place in a document belongs to.
struct EventPlaces {
  private struct Stretch {
    var start: Int
    var end: Int
    var message: Message.ID?
    var paper: ComponentDocument.ID?
  }

  private var words: [Document.ID: [Stretch]] = [:]
  private var papers: [Document.ID: [Stretch]] = [:]

  init(_ correspondence: Correspondence) {
    for message in correspondence.messages {
      for index in message.copies {
        let copy = correspondence.copies[index]
        for range in copy.ownWords + (copy.header.bytes.map { [$0] } ?? []) {
          words[copy.source, default: []].append(
            Stretch(start: range.lowerBound, end: range.upperBound, message: message.id, paper: copy.paper))
        }
      }
    }
    for paper in correspondence.papers {
      papers[paper.source, default: []].append(
        Stretch(start: paper.bytes.lowerBound, end: paper.bytes.upperBound, message: nil, paper: paper.id))
    }
    for key in words.keys { words[key]?.sort { $0.start < $1.start } }
    for key in papers.keys { papers[key]?.sort { $0.start < $1.start } }
  }

  func place(of anchor: Anchor) -> (message: Message.ID?, paper: ComponentDocument.ID?)? {
    if let found = EventPlaces.find(anchor.bytes.lowerBound, in: words[anchor.document]) {
      return (found.message, found.paper)
    }
    return EventPlaces.find(anchor.bytes.lowerBound, in: papers[anchor.document]).map { (nil, $0.paper) }
  }

  private static func find(_ offset: Int, in list: [Stretch]?) -> Stretch? {
    guard let list, !list.isEmpty else { return nil }
    var (low, high) = (0, list.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if list[middle].start <= offset { low = middle } else { high = middle }
    }
    return list[low].start <= offset && offset < list[low].end ? list[low] : nil
  }
}
