"""Builds `truth.json` from the story.

Shape: format "daybook-bundle-truth/1": documents, messages with their occurrences, threads, links, duplicates,
lookalikes and events, all of `papers/bundle.pdf` (pages count from 1); then keys of our own: `sequence`, `traps`,
`promises`, `contradictions`, `intervals`, `identity`, `version_changes`, `papers`, `paper_events`, `further_events`, `open_statements`, `same_bytes`,
`near_duplicates`. `places` holds what only the printing knows: page numbers, `None` before the papers are made.
"""
import hashlib
import re
from datetime import datetime

from story import assessments, chains, further, letters, messages, notes, papers, sequence, traps, web
from story.people import BODIES, party

MINUTE_FORMATS = {"long", "uk", "slash", "noyear", "wrote"}


def sent_text(style, iso):
    """The date of a message as a mail client prints it."""
    at = datetime.fromisoformat(iso)
    months = "January February March April May June July August September October November December".split()
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    return chains.SENT_FORMATS[style].format(
        year=at.year, month=months[at.month - 1], mon=months[at.month - 1][:3], monthno=at.month, day=at.day,
        weekday=days[at.weekday()], wd=days[at.weekday()][:3], hour=at.hour, hour12=at.hour % 12 or 12,
        minute=at.minute, second=at.second, half="AM" if at.hour < 12 else "PM")


def fields(one, style):
    """The header fields that a printed copy shows."""
    if style == "wrote":
        return ["from", "sent"]
    return ["from", "sent", "to"] + (["cc"] if one["cc"] else []) + ["subject"] + (["attachments"] if one["attach"] else [])


def people_of(one):
    return [one["who"]] + one["to"] + one["cc"]


def occurrences(one, places):
    """Every printed copy of a message."""
    out = []
    for document in chains.DOCUMENTS:
        for order, copy in enumerate(document.get("chain", [])):
            if copy["message"] != one["id"]:
                continue
            hidden = [key for key in people_of(one) if copy["redact"].get(key) in ("s40", "box")] if copy["style"] != "wrote" else []
            covered = [key for key in people_of(one) if copy["redact"].get(key) == "under"]
            out.append({
                "document": document["id"], "pages": places and places["occurrences"][(document["id"], order)], "order": order,
                "quoted": order > 0, "depth": order, "style": {"original": "outlook", "rule": "outlook", "top": "top", "wrote": "wrote"}[copy["style"]],
                "sent_text": sent_text(copy["sent"], one["sent"]), "subject_text": one["subject"] if copy["style"] != "wrote" else None,
                "redacted": [value for key in hidden for value in party(key).values()],
                "text_under_box": [value for key in covered for value in party(key).values()],
                "address_style": "{n} <{a}>", "fields": fields(one, copy["style"])})
    return out


def message_truth(one, places):
    """One message as the scorers read it."""
    printed = occurrences(one, places)
    everywhere = set.intersection(*[set(copy["redacted"]) for copy in printed]) if printed else set()
    styles = [copy["sent"] for document in chains.DOCUMENTS for copy in document.get("chain", []) if copy["message"] == one["id"]]
    stated = "second" if any(style not in MINUTE_FORMATS for style in styles) else "minute"
    reduced = re.sub(r"\s+", " ", one["body"]).strip().lower()
    return {
        "id": one["id"], "message_id": "<%s@%s>" % (one["id"] + ".attendance", party(one["who"])["address"].split("@")[1]),
        "from": party(one["who"]), "to": [party(key) for key in one["to"]], "cc": [party(key) for key in one["cc"]],
        "date": one["sent"], "subject": one["subject"], "body": one["body"], "body_sha1": hashlib.sha1(reduced.encode()).hexdigest(),
        "parent": one["parent"], "thread": one["thread"], "attachments": one["attach"],
        "always_redacted": sorted(everywhere), "address_printed": bool(printed),
        "fields_printed": sorted({name for copy in printed for name in copy["fields"]}),
        "date_stated": [stated] if printed else [], "year_stated": any(style != "noyear" for style in styles),
        "mail_files": [path if path != "mbox" else "mailbox.mbox" for path in one["mail"]], "missing_reply_headers": one["drop"],
        "occurrences": printed}


