import DaybookCore

/// The date at the top of a text that nobody dated: the date line of its first message, or of its letterhead.
enum DateHead {
  /// How far into the text it may stand.
  private static let reach = 2000

  static func find(
    _ groups: [[DateToken]], dateLines: Set<Int>, order: NumericOrder, bytes: UnsafeBufferPointer<UInt8>
  ) -> DateAnchor? {
    for token in groups.lazy.joined() {
      if token.bytes.lowerBound > reach { return nil }
      guard dateLines.contains(token.bytes.lowerBound) else { continue }
      var context = DateContext()
      context.order = order
      guard let reading = DateResolver(context: context).reading(of: token.expression) else { continue }
      return DateAnchor(
        reading.when, origin: .header, words: DateWalk.words(bytes, token.bytes), bytes: token.bytes)
    }
    return nil
  }
}
