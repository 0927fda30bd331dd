// Enumerations that travel often, by the place of the case: the order of the cases is the format.

extension EventKind: WireName { package static let wireCases = allCases }
extension Modality: WireName { package static let wireCases = allCases }
extension DateBasis: WireName { package static let wireCases = allCases }
extension DocumentDate.Kind: WireName { package static let wireCases = allCases }
extension Grain: WireName { package static let wireCases = allCases }
extension Timex.Modifier: WireName { package static let wireCases = allCases }
extension Party.Kind: WireName { package static let wireCases = allCases }
extension Party.Role: WireName { package static let wireCases = allCases }
extension Block.Kind: WireName { package static let wireCases = allCases }
extension DocumentKind: WireName { package static let wireCases = allCases }
