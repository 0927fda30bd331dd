/// A rectangle in a page's own space, in points, y upwards.
struct UserBox {
  var left: Double
  var bottom: Double
  var right: Double
  var top: Double

  init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = min(left, right)
    self.bottom = min(bottom, top)
    self.right = max(left, right)
    self.top = max(bottom, top)
  }

  /// A point.
  init(_ x: Double, _ y: Double) { self.init(left: x, bottom: y, right: x, top: y) }

  var width: Double { right - left }
  var height: Double { top - bottom }
  var area: Double { width * height }

  func including(_ x: Double, _ y: Double) -> UserBox {
    UserBox(left: min(left, x), bottom: min(bottom, y), right: max(right, x), top: max(top, y))
  }

  /// Empty, at the edge of this one, where they do not meet.
  func intersection(_ other: UserBox) -> UserBox {
    let (newLeft, newBottom) = (max(left, other.left), max(bottom, other.bottom))
    return UserBox(
      left: newLeft, bottom: newBottom, right: max(newLeft, min(right, other.right)),
      top: max(newBottom, min(top, other.top)))
  }
}

/// An affine map as PDF writes it: `x' = a x + c y + e`, `y' = b x + d y + f`.
struct Matrix {
  var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

  init() {}

  init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  /// First this, then `next`.
  func times(_ next: Matrix) -> Matrix {
    Matrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d, c: c * next.a + d * next.c,
      d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  func apply(_ x: Double, _ y: Double) -> (Double, Double) { (a * x + c * y + e, b * x + d * y + f) }
}
