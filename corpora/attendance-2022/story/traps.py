"""The twenty traps: which paper and which words carry each, and what a good chronology makes of them.

Further down: promises with their outcome, claims that stand against each other, intervals worth computing.
A quote is word for word in the paper named.
"""

NEWS, PLEDGE = "web/news challenge.html", "web/pledge page.html"
LABELS_OLD, LABELS_NEW = "web/labels campaign (captured 2017).html", "web/labels campaign (captured 2024).html"
BUNDLE, MAILBOX = "bundle.pdf", "mailbox.mbox"


def carrier(paper, quote):
    """A place that carries a trap."""
    return {"paper": paper, "quote": quote}


def trap(number, name, expected, *carriers, **more):
    """One trap."""
    return dict({"trap": number, "name": name, "carriers": list(carriers), "expected": expected}, **more)


TRAPS = [
    trap(1, "year only in the heading", "every entry of the list is in 2022, basis inferred, from the heading",
         carrier(NEWS, "What happened, from the letters between the ICO and the DfE in February and March 2022"),
         carrier(NEWS, "January 25th Schools are asked by the DfE to sign up to a new daily attendance trial.")),
    trap(2, "undated entry between two of 9 February", "entry 4 of the list is kept, in place, as 2022-02-09 by position",
         carrier(NEWS, "DfE sends the ICO a copy of the comms that schools have already had, with thanks to those who signed up.")),
    trap(3, "mixed suffixes", "February 9th, February 17 and March 1st all read as days of 2022",
         carrier(NEWS, "February 9th ICO asks the DfE when the DPIA will be complete and signed off."),
         carrier(NEWS, "February 17 ICO asks the DfE whether only schools and trusts can get the DPIA, or the public too on gov.uk."),
         carrier(NEWS, "March 1st DfE tells the ICO that getting the DPIA published on gov.uk is challenging")),
    trap(4, "several entries of one day", "source order is kept on 9, 10, 14, 15, 17 and 21 February",
         carrier(NEWS, "February 15th V1 DPIA withdrawn by the DfE for an urgent edit.")),
    trap(5, "sign-off date on the last page", "signed-off 2022-02-14, evidence on the page of the DPIA, not the e-mail",
         carrier("DPIA attendance v1.docx", "14 February 2022"),
         carrier(NEWS, "February 14th V1 DPIA signed off (going by the date on its final page).")),
    trap(6, "one version, three labels", "a warning on version identity: V2 (?) in the account, v1 on the cover, 1.1 in the e-mail",
         carrier(NEWS, "V2 DPIA (?) signed off, going by the date on its final page: the front cover still says v1, and the e-mail calls it 1.1."),
         carrier(BUNDLE, "We are calling it version 1.1."),
         carrier("DPIA attendance v1 (updated).docx", "v1"), labels=["V2 (?)", "v1", "1.1"]),
    trap(7, "v6 in February", "a possible contradiction with the sequence V1, V2, 1.1",
         carrier(NEWS, "They deal with v6 of the DPIA in February 2022"), carrier("DPIA attendance v6.docx", "v6")),
    trap(8, "tomorrow", "2022-02-16, fulfilled by the note of 16 February",
         carrier(NEWS, "February 15th DfE confirmed to the ICO that a note would be sent “tomorrow” to schools"),
         carrier(BUNDLE, "I can confirm that a note will be sent to schools tomorrow.")),
    trap(9, "weekday check", "2022-02-15 is a Tuesday: agrees",
         carrier(NEWS, "On Tuesday 15 February we formally engaged with the ICO"), carrier("mail/note to schools.eml", "On Tuesday 15 February we formally engaged with the ICO")),
    trap(10, "by the end of the month at the latest", "promise due 2022-02-28, not met in the record",
         carrier(NEWS, "by the end of the month at the latest"), carrier(MAILBOX, "by the end of the month at the latest")),
    trap(11, "on the 14th", "promise due 2022-02-14, met on 2022-02-14",
         carrier(NEWS, "among them that it will be sent the DPIA on the 14th"), carrier(BUNDLE, "the DPIA, which the Department will send to the ICO on the 14th.")),
    trap(12, "working closely against not yet seen", "a contradicts relation, with both quotes",
         carrier("Message to schools.docx", "We have been working closely with the Information Commissioner's Office (ICO)"),
         carrier(BUNDLE, "as the ICO has not yet seen the DPIA")),
    trap(13, "formally engaged against letters from 9 February", "a possible contradiction, worded neutrally",
         carrier("mail/note to schools.eml", "we formally engaged with the ICO"),
         carrier(NEWS, "February 9th ICO writes to the DfE with questions")),
    trap(14, "two texts, one day", "both resolve to 2020-10-07; two sources corroborate",
         carrier(LABELS_NEW, "It is now two years and one week since the ICO published the summary of its audit of the Department."),
         carrier(LABELS_NEW, "Yesterday the ICO published a summary of what its compulsory audit of the Department had found."), date="2020-10-07"),
    trap(15, "two captures of one page", "a pair of versions; \"last September\" is September 2017 in the capture of November 2017, although the later capture repeats the words",
         carrier(LABELS_OLD, "A law was passed last September"), carrier(LABELS_NEW, "A law was passed last September"), date="2017-09"),
    trap(16, "days to go", "the page was captured about 2022-10-02, inferred",
         carrier(PLEDGE, "7 days to go"), carrier(PLEDGE, "Oct. 09, 2022, 2 a.m."), date="2022-10-02~"),
    trap(17, "how many pages", "one letter, three figures: a note, not a failure to merge",
         carrier(PLEDGE, "over 10 A4 pages"), carrier(NEWS, "over ten A4 pages"), carrier(NEWS, "ten pages of detailed and significant concerns")),
    trap(18, "how often", "three claims, each kept with its speaker: daily (DfE), twice-daily (DDM), every two-to-four hours (DfE helpdesk, as told to DDM)",
         carrier("DPIA attendance v1.docx", "The data is collected daily."), carrier(NEWS, "a twice-daily collection by name"),
         carrier(MAILBOX, "The data is extracted every two-to-four hours")),
    trap(19, "65% = 14,443 of 22,060", "65.47 %: agrees, rounded down",
         carrier(NEWS, "As of 1 September, 65% of schools share their registers: 14,443 schools out of the 22,060 that were asked.")),
    trap(20, "intervals", "29 days from 14 February to 15 March; 20 days from 25 January (sign-up opened, not start of processing) to 14 February; both marked computed",
         carrier(NEWS, "February 14th V1 DPIA received by the ICO"), carrier(NEWS, "March 15th The ICO sent the DfE ten pages"),
         carrier(NEWS, "January 25th Schools are asked by the DfE")),
]

