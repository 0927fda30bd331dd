/// Where the holidays of a working-day count are kept. Source: gov.uk, "UK bank holidays", divisions.
package enum Nation: String, Hashable, Sendable, Codable, CaseIterable {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"

  /// As a reader writes it.
  package var name: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}
