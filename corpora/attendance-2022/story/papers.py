"""The list of papers: path, media type, kind, who kept it, and what it is.

`same` names the papers or attachments whose bytes are the same.
"""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ICO, DFE, DDM = "Information Commissioner's Office", "Department for Education", "Defend Digital Me"

PAPERS = [
    ("FOI response letter.pdf", "application/pdf", "letter", ICO, "Answer to the request of 18 May 2022, sent on 20 July 2022"),
    ("bundle.pdf", "application/pdf", "bundle", ICO, "The papers released with it: chains printed newest first, a note, two DPIA copies, the comments"),
    ("DPIA attendance v1.docx", DOCX, "dpia", ICO, "V1, signed 14 February 2022 on the last page"),
    ("DPIA attendance v1 (updated).docx", DOCX, "dpia", ICO, "The second copy: v1 on the cover, 1.1 in the e-mail, signed 15 February 2022"),
    ("DPIA attendance v1 (updated).pdf", "application/pdf", "dpia", ICO, "The second copy, as PDF"),
    ("DPIA attendance v6.docx", DOCX, "dpia", DFE, "v6, with tracked changes and comments left in"),
    ("DPIA attendance published.pdf", "application/pdf", "dpia", DFE, "The published copy: footer v6.0, title property still v1"),
    ("Message to schools.docx", DOCX, "letter", DFE, "What schools were sent before 9 February 2022, undated"),
    ("mailbox.mbox", "application/mbox", "mailbox", ICO, "Messages with attachments; some reply headers are missing"),
    ("mail/concerns to the ICO.eml", "message/rfc822", "message", DDM, "The letter of 1 February 2022"),
    ("mail/note to schools.eml", "message/rfc822", "message", DFE, "The note of 16 February 2022, plain text and HTML"),
    ("web/news challenge.html", "text/html", "web-page", DDM, "The campaign's page with the list of 21 entries, captured in January 2024"),
    ("web/pledge page.html", "text/html", "web-page", DDM, "A pledge page without a capture date"),
    ("web/labels campaign (captured 2017).html", "text/html", "web-page", DDM, "The first of two captures of one page"),
    ("web/labels campaign (captured 2024).html", "text/html", "web-page", DDM, "The second of two captures of one page"),
    ("notes/call 2022-02-11.md", "text/markdown", "note", ICO, "Note of a call, also printed in the bundle"),
    ("correspondence log.csv", "text/csv", "log", ICO, "Log of messages, day/month/year; one entry is a day late"),
    ("letters.zip", "application/zip", "archive", DDM, "Two letters: Letter to the ICO.docx, Complaint to the Department.pdf"),
    ("copies/DPIA for ICO.docx", DOCX, "dpia", DFE, "V1 again under another name"),
    ("daybook.yaml", "application/yaml", "settings", DDM, "Title, locale and time zone; settings, not a paper"),
]

SAME_BYTES = [
    ["DPIA attendance v1.docx", "copies/DPIA for ICO.docx", "mailbox.mbox#m12/DPIA attendance v1.docx"],
    ["DPIA attendance v1 (updated).docx", "mailbox.mbox#m15/DPIA attendance v1 (updated).docx"],
    ["Message to schools.docx", "mailbox.mbox#m4/Message to schools.docx"],
    ["FOI response letter.pdf", "mailbox.mbox#m34/FOI response letter.pdf"],
    ["letters.zip#Letter to the ICO.docx", "mailbox.mbox#m1/Letter to the ICO.docx", "mail/concerns to the ICO.eml#Letter to the ICO.docx"],
]

NEAR_DUPLICATES = [
    ["DPIA attendance v1.docx", "DPIA attendance v1 (updated).docx"],
    ["DPIA attendance v1 (updated).docx", "DPIA attendance v1 (updated).pdf", "bundle.pdf#d10"],
    ["DPIA attendance v1.docx", "bundle.pdf#d9"],
    ["mailbox.mbox#m27/Comments on the DPIA.pdf", "bundle.pdf#d14"],
    ["DPIA attendance v6.docx", "DPIA attendance published.pdf"],
    ["notes/call 2022-02-11.md", "bundle.pdf#d7"],
    ["web/labels campaign (captured 2017).html", "web/labels campaign (captured 2024).html"],
]

SETTINGS = "title: Attendance trial 2022 (reconstruction)\nlocale: en-GB\ntimezone: Europe/London\n"
