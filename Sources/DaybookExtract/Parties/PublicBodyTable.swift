/// Public bodies of the United Kingdom that releases speak of, with the abbreviations they are known by.
///
/// `role` is the word that stands for the body once it has been named ("the Department", "the regulator").
/// Source: "gov.uk" is the list of departments, agencies and public bodies at
/// www.gov.uk/government/organisations; other sources are named.
enum PublicBodyTable {
  struct Row: Sendable {
    let name: String
    let aliases: [String]
    /// Lower-case nouns that may stand for it: "department", "regulator", "commissioner".
    let roles: [String]
    let source: String
  }

  static let rows: [Row] = [
    Row(
      name: "Information Commissioner's Office",
      aliases: [
        "ICO", "Information Commissioner", "Office of the Information Commissioner",
        "Information Commissioners Office",
      ],
      roles: ["regulator", "commissioner"], source: "gov.uk; Data Protection Act 2018 s 114"),
    Row(
      name: "Department for Education", aliases: ["DfE", "Department of Education"], roles: ["department"],
      source: "gov.uk"),
    Row(
      name: "Home Office", aliases: [], roles: ["department"],
      source: "gov.uk; its short form HO is learned from the text only"),
    Row(
      name: "Cabinet Office", aliases: [], roles: ["department"],
      source: "gov.uk; its short form CO is learned from the text only"),
    Row(name: "HM Treasury", aliases: ["HMT", "Treasury"], roles: ["department"], source: "gov.uk"),
    Row(
      name: "HM Revenue and Customs", aliases: ["HMRC", "HM Revenue & Customs"], roles: ["department"],
      source: "gov.uk"),
    Row(
      name: "Ministry of Defence", aliases: ["MoD", "MOD"], roles: ["ministry", "department"],
      source: "gov.uk"),
    Row(
      name: "Ministry of Justice", aliases: ["MoJ", "MOJ"], roles: ["ministry", "department"],
      source: "gov.uk"),
    Row(
      name: "Department of Health and Social Care",
      aliases: ["DHSC", "Department for Health and Social Care", "Department of Health"],
      roles: ["department"], source: "gov.uk"),
    Row(name: "Department for Work and Pensions", aliases: ["DWP"], roles: ["department"], source: "gov.uk"),
    Row(name: "Department for Transport", aliases: ["DfT"], roles: ["department"], source: "gov.uk"),
    Row(
      name: "Department for Environment, Food and Rural Affairs", aliases: ["Defra", "DEFRA"],
      roles: ["department"], source: "gov.uk"),
    Row(name: "Department for Business and Trade", aliases: ["DBT"], roles: ["department"], source: "gov.uk"),
    Row(
      name: "Department for Business, Energy and Industrial Strategy", aliases: ["BEIS"],
      roles: ["department"],
      source: "gov.uk, closed February 2023"),
    Row(
      name: "Department for Energy Security and Net Zero", aliases: ["DESNZ"], roles: ["department"],
      source: "gov.uk"),
    Row(
      name: "Department for Science, Innovation and Technology", aliases: ["DSIT"], roles: ["department"],
      source: "gov.uk"),
    Row(
      name: "Department for Culture, Media and Sport",
      aliases: ["DCMS", "Department for Digital, Culture, Media and Sport"], roles: ["department"],
      source: "gov.uk"),
    Row(
      name: "Department for Levelling Up, Housing and Communities", aliases: ["DLUHC"], roles: ["department"],
      source: "gov.uk, renamed July 2024"),
    Row(
      name: "Ministry of Housing, Communities and Local Government", aliases: ["MHCLG"],
      roles: ["ministry", "department"], source: "gov.uk"),
    Row(
      name: "Foreign, Commonwealth and Development Office",
      aliases: ["FCDO", "Foreign, Commonwealth & Development Office", "Foreign Office"],
      roles: ["department"], source: "gov.uk"),
    Row(name: "Attorney General's Office", aliases: ["AGO"], roles: ["department"], source: "gov.uk"),
    Row(name: "Government Legal Department", aliases: ["GLD"], roles: [], source: "gov.uk"),
    Row(name: "Crown Prosecution Service", aliases: ["CPS"], roles: [], source: "gov.uk"),
    Row(name: "Serious Fraud Office", aliases: ["SFO"], roles: [], source: "gov.uk"),
    Row(name: "Ofsted", aliases: ["OFSTED"], roles: ["inspectorate", "regulator"], source: "gov.uk"),
    Row(name: "Ofqual", aliases: ["OFQUAL"], roles: ["regulator"], source: "gov.uk"),
    Row(name: "Ofcom", aliases: ["OFCOM"], roles: ["regulator"], source: "gov.uk"),
    Row(name: "Ofgem", aliases: ["OFGEM"], roles: ["regulator"], source: "gov.uk"),
    Row(name: "Ofwat", aliases: ["OFWAT"], roles: ["regulator"], source: "gov.uk"),
    Row(name: "Office for Students", aliases: ["OfS"], roles: ["regulator"], source: "gov.uk"),
    Row(
      name: "Education and Skills Funding Agency", aliases: ["ESFA"], roles: ["agency"],
      source: "gov.uk, closed March 2025"),
    Row(name: "Standards and Testing Agency", aliases: ["STA"], roles: ["agency"], source: "gov.uk"),
    Row(name: "Teaching Regulation Agency", aliases: ["TRA"], roles: ["agency"], source: "gov.uk"),
    Row(name: "Student Loans Company", aliases: ["SLC"], roles: [], source: "gov.uk"),
    Row(
      name: "Higher Education Statistics Agency", aliases: ["HESA"], roles: ["agency"], source: "hesa.ac.uk"),
    Row(
      name: "Competition and Markets Authority", aliases: ["CMA"], roles: ["regulator", "authority"],
      source: "gov.uk"),
    Row(
      name: "Financial Conduct Authority", aliases: ["FCA"], roles: ["regulator", "authority"],
      source: "fca.org.uk"),
    Row(
      name: "Care Quality Commission", aliases: ["CQC"], roles: ["regulator", "commission"], source: "gov.uk"),
    Row(
      name: "Charity Commission", aliases: ["Charity Commission for England and Wales"],
      roles: ["regulator", "commission"], source: "gov.uk"),
    Row(name: "Environment Agency", aliases: [], roles: ["agency"], source: "gov.uk"),
    Row(
      name: "Health and Safety Executive", aliases: ["HSE"], roles: ["regulator", "executive"],
      source: "gov.uk"),
    Row(name: "UK Health Security Agency", aliases: ["UKHSA"], roles: ["agency"], source: "gov.uk"),
    Row(name: "Public Health England", aliases: ["PHE"], roles: [], source: "gov.uk, closed October 2021"),
    Row(name: "NHS England", aliases: ["NHSE"], roles: [], source: "gov.uk"),
    Row(name: "NHS Digital", aliases: ["NHSD"], roles: [], source: "gov.uk, merged February 2023"),
    Row(name: "National Health Service", aliases: ["NHS"], roles: [], source: "nhs.uk"),
    Row(
      name: "Equality and Human Rights Commission", aliases: ["EHRC"], roles: ["commission"], source: "gov.uk"
    ),
    Row(
      name: "Children's Commissioner for England", aliases: ["Children's Commissioner"],
      roles: ["commissioner"], source: "gov.uk"),
    Row(name: "Office for National Statistics", aliases: ["ONS"], roles: [], source: "gov.uk"),
    Row(name: "Office for Statistics Regulation", aliases: ["OSR"], roles: ["regulator"], source: "gov.uk"),
    Row(name: "UK Statistics Authority", aliases: ["UKSA"], roles: ["authority"], source: "gov.uk"),
    Row(name: "National Audit Office", aliases: ["NAO"], roles: [], source: "nao.org.uk"),
    Row(name: "Public Accounts Committee", aliases: ["PAC"], roles: ["committee"], source: "parliament.uk"),
    Row(name: "National Data Guardian", aliases: ["NDG"], roles: [], source: "gov.uk"),
    Row(name: "Government Digital Service", aliases: ["GDS"], roles: [], source: "gov.uk"),
    Row(
      name: "Centre for Data Ethics and Innovation", aliases: ["CDEI"], roles: [],
      source: "gov.uk, renamed 2024"),
    Row(
      name: "Biometrics and Surveillance Camera Commissioner", aliases: [], roles: ["commissioner"],
      source: "gov.uk"),
    Row(
      name: "Investigatory Powers Commissioner's Office", aliases: ["IPCO"], roles: ["commissioner"],
      source: "ipco.org.uk"),
    Row(
      name: "Metropolitan Police Service", aliases: ["Metropolitan Police"], roles: ["police"],
      source: "met.police.uk"),
    Row(
      name: "Police Service of Northern Ireland", aliases: ["PSNI"], roles: ["police"],
      source: "psni.police.uk"),
    Row(name: "Transport for London", aliases: ["TfL"], roles: [], source: "tfl.gov.uk"),
    Row(name: "Greater London Authority", aliases: ["GLA"], roles: ["authority"], source: "london.gov.uk"),
    Row(name: "Local Government Association", aliases: ["LGA"], roles: [], source: "local.gov.uk"),
    Row(
      name: "Local Government and Social Care Ombudsman", aliases: ["LGSCO"], roles: ["ombudsman"],
      source: "lgo.org.uk"),
    Row(
      name: "Parliamentary and Health Service Ombudsman", aliases: ["PHSO"], roles: ["ombudsman"],
      source: "ombudsman.org.uk"),
    Row(
      name: "HM Courts and Tribunals Service", aliases: ["HMCTS", "HM Courts & Tribunals Service"], roles: [],
      source: "gov.uk"),
    Row(name: "HM Prison and Probation Service", aliases: ["HMPPS"], roles: [], source: "gov.uk"),
    Row(
      name: "First-tier Tribunal", aliases: ["First-tier Tribunal (Information Rights)"], roles: ["tribunal"],
      source: "gov.uk"),
    Row(name: "Upper Tribunal", aliases: [], roles: ["tribunal"], source: "gov.uk"),
    Row(name: "High Court", aliases: ["High Court of Justice"], roles: ["court"], source: "judiciary.uk"),
    Row(name: "Court of Appeal", aliases: [], roles: ["court"], source: "judiciary.uk"),
    Row(
      name: "Supreme Court", aliases: ["UK Supreme Court", "UKSC"], roles: ["court"],
      source: "supremecourt.uk"),
    Row(name: "House of Commons", aliases: [], roles: ["house"], source: "parliament.uk"),
    Row(name: "House of Lords", aliases: [], roles: ["house"], source: "parliament.uk"),
    Row(name: "UK Parliament", aliases: ["Parliament"], roles: [], source: "parliament.uk"),
    Row(name: "Scottish Government", aliases: [], roles: [], source: "gov.scot"),
    Row(name: "Welsh Government", aliases: [], roles: [], source: "gov.wales"),
    Row(name: "Northern Ireland Executive", aliases: [], roles: [], source: "northernireland.gov.uk"),
    Row(name: "Driver and Vehicle Licensing Agency", aliases: ["DVLA"], roles: ["agency"], source: "gov.uk"),
    Row(name: "HM Passport Office", aliases: ["HMPO"], roles: [], source: "gov.uk"),
    Row(name: "UK Visas and Immigration", aliases: ["UKVI"], roles: [], source: "gov.uk"),
    Row(name: "Land Registry", aliases: ["HM Land Registry"], roles: [], source: "gov.uk"),
    Row(name: "Companies House", aliases: [], roles: [], source: "gov.uk"),
    Row(name: "Met Office", aliases: [], roles: [], source: "gov.uk"),
    Row(name: "British Broadcasting Corporation", aliases: ["BBC"], roles: [], source: "bbc.co.uk"),
    Row(
      name: "National Police Chiefs' Council", aliases: ["NPCC"], roles: ["council"], source: "npcc.police.uk"
    ),
    Row(name: "National Crime Agency", aliases: ["NCA"], roles: ["agency"], source: "gov.uk"),
    Row(
      name: "Advisory, Conciliation and Arbitration Service", aliases: ["Acas", "ACAS"], roles: [],
      source: "acas.org.uk"),
    Row(
      name: "European Data Protection Board", aliases: ["EDPB"], roles: ["board"], source: "edpb.europa.eu"),
    Row(name: "European Commission", aliases: [], roles: ["commission"], source: "europa.eu"),
  ]
}
