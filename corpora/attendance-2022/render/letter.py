"""Letters, as pages of a PDF and as Word files."""
from tools import docx


def print_on(flow, parts):
    """Prints a letter; gives [(text, rows)] so that a piece of it can be found on its page."""
    printed, number = [], 0
    for kind, text in parts:
        bold, indent, hang = kind == "heading", 0, 0
        if kind == "n":
            number += 1
            shown, indent, hang = "%d. %s" % (number, text), 12, 14
        else:
            shown = text
        if kind == "close":
            flow.room(flow.size * flow.lead * 4)
        printed.append((shown, flow.text(shown, bold=bold, indent=indent, hang=hang)))
        flow.gap(0.8)
    return printed


def word_file(letter, created, author):
    """A letter as a Word file."""
    body = []
    for kind, text in letter["parts"]:
        if kind == "heading":
            body.append(docx.paragraph(docx.run(text), "Heading1"))
        elif kind == "n":
            body.append(docx.paragraph(docx.run(text), None, docx.NUMBERS))
        else:
            body.append(docx.paragraph(docx.run(text)))
    return docx.package(body, letter["title"], created, created, author, author, footer="Reconstruction, not an original paper")


def comments(letters):
    """The parts of the ten pages of comments."""
    parts = list(letters.COMMENTS_OPENING)
    for number, (title, says, concern, suggestion) in enumerate(letters.COMMENTS, 1):
        parts.append(("heading", "Comment %d: %s" % (number, title)))
        parts += [("p", "What the assessment says. " + says), ("p", "Our concern. " + concern), ("p", "What we suggest. " + suggestion)]
    return parts + list(letters.COMMENTS_CLOSING)
