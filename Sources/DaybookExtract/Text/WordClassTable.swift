/// Classes of words, one row a class and source. A word may stand in several rows.
///
/// Sources: "CGEL" is R. Huddleston and G. Pullum, The Cambridge Grammar of the English Language (chapter);
/// "texts" is our own reading of FOI releases, DPIAs and campaign pages.
enum WordClassTable {
  struct Row: Sendable {
    let classes: WordClass
    let words: String
    let source: String
  }

  static let rows: [Row] = [
    Row(
      classes: .firstPerson, words: "we i us me we've we're we'll we'd i've i'm i'll i'd",
      source: "CGEL 5, personal pronouns"),
    Row(classes: .secondPerson, words: "you you've you're you'll you'd", source: "CGEL 5, personal pronouns"),
    Row(
      classes: .thirdPerson, words: "they it he she them him her they've they're they'll it's he's she's",
      source: "CGEL 5, personal pronouns"),
    Row(classes: .possessive, words: "our my your their its his her", source: "CGEL 5, genitive pronouns"),
    Row(
      classes: .determiner, words: "the a an this that these those any some each every no another both all",
      source: "CGEL 5, determinatives"),
    Row(
      classes: .preposition,
      words:
        "of in to for from with on at about against between under including into over through within without during via per regarding concerning upon behind among despite towards like",
      source: "CGEL 7, prepositions"),
    Row(
      classes: .preposition, words: "by",
      source: "CGEL 7, prepositions; with a passive it names who acts (CGEL 16)"),
    Row(
      classes: .conjunction, words: "and or but nor then yet",
      source: "CGEL 15, coordinators; 'then' joins clauses in lists of events"),
    Row(
      classes: .subordinator,
      words:
        "when after before while because as if although though since until till once whereas unless whether whenever so",
      source: "CGEL 11 and 7.1, what opens a subordinate clause"),
    Row(classes: .relative, words: "which who whom whose that where", source: "CGEL 12, relative words"),
    Row(
      classes: .be,
      words: "is are was were be been being am isn't aren't wasn't weren't it's they're we're i'm",
      source: "CGEL 3, auxiliaries"),
    Row(
      classes: .have, words: "has have had having hasn't haven't hadn't we've i've they've you've",
      source: "CGEL 3, auxiliaries"),
    Row(classes: .does, words: "do does did don't doesn't didn't", source: "CGEL 3, auxiliaries"),
    Row(
      classes: .future, words: "will shall would won't wouldn't we'll i'll they'll you'll it'll i'd we'd",
      source: "CGEL 3, modal auxiliaries; reported promises are in 'would'"),
    Row(classes: .duty, words: "must should ought shouldn't mustn't", source: "CGEL 3, modal auxiliaries"),
    Row(
      classes: .possibility, words: "may might could can can't cannot couldn't",
      source: "CGEL 3, modal auxiliaries"),
    Row(
      classes: .negation,
      words:
        "not never isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't neither nor",
      source: "CGEL 9, verbal negation"),
    Row(
      classes: .adverb,
      words:
        "also then now today subsequently recently formally informally just only again first since therefore however already previously later soon shortly initially finally still further publicly repeatedly once ever duly officially simply actually now hereby kindly immediately originally eventually apparently clearly clear additionally specifically never always both jointly urgently tomorrow yesterday respectfully sincerely",
      source: "CGEL 6, adverbs that stand between subject and verb; texts"),
    Row(
      classes: .already, words: "already previously",
      source: "texts: what was done before the date that the sentence gives"),
    Row(
      classes: .organisation,
      words:
        "department office ministry council authority agency commission commissioner commissioners committee board trust foundation university college school academy hospital tribunal parliament assembly police constabulary service services inspectorate institute association society union party company companies group corporation chambers bank limited ltd llp plc inc corp campaign charity centre center directorate executive fund alliance federation network partnership register registry secretariat task force treasury bureau administration cabinet chamber ombudsman regulator court band division unit team",
      source: "texts: last or first word of the name of a body"),
    Row(
      classes: .title,
      words: "mr mrs ms miss dr prof professor sir dame lord lady baroness rev rt hon judge justice",
      source: "Debrett's, forms of address"),
    Row(
      classes: .group,
      words:
        "court tribunal judge schools parents families children pupils teachers courts ministers governors trusts academies councils charities companies organisations universities researchers journalists officials authorities lawyers solicitors staff suppliers regulators mps dpos government campaigners residents patients employers colleges police headteachers carers complainant complainants requester applicant applicants appellant claimant claimants defendant respondent residents customers councillors",
      source: "texts: bodies and people that releases speak of without a name"),
    Row(
      classes: .calendar,
      words:
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
      source: "ISO 8601 in words"),
    Row(
      classes: .abbreviation,
      words:
        "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun mr mrs ms dr prof rev rt hon st no nos ref refs para paras pp p s ss art arts reg sch vol ed eds cf al e.g i.e eg ie viz etc approx dept govt inc ltd co corp plc a.m p.m am pm v vs tel ext fig figs c ca est incl rtd esq sgt col gen capt lt maj u.s u.k d.c",
      source: "Oxford University Press, New Oxford Dictionary for Writers and Editors, abbreviations"),
    Row(
      classes: .question, words: "who what when where why how which whether",
      source: "CGEL 10, interrogative words"),
    Row(classes: .please, words: "please kindly grateful", source: "texts: requests in letters"),
    Row(
      classes: .pause,
      words: "pause pausing suspend suspending halt halting stop stopping cease ceasing delay",
      source: "specs/vocabulary.md, asked-to-pause"),
    Row(
      classes: .opener,
      words:
        "in on at by for from to as of if when while after before since until with without under over the a an this that these those it its we our you your i my they their there here what who how why where which not no and but or so also please thank thanks yes dear hi hello kind best yours regards sincerely faithfully following further however once despite although because see find send read subject re fw fwd attached attachment attachments confidential note copy update news page document latest",
      source: "texts: words that begin a sentence or a line with a capital"),
    Row(
      classes: .descriptor,
      words:
        "company charity campaign group firm supplier contractor agency solicitors barristers lawyers counsel organisation organisations provider processor vendor consultancy newspaper chambers ngo regulator union team start-up startup firms",
      source: "texts: 'the company Wonde', 'solicitors at Leigh Day'"),
    Row(
      classes: .intention,
      words:
        "intend intends intended plan plans planned planning expect expects expected propose proposes aim aims due going hope hopes scheduled anticipate anticipates",
      source: "CGEL 14, verbs whose 'to' clause has not happened"),
    Row(
      classes: .allegation,
      words: "alleges alleged allegedly claims claimed reportedly purportedly purported", source: "texts"),
    Row(
      classes: .post,
      words:
        "director officer secretary manager head chief chair chairman chairwoman minister lead adviser advisor analyst commissioner solicitor barrister counsel editor president clerk registrar controller inspector principal headteacher administrator coordinator deputy assistant senior policy case programme owner analyst sro dpo ceo",
      source: "texts: posts in signatures and in place of redacted names"),
    Row(
      classes: .nameJoin, words: "of for and the &",
      source: "texts: 'Department for Science, Innovation and Technology'"),
    Row(
      classes: .limit, words: "by until till before deadline latest due",
      source: "texts: what makes a date a limit"),
    Row(
      classes: .commonVerb,
      words:
        "is are was were has have had will would shall must should may might could can do does did isn't aren't wasn't weren't means meant shows showed made make makes took take takes gave give gives came come comes went go goes got get gets saw see sees became become becomes remains remained appears appeared seems seemed needs needed wants wanted includes included contains contained let lets keep kept keeps hold holds held happened happens begin begins began starts started failed fails believe believes think thinks thought know knew known became describes described cover covers covered work works worked working use uses used add added adds pass passed passes signed funded carry carried destroyed stopped expired replaced served appointed removed resigned died killed attacked opened closed reached agreed voted called named elected launched ordered warned accused arrested",
      source: "CGEL 3; texts: finite verbs that are no speech act"),
    Row(
      classes: .paperNoun,
      words:
        "dpia assessment letter letters note notes notice notices report reports comms communication message document documents policy guidance response reply answer form agreement contract minutes statement plan review summary pia screening register audit questionnaire protocol copy version draft replacement bundle complaint request",
      source: "texts: what is sent, signed off, withdrawn and published"),
    Row(
      classes: .law,
      words:
        "act acts regulations regulation order bill gdpr directive rules statute code convention protocol standard iso fy",
      source: "legislation.gov.uk, kinds of legislation: the year in a title dates nothing"),
  ]
}
