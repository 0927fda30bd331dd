"""The versions of the DPIA, in our own words, along the sections of the regulator's public template.

A block is (kind, key, level) and its words stand in TEXT by key and version. A version without words of its own
takes those of the version before it; None takes the block out. Order: v1, v1b (still called v1), v6, pub.
"""

ORDER = ["v1", "v1b", "v6", "pub"]

IDENTITY = {
    "v1": {"cover": "v1", "footer": "v1", "file": "DPIA attendance v1.docx", "email": "DPIA", "account": "V1", "signed": "2022-02-14",
           "table": ["0.3", "v1"], "created": "2022-01-27T09:12:00Z", "modified": "2022-02-14T15:58:00Z", "revision": 12, "last_by": "Policy Officer A"},
    "v1b": {"cover": "v1", "footer": "v1", "file": "DPIA attendance v1 (updated).docx", "email": "version 1.1", "account": "V2 DPIA (?)", "signed": "2022-02-15",
            "table": ["0.3", "v1"], "created": "2022-01-27T09:12:00Z", "modified": "2022-02-15T13:47:00Z", "revision": 14, "last_by": "Policy Officer A"},
    "v6": {"cover": "v6", "footer": "v6", "file": "DPIA attendance v6.docx", "email": "version 6", "account": "v6", "signed": "2022-02-25",
           "table": ["0.3", "v1", "v6"], "created": "2022-01-27T09:12:00Z", "modified": "2022-02-25T11:02:00Z", "revision": 41, "last_by": "Data Protection Lead C"},
    "pub": {"cover": "Published version", "footer": "v6.0", "file": "DPIA attendance published.pdf", "email": None, "account": None, "signed": "2022-02-25",
            "table": ["0.3", "v1", "v6"], "created": "2022-03-04T10:20:00Z", "modified": "2022-03-04T10:20:00Z", "revision": None, "last_by": None},
}

BLOCKS = [
    ("title", "title", 0), ("cover", "cover", 0),
    ("heading", "h-versions", 1), ("table", "versions", 0),
    ("heading", "h0", 1), ("table", "controller", 0),
    ("heading", "h1", 1), ("paragraph", "need-aim", 0), ("paragraph", "need-why", 0),
    ("heading", "h2", 1),
    ("heading", "h2a", 2), ("paragraph", "nature-how", 0), ("numbered", "nature-steps", 0), ("paragraph", "nature-access", 0),
    ("heading", "h2b", 2), ("paragraph", "scope-items", 0), ("bullets", "scope-list", 0), ("paragraph", "scope-frequency", 0), ("paragraph", "scope-retention", 0), ("paragraph", "scope-numbers", 0),
    ("heading", "h2c", 2), ("paragraph", "context", 0), ("paragraph", "context-concern", 0),
    ("heading", "h2d", 2), ("paragraph", "purposes", 0),
    ("heading", "h3", 1), ("paragraph", "consultation", 0), ("paragraph", "consultation-ico", 0),
    ("heading", "h4", 1), ("paragraph", "necessity", 0), ("paragraph", "lawful-basis", 0), ("paragraph", "rights", 0),
    ("heading", "h5", 1), ("table", "risks", 0),
    ("heading", "h6", 1), ("table", "measures", 0),
    ("lastpage", "lastpage", 0), ("heading", "h7", 1), ("table", "sign-off", 0),
]

