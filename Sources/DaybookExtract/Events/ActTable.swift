import DaybookCore

/// Where a verb names the party it is directed to.
enum RecipientMark: Sendable {
  /// "asks DfE", "tells the ICO", or behind a preposition: "confirmed to ICO".
  case object
  /// Only behind a preposition: "writes to the DfE", "wrote to us".
  case preposition
  /// No recipient of its own.
  case none
}

/// Verbs and nouns of acts, with the kind of event they make. Source column: where the reading is taken from.
///
/// "vocabulary" is `specs/vocabulary.md`; "texts" our own reading of releases and campaign pages.
enum ActTable {
  /// A verb: forms in the order base, third person, past, participle, gerund.
  struct Row: Sendable {
    let forms: String
    let kind: EventKind
    var recipient: RecipientMark = .none
    /// A word that must follow ("sign off"); the verb alone is no act.
    var particle: String?
    /// Whether the act is worth an entry without a date of its own, said of a known party.
    var standsAlone = false
    /// Whether the act with a will or a shall is a promise.
    var promises = false
    /// Whether it is an act only with a noun of one behind it, whose kind it takes: "made a request", "held a
    /// meeting".
    var needsNoun = false
    let source: String
  }

  /// A noun: "our letter of 9 February", "request of 18 May".
  struct Noun: Sendable {
    let words: String
    let kind: EventKind
    let source: String
  }

