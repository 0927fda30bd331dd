#!/usr/bin/env python3
"""Makes the hostile files, their manifest and the table in README.md.

  make.py             writes below the folder of this script
  make.py --out DIR   writes below DIR instead
  make.py --into DIR  only makes, in a scratch folder, the names and kinds of file that git handles badly

What Daybook should make of each file stands in expected.json, which is written by hand.
"""
import argparse
import hashlib
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from kinds import archives, awkward, mails, office, pdfs, texts  # noqa: E402

MEDIA = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "zip": "application/zip", "tar": "application/x-tar",
         "7z": "application/x-7z-compressed", "eml": "message/rfc822", "mbox": "application/mbox", "txt": "text/plain", "csv": "text/csv", "html": "text/html", "xml": "application/xml", "bin": "application/octet-stream"}
REALLY = {"pdf-named.txt": "application/pdf", "html-named.docx": "text/html", "locked.docx": "application/x-cfb"}

README = """# hostile

Small broken and malicious files. Daybook must come through all of them: no crash, no hang, nothing written outside
its store, nothing fetched, no program run, and for each file a plain word about what was read and what was not.
Made by `make.py` (licence CC0-1.0, nothing personal); what is expected stands in `expected.json`, written by hand.

- **read**: everything that can be read was; findings may say what was odd.
- **in-part**: some of it was read, and a finding says what is missing.
- **failed**: nothing could be read, and the message says why and what to do.
- **skipped**: deliberately left alone, with the reason.

| file | what is wrong | outcome | what Daybook should say |
|---|---|---|---|
%s

## Names and kinds of file that git handles badly

`make.py --into DIR` makes them in a scratch folder; they are never committed.

| file | what is wrong | outcome |
|---|---|---|
%s
"""


def cases():
    """Every case, sorted by file name."""
    return sorted(one for family in (archives, pdfs, office, mails, texts) for one in family.cases())


def scratch_rows(expected):
    """The second table, without making anything."""
    rows = [("`%s`" % repr(name.replace(b"n" * 230, b"..."))[2:-1], what, expected["names"]) for name, what in awkward.NAMES]
    kinds = {"pipe.txt": "a FIFO", "loop.txt": "a symbolic link to itself", "ping.txt": "a link to pong.txt, which links back", "pong.txt": "a link to ping.txt", "passwd.txt": "a link to /etc/passwd",
             "nowhere.txt": "a link to nothing", "again": "a folder link to its own folder", "bottom.txt": "200 folders deep", "unreadable.txt": "no right to read it (root may all the same)"}
    return rows + [("`%s`" % name, what, expected[name]) for name, what in kinds.items()]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=HERE)
    options.add_argument("--into", type=Path)
    chosen = options.parse_args()
    if chosen.into:
        for name, what in awkward.make(str(chosen.into)).items():
            print("%s\t%s" % (ascii(name), what))
        return
    expected, made = json.loads((HERE / "expected.json").read_text(encoding="utf-8")), cases()
    assert sorted(expected["files"]) == [name for name, *_ in made], "expected.json and the files made differ: %s" % (set(expected["files"]) ^ {name for name, *_ in made})
    folder, rows, table = chosen.out / "files", [], []
    folder.mkdir(parents=True, exist_ok=True)
    for name, data, wrong, says in made:
        (folder / name).write_bytes(data)
        rows.append({"path": "files/" + name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data), "media_type": REALLY.get(name, MEDIA[name.rsplit(".", 1)[1]]),
                     "what": wrong, "origin": "written for Daybook; made by make.py", "licence": "CC0-1.0", "custodian": "Daybook", "synthetic": True})
        table.append("| `%s` | %s | %s | %s |" % (name, wrong, expected["files"][name], says))
    manifest = {"format": "daybook-manifest/1", "corpus": "hostile", "files": rows}
    (chosen.out / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    second = "\n".join("| %s | %s | %s |" % row for row in scratch_rows(expected["scratch"]))
    (chosen.out / "README.md").write_text(README % ("\n".join(table), second), encoding="utf-8")
    print("%d files, %d bytes" % (len(made), sum(len(data) for _, data, _, _ in made)))


if __name__ == "__main__":
    main()
