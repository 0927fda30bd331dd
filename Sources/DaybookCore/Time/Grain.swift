/// How fine a date is, from the finest to the coarsest.
package enum Grain: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case second, minute, hour, day, week, month, season, quarter, half, year, decade, century

  package static func < (left: Grain, right: Grain) -> Bool { left.rank < right.rank }

  /// 0 is the finest.
  package var rank: Int { Grain.ordered.firstIndex(of: self) ?? 0 }

  private static let ordered = allCases
}
