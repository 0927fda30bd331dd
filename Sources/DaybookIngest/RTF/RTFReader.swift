import DaybookCore

/// Reads RTF: as running text, or as the HTML that Outlook wrapped in it.
///
/// Shape: `text` is UTF-8; in HTML form it is the original source, otherwise paragraphs end in LF and cells in
/// a tab. Fonts, pictures, properties, hidden and deleted words are left out. Source: RTF 1.9.1; MS-OXRTFEX
/// sections 2.1.3 (HTML and text inside RTF).
struct RTFReader {
  private(set) var text: [UInt8] = []
  /// The text is HTML source.
  private(set) var isHTML = false
  /// Bytes of words that the writer hid or deleted.
  private(set) var hiddenBytes = 0
  /// What `\creatim` and `\revtim` say, and the title.
  private(set) var properties = RTFProperties()

  private let bytes: [UInt8]
  private var index = 0
  private var state = State()
  private var stack: [State] = []
  /// Groups opened beyond what is kept.
  private var excess = 0
  private var codePage = 1252
  private var fontPages: [Int: Int] = [:]
  /// Bytes of a run of text that are not decoded yet, and in which code page they are.
  private var pending: [UInt8] = []
  private var pendingPage = 1252
  private var highSurrogate: UInt32?
  /// Characters of the fallback behind a `\u` that are still to be passed over.
  private var toSkip = 0

  private static let deepest = 2000

  struct State {
    /// What the words of the group are for.
    enum Destination { case body, skipped, htmlTag, fonts, title, created, revised }
    var destination = Destination.body
    var font = 0
    var isInHTMLRTF = false
    var isHidden = false
    var unicodeSkip = 1
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read()
    flush()
  }

  // MARK: Tokens

