"""Letters: the FOI response, the cover of the bundle, the ten pages of comments, the first letter and the complaint.

A letter is a list of (kind, text): "address", "date", "ref", "salutation", "heading", "p", "n" (numbered), "close".
"""

FOI_RESPONSE = {"path": "FOI response letter.pdf", "date": "2022-07-20", "title": "Response to request FOI-0001", "parts": [
    ("address", "Information Commissioner's Office\nInformation access team"),
    ("date", "20 July 2022"),
    ("ref", "Our reference: FOI-0001"),
    ("salutation", "Dear Campaign Lead A"),
    ("heading", "Freedom of Information Act 2000: your request of 18 May 2022"),
    ("p", "You asked for correspondence between this office and the Department for Education about the daily attendance trial, from 1 January 2022 to 30 April 2022, with every version of the DPIA that we hold. We received your request on 18 May 2022."),
    ("p", "We told you that we would answer by 17 June 2022, and then by 15 July 2022. This answer is late, and we apologise for that."),
    ("heading", "What we are releasing"),
    ("p", "We hold what you describe. It is in the bundle that goes with this letter, numbered FOI-0001-000001 and following, and in the files that were attached to the messages."),
    ("heading", "What we have withheld"),
    ("p", "Names and contact details of junior staff are withheld under section 40(2), as they are personal data of third parties. One passage is withheld under section 36(2)(b)(i), on the opinion of our qualified person given on 11 July 2022."),
    ("p", "We hold no reply from the Department to our comments of 15 March 2022 that falls within the period of your request, other than an acknowledgement of 16 March 2022."),
    ("heading", "If you are not content"),
    ("p", "You may ask us to review this answer. Please write within 40 working days of its date."),
    ("close", "Yours sincerely\nInformation Access Officer C\nInformation Commissioner's Office"),
], "events": [
    {"date": "2022-05-18", "type": "received", "text": "We received your request on 18 May 2022.", "relative": False, "basis": "explicit"},
    {"date": "2022-07-11", "type": "decided", "text": "on the opinion of our qualified person given on 11 July 2022", "relative": False, "basis": "explicit"},
    {"date": "2022-03-15", "type": "sent", "text": "our comments of 15 March 2022", "relative": False, "basis": "explicit"},
    {"date": "2022-03-16", "type": "acknowledged", "text": "an acknowledgement of 16 March 2022", "relative": False, "basis": "explicit"},
]}

COVER = [
    ("address", "Information Commissioner's Office"),
    ("date", "20 July 2022"),
    ("ref", "Our reference: FOI-0001"),
    ("salutation", "Dear Campaign Lead A"),
    ("heading", "Bundle of papers"),
    ("p", "These are the papers that go with our answer of today. They are roughly in order of date, with one series of page numbers at the foot of each page."),
    ("p", "E-mails were printed from our casework system. A chain is printed with its newest message first, so a message may stand in more than one chain."),
    ("p", "Words withheld under section 40(2) are marked, or blacked out where a mark did not fit."),
    ("close", "Yours sincerely\nInformation Access Officer C"),
]

FIRST_LETTER = {"path": "Letter to the ICO.docx", "date": "2022-02-01", "title": "Letter to the ICO", "parts": [
    ("address", "Defend Digital Me"),
    ("date", "1 February 2022"),
    ("salutation", "Dear Case Officer A"),
    ("heading", "The daily attendance data collection trial"),
    ("p", "Schools were asked on 25 January 2022 to sign up to this trial. We ask you to look into it. Our concerns are these:"),
    ("n", "No data protection impact assessment has been published, and we have seen no sign that one was finished before the collection began."),
    ("n", "Named records of every pupil are taken each day, although totals would show how many are absent."),
    ("n", "Families have not been told what is taken, who receives it and for how long it is kept."),
    ("n", "A company, Wonde, stands between schools and the Department, and its part is not explained."),
    ("p", "We would welcome an answer by the end of February."),
    ("close", "Yours sincerely\nCampaign Lead A"),
], "events": [
    {"date": "2022-01-25", "type": "asked", "text": "Schools were asked on 25 January 2022 to sign up to this trial.", "relative": False, "basis": "explicit"},
    {"date": "2022-02-28", "type": "deadline", "text": "We would welcome an answer by the end of February.", "relative": False, "basis": "inferred"},
]}

