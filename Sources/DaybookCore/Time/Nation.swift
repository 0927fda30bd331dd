/// Where the holidays of a working-day count are kept. Source: gov.uk, "UK bank holidays", divisions.
package enum Nation: String, Hashable, Sendable, Codable, CaseIterable {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"
}