TEXT = {
    "title": {"v1": "Data protection impact assessment"},
    "cover": {"v1": [("Project", "Daily attendance data collection trial"), ("Owner", "Department for Education"), ("Version", "v1"), ("Date", "February 2022")],
              "v6": [("Project", "Daily attendance data collection trial"), ("Owner", "Department for Education"), ("Version", "v6"), ("Date", "25 February 2022")],
              "pub": [("Project", "Daily attendance data collection trial"), ("Owner", "Department for Education"), ("Version", "Published version"), ("Date", "March 2022")]},
    "h-versions": {"v1": "Version history"},
    "versions": {"v1": [["Version", "Date", "What changed"], ["0.3", "31 January 2022", "Draft for comment"], ["v1", "14 February 2022", "For sign-off"]],
                 "v6": [["Version", "Date", "What changed"], ["0.3", "31 January 2022", "Draft for comment"], ["v1", "14 February 2022", "For sign-off"], ["v6", "25 February 2022", "Retention, risks and rights revised"]]},
    "h0": {"v1": "Submitting controller details"},
    "controller": {"v1": [["Name of controller", "Department for Education"], ["Subject of the assessment", "Daily attendance data collection trial"], ["Contact", "Data Protection Lead C, dp.lead.c@dfe.example"]]},
    "h1": {"v1": "Step 1: Identify the need for a DPIA", "v6": "Step 1: Why a DPIA is needed"},
    "need-aim": {"v1": "The trial aims to show patterns of absence to schools, local authorities and the Department sooner than the termly census can. Schools are asked to take part from 25 January 2022, and taking part is voluntary."},
    "need-why": {"v1": "A DPIA is needed because data about children is collected on a large scale and by a new route, and because some of it is special category data."},
    "h2": {"v1": "Step 2: Describe the processing"},
    "h2a": {"v1": "Nature of the processing"},
    "nature-how": {"v1": "Schools take the register as they do now. The supplier, Wonde, reads the register from the school's information system and passes it to the Department in these steps:"},
    "nature-steps": {"v1": ["The school agrees in Wonde's portal that its data may be shared.", "Wonde reads the register and the pupil's record.", "Wonde sends the data to the Department over an encrypted link.", "The Department puts the data beside other records that it holds and returns a report to the school."]},
    "nature-access": {"v1": "Access is limited to named analysts of the Department.", "v1b": "Access is limited to named analysts of the Department and to support staff of Wonde.",
                      "v6": "Access is limited to named analysts of the Department and to support staff of Wonde. Local authorities see totals and, where a school agrees, named records."},
    "h2b": {"v1": "Scope of the processing"},
    "scope-items": {"v1": "These items are taken for every pupil on roll:"},
    "scope-list": {"v1": ["name and unique pupil number", "gender, ethnicity and year group", "special educational needs and education, health and care plan", "free school meals and pupil premium", "whether the child is or was looked after", "every attendance code of the day"]},
    "scope-frequency": {"v1": "The data is collected daily.", "v6": "The data is collected daily. Within a day the register may be read several times."},
    "scope-retention": {"v1": "Records are kept for 66 years, in line with other pupil records of the Department.",
                        "v6": "Records are kept for 66 years, subject to a yearly review of whether names are still needed.",
                        "pub": "Records are kept for 66 years."},
    "scope-numbers": {"v1": "About 22,000 schools are asked to take part.", "v6": "22,060 schools are asked to take part."},
    "h2c": {"v1": "Context of the processing"},
    "context": {"v1": "Pupils and their families have no direct relationship with the Department. They would expect a school to know who is present. They may not expect the Department to know it by name."},
    "context-concern": {"v6": "Concerns have been raised in public about the pace of the trial and about the use of named records."},
    "h2d": {"v1": "Purposes of the processing"},
    "purposes": {"v1": "To help schools to act sooner on absence, to tell ministers how many pupils are absent, and to test whether the termly return can be replaced."},
    "h3": {"v1": "Step 3: Consultation"},
    "consultation": {"v1": "The views of schools were sought through a user group. Parents and pupils were not asked, as the trial uses data that schools hold already."},
    "consultation-ico": {"v1": "The regulator will be sent this assessment.", "v1b": "The regulator has been sent this assessment.",
                         "v6": "The regulator was sent this assessment on 14 February 2022 and again on 15 February 2022, and asked on 10 February 2022 that the collections be paused."},
    "h4": {"v1": "Step 4: Necessity and proportionality"},
    "necessity": {"v1": "Totals would not allow the Department to follow a pupil who changes school. For this reason named records are needed."},
    "lawful-basis": {"v1": "The lawful basis is the performance of a task carried out in the public interest. For special category data it is substantial public interest."},
    "rights": {"v1": "Pupils and parents may ask for access to the data. A school can leave the trial at any time.",
               "v6": "Pupils and parents may ask for access to the data and may object to its use. A school can leave the trial at any time; data that was sent before stays with the Department.",
               "pub": "Pupils and parents may ask for access to the data and may object to its use. A school can leave the trial at any time."},
    "h5": {"v1": "Step 5: Identify and assess risks"},
    "risks": {"v1": [["Source of risk", "Likelihood", "Severity", "Overall"], ["Data is seen by somebody without need", "possible", "significant", "medium"], ["A pupil is matched to a wrong record", "possible", "minimal", "low"]],
              "v6": [["Source of risk", "Likelihood", "Severity", "Overall"], ["Data is seen by somebody without need", "possible", "significant", "medium"], ["A pupil is matched to a wrong record", "possible", "significant", "medium"], ["Families do not know of the collection", "probable", "significant", "high"]]},
    "h6": {"v1": "Step 6: Identify measures to reduce risk"},
    "measures": {"v1": [["Risk", "Measure", "Effect", "Residual", "Approved"], ["Unneeded access", "Named analysts only, access log", "reduced", "low", "yes"], ["Wrong match", "Checks by number and name", "reduced", "low", "yes"]],
                 "v6": [["Risk", "Measure", "Effect", "Residual", "Approved"], ["Unneeded access", "Named analysts only, access log", "reduced", "low", "yes"], ["Wrong match", "Checks by number and name", "reduced", "low", "yes"], ["Families unaware", "Model privacy notice for schools", "reduced", "medium", "yes"]]},
    "h7": {"v1": "Step 7: Sign off and record outcomes"},
    "sign-off": {"v1": [["Item", "Name and position", "Date"], ["Measures approved by", "Deputy Director B", "14 February 2022"], ["Residual risks approved by", "Deputy Director B", "14 February 2022"], ["DPO advice provided", "", ""], ["This DPIA will be kept under review by", "Policy Officer A", ""]],
                 "v1b": [["Item", "Name and position", "Date"], ["Measures approved by", "Deputy Director B", "15 February 2022"], ["Residual risks approved by", "Deputy Director B", "15 February 2022"], ["DPO advice provided", "", ""], ["This DPIA will be kept under review by", "Policy Officer A", ""]],
                 "v6": [["Item", "Name and position", "Date"], ["Measures approved by", "Deputy Director B", "25 February 2022"], ["Residual risks approved by", "Deputy Director B", "25 February 2022"], ["DPO advice provided", "Data Protection Lead C", "24 February 2022"], ["This DPIA will be kept under review by", "Policy Officer A", ""]]},
}

