import DaybookCore

/// Words of headings and questions by which a section of the template is known, the more telling first.
///
/// Source of every row: ICO, sample DPIA template (steps 1 to 7 and their questions), and the shorter names
/// that assessments made from it use.
enum DPIAHeadingTable {
  static let headings: [(words: String, section: DPIASection)] = [
    ("submitting controller details", .controller),
    ("controller details", .controller),
    ("identify the need", .need),
    ("need for a dpia", .need),
    ("nature of the processing", .nature),
    ("scope of the processing", .scope),
    ("context of the processing", .context),
    ("purposes of the processing", .purposes),
    ("purpose of the processing", .purposes),
    ("describe the processing", .processing),
    ("description of the processing", .processing),
    ("description of the data flow", .nature),
    ("data flow", .nature),
    ("data flows", .nature),
    ("categories of personal data", .scope),
    ("retention", .scope),
    ("retention and deletion", .scope),
    ("consultation process", .consultation),
    ("consultation", .consultation),
    ("necessity and proportionality", .necessity),
    ("lawful basis", .necessity),
    ("identify and assess risks", .risks),
    ("risks and mitigations", .risks),
    ("assess risks", .risks),
    ("risk assessment", .risks),
    ("measures to reduce risk", .measures),
    ("identify measures", .measures),
    ("sign off and record outcomes", .signOff),
    ("sign off", .signOff),
    ("signoff", .signOff),
    ("approval", .signOff),
  ]

  static let questions: [(words: String, section: DPIASection)] = [
    ("explain broadly what project aims to achieve", .need),
    ("summarise why you identified the need for a dpia", .need),
    ("how will you collect use store and delete data", .nature),
    ("what is the source of the data", .nature),
    ("what is the nature of the data", .scope),
    ("how long will you keep it", .scope),
    ("what is the nature of your relationship with the individuals", .context),
    ("what do you want to achieve", .purposes),
    ("what is the intended effect on individuals", .purposes),
    ("consider how to consult with relevant stakeholders", .consultation),
    ("describe when and how you will seek individuals views", .consultation),
    ("what is your lawful basis for processing", .necessity),
    ("does the processing actually achieve your purpose", .necessity),
    ("how will you prevent function creep", .necessity),
    ("describe source of risk and nature of potential impact", .risks),
    ("options to reduce or eliminate risk", .measures),
    ("measures approved by", .signOff),
    ("residual risks approved by", .signOff),
  ]
}
