"""The note of a call and the correspondence log. The call is invented for this reconstruction."""

CALL_TITLE = "Note of a call with the Department"
CALL = [
    ("h", "Note of a call with the Department"),
    ("p", "Friday 11 February 2022, 14:00 to 14:35"),
    ("p", "Present: Group Manager B and Case Officer A (ICO); Policy Officer A and Deputy Director B (DfE)"),
    ("n", "The Department said again that the link to schools stays open while the assessment is finished."),
    ("n", "The DPIA is due on Monday. It will come by e-mail to Case Officer A."),
    ("n", "The Department has not decided whether families will be written to."),
    ("n", "Next call: Thursday 24 February at 10.30am."),
    ("p", "Written up by Case Officer A on 14/02/2022"),
]
CALL_EVENTS = [
    {"date": "2022-02-11", "type": "meeting", "text": "Friday 11 February 2022, 14:00 to 14:35", "relative": False, "basis": "explicit"},
    {"date": "2022-02-14", "type": "promised", "text": "The DPIA is due on Monday.", "relative": True, "basis": "relative"},
    {"date": "2022-02-24", "type": "meeting", "text": "Next call: Thursday 24 February at 10.30am.", "relative": False, "basis": "inferred", "modality": "planned"},
]

LOG_HEADER = ["Date", "From", "To", "Subject", "Note"]
LOG = [
    ["25/01/2022", "DfE", "Schools", "Daily attendance trial", "Announcement; schools asked to sign up"],
    ["01/02/2022", "DDM", "ICO", "Concerns about the daily attendance trial", "Letter enclosed"],
    ["03/02/2022", "ICO", "DDM", "RE: Concerns about the daily attendance trial", "Acknowledged"],
    ["07/02/2022", "DDM", "DfE helpdesk", "How often are registers read?", ""],
    ["08/02/2022", "DfE helpdesk", "DDM", "RE: How often are registers read?", "Answer: every two-to-four hours"],
    ["09/02/2022", "ICO", "DfE", "Daily attendance data collection trial", "First questions"],
    ["09/02/2022", "DfE", "ICO", "RE: Daily attendance data collection trial", "Copy of message to schools"],
    ["09/02/2022", "ICO", "DfE", "RE: Daily attendance data collection trial", "Asked for a line to be removed"],
    ["09/02/2022", "ICO", "DfE", "RE: Daily attendance data collection trial", "Asked when the DPIA will be signed off"],
    ["10/02/2022", "ICO", "DfE", "RE: Daily attendance data collection trial", "Asked for a pause"],
    ["10/02/2022", "DfE", "ICO", "RE: Daily attendance data collection trial", "Pause declined; DPIA due on the 14th"],
    ["11/02/2022", "ICO", "DfE", "Call", "Note on file"],
    ["14/02/2022", "DfE", "ICO", "DPIA for the attendance trial", "V1 received"],
    ["15/02/2022", "DfE", "ICO", "RE: DPIA for the attendance trial", "V1 withdrawn"],
    ["15/02/2022", "DfE", "ICO", "RE: DPIA for the attendance trial", "\"Slightly updated\", called 1.1"],
    ["17/02/2022", "DfE", "Schools", "Daily attendance trial: note for schools", "Entered a day late, from memory"],
    ["21/02/2022", "DfE", "ICO", "RE: Publication of the DPIA", "Apology, not yet on gov.uk"],
    ["01/03/2022", "DfE", "ICO", "RE: Publication of the DPIA", "Publication \"challenging\""],
    ["15/03/2022", "ICO", "DfE", "Our comments on the DPIA", "Ten pages"],
    ["18/05/2022", "DDM", "ICO", "FOI request – attendance trial correspondence", "FOI-0001"],
    ["20/07/2022", "ICO", "DDM", "RE: FOI request – attendance trial correspondence", "Released"],
]
