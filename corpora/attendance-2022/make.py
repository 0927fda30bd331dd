#!/usr/bin/env python3
"""Makes the papers of this corpus, its manifest and its truth, from the story beside it.

  make.py            writes below the folder of this script
  make.py --out DIR  writes below DIR instead

Same bytes on every run and every machine: no clock, no network, no library that packs.
"""
import argparse
import csv
import email
import hashlib
import html
import io
import json
import re
import sys
import zipfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import truth  # noqa: E402
from render import assessment, bundle, letter, mail, web  # noqa: E402
from story import chains, letters, notes, papers, traps  # noqa: E402
from story.web import PAGES  # noqa: E402
from tools.zipper import pack  # noqa: E402


def list_of_papers(places):
    """The table that is attached to the response letter."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(["Paper", "Date", "First page", "Last page"])
    for document in chains.DOCUMENTS:
        first, last = places["documents"][document["id"]]
        table.writerow([document["title"], document.get("date", ""), bundle.BATES % first, bundle.BATES % last])
    return out.getvalue().encode("utf-8")


def log():
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([notes.LOG_HEADER] + notes.LOG)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def note():
    """The note of the call in Markdown."""
    lines, number = [], 0
    for kind, text in notes.CALL:
        number += kind == "n"
        lines += ["# " + text, ""] if kind == "h" else ["%d. %s" % (number, text)] if kind == "n" else ([""] if number else []) + [text, ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def make():
    """Every paper by path, the words of the PDFs, and the places in the bundle."""
    files, text = {}, {}
    files["bundle.pdf"], places, text["bundle.pdf"] = bundle.bundle()
    foi = letters.FOI_RESPONSE
    files[foi["path"]], text[foi["path"]] = bundle.small_pdf(foi["parts"], foi["title"], "20220720090000+01'00'", "Information Access Officer C",
                                                             [("List of papers.csv", "text/csv", list_of_papers(places))])
    for version in ("v1", "v1b", "v6"):
        files["DPIA attendance %s.docx" % {"v1b": "v1 (updated)"}.get(version, version)] = assessment.word_file(version)
    for version, path, title, created in (("v1b", "DPIA attendance v1 (updated).pdf", "DPIA attendance v1", "20220215135000Z"), ("pub", "DPIA attendance published.pdf", "DPIA attendance v1", "20220304102000Z")):
        files[path], text[path] = bundle.assessment_pdf(version, title, created, "Policy Officer A")
    files["copies/DPIA for ICO.docx"] = files["DPIA attendance v1.docx"]
    files["Message to schools.docx"] = letter.word_file(letters.MESSAGE_TO_SCHOOLS, "2022-01-27T15:00:00Z", "Attendance Trial Helpdesk")
    first = letter.word_file(letters.FIRST_LETTER, "2022-02-01T15:40:00Z", "Campaign Lead A")
    complaint, _ = bundle.small_pdf(letters.COMPLAINT["parts"], letters.COMPLAINT["title"], "20220728110000+01'00'", "Campaign Lead A")
    files["letters.zip"] = pack([("Letter to the ICO.docx", first), ("Complaint to the Department.pdf", complaint)])
    comments, _ = bundle.small_pdf(letter.comments(letters), "Comments on the DPIA", "20220315150000Z", "Group Manager B", own="Comments on the DPIA, 15 March 2022", font="Helvetica", **bundle.WIDE_LETTER)
    attached = dict(files, **{"Letter to the ICO.docx": first, "Comments on the DPIA.pdf": comments})
    files["mailbox.mbox"] = mail.mailbox(attached)
    for path in ("mail/concerns to the ICO.eml", "mail/note to schools.eml"):
        files[path] = mail.single(path, attached)
    for page in PAGES:
        files[page["path"]] = web.saved(page)
    files["notes/call 2022-02-11.md"] = note()
    files["correspondence log.csv"] = log()
    files["daybook.yaml"] = papers.SETTINGS.encode("utf-8")
    assert sorted(files) == sorted(path for path, *_ in papers.PAPERS), "papers made and papers listed differ"
    return files, text, places


def words_of(path, data, text):
    """The words of a paper, for checking quotes: not a reader, only good for what is made here."""
    if path in text:
        return text[path]
    if path.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return " ".join(re.findall(r"<w:t[^>]*>([^<]*)", parts.read("word/document.xml").decode("utf-8")))
    if path.endswith((".eml", ".mbox")):
        bodies = [one for part in re.split(rb"(?m)^From \S+ ", data) for one in email.message_from_bytes(part.split(b"\n", 1)[1] if path.endswith("mbox") and b"\n" in part else part).walk()]
        return data.decode("latin-1") + " ".join((one.get_payload(decode=True) or b"").decode("utf-8", "replace") for one in bodies if one.get_content_maintype() == "text")
    plain = data.decode("utf-8")
    return html.unescape(re.sub(r"<[^>]+>", " ", plain)) if path.endswith(".html") else plain


def check_quotes(files, text):
    """Every quote of the traps and contradictions stands in its paper."""
    folded = {path: re.sub(r"\s+", " ", words_of(path, data, text)) for path, data in files.items() if not path.endswith(".zip")}
    quotes = [(one["paper"], one["quote"]) for trap in traps.TRAPS for one in trap["carriers"]]
    quotes += [(one[side]["paper"], one[side]["quote"]) for one in traps.CONTRADICTIONS for side in "ab"]
    for path, quote in quotes:
        assert quote in folded[path], "%s does not hold: %s" % (path, quote)


def manifest(files):
    """What every paper is, where it is from, and its hash."""
    rows = []
    for path, media, _, custodian, what in sorted(papers.PAPERS):
        rows.append({"path": "papers/" + path, "sha256": hashlib.sha256(files[path]).hexdigest(), "bytes": len(files[path]), "media_type": media, "what": what,
                     "origin": "written for Daybook; made by make.py", "licence": "CC0-1.0", "custodian": custodian, "synthetic": True})
    return {"format": "daybook-manifest/1", "corpus": "attendance-2022", "files": rows}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=HERE)
    out = options.parse_args().out
    files, text, places = make()
    check_quotes(files, text)
    for path, data in files.items():
        target = out / "papers" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    for name, value in (("truth.json", truth.build(places)), ("manifest.json", manifest(files))):
        (out / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print("%d papers, %d bytes, %d pages; headers cut by a page break: %s" % (len(files), sum(map(len, files.values())), places["pages"], " ".join(places["cut"])))


if __name__ == "__main__":
    main()