FOOTNOTES = {  # key: (note, versions)
    "scope-retention": ("The period was set for pupil records in general and was not made for this trial.", ["v6", "pub"]),
    "lawful-basis": ("UK GDPR, Article 6(1)(e); Data Protection Act 2018, Schedule 1, Part 2.", ["v1", "v1b", "v6", "pub"]),
}

# What Word's change tracking in v6 still shows: (author, date, text taken out, text put in); the rest was accepted before.
TRACKED = {
    "scope-retention": ("Data Protection Lead C", "2022-02-24T09:40:00Z", "in line with other pupil records of the Department", "subject to a yearly review of whether names are still needed"),
    "scope-numbers": ("Policy Officer A", "2022-02-22T14:05:00Z", "About 22,000", "22,060"),
    "rights": ("Data Protection Lead C", "2022-02-24T09:52:00Z", "", " and may object to its use"),
}

COMMENTS = {  # key: (author, initials, date, words commented on, comment)
    "necessity": ("Data Protection Lead C", "DC", "2022-02-23T16:20:00Z", "named records are needed", "Do we show this anywhere? The regulator will ask on 28 February at the latest."),
    "scope-retention": ("Policy Officer A", "PA", "2022-02-24T10:15:00Z", "66 years", "To be raised with the Deputy Director on Friday."),
}


def words(key, version):
    """The words of a block in a version, or None when the version does not have the block."""
    found = None
    for one in ORDER:
        if one in TEXT[key]:
            found = TEXT[key][one]
        if one == version:
            return found
    raise KeyError(version)


def blocks(version):
    """The blocks of a version as (kind, key, level, words), in order."""
    out = []
    for kind, key, level in BLOCKS:
        if kind == "lastpage":
            out.append((kind, key, level, ""))
        elif words(key, version) is not None:
            out.append((kind, key, level, words(key, version)))
    return out


def changes(old, new):
    """What differs between two versions: section heading, kind of change, old and new words."""
    out, section = [], ""
    for kind, key, level in BLOCKS:
        if kind == "lastpage":
            continue
        a, b = words(key, old), words(key, new)
        if kind == "heading":
            section = b or a
        if a != b:
            change = "added" if a is None else "removed" if b is None else "edited"
            out.append({"section": section, "key": key, "block": kind, "kind": change, "old": a, "new": b})
    return out