  static let rows: [Row] = [
    Row(
      forms: "ask asks asked asked asking", kind: .asked, recipient: .object, standsAlone: true,
      source: "vocabulary"),
    Row(
      forms: "request requests requested requested requesting", kind: .asked, recipient: .preposition,
      standsAlone: true, source: "vocabulary"),
    Row(
      forms: "chase chases chased chased chasing", kind: .asked, recipient: .object, standsAlone: true,
      source: "vocabulary"),
    Row(
      forms: "urge urges urged urged urging", kind: .asked, recipient: .object, standsAlone: true,
      source: "texts"),
    Row(
      forms: "call calls called called calling", kind: .asked, recipient: .preposition, particle: "on",
      source: "texts: 'called on ministers to'"),
    Row(forms: "query queries queried queried querying", kind: .asked, recipient: .object, source: "texts"),
    Row(forms: "invite invites invited invited inviting", kind: .asked, recipient: .object, source: "texts"),
    Row(
      forms: "demand demands demanded demanded demanding", kind: .asked, recipient: .preposition,
      source: "texts"),
    Row(forms: "seek seeks sought sought seeking", kind: .asked, recipient: .preposition, source: "texts"),
    Row(
      forms: "approach approaches approached approached approaching", kind: .asked, recipient: .object,
      source: "texts"),
    Row(
      forms: "tell tells told told telling", kind: .told, recipient: .object, standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "inform informs informed informed informing", kind: .told, recipient: .object, standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "confirm confirms confirmed confirmed confirming", kind: .told, recipient: .preposition,
      standsAlone: true, promises: true, source: "vocabulary"),
    Row(
      forms: "reply replies replied replied replying", kind: .told, recipient: .preposition,
      standsAlone: true, promises: true, source: "vocabulary"),
    Row(
      forms: "respond responds responded responded responding", kind: .told, recipient: .preposition,
      standsAlone: true, promises: true, source: "vocabulary"),
    Row(
      forms: "answer answers answered answered answering", kind: .told, recipient: .object, promises: true,
      source: "vocabulary"),
    Row(forms: "say says said said saying", kind: .told, recipient: .preposition, source: "vocabulary"),
    Row(
      forms: "advise advises advised advised advising", kind: .told, recipient: .object, promises: true,
      source: "vocabulary: informed"),
    Row(
      forms: "explain explains explained explained explaining", kind: .told, recipient: .preposition,
      source: "vocabulary: informed"),
    Row(
      forms: "warn warns warned warned warning", kind: .told, recipient: .object, standsAlone: true,
      source: "vocabulary: informed"),
    Row(
      forms: "notify notifies notified notified notifying", kind: .told, recipient: .object,
      standsAlone: true, promises: true, source: "vocabulary: informed"),
    Row(
      forms: "update updates updated updated updating", kind: .told, recipient: .object, promises: true,
      source: "vocabulary: informed"),
    Row(
      forms: "set sets set set setting", kind: .told, recipient: .preposition, particle: "out",
      source: "texts: 'sets out the dates for'"),
    Row(
      forms: "document documents documented documented documenting", kind: .told, recipient: .preposition,
      standsAlone: true, source: "texts: 'went on to document'"),
    Row(
      forms: "state states stated stated stating", kind: .told, recipient: .preposition,
      source: "vocabulary: informed"),
    Row(
      forms: "report reports reported reported reporting", kind: .told, recipient: .preposition,
      source: "vocabulary: informed"),
    Row(
      forms: "brief briefs briefed briefed briefing", kind: .told, recipient: .object,
      source: "vocabulary: informed"),
    Row(
      forms: "promise promises promised promised promising", kind: .promised, recipient: .object,
      standsAlone: true, source: "vocabulary"),
    Row(
      forms: "undertake undertakes undertook undertaken undertaking", kind: .promised,
      recipient: .preposition, source: "vocabulary"),
    Row(
      forms: "commit commits committed committed committing", kind: .promised, recipient: .preposition,
      particle: "to", source: "vocabulary: undertaking"),
    Row(
      forms: "pledge pledges pledged pledged pledging", kind: .promised, recipient: .preposition,
      source: "vocabulary: undertaking"),
    Row(forms: "agree agrees agreed agreed agreeing", kind: .told, recipient: .preposition, source: "texts"),
    Row(
      forms: "remind reminds reminded reminded reminding", kind: .asked, recipient: .object,
      standsAlone: true, source: "vocabulary: chased"),
    Row(
      forms: "assure assures assured assured assuring", kind: .promised, recipient: .object,
      standsAlone: true, source: "vocabulary: undertaking"),
    Row(
      forms: "appeal appeals appealed appealed appealing", kind: .complained, recipient: .preposition,
      standsAlone: true, source: "texts: 'appealed to the tribunal'"),
    Row(
      forms: "object objects objected objected objecting", kind: .complained, particle: "to",
      standsAlone: true, source: "texts: 'objected to the collection'"),
    Row(
      forms: "decline declines declined declined declining", kind: .refused, recipient: .preposition,
      standsAlone: true, source: "vocabulary"),
    Row(
      forms: "refuse refuses refused refused refusing", kind: .refused, recipient: .object, standsAlone: true,
      source: "vocabulary"),
    Row(
      forms: "reject rejects rejected rejected rejecting", kind: .refused, standsAlone: true,
      source: "vocabulary: declined"),
    Row(
      forms: "deny denies denied denied denying", kind: .refused, recipient: .object, standsAlone: true,
      source: "texts: 'was denied access'; of a fault it is a statement"),
    Row(
      forms: "appoint appoints appointed appointed appointing", kind: .decided, recipient: .object,
      standsAlone: true, source: "vocabulary: decision; 'I have appointed her'"),
    Row(
      forms: "apologise apologises apologised apologised apologising", kind: .apologised,
      recipient: .preposition, standsAlone: true, source: "vocabulary"),
    Row(
      forms: "apologize apologizes apologized apologized apologizing", kind: .apologised,
      recipient: .preposition, standsAlone: true, source: "vocabulary"),
    Row(
      forms: "acknowledge acknowledges acknowledged acknowledged acknowledging", kind: .acknowledged,
      recipient: .none, standsAlone: true, source: "vocabulary"),
    Row(
      forms: "complain complains complained complained complaining", kind: .complained,
      recipient: .preposition, standsAlone: true, source: "vocabulary"),
    Row(
      forms: "send sends sent sent sending", kind: .sent, recipient: .object, standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "resend resends resent resent resending", kind: .sent, recipient: .object, promises: true,
      source: "vocabulary"),
    Row(
      forms: "write writes wrote written writing", kind: .sent, recipient: .preposition, standsAlone: true,
      promises: true, source: "vocabulary: letter"),
    Row(
      forms: "email emails emailed emailed emailing", kind: .sent, recipient: .object, standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "forward forwards forwarded forwarded forwarding", kind: .sent, recipient: .object,
      promises: true, source: "vocabulary"),
    Row(
      forms: "follow follows followed followed following", kind: .statement, promises: true,
      source: "texts: 'a replacement will follow'"),
    Row(
      forms: "issue issues issued issued issuing", kind: .sent, recipient: .preposition, promises: true,
      source: "vocabulary: sent; 'issued the comms'"),
    Row(
      forms: "submit submits submitted submitted submitting", kind: .sent, recipient: .preposition,
      promises: true, source: "vocabulary: sent"),
    Row(
      forms: "provide provides provided provided providing", kind: .sent, recipient: .object, promises: true,
      source: "vocabulary: sent"),
    Row(
      forms: "supply supplies supplied supplied supplying", kind: .sent, recipient: .object, promises: true,
      source: "vocabulary: sent"),
    Row(
      forms: "deliver delivers delivered delivered delivering", kind: .sent, recipient: .preposition,
      promises: true, source: "vocabulary: sent"),
    Row(
      forms: "share shares shared shared sharing", kind: .sent, recipient: .preposition, promises: true,
      source: "vocabulary: sent"),
    Row(
      forms: "circulate circulates circulated circulated circulating", kind: .sent, recipient: .preposition,
      promises: true, source: "vocabulary: sent"),
    Row(
      forms: "serve serves served served serving", kind: .sent, particle: "on",
      source: "texts: 'served on the defendant'"),
    Row(
      forms: "attach attaches attached attached attaching", kind: .sent, source: "texts: 'attached is a copy'"
    ),
    Row(forms: "enclose encloses enclosed enclosed enclosing", kind: .sent, source: "texts"),
    Row(
      forms: "receive receives received received receiving", kind: .received, standsAlone: false,
      source: "vocabulary"),
    Row(forms: "arrive arrives arrived arrived arriving", kind: .received, source: "vocabulary"),
    Row(
      forms: "withdraw withdraws withdrew withdrawn withdrawing", kind: .withdrawn, standsAlone: true,
      source: "vocabulary"),
    Row(
      forms: "retract retracts retracted retracted retracting", kind: .withdrawn, standsAlone: true,
      source: "vocabulary"),
    Row(
      forms: "rescind rescinds rescinded rescinded rescinding", kind: .withdrawn, standsAlone: true,
      source: "vocabulary: taken back"),
    Row(
      forms: "recall recalls recalled recalled recalling", kind: .withdrawn, source: "vocabulary: taken back"),
    Row(
      forms: "supersede supersedes superseded superseded superseding", kind: .withdrawn,
      source: "vocabulary: replaced"),
    Row(
      forms: "sign signs signed signed signing", kind: .signedOff, particle: "off", standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "approve approves approved approved approving", kind: .signedOff, standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "publish publishes published published publishing", kind: .published, standsAlone: true,
      promises: true, source: "vocabulary"),
    Row(
      forms: "release releases released released releasing", kind: .published, recipient: .preposition,
      standsAlone: true, promises: true, source: "vocabulary: made available"),
    Row(
      forms: "disclose discloses disclosed disclosed disclosing", kind: .published, recipient: .preposition,
      promises: true, source: "vocabulary: made available"),
    Row(
      forms: "upload uploads uploaded uploaded uploading", kind: .published, promises: true,
      source: "vocabulary: made available"),
    Row(forms: "post posts posted posted posting", kind: .published, source: "vocabulary: made available"),
    Row(
      forms: "announce announces announced announced announcing", kind: .announced, recipient: .preposition,
      standsAlone: true, source: "vocabulary"),
    Row(
      forms: "launch launches launched launched launching", kind: .announced, standsAlone: true,
      promises: true, source: "vocabulary: made known"),
    Row(
      forms: "reveal reveals revealed revealed revealing", kind: .announced, source: "vocabulary: made known"),
    Row(
      forms: "meet meets met met meeting", kind: .meeting, recipient: .object, standsAlone: false,
      source: "vocabulary"),
    Row(
      forms: "decide decides decided decided deciding", kind: .decided, standsAlone: true,
      source: "vocabulary"),
    Row(
      forms: "rule rules ruled ruled ruling", kind: .decided, standsAlone: true, source: "vocabulary: court"),
    Row(
      forms: "dismiss dismisses dismissed dismissed dismissing", kind: .decided, standsAlone: true,
      source: "vocabulary: court"),
    Row(
      forms: "grant grants granted granted granting", kind: .decided, recipient: .object, standsAlone: true,
      source: "vocabulary: court"),
    Row(
      forms: "uphold upholds upheld upheld upholding", kind: .decided, standsAlone: true,
      source: "vocabulary: court"),
    Row(
      forms: "reprimand reprimands reprimanded reprimanded reprimanding", kind: .decided, recipient: .object,
      standsAlone: true, source: "vocabulary: reprimand"),
    Row(
      forms: "fine fines fined fined fining", kind: .decided, recipient: .object,
      source: "vocabulary: decision"),
    Row(
      forms: "audit audits audited audited auditing", kind: .decided, recipient: .object,
      source: "vocabulary: audit"),
    Row(
      forms: "conclude concludes concluded concluded concluding", kind: .decided,
      source: "vocabulary: decision"),
    Row(forms: "begin begins began begun beginning", kind: .started, standsAlone: true, source: "vocabulary"),
    Row(forms: "start starts started started starting", kind: .started, source: "vocabulary"),
    Row(forms: "commence commences commenced commenced commencing", kind: .started, source: "vocabulary"),
    Row(
      forms: "instruct instructs instructed instructed instructing", kind: .started, recipient: .object,
      standsAlone: true, source: "texts: 'instructed solicitors'"),
    Row(forms: "introduce introduces introduced introduced introducing", kind: .started, source: "texts"),
    Row(
      forms: "stop stops stopped stopped stopping", kind: .stopped, standsAlone: false, source: "vocabulary"),
    Row(forms: "close closes closed closed closing", kind: .stopped, source: "texts: 'the centre closed on'"),
    Row(forms: "restart restarts restarted restarted restarting", kind: .started, source: "texts"),
    Row(forms: "resume resumes resumed resumed resuming", kind: .started, source: "texts"),
    Row(forms: "reopen reopens reopened reopened reopening", kind: .started, source: "texts"),
    Row(
      forms: "go goes went gone going", kind: .started, particle: "live",
      source: "texts: 'the service went live'"),
    Row(
      forms: "award awards awarded awarded awarding", kind: .decided, recipient: .preposition,
      standsAlone: true,
      source: "vocabulary: decision; 'the contract was awarded to'"),
    Row(
      forms: "order orders ordered ordered ordering", kind: .decided, recipient: .object, standsAlone: true,
      source: "vocabulary: court; 'ordered the council to disclose'"),
    Row(forms: "end ends ended ended ending", kind: .stopped, source: "vocabulary"),
    Row(forms: "pause pauses paused paused pausing", kind: .stopped, source: "vocabulary"),
    Row(
      forms: "suspend suspends suspended suspended suspending", kind: .stopped, standsAlone: true,
      source: "vocabulary"),
    Row(forms: "cease ceases ceased ceased ceasing", kind: .stopped, source: "vocabulary"),
    Row(
      forms: "delete deletes deleted deleted deleting", kind: .stopped, source: "texts: the end of holding it"
    ),
    Row(
      forms: "destroy destroys destroyed destroyed destroying", kind: .stopped,
      source: "texts: the end of holding it"),
    Row(
      forms: "engage engages engaged engaged engaging", kind: .told, recipient: .preposition,
      source: "texts: 'formally engaged with the ICO'"),
    Row(
      forms: "contact contacts contacted contacted contacting", kind: .sent, recipient: .object,
      standsAlone: true, promises: true, source: "texts"),
    Row(
      forms: "make makes made made making", kind: .statement, recipient: .preposition, standsAlone: true,
      promises: true, needsNoun: true, source: "CGEL 4, light verbs"),
    Row(
      forms: "lodge lodges lodged lodged lodging", kind: .statement, recipient: .preposition,
      standsAlone: true, promises: true, needsNoun: true, source: "texts: 'lodged a complaint'"),
    Row(
      forms: "file files filed filed filing", kind: .statement, recipient: .preposition, promises: true,
      needsNoun: true, source: "texts: 'filed a claim'"),
    Row(
      forms: "raise raises raised raised raising", kind: .statement, recipient: .preposition, promises: true,
      needsNoun: true, source: "texts: 'raised a query with'"),
    Row(
      forms: "hold holds held held holding", kind: .statement, needsNoun: true,
      source: "texts: 'held a meeting'"),
    Row(
      forms: "carry carries carried carried carrying", kind: .statement, recipient: .preposition,
      promises: true, needsNoun: true, source: "texts: 'carried out an audit'"),
    Row(
      forms: "take takes took taken taking", kind: .statement, recipient: .preposition, standsAlone: true,
      promises: true, needsNoun: true, source: "texts: 'took the case to the courts'"),
    Row(
      forms: "bring brings brought brought bringing", kind: .statement, recipient: .preposition,
      promises: true, needsNoun: true, source: "texts: 'brought a claim against'"),
  ]