COMPLAINT = {"path": "Complaint to the Department.pdf", "date": "2022-07-28", "title": "Complaint about the daily attendance trial", "parts": [
    ("address", "Defend Digital Me"),
    ("date", "28 July 2022"),
    ("salutation", "Dear Deputy Director B"),
    ("heading", "Complaint about the daily attendance trial"),
    ("p", "We received the papers of the regulator on 20 July 2022. They show that the collection began before the assessment was signed off on 14 February 2022, and that the regulator's request of 10 February 2022 to pause was declined the same day."),
    ("p", "We ask the Department to stop the collection of named records, to say what it has done about the comments of 15 March 2022, and to answer this letter within 20 working days."),
    ("close", "Yours sincerely\nCampaign Lead A\nDefend Digital Me"),
], "events": [
    {"date": "2022-07-20", "type": "received", "text": "We received the papers of the regulator on 20 July 2022.", "relative": False, "basis": "explicit"},
    {"date": "2022-02-14", "type": "signed-off", "text": "the collection began before the assessment was signed off on 14 February 2022", "relative": False, "basis": "explicit"},
    {"date": "2022-08-25", "type": "deadline", "text": "to answer this letter within 20 working days", "relative": True, "basis": "relative"},
]}

MESSAGE_TO_SCHOOLS = {"path": "Message to schools.docx", "date": None, "title": "Message to schools", "parts": [
    ("heading", "Thank you for joining the daily attendance trial"),
    ("p", "Thank you to every school that has signed up since 25 January. Your data helps us to help pupils sooner."),
    ("p", "We have been working closely with the Information Commissioner's Office (ICO) on our data protection impact assessment (DPIA). We intend to publish it and the privacy notices shortly, and will share them with you then."),
    ("close", "Attendance Trial Helpdesk\nDepartment for Education"),
], "events": []}

COMMENTS_OPENING = [
    ("address", "Information Commissioner's Office"),
    ("date", "15 March 2022"),
    ("ref", "Our reference: attendance trial"),
    ("salutation", "Dear Policy Officer A"),
    ("heading", "Comments on the DPIA for the daily attendance trial"),
    ("p", "You sent us the assessment on 14 February 2022 and a changed copy on 15 February 2022. We have since been given version 6, dated 25 February 2022, and these comments are on that version. They are informal advice. They are not a decision, and they do not limit what this office may do later."),
    ("p", "We have set each comment out in the same way: what the assessment says, why it concerns us, and what we suggest. The order follows the steps of the assessment."),
]

