import DaybookCore

/// Finds the parts of a message's body that state nothing: signature, disclaimer, banner of the mail system.
enum BodyAsides {
  static func find(in body: [UInt8]) -> [MessageCopy.Aside] {
    var asides: [MessageCopy.Aside] = []
    let paragraphs = paragraphs(of: body)
    for (index, paragraph) in paragraphs.enumerated() {
      if isListFooter(body[paragraph]) {
        asides.append(.init(.banner, paragraph))
      } else if isRule(body[paragraph]), index > 0,
        index + 1 == paragraphs.count || isDisclaimer(body[paragraphs[index + 1]])
      {
        asides.append(.init(.disclaimer, paragraph))
      } else if isDisclaimer(body[paragraph]) {
        asides.append(.init(index == 0 && paragraphs.count > 1 ? .banner : .disclaimer, paragraph))
      } else if let start = signatureStart(body, paragraph, isLast: index >= paragraphs.count - 4) {
        asides.append(.init(.signature, start..<paragraph.upperBound))
      }
    }
    return asides
  }

  /// Runs of lines with words.
  private static func paragraphs(of body: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    var isOpen = false
    while position < body.count {
      var end = position
      while end < body.count, body[end] != 0x0A { end += 1 }
      let isBlank = body[position..<end].allSatisfy { $0 <= 0x20 }
      if isBlank {
        isOpen = false
      } else if isOpen, let last = found.indices.last {
        found[last] = found[last].lowerBound..<end
      } else {
        found.append(position..<end)
        isOpen = true
      }
      position = end + 1
    }
    return found
  }

  /// "-- ", or a closing phrase on a line of its own with short lines below it.
  private static func signatureStart(_ body: [UInt8], _ paragraph: Range<Int>, isLast: Bool) -> Int? {
    var position = paragraph.lowerBound
    while position < paragraph.upperBound {
      var end = position
      while end < paragraph.upperBound, body[end] != 0x0A { end += 1 }
      let line = body[position..<end]
      if line.count <= 3, line.starts(with: [0x2D, 0x2D]) { return position }
      if isLast, isClosing(line) {
        let rest = body[min(end + 1, paragraph.upperBound)..<paragraph.upperBound]
        return rest.split(separator: 0x0A).allSatisfy { $0.count <= 90 } ? position : nil
      }
      position = end + 1
    }
    return nil
  }

  private static func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 40 else { return false }
    var words = SubjectLine.folded(line)
    while let last = words.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ".") { words.removeLast() }
    return closings.contains(words)
  }

  /// Sources: as for the closing phrases of letters in the reader of mail.
  private static let closings: Set<[UInt8]> = Set(
    [
      "regards", "kind regards", "best regards", "warm regards", "kindest regards", "with kind regards",
      "best wishes", "best", "many thanks", "thanks", "thank you", "cheers", "yours sincerely", "sincerely",
      "yours faithfully", "mit freundlichen grüßen", "freundliche grüße", "viele grüße", "cordialement",
      "bien cordialement", "cofion", "cofion gorau", "saludos", "un saludo", "atentamente", "saluti",
      "cordiali saluti", "met vriendelijke groet", "vriendelijke groet",
    ].map { Array($0.utf8) })

  /// A rule and nothing else.
  private static func isRule(_ paragraph: ArraySlice<UInt8>) -> Bool {
    paragraph.allSatisfy {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "*")
        || $0 <= 0x20
    }
  }

  /// What the programs of mailing lists put below every message: a rule, the list's name, its address.
  private static func isListFooter(_ paragraph: ArraySlice<UInt8>) -> Bool {
    let rule = paragraph.prefix { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }.count
    guard rule >= 10 else { return false }
    let text = SubjectLine.folded(paragraph.prefix(600))
    return contains(text, Array("mailing list".utf8)) || contains(text, Array("listinfo".utf8))
  }

  /// At least two of the words that disclaimers and banners are made of.
  private static func isDisclaimer(_ paragraph: ArraySlice<UInt8>) -> Bool {
    guard paragraph.count >= 40 else { return false }
    let text = SubjectLine.folded(paragraph.prefix(1200))
    var hits = 0
    for word in disclaimerWords where contains(text, word) {
      hits += 1
      if hits == 2 { return true }
    }
    return false
  }

  private static let disclaimerWords: [[UInt8]] = [
    "confidential", "intended recipient", "intended only", "addressee", "privileged", "delete it",
    "received this", "in error", "virus", "malware", "disclaimer", "archived by", "monitors email",
    "regulatory compliance", "originated from outside", "external email",
    "do not click", "vertraulich", "confidentiel", "confidencial", "riservat", "vertrouwelijk", "cyfrinachol",
  ].map { Array($0.utf8) }

  private static func contains(_ text: [UInt8], _ word: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      word.withUnsafeBufferPointer { word in
        guard let first = word.first, text.count >= word.count else { return false }
        for start in 0...(text.count - word.count) where text[start] == first {
          if text[start..<(start + word.count)].elementsEqual(word) { return true }
        }
        return false
      }
    }
  }
}
