"""The DPIA versions, as Word files and as pages of a PDF."""
from story import assessments
from tools import docx

SHARES = {2: [0.4, 0.6], 3: [0.4, 0.35, 0.25], 4: [0.46, 0.18, 0.18, 0.18], 5: [0.2, 0.36, 0.16, 0.14, 0.14]}
FOOTER = "DPIA, daily attendance trial, %s"
MARK = "Reconstruction, not an original paper"


def _notes(version):
    """The footnotes of a version, in the order in which they are met."""
    order = [key for _, key, _, _ in assessments.blocks(version) if key in assessments.FOOTNOTES and version in assessments.FOOTNOTES[key][1]]
    return order, [assessments.FOOTNOTES[key][0] for key in order]


def _runs(key, text, version, notes, comments):
    """The runs of a paragraph, with tracked changes and comments in v6 and footnotes everywhere."""
    def plain(words):
        found = assessments.COMMENTS.get(key)
        if version == "v6" and found and found[3] in words:
            before, after = words.split(found[3], 1)
            comments.append((found[0], found[1], found[2], found[4]))
            marked = docx.commented(len(comments) - 1, docx.run(found[3]))
            return (docx.run(before) if before else "") + marked + (docx.run(after) if after else "")
        return docx.run(words) if words else ""

    tracked = assessments.TRACKED.get(key)
    if version == "v6" and tracked:
        author, date, old, new = tracked
        before, after = text.split(new, 1)
        number = 100 + 2 * list(assessments.TRACKED).index(key)
        change = (docx.deleted(number, author, date, old) if old else "") + docx.inserted(number + 1, author, date, new)
        runs = plain(before) + change + plain(after)
    else:
        runs = plain(text)
    return runs + (docx.footnote_mark(notes.index(key) + 1) if key in notes else "")


def word_file(version):
    """The Word file of a version."""
    about, body, comments = assessments.IDENTITY[version], [], []
    notes, texts = _notes(version)
    for kind, key, level, words in assessments.blocks(version):
        if kind == "title":
            body.append(docx.paragraph(docx.run(words), "Title"))
        elif kind == "cover":
            body.append(docx.table([list(row) for row in words], head=False))
        elif kind == "heading":
            body.append(docx.heading(words, level))
        elif kind == "table":
            body.append(docx.table(words))
        elif kind in ("numbered", "bullets"):
            body += [docx.paragraph(docx.run(one), None, docx.NUMBERS if kind == "numbered" else docx.BULLETS) for one in words]
        elif kind == "lastpage":
            body.append(docx.page_break())
        else:
            body.append(docx.paragraph(_runs(key, words, version, notes, comments)))
    return docx.package(body, "DPIA attendance " + about["cover"], about["created"], about["modified"], "Policy Officer A", about["last_by"], about["revision"],
                        header="OFFICIAL", footer=FOOTER % about["footer"] + " | " + MARK, footnotes=texts, comments=comments)


def print_on(flow, version):
    """Prints a version on the pages of a flow, its sign-off on a page of its own."""
    numbers = [0, 0]
    notes, texts = _notes(version)
    for kind, key, level, words in assessments.blocks(version):
        if kind == "title":
            flow.text(words, bold=True, size=flow.size * 2)
            flow.gap(0.5)
        elif kind == "cover":
            for label, value in words:
                flow.text("%s: %s" % (label, value), size=flow.size * 1.15)
            flow.gap()
        elif kind == "heading":
            numbers = [numbers[0] + 1, 0] if level == 1 else [numbers[0], numbers[1] + 1]
            flow.gap(0.5)
            flow.room(flow.size * flow.lead * 3)
            flow.text("%s %s" % (".".join(str(n) for n in numbers[:level]), words), bold=True, size=flow.size * (1.3 if level == 1 else 1.1))
            flow.gap(0.3)
        elif kind == "table":
            flow.table(words, SHARES[len(words[0])], head=key != "controller")
        elif kind in ("numbered", "bullets"):
            for number, one in enumerate(words, 1):
                flow.text(("%d. " % number if kind == "numbered" else "• ") + one, indent=14, hang=12)
            flow.gap(0.4)
        elif kind == "lastpage":
            for number, text in enumerate(texts, 1):
                flow.text("[%d] %s" % (number, text), size=flow.size * 0.85)
            flow.new_page()
        else:
            flow.text(words + (" [%d]" % (notes.index(key) + 1) if key in notes else ""))
            flow.gap(0.4)
