import DaybookCore

/// What one window of a long text hands on to the next.
struct DateCarry {
  /// Where the window begins in the whole text.
  var offset = 0
  /// What the figures read so far say of their order.
  var dayFirst = 0
  var monthFirst = 0
  /// The date that the text last named, and the date line that holds; their bytes count in the whole text.
  var narrative: DateAnchor?
  var leader: DateAnchor?
  var period: DateAnchor?
  var dateLine: DateAnchor?
  /// For a text that nobody dated: the date that it carries at its top.
  var head: DateAnchor?
  var isStarted = false
  /// Expressions of the user's own that needed too many steps, by number from 1, and where they were given up.
  var stopped: [(rule: Int, at: Int)] = []
  /// What a person should know; bytes count in the whole text.
  var findings: [Finding] = []
  var isOrderReported = false
  var isMixReported = false
}
