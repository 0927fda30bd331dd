import DaybookCore

/// What alignment knows of one side, as arrays of numbers.
struct AlignSide {
  let stream: TokenStream
  /// Equal units have equal keys: same words in the same order, the number of a heading left out.
  var keys: [Int32]
  /// Words in each unit; at least 1.
  let weights: [Int32]
  let kinds: [DiffUnit.Kind]
  /// First word of each unit that is compared: behind the number of a heading.
  let bodies: [Int32]
  /// For rows of tables the words of each cell as one number, by unit.
  private let cells: [Int: [UInt64]]

  var count: Int { keys.count }

  func words(_ unit: Int) -> Range<Int> { Int(bodies[unit])..<Int(stream.first[unit + 1]) }

  init(_ side: VersionSide, stream: TokenStream) {
    self.stream = stream
    var weights: [Int32] = []
    var bodies: [Int32] = []
    weights.reserveCapacity(side.units.count)
    bodies.reserveCapacity(side.units.count)
    for (index, unit) in side.units.enumerated() {
      let words = stream.words(of: index)
      weights.append(Int32(max(1, words.count)))
      let hasNumber =
        unit.kind == .heading && words.count > 1
        && HeadingNumber.range(in: side.document.text, unit.bytes) != nil
      bodies.append(Int32(words.lowerBound + (hasNumber ? 1 : 0)))
    }
    self.weights = weights
    self.bodies = bodies
    kinds = side.units.map(\.kind)
    cells = AlignSide.cells(side, stream)
    keys = []
  }

  /// The cells of a row; empty for any other unit.
  func cells(_ unit: Int) -> [UInt64] { cells[unit] ?? [] }

  private static func cells(_ side: VersionSide, _ stream: TokenStream) -> [Int: [UInt64]] {
    var cells: [Int: [UInt64]] = [:]
    for (index, unit) in side.units.enumerated() where unit.kind == .tableRow {
      var word = stream.words(of: index).lowerBound
      let end = stream.words(of: index).upperBound
      cells[index] = unit.blocks.map { block in
        var hash: UInt64 = 0
        while word < end, Int(stream.starts[word]) < side.document.blocks[block].bytes.upperBound {
          hash = TokenTable.mix(hash ^ UInt64(UInt32(bitPattern: stream.ids[word])) &+ 1)
          word += 1
        }
        return hash
      }
    }
    return cells
  }

  /// Numbers the units of both sides by their words.
  static func assignKeys(_ old: inout AlignSide, _ new: inout AlignSide) -> Int {
    var numbers: [UInt64: Int32] = [:]
    numbers.reserveCapacity(old.weights.count * 2)
    func keys(_ side: AlignSide) -> [Int32] {
      side.weights.indices.map { unit in
        var hash: UInt64 = 0x51_7C_C1_B7_27_22_0A_95
        for word in side.words(unit) {
          hash = TokenTable.mix(hash ^ UInt64(UInt32(bitPattern: side.stream.ids[word])))
        }
        if let number = numbers[hash] { return number }
        let number = Int32(numbers.count)
        numbers[hash] = number
        return number
      }
    }
    old.keys = keys(old)
    new.keys = keys(new)
    return numbers.count
  }
}

/// Which old unit became which new one: one to one, -1 where none.
struct Matching {
  private(set) var toNew: [Int32]
  private(set) var toOld: [Int32]

  init(old: Int, new: Int) {
    toNew = [Int32](repeating: -1, count: old)
    toOld = [Int32](repeating: -1, count: new)
  }

  func isFreeOld(_ unit: Int) -> Bool { toNew[unit] < 0 }
  func isFreeNew(_ unit: Int) -> Bool { toOld[unit] < 0 }

  mutating func match(_ old: Int, _ new: Int) {
    toNew[old] = Int32(new)
    toOld[new] = Int32(old)
  }

  mutating func free(old: Int) {
    let new = toNew[old]
    if new >= 0 { toOld[Int(new)] = -1 }
    toNew[old] = -1
  }

  var pairs: [(old: Int, new: Int)] {
    toNew.enumerated().compactMap { $1 >= 0 ? ($0, Int($1)) : nil }
  }
}
