/// Mail and web domains of public bodies. Source of every row: the contact page of the body's own site.
package enum PublicBodyDomainTable {
  static let rows: [(domain: String, name: String, source: String)] = [
    ("ico.org.uk", "Information Commissioner's Office", "ico.org.uk"),
    ("ico.gsi.gov.uk", "Information Commissioner's Office", "ico.org.uk, until 2018"),
    ("education.gov.uk", "Department for Education", "education.gov.uk"),
    ("homeoffice.gov.uk", "Home Office", "homeoffice.gov.uk"),
    ("cabinetoffice.gov.uk", "Cabinet Office", "cabinetoffice.gov.uk"),
    ("digital.cabinet-office.gov.uk", "Government Digital Service", "gov.uk"),
    ("hmtreasury.gov.uk", "HM Treasury", "gov.uk"),
    ("hmrc.gov.uk", "HM Revenue and Customs", "hmrc.gov.uk"),
    ("mod.gov.uk", "Ministry of Defence", "mod.gov.uk"),
    ("justice.gov.uk", "Ministry of Justice", "justice.gov.uk"),
    ("dhsc.gov.uk", "Department of Health and Social Care", "dhsc.gov.uk"),
    ("dwp.gov.uk", "Department for Work and Pensions", "dwp.gov.uk"),
    ("dft.gov.uk", "Department for Transport", "dft.gov.uk"),
    ("defra.gov.uk", "Department for Environment, Food and Rural Affairs", "defra.gov.uk"),
    ("dsit.gov.uk", "Department for Science, Innovation and Technology", "dsit.gov.uk"),
    ("dcms.gov.uk", "Department for Culture, Media and Sport", "dcms.gov.uk"),
    ("fcdo.gov.uk", "Foreign, Commonwealth and Development Office", "fcdo.gov.uk"),
    ("governmentlegal.gov.uk", "Government Legal Department", "gov.uk"),
    ("cps.gov.uk", "Crown Prosecution Service", "cps.gov.uk"),
    ("ofsted.gov.uk", "Ofsted", "ofsted.gov.uk"),
    ("ofqual.gov.uk", "Ofqual", "ofqual.gov.uk"),
    ("ofcom.org.uk", "Ofcom", "ofcom.org.uk"),
    ("hesa.ac.uk", "Higher Education Statistics Agency", "hesa.ac.uk"),
    ("england.nhs.uk", "NHS England", "england.nhs.uk"),
    ("ons.gov.uk", "Office for National Statistics", "ons.gov.uk"),
    ("nao.org.uk", "National Audit Office", "nao.org.uk"),
    ("parliament.uk", "UK Parliament", "parliament.uk"),
    ("met.police.uk", "Metropolitan Police Service", "met.police.uk"),
    ("psni.police.uk", "Police Service of Northern Ireland", "psni.police.uk"),
    ("tfl.gov.uk", "Transport for London", "tfl.gov.uk"),
    ("london.gov.uk", "Greater London Authority", "london.gov.uk"),
    ("local.gov.uk", "Local Government Association", "local.gov.uk"),
    ("bbc.co.uk", "British Broadcasting Corporation", "bbc.co.uk"),
  ]

  static let byDomain: [String: String] = Dictionary(
    rows.map { ($0.domain, $0.name) }, uniquingKeysWith: { first, _ in first })

  /// The body of an address: of its domain, or of one that this is below.
  package static func body(ofAddress address: String) -> String? {
    guard var domain = address.split(separator: "@").last.map({ $0.lowercased() }) else { return nil }
    for _ in 0..<4 {
      if let name = byDomain[domain] { return name }
      guard let dot = domain.firstIndex(of: ".") else { return nil }
      domain = String(domain[domain.index(after: dot)...])
    }
    return nil
  }
}
