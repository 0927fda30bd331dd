/// Words by which facts are known, in lower case.
enum FactWordTable {
  /// Units of a period, and their letter in ISO 8601. Source: ISO 8601-1, section 5.5.2.
  static let periods: [String: String] = [
    "year": "Y", "years": "Y", "month": "M", "months": "M", "week": "W", "weeks": "W", "day": "D",
    "days": "D",
    "hour": "H", "hours": "H", "minute": "MIN", "minutes": "MIN", "school": "", "calendar": "", "working": "",
    "business": "", "term": "", "terms": "T",
  ]

  /// Likelihood, severity and overall risk. Source: ICO, sample DPIA template, steps 5 and 6; the rest are the
  /// usual five-step scales.
  static let ratings: Set<String> = [
    "low", "medium", "high", "remote", "possible", "probable", "minimal", "significant", "severe", "unlikely",
    "likely", "rare", "certain", "minor", "moderate", "major", "critical", "negligible", "eliminated",
    "reduced", "accepted", "green", "amber", "red",
  ]

  /// Lawful bases, and the conditions for special categories. Source: UK GDPR, articles 6(1) and 9(2).
  static let bases: [[String]] = [
    ["explicit", "consent"], ["consent"], ["performance", "of", "a", "contract"], ["contract"],
    ["legal", "obligation"], ["vital", "interests"], ["public", "task"], ["public", "interest"],
    ["official", "authority"], ["legitimate", "interests"],
    ["substantial", "public", "interest"], ["employment", "law"], ["public", "health"],
  ]

  /// Last or first words of what a person is, not who. Source: titles of posts in the sample corpora.
  static let roles: Set<String> = [
    "officer", "director", "owner", "head", "manager", "adviser", "advisor", "analyst", "controller",
    "processor", "minister", "secretary", "commissioner", "lead", "chair", "president", "chief", "deputy",
    "administrator", "auditor", "architect", "engineer", "counsel", "teacher", "governor", "registrar",
    "representative",
  ]

  /// Words of the names of bodies. Source: the public bodies that the extractor knows.
  static let bodies: Set<String> = [
    "department", "office", "ltd", "limited", "plc", "inc", "inc.", "llp", "authority", "council",
    "university",
    "college", "school", "trust", "agency", "ministry", "commission", "committee", "board", "company",
    "corporation", "foundation", "service", "services", "institute", "group", "gmbh",
  ]

  /// Headings of the columns of a table that people sign in; "date" alone is in many tables.
  static let signOffColumns: Set<String> = [
    "name", "role", "signature", "signed", "decision", "approved", "approval", "position", "signatory",
  ]
}