def document_truth(document, places):
    """One document of the bundle."""
    keys = ("id", "kind", "title", "date", "version", "signed", "file", "truncated")
    out = {key: document[key] for key in keys if key in document}
    out["pages"] = places and places["documents"][document["id"]]
    return out


def bundle_events(places):
    """Dated statements printed in the bundle, each once, where it is first printed."""
    out = []
    seen = {}
    for document in chains.DOCUMENTS:
        for copy in document.get("chain", []):
            seen.setdefault(copy["message"], document["id"])
    for one in messages.MESSAGES:
        if one["id"] in seen:
            for number, event in enumerate(one["events"]):
                out.append(dict(event, message=one["id"], document=seen[one["id"]], page=places and places["events"][(one["id"], number)]))
    for document in chains.DOCUMENTS:
        if document["kind"] == "dpia":  # dated by the page that is signed, the last one
            words = assessments.words("sign-off", document["assessment"])[1]
            out.append({"date": document["signed"], "type": "signed-off", "text": " ".join(words), "relative": False, "basis": "explicit",
                        "document": document["id"], "page": places and places["documents"][document["id"]][1]})
    for document, events in (("d7", notes.CALL_EVENTS), ("d14", letters.COMMENTS_EVENTS)):
        for number, event in enumerate(events):
            out.append(dict(event, document=document, page=places and places["events"][(document, number)]))
    return out


def build(places=None):
    """The whole truth, ready for JSON."""
    told = [message_truth(one, places) for one in messages.MESSAGES]
    threads = [{"id": key, "subject": subject, "messages": [one["id"] for one in messages.MESSAGES if one["thread"] == key]} for key, subject in messages.THREADS.items()]
    return {
        "format": "daybook-bundle-truth/1", "story": "attendance-2022", "synthetic": True, "bundle": "papers/bundle.pdf",
        "note": "A reconstruction in our own words of a public account (Defend Digital Me). Not original papers.",
        "pages": places and places["pages"], "config": "own", "attachments_in_mail": True,
        "parties": [{"name": name, "aliases": aliases} for name, aliases in BODIES.values()],
        "documents": [document_truth(one, places) for one in chains.DOCUMENTS],
        "messages": told, "threads": threads, "links": chains.LINKS,
        "duplicates": [["%s@%s" % (one["id"], copy["document"]) for copy in one["occurrences"]] for one in told if len(one["occurrences"]) > 1],
        "lookalikes": messages.LOOKALIKES, "events": bundle_events(places),
        "sequence": {"paper": traps.NEWS, "entries": [dict(entry, order=number) for number, entry in enumerate(sequence.SEQUENCE, 1)]},
        "traps": traps.TRAPS, "promises": traps.PROMISES, "contradictions": traps.CONTRADICTIONS, "intervals": traps.INTERVALS,
        "identity": [dict(assessments.IDENTITY[key], id=key, papers=[path for path, _, kind, _, _ in papers.PAPERS if path.rsplit(".", 1)[0] == assessments.IDENTITY[key]["file"].rsplit(".", 1)[0]]) for key in assessments.ORDER],
        "version_changes": [{"from": old, "to": new, "changes": assessments.changes(old, new)} for old, new in zip(assessments.ORDER, assessments.ORDER[1:])],
        "papers": [{"path": path, "media_type": media, "kind": kind, "custodian": who, "what": what} for path, media, kind, who, what in papers.PAPERS],
        "pages_of_the_web": [{key: page[key] for key in ("path", "title", "site", "url", "captured", "published", "modified")} for page in web.PAGES],
        "paper_events": {"FOI response letter.pdf": letters.FOI_RESPONSE["events"], "letters.zip#Letter to the ICO.docx": letters.FIRST_LETTER["events"],
                         "letters.zip#Complaint to the Department.pdf": letters.COMPLAINT["events"], "notes/call 2022-02-11.md": notes.CALL_EVENTS},
        "further_events": [{"date": day, "types": kinds, "text": text, "page": page} for day, kinds, text, page in further.FURTHER],
        "open_statements": further.OPEN,
        "log": {"paper": "correspondence log.csv", "columns": notes.LOG_HEADER, "rows": len(notes.LOG)},
        "same_bytes": papers.SAME_BYTES, "near_duplicates": papers.NEAR_DUPLICATES,
    }