PROMISES = [
    {"id": "p1", "made": "2022-02-10", "due": "2022-02-14", "by": "DfE", "to": "ICO", "message": "m10", "text": "we will send you the DPIA on the 14th", "outcome": "met", "on": "2022-02-14", "kept_by": "m12"},
    {"id": "p2", "made": "2022-02-15", "due": "2022-02-15", "by": "DfE", "to": "ICO", "message": "m14", "text": "A replacement will follow this afternoon.", "outcome": "met", "on": "2022-02-15", "kept_by": "m15"},
    {"id": "p3", "made": "2022-02-15", "due": "2022-02-16", "by": "DfE", "to": "ICO", "message": "m17", "text": "a note will be sent to schools tomorrow", "outcome": "met", "on": "2022-02-16", "kept_by": "m18"},
    {"id": "p4", "made": "2022-02-17", "due": "2022-02-28", "by": "DfE", "to": "ICO", "message": "m22", "text": "by the end of the month at the latest", "outcome": "not-met", "on": None, "kept_by": None,
     "against": ["m23", "m25"], "note": "still not online on 1 March; the published copy carries a file date of 4 March"},
    {"id": "p5", "made": "2022-03-16", "due": "2022-03-31", "by": "DfE", "to": "ICO", "message": "m28", "text": "will reply to each by 31 March 2022", "outcome": "not-in-record", "on": None, "kept_by": None},
    {"id": "p6", "made": "2022-05-19", "due": "2022-06-17", "by": "ICO", "to": "DDM", "message": "m32", "text": "that is by 17 June 2022", "outcome": "not-met", "on": None, "kept_by": None, "against": ["m33"]},
    {"id": "p7", "made": "2022-06-16", "due": "2022-07-15", "by": "ICO", "to": "DDM", "message": "m33", "text": "will now answer by 15 July 2022", "outcome": "met-late", "on": "2022-07-20", "kept_by": "m34"},
]

CONTRADICTIONS = [
    {"id": "c1", "kind": "conflicts-with", "a": {"paper": "Message to schools.docx", "quote": "We have been working closely with the Information Commissioner's Office (ICO)"},
     "b": {"paper": BUNDLE, "quote": "as the ICO has not yet seen the DPIA"}, "trap": 12},
    {"id": "c2", "kind": "conflicts-with", "candidate": True, "a": {"paper": "mail/note to schools.eml", "quote": "On Tuesday 15 February we formally engaged with the ICO"},
     "b": {"paper": BUNDLE, "quote": "I am writing about the daily attendance data collection trial"}, "trap": 13},
    {"id": "c3", "kind": "conflicts-with", "candidate": True, "a": {"paper": NEWS, "quote": "v6 of the DPIA in February 2022"},
     "b": {"paper": NEWS, "quote": "V2 DPIA (?)"}, "trap": 7},
    {"id": "c4", "kind": "conflicts-with", "a": {"paper": "correspondence log.csv", "quote": "17/02/2022"}, "b": {"paper": "mail/note to schools.eml", "quote": "Wed, 16 Feb 2022"},
     "note": "the log enters the note to schools a day late"},
]

INTERVALS = [
    {"from": "2022-02-14", "to": "2022-03-15", "days": 29, "what": "V1 received by the ICO to its comments", "computed": True},
    {"from": "2022-01-25", "to": "2022-02-14", "days": 20, "what": "sign-up opened to sign-off", "computed": True, "note": "sign-up, not the start of processing"},
]
