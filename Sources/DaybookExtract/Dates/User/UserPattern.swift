import CPCRE2
import DaybookCore

/// A compiled PCRE2 pattern; never changed after it is made, so that any thread may use it.
///
/// UTF-8, and bytes that are none match nothing. It is interpreted, not made into machine code: what counts as a
/// step would then depend on the machine. Source: pcre2api(3), pcre2callout(3), 10.42.
final class UserPattern: @unchecked Sendable {
  private let code: OpaquePointer
  let groupCount: Int

  init(_ pattern: String) throws(UserExpressionError) {
    let bytes = Array(pattern.utf8)
    var error: Int32 = 0
    var offset = 0
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C
      | PCRE2_AUTO_CALLOUT
    guard bytes.count <= 4096,
      let code = pcre2_compile_8(bytes, bytes.count, UInt32(options), &error, &offset, nil)
    else {
      throw .pattern(
        reason: bytes.count > 4096 ? "longer than 4096 bytes" : UserPattern.message(error), offset: offset)
    }
    self.code = code
    var count: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    groupCount = Int(count)
  }

  deinit { pcre2_code_free_8(code) }

  /// Number of a named group.
  func group(named name: String) -> Int? {
    let number = pcre2_substring_number_from_name_8(code, Array(name.utf8) + [0])
    return number > 0 ? Int(number) : nil
  }

  private static func message(_ error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(error, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "is no pattern"
  }

  /// One search at a time, with a limit on the work that all calls together may cost.
  ///
  /// Everything is counted in steps, so that the same text and pattern end in the same way on every machine.
  final class Search {
    private let pattern: UserPattern
    private let data: OpaquePointer
    private let context: OpaquePointer
    private let work: UnsafeMutablePointer<daybook_work>

    /// Points of backtracking open at one time from one place, and the memory for them in KiB.
    private static let matchLimit: UInt32 = 1_000_000
    private static let heapLimit: UInt32 = 20_000
    /// Places from which a match may start in one call, and how far beyond the last of them it may look: each
    /// call checks its stretch of the text for UTF-8 anew.
    private static let stride = 4096
    private static let reach = 4096

    /// Nil where memory is short.
    init?(_ pattern: UserPattern, steps: Int) {
      guard let data = pcre2_match_data_create_from_pattern_8(pattern.code, nil) else { return nil }
      guard let context = pcre2_match_context_create_8(nil) else {
        pcre2_match_data_free_8(data)
        return nil
      }
      self.pattern = pattern
      self.data = data
      self.context = context
      work = .allocate(capacity: 1)
      work.initialize(to: daybook_work(left: Int64(steps), last: 0))
      pcre2_set_match_limit_8(context, Search.matchLimit)
      pcre2_set_heap_limit_8(context, Search.heapLimit)
      daybook_limit_work(context, work)
    }

    deinit {
      pcre2_match_context_free_8(context)
      pcre2_match_data_free_8(data)
      work.deinitialize(count: 1)
      work.deallocate()
    }

    enum Outcome {
      /// No match starts before the place that is given.
      case none(before: Int)
      /// Ranges of the whole match and its groups; nil for a group that caught nothing.
      case match([Range<Int>?])
      /// A limit was reached.
      case tooMuch
    }

    /// The first match that starts at or behind a place, within the next 4 KiB; bytes count in `text`.
    func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Outcome {
      guard let base = text.baseAddress, start < text.count else { return .none(before: text.count) }
      let last = min(start + Search.stride, text.count)
      let end = UserPattern.characterStart(text, min(last + Search.reach, text.count))
      pcre2_set_offset_limit_8(context, last)
      let count = pcre2_match_8(
        pattern.code, base, end, start, end < text.count ? UInt32(PCRE2_NOTEOL) : 0, data, context)
      if count == PCRE2_ERROR_NOMATCH {
        return .none(before: UserPattern.characterStart(text, last + 1))
      }
      guard count > 0, let ends = pcre2_get_ovector_pointer_8(data) else { return .tooMuch }
      var groups: [Range<Int>?] = []
      for index in 0...pattern.groupCount {
        let (first, last) = (ends[2 * index], ends[2 * index + 1])
        // A group may not have taken part, and \K may put the start behind the end.
        groups.append(first <= last && last <= end && index < Int(count) ? first..<last : nil)
      }
      return .match(groups)
    }
  }

  static func characterStart(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