  static let nouns: [Noun] = [
    Noun(
      words:
        "letter letters email emails e-mail e-mails message messages correspondence comments note submission",
      kind: .sent, source: "vocabulary: letter"),
    Noun(
      words: "request requests enquiry enquiries inquiry question questions query queries", kind: .asked,
      source: "vocabulary: request"),
    Noun(
      words: "reply replies response responses answer answers confirmation advice", kind: .told,
      source: "vocabulary: replied"),
    Noun(words: "complaint complaints claim", kind: .complained, source: "vocabulary"),
    Noun(words: "apology apologies", kind: .apologised, source: "vocabulary"),
    Noun(words: "acknowledgement acknowledgment", kind: .acknowledged, source: "vocabulary"),
    Noun(
      words: "meeting meetings call teleconference workshop hearing interview session", kind: .meeting,
      source: "vocabulary"),
    Noun(
      words:
        "decision decisions ruling judgment judgement audit reprimand order verdict determination opinion",
      kind: .decided, source: "vocabulary"),
    Noun(words: "deadline", kind: .deadline, source: "vocabulary"),
    Noun(words: "announcement statement", kind: .announced, source: "vocabulary"),
    Noun(words: "release publication bundle disclosure", kind: .published, source: "vocabulary"),
    Noun(words: "version draft copy", kind: .version, source: "vocabulary"),
    Noun(words: "sign-off approval signature", kind: .signedOff, source: "vocabulary"),
    Noun(words: "withdrawal retraction", kind: .withdrawn, source: "vocabulary"),
    Noun(words: "launch start", kind: .started, source: "vocabulary"),
    Noun(words: "case challenge proceedings", kind: .started, source: "texts: 'took the case to the courts'"),
  ]
}