# (heading, what the assessment says, why it concerns us, what we suggest)
COMMENTS = [
    ("Timing of the assessment", "The assessment was signed off after schools had begun to share registers.", "An assessment that comes after the start cannot shape the design. The law asks for it before the processing, and we asked on 10 February 2022 for a pause for this reason. We were told on the same day that a pause was not possible.", "Record in the assessment when collection began, what was collected before sign-off, and what will be done with it."),
    ("Statements about this office", "The message to schools said that the Department had been working closely with us.", "We had not seen the assessment at that time. The note of 16 February 2022 speaks of formal engagement on 15 February 2022, although we had written on 9 February 2022. Both may leave schools with a wrong idea of our part.", "Agree with us any further wording about this office before it is sent."),
    ("Why named records are needed", "Step 4 says that totals would not allow a pupil to be followed from school to school.", "The stated aim is to see absence sooner. Nothing shows why each child must be named at national level for that, or that totals, samples or pseudonyms were considered and why they were set aside.", "List the other ways that were considered, with the reason why each one does not meet the aim."),
    ("All pupils or only some", "Records of every pupil on roll are taken.", "Most pupils are hardly ever absent. The assessment does not say what is done with their records, nor why they are needed each day.", "Consider whether the collection can be limited to pupils whose absence has reached a set level."),
    ("How often the data is taken", "Step 2 says that data is collected daily and that the register may be read several times within a day.", "We have also heard of a reading every two to four hours, and of two readings a day. Families and schools should be given one true figure.", "State how often data is read, why that often, and whether a daily reading would serve."),
    ("Items of data", "The list includes ethnicity, special needs, free school meals and whether a child is or was looked after.", "No item is tied to a purpose. Some reveal a great deal about a small number of children, and several change too rarely to be needed each day.", "Set a purpose against each item and remove those for which there is none."),
    ("Length of retention", "Records are kept for 66 years, subject to a yearly review of whether names are still needed.", "The period was made for other records. A register of 2022 is of no use to its stated purpose in 2088. A review that may or may not happen does not cure that.", "Set a period in school years for named records and delete after it, keeping totals only."),
    ("Lawful basis", "The assessment relies on public task, and on substantial public interest for special category data.", "The statute that gives the task is not named. Where taking part is voluntary for schools, it is not clear how far a duty to return census data carries over.", "Name the power, and explain how it covers a voluntary daily collection."),
    ("The part of the supplier", "Wonde reads the register and passes it on for the Department.", "Wonde also works for many of the same schools. The assessment does not say for whom it acts at each step, or what it keeps.", "Draw the flow of data, with the role of each body at each step, and add the contract terms that matter."),
    ("Access", "Access is limited to named analysts and to support staff of the supplier; local authorities see totals and, where a school agrees, named records.", "The numbers of people are not given. Access by local authorities was added after the first version, and the risk table was not changed with it.", "Give numbers and roles, and assess access by local authorities as a risk of its own."),
    ("Use for enforcement", "The assessment does not mention penalties or prosecution of parents.", "Attendance records can lead to both. Parents would want to know, and it bears on what is fair.", "Say whether the data may be used for enforcement, by whom, and on what basis."),
    ("Linking with other records", "The data is put beside other records that the Department holds.", "Which records, and for how long the link lasts, is not stated. The risk from linking is greater than that of the register alone.", "Name the records and assess the linking separately."),
    ("What families are told", "A model privacy notice is offered to schools.", "A notice on a school's website is not likely to reach most families. Nothing is written for children. The risk that families do not know is rated high before the measure and medium after it, with no reason given.", "Write to families through schools before data is taken, and write something that a child can read."),
    ("The right to object", "Families may object to the use of the data.", "The assessment does not say to whom they object, what happens to data taken before, or how a school is told.", "Describe the route from objection to outcome, with times."),
    ("Leaving the trial", "A school can leave at any time; data sent before stays with the Department.", "It is hard to see how a trial that a school has left still needs the data of its pupils.", "Delete named records of schools that have left, or explain why not."),
    ("Consultation", "Parents and pupils were not asked, as schools hold the data already.", "That the data exists does not answer what its subjects think of a new use. The law asks for their views where appropriate, and for a reason where they are not sought.", "Seek views now, and record them."),
    ("Advice of the data protection officer", "The first two copies left the row for advice empty. Version 6 gives a name and the date 24 February 2022.", "The advice itself is not summarised, and it is dated after the first sign-off.", "Summarise the advice, and say what was accepted and what was overruled, and why."),
    ("Risks left out", "Three risks are listed.", "We would expect to see at least a breach at the supplier, wrong use of looked-after status, use for purposes that are not yet known, and harm to trust between families and schools.", "Complete the table, and score each risk from the point of view of the child."),
    ("Versions", "The copy of 15 February 2022 is called v1 on its cover, as is the copy of 14 February 2022; the e-mail called it 1.1.", "We cannot tell from the papers what changed. The table of versions goes from v1 to v6 with nothing between.", "Number every issue, date it, and say in a line what changed."),
    ("Publication", "You wrote on 17 February 2022 that the assessment would be online by the end of the month at the latest.", "On 1 March 2022 it was not. In the meantime different people may have been given different copies by link.", "Publish one version, with a date, and tell those who were sent another."),
]

COMMENTS_CLOSING = [
    ("heading", "Next steps"),
    ("p", "We would be glad to have your reply to each comment, and a date by which the assessment will have been revised. If the revised assessment still shows a high risk that cannot be reduced, you must consult us before going on."),
    ("close", "Yours sincerely\nGroup Manager B\nInformation Commissioner's Office"),
]

COMMENTS_EVENTS = [
    {"date": "2022-02-14", "type": "sent", "text": "You sent us the assessment on 14 February 2022", "relative": False, "basis": "explicit"},
    {"date": "2022-02-10", "type": "asked-to-pause", "text": "we asked on 10 February 2022 for a pause for this reason", "relative": False, "basis": "explicit"},
    {"date": "2022-02-10", "type": "refused", "text": "We were told on the same day that a pause was not possible.", "relative": True, "basis": "relative"},
    {"date": "2022-02-17", "type": "promised", "text": "You wrote on 17 February 2022 that the assessment would be online by the end of the month at the latest.", "relative": False, "basis": "explicit"},
]
