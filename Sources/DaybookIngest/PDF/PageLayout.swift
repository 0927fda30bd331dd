package import DaybookCore

/// One page as the text layer gives it: lines in reading order with their boxes, before paragraphs, furniture and hidden text are settled.
///
/// Coordinates are PDF points from the top left corner of the upright page.
package struct PageLayout: Hashable, Sendable {
  package var number: Int
  package var label: String?
  package var width: Double
  package var height: Double

  package init(number: Int, label: String? = nil, width: Double, height: Double) {
    self.number = number
    self.label = label
    self.width = width
    self.height = height
  }
}