  private mutating func read() {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "{"):
        flush()
        toSkip = 0
        if stack.count < RTFReader.deepest { stack.append(state) } else { excess += 1 }
      case UInt8(ascii: "}"):
        flush()
        toSkip = 0
        if excess > 0 { excess -= 1 } else if let last = stack.popLast() { state = last }
      case UInt8(ascii: "\\"): control()
      case 0x0A, 0x0D, 0: break
      default: put(byte)
      }
    }
  }

  private mutating func control() {
    guard index < bytes.count else { return }
    let first = bytes[index]
    guard (0x61...0x7A).contains(first | 0x20) else {
      index += 1
      symbol(first)
      return
    }
    let start = index
    while index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20), index - start < 40 { index += 1 }
    let name = String(decoding: bytes[start..<index], as: UTF8.self)
    var number: Int?
    var isNegative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      isNegative = true
      index += 1
    }
    while index < bytes.count, (0x30...0x39).contains(bytes[index]), (number ?? 0) < 1 << 40 {
      number = (number ?? 0) * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    word(name, number.map { isNegative ? -$0 : $0 })
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"):
      guard index + 1 < bytes.count, let high = hex(bytes[index]), let low = hex(bytes[index + 1]) else {
        return
      }
      index += 2
      put(high << 4 | low)
    case UInt8(ascii: "*"):
      // An optional destination: the word behind it says whether it is one of those that matter.
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\") else { return }
      let rest = bytes[(index + 1)...].prefix(8)
      if !rest.starts(with: "htmltag".utf8), state.destination != .skipped { state.destination = .skipped }
    case UInt8(ascii: "~"): putUnicode(0xA0)
    case UInt8(ascii: "_"): putUnicode(0x2011)
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
    case 0x0A, 0x0D: put(line: "\n")
    default: break
    }
  }

  private func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  // MARK: Control words

  private mutating func word(_ name: String, _ number: Int?) {
    if let destination = RTFWordTable.destinations[name] {
      flush()
      if state.destination != .skipped || destination == .htmlTag { state.destination = destination }
      return
    }
    if let letter = RTFWordTable.letters[name] {
      if toSkip > 0 { toSkip -= 1 } else { putUnicode(letter) }
      return
    }
    switch name {
    case "u": unicode(number ?? 0)
    case "uc": state.unicodeSkip = max(0, min(number ?? 1, 16))
    case "bin": index = min(bytes.count, index + max(0, min(number ?? 0, bytes.count)))
    case "ansicpg": codePage = number ?? codePage
    case "mac": codePage = 10000
    case "fromhtml": isHTML = (number ?? 1) != 0
    case "htmlrtf":
      flush()
      state.isInHTMLRTF = (number ?? 1) != 0
    case "f":
      flush()
      state.font = number ?? 0
    case "fcharset":
      if state.destination == .fonts, let page = RTFWordTable.codePage(charset: number ?? 0) {
        fontPages[state.font] = page
      }
    case "v", "deleted":
      flush()
      state.isHidden = (number ?? 1) != 0
    case "plain":
      flush()
      state.isHidden = false
    case "par", "line", "sect", "page", "row", "softline": put(line: "\n")
    case "tab", "cell", "nestcell": put(line: "\t")
    case "yr", "mo", "dy", "hr", "min", "sec": setTime(name, number ?? 0)
    default: break
    }
  }

  private mutating func setTime(_ name: String, _ number: Int) {
    switch state.destination {
    case .created: properties.created.set(name, number)
    case .revised: properties.revised.set(name, number)
    default: break
    }
  }

  private mutating func unicode(_ number: Int) {
    flush()
    let code = UInt32(truncatingIfNeeded: number & 0xFFFF)
    if (0xD800...0xDBFF).contains(code) {
      highSurrogate = code
    } else if (0xDC00...0xDFFF).contains(code) {
      if let high = highSurrogate { emit(0x10000 + (high - 0xD800) << 10 + (code - 0xDC00)) }
      highSurrogate = nil
    } else {
      emit(code)
    }
    toSkip = state.unicodeSkip
  }

  // MARK: Text

  /// Whether words of this state are the document's own.
  private var isShown: Bool {
    switch state.destination {
    case .body: !state.isHidden && !(isHTML && state.isInHTMLRTF)
    case .htmlTag: isHTML
    default: false
    }
  }

  private mutating func put(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    let page = fontPages[state.font] ?? codePage
    if page != pendingPage { flush() }
    pendingPage = page
    pending.append(byte)
  }

  private mutating func putUnicode(_ code: UInt32) {
    flush()
    emit(code)
  }

  private mutating func emit(_ code: UInt32) {
    guard code != 0 else { return }
    if isShown {
      UTF8Scan.append(code, to: &text)
    } else if state.destination == .title {
      UTF8Scan.append(code, to: &properties.title)
    }
  }

  private mutating func put(line break: String) {
    flush()
    if isShown { text += `break`.utf8 }
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let run = pending
    pending.removeAll(keepingCapacity: true)
    if isShown {
      text += decoded(run)
    } else if state.destination == .title {
      properties.title += decoded(run)
    } else if state.destination == .body, state.isHidden {
      hiddenBytes += run.count
    }
  }

  private func decoded(_ run: [UInt8]) -> [UInt8] {
    run.allSatisfy { $0 < 0x80 } ? run : MAPIText.decoded(run, codePage: pendingPage)
  }
}

/// What an RTF file says about itself.
struct RTFProperties {
  struct Moment {
    private var parts: [String: Int] = [:]

    mutating func set(_ name: String, _ number: Int) { parts[name] = number }

    /// Local time of the writer's machine, without zone.
    var timex: Timex? {
      guard let year = parts["yr"], let month = parts["mo"], let day = parts["dy"],
        (1900...2200).contains(year),
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      guard let hour = parts["hr"], let time = CivilTime(hour: hour, minute: parts["min"] ?? 0) else {
        return Timex(day: date)
      }
      return Timex(date, at: time, grain: .minute)
    }
  }

  var title: [UInt8] = []
  var created = Moment()
  var revised = Moment()
}
