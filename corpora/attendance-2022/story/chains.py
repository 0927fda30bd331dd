"""What bundle.pdf prints, in order: documents, and for an e-mail chain its messages, newest first.

An occurrence: message, style of its header ("top", "original", "rule", "wrote"), format of its sent line, and
redactions by person: "s40" prints a mark, "box" a black box with nothing under it, "under" a black box with the
text left under it.
"""

SENT_FORMATS = {
    "long": "{weekday}, {month} {day}, {year} {hour12}:{minute:02d} {half}",
    "uk": "{day:02d} {month} {year} {hour:02d}:{minute:02d}",
    "slash": "{day:02d}/{monthno:02d}/{year} {hour:02d}:{minute:02d}",
    "noyear": "{wd} {day} {mon} {hour:02d}:{minute:02d}",
    "rfc": "{wd}, {day} {mon} {year} {hour:02d}:{minute:02d}:{second:02d} +0000",
    "wrote": "{day} {mon} {year}, at {hour:02d}:{minute:02d}",
}


def occurrence(message, style, sent, **redact):
    """One printed copy of a message."""
    return {"message": message, "style": style, "sent": sent, "redact": redact}


DOCUMENTS = [
    {"id": "d1", "kind": "cover-letter", "title": "Cover letter to the bundle", "date": "2022-07-20", "content": "cover"},
    {"id": "d2", "kind": "index", "title": "Index of papers", "content": "index"},
    {"id": "d3", "kind": "separator", "title": "Part A: correspondence with the Department", "content": "separator"},
    {"id": "d4", "kind": "email-chain", "title": "RE: Daily attendance data collection trial", "date": "2022-02-10", "font": "Helvetica", "size": 10, "chain": [
        occurrence("m11", "top", "long"),
        occurrence("m10", "original", "uk", policy="s40"),
        occurrence("m9", "rule", "slash", policy="s40", case="box"),
        occurrence("m8", "original", "uk", policy="s40"),
        occurrence("m6", "rule", "long"),
        occurrence("m4", "original", "noyear", dpo="s40"),
        occurrence("m3", "original", "uk", policy="under")]},
    {"id": "d5", "kind": "email-chain", "title": "RE: Daily attendance data collection trial", "date": "2022-02-09", "font": "Times", "size": 11, "chain": [
        occurrence("m5", "top", "uk", dpo="s40"),
        occurrence("m4", "original", "uk", dpo="s40"),
        occurrence("m3", "rule", "long")]},
    {"id": "d6", "kind": "email-chain", "title": "RE: Daily attendance data collection trial", "date": "2022-02-09", "font": "Times", "size": 11, "truncated": True, "chain": [
        occurrence("m7", "top", "uk"),
        occurrence("m6", "original", "uk")]},
    {"id": "d7", "kind": "note", "title": "Note of a call with the Department", "date": "2022-02-11", "content": "call"},
    {"id": "d8", "kind": "email-chain", "title": "RE: DPIA for the attendance trial", "date": "2022-02-15", "font": "Helvetica", "size": 10, "chain": [
        occurrence("m17", "top", "long"),
        occurrence("m16", "original", "uk"),
        occurrence("m15", "original", "uk", director="s40"),
        occurrence("m14", "rule", "slash"),
        occurrence("m13", "original", "uk", manager="box"),
        occurrence("m12", "original", "rfc", director="s40")]},
    {"id": "d9", "kind": "dpia", "title": "Data protection impact assessment", "version": "v1", "date": "2022-02-14", "signed": "2022-02-14", "assessment": "v1", "file": "DPIA attendance v1.docx"},
    {"id": "d10", "kind": "dpia", "title": "Data protection impact assessment", "version": "v1", "date": "2022-02-15", "signed": "2022-02-15", "assessment": "v1b", "file": "DPIA attendance v1 (updated).docx"},
    {"id": "d11", "kind": "email-chain", "title": "RE: Daily attendance trial: note for schools", "date": "2022-02-16", "font": "Helvetica", "size": 10, "chain": [
        occurrence("m20", "top", "uk", school="s40"),
        occurrence("m19", "original", "uk", school="s40"),
        occurrence("m18", "original", "uk")]},
    {"id": "d12", "kind": "email-chain", "title": "RE: Publication of the DPIA", "date": "2022-03-01", "font": "Times", "size": 11, "chain": [
        occurrence("m26", "top", "uk"),
        occurrence("m25", "wrote", "wrote"),
        occurrence("m24", "wrote", "wrote"),
        occurrence("m23", "wrote", "wrote"),
        occurrence("m22", "wrote", "wrote"),
        occurrence("m21", "wrote", "wrote")]},
    {"id": "d13", "kind": "email-chain", "title": "RE: Our comments on the DPIA", "date": "2022-03-16", "font": "Helvetica", "size": 10, "chain": [
        occurrence("m28", "top", "long"),
        occurrence("m27", "original", "uk", director="s40")]},
    {"id": "d14", "kind": "letter", "title": "Comments on the DPIA", "date": "2022-03-15", "content": "comments", "file": "Comments on the DPIA.pdf"},
]

# attachment -> document of the bundle
LINKS = [
    {"message": "m12", "name": "DPIA attendance v1.docx", "document": "d9", "version": "v1", "stated": True},
    {"message": "m15", "name": "DPIA attendance v1 (updated).docx", "document": "d10", "version": "v1", "stated": True},
    {"message": "m27", "name": "Comments on the DPIA.pdf", "document": "d14", "version": None, "stated": True},
]
