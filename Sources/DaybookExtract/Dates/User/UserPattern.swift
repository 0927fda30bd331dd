import CPCRE2
import DaybookCore

/// A compiled PCRE2 pattern; never changed after it is made, so that any thread may use it.
///
/// UTF-8, and bytes that are none match nothing. Source: pcre2api(3), 10.42.
final class UserPattern: @unchecked Sendable {
  private let code: OpaquePointer
  let groupCount: Int

  init(_ pattern: String) throws(UserExpressionError) {
    let bytes = Array(pattern.utf8)
    var error: Int32 = 0
    var offset = 0
    let options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_USE_OFFSET_LIMIT | PCRE2_NEVER_BACKSLASH_C
    guard bytes.count <= 4096,
      let code = pcre2_compile_8(bytes, bytes.count, UInt32(options), &error, &offset, nil)
    else {
      throw .pattern(
        reason: bytes.count > 4096 ? "longer than 4096 bytes" : UserPattern.message(error), offset: offset)
    }
    self.code = code
    // Without it the pattern is interpreted: slower, and the same result.
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
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

  /// One search at a time, with limits on the work that a match may cost.
  final class Search {
    private let pattern: UserPattern
    private let data: OpaquePointer
    private let context: OpaquePointer
    private let stack: OpaquePointer?

    /// Steps of backtracking from one place; with them the time of one call is bounded by the bytes it may
    /// start at.
    private static let matchLimit: UInt32 = 20_000

    /// Nil where memory is short.
    init?(_ pattern: UserPattern) {
      guard let data = pcre2_match_data_create_from_pattern_8(pattern.code, nil) else { return nil }
      guard let context = pcre2_match_context_create_8(nil) else {
        pcre2_match_data_free_8(data)
        return nil
      }
      self.pattern = pattern
      self.data = data
      self.context = context
      pcre2_set_match_limit_8(context, Search.matchLimit)
      pcre2_set_depth_limit_8(context, Search.matchLimit)
      pcre2_set_heap_limit_8(context, 20_000)
      stack = pcre2_jit_stack_create_8(32 << 10, 512 << 10, nil)
      if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
    }

    deinit {
      pcre2_match_context_free_8(context)
      pcre2_match_data_free_8(data)
      if let stack { pcre2_jit_stack_free_8(stack) }
    }

    enum Outcome {
      case none
      /// Ranges of the whole match and its groups; nil for a group that caught nothing.
      case match([Range<Int>?])
      /// A limit was reached.
      case tooMuch
    }

    /// The first match that starts in `starts`; bytes count in `text`.
    func next(in text: UnsafeBufferPointer<UInt8>, starts: Range<Int>, end: Int) -> Outcome {
      guard let base = text.baseAddress, starts.lowerBound <= end, end <= text.count else { return .none }
      pcre2_set_offset_limit_8(context, starts.upperBound)
      let count = pcre2_match_8(pattern.code, base, end, starts.lowerBound, 0, data, context)
      if count == PCRE2_ERROR_NOMATCH { return .none }
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
}
