"""Prints bundle.pdf and learns where everything came to stand.

Furniture of every page: OFFICIAL on top, at the foot the document's own line, the Bates number, "Page n of m".
"""
from story import assessments, chains, letters, messages, notes
from story.people import PEOPLE
from tools import pdf
from tools.flow import BOX, COVER, UNCOVER, Flow, page_of
from tools.fonts import width

import truth
from render import assessment, letter

BATES = "FOI-0001-%06d"
WIDE_LETTER = {"size": 14, "lead": 1.75, "left": 100}  # a letter in wide lines, to be read with a pen
FONTS = {"Helvetica": "Helvetica", "Times": "Times-Roman"}


def person(key, how, address=True):
    """A name and address in a header, as printed: whole, marked, blacked out or covered."""
    name, mail, _ = PEOPLE[key]
    whole = "%s <%s>" % (name, mail) if address else name
    return {"s40": "[redacted s40(2)]", "box": BOX * 24, "under": COVER + whole + UNCOVER}.get(how, whole)


def header_lines(one, copy):
    """Label and value of each line of a printed header."""
    def listed(keys):
        return "; ".join(person(key, copy["redact"].get(key)) for key in keys)
    lines = [("From:", listed([one["who"]])), ("Sent:", truth.sent_text(copy["sent"], one["sent"])), ("To:", listed(one["to"]))]
    if one["cc"]:
        lines.append(("Cc:", listed(one["cc"])))
    lines.append(("Subject:", one["subject"]))
    if one["attach"]:
        lines.append(("Attachments:", "; ".join(one["attach"])))
    return lines


class Printer:
    """One pass over the documents of the bundle. `known` are the page ranges of the pass before, for the index."""

    def __init__(self, known):
        self.known, self.flow = known, Flow(lead=1.3)
        self.documents, self.occurrences, self.events, self.own, self.cut = {}, {}, {}, {}, []

    def run(self):
        for document in chains.DOCUMENTS:
            self.flow.font, self.flow.size = FONTS[document.get("font", "Helvetica")], document.get("size", 10.5)
            self.flow.new_page()
            self.flow.mark(1, "%s (%s)" % (document["title"], document.get("date", "undated")))
            first = self.flow.page
            if "chain" in document:
                self.chain(document)
            elif "assessment" in document:
                assessment.print_on(self.flow, document["assessment"])
                self.foot(first, assessment.FOOTER % assessments.IDENTITY[document["assessment"]]["footer"])
            else:
                getattr(self, document["content"])(document)
            self.documents[document["id"]] = [first, self.flow.page]
            if document["id"] == "d14":
                self.foot(first, "Comments on the DPIA, 15 March 2022")

    def foot(self, first, text):
        """A document's own foot line, with its own page numbers."""
        for number, page in enumerate(range(first, self.flow.page + 1), 1):
            self.own[page] = "%s | %d" % (text, number)

    def cover(self, _):
        letter.print_on(self.flow, letters.COVER)

    def index(self, _):
        self.flow.text("Index of papers", bold=True, size=15)
        self.flow.gap()
        rows = [["No.", "Date", "Paper", "First page"]]
        for number, document in enumerate([one for one in chains.DOCUMENTS if one["kind"] not in ("cover-letter", "index", "separator")], 1):
            rows.append([str(number), uk_date(document["date"]), {"email-chain": "E-mails: ", "dpia": "Assessment: ", "letter": "Letter: ", "note": ""}[document["kind"]] + document["title"],
                         BATES % self.known.get(document["id"], [0])[0]])
        self.flow.table(rows, [0.07, 0.22, 0.47, 0.24])

    def separator(self, document):
        self.flow.y = 460
        self.flow.text(document["title"], bold=True, size=18)

    def call(self, document):
        number, printed = 0, []
        for kind, text in notes.CALL:
            number += kind == "n"
            shown = "%d. %s" % (number, text) if kind == "n" else text
            printed.append((shown, self.flow.text(shown, bold=kind == "h", hang=14 if kind == "n" else 0)))
            self.flow.gap(0.6)
        self.find(document["id"], notes.CALL_EVENTS, printed)

    def comments(self, document):
        flow = self.flow
        before = flow.lead, flow.left, flow.wide
        flow.size, flow.lead, flow.left, flow.wide = WIDE_LETTER["size"], WIDE_LETTER["lead"], WIDE_LETTER["left"], 595 - 2 * WIDE_LETTER["left"]
        self.find(document["id"], letters.COMMENTS_EVENTS, letter.print_on(flow, letter.comments(letters)))
        flow.lead, flow.left, flow.wide = before

    def find(self, document, events, printed):
        """Notes the page of each event of a document without messages."""
        for number, event in enumerate(events):
            shown, rows = next(one for one in printed if event["text"] in one[0])
            self.events[(document, number)] = page_of(rows, shown.index(event["text"]))

    def chain(self, document):
        flow, name = self.flow, PEOPLE[messages.BY_ID[document["chain"][0]["message"]]["who"]][0]
        flow.text(name, bold=True, size=flow.size * 1.3)
        flow.rule()
        for order, copy in enumerate(document["chain"]):
            one = messages.BY_ID[copy["message"]]
            prefix = "> " * order if copy["style"] == "wrote" else ""
            if order:
                flow.gap(0.8)
            first = self.header(one, copy, "> " * (order - 1) if prefix else "")
            flow.gap(0.8)
            rows = self.body(one, prefix)
            self.occurrences[(document["id"], order)] = [first, flow.page]
            for number, event in enumerate(one["events"]):
                if (one["id"], number) not in self.events:
                    self.events[(one["id"], number)] = page_of(rows, one["body"].index(event["text"]))
        if document.get("truncated"):
            flow.gap()
            flow.text("[Earlier messages not printed]")

    def header(self, one, copy, prefix):
        """Prints a header; gives the page on which it begins."""
        flow = self.flow
        if copy["style"] == "wrote":
            name, mail, _ = PEOPLE[one["who"]]
            return flow.text("On %s, %s <%s> wrote:" % (truth.sent_text("wrote", one["sent"]), name, mail), prefix=prefix)[0][0]
        if copy["style"] == "original":
            flow.text("-----Original Message-----")
        elif copy["style"] == "rule":
            flow.text("_" * 32)
        pages = []
        for label, value in header_lines(one, copy):
            if copy["style"] == "top":
                flow.room(flow.size * flow.lead)
                flow.draw(flow.left, flow.y, "Helvetica-Bold" if flow.font == "Helvetica" else "Times-Bold", flow.size, label)
                pages += [row[0] for row in flow.text(value, indent=80)]
            else:
                pages += [row[0] for row in flow.text("%s %s" % (label, value), hang=20)]
        if pages[0] != pages[-1]:
            self.cut.append(one["id"])
        return pages[0]

    def body(self, one, prefix):
        """Prints a body paragraph by paragraph; gives rows with places in the whole body."""
        out, at = [], 0
        for text in one["body"].split("\n\n"):
            if at:
                self.flow.text("", prefix=prefix.rstrip()) if prefix else self.flow.gap(0.7)
            out += [(page, at + low, at + high) for page, low, high in self.flow.text(text, prefix=prefix)]
            at += len(text) + 2
        return out


def uk_date(iso):
    months = "January February March April May June July August September October November December".split()
    year, month, day = iso.split("-")
    return "%d %s %s" % (int(day), months[int(month) - 1], year)


def furnish(flow, own, bates=BATES, head="OFFICIAL"):
    """Adds what stands at the top and foot of every page."""
    total = len(flow.pages)
    for number, items in enumerate(flow.pages, 1):
        lines = [(298, 812, "Helvetica-Bold", 9, head), (298, 44, "Helvetica", 8, own.get(number, "")), (298, 18, "Helvetica", 7, assessment.MARK)]
        lines += [(298, 30, "Helvetica", 8, "Page %d of %d" % (number, total)), (480, 30, "Courier", 8, bates % number)] if bates else [(298, 30, "Helvetica", 8, "Page %d of %d" % (number, total))]
        top = [("text", x - (width(text, font, size) / 2 if x == 298 else 0), y, font, size, text) for x, y, font, size, text in lines if text]
        items[:0] = top[:1]
        items.extend(top[1:])


def bundle():
    """The bytes of bundle.pdf, its places, and its text, page by page."""
    known = {}
    for _ in range(2):
        printer = Printer(known)
        printer.run()
        known = printer.documents
    flow = printer.flow
    text = page_text(flow)
    furnish(flow, printer.own)
    assert printer.cut, "no header block is cut by a page break"
    ten = printer.documents["d14"]
    assert ten[1] - ten[0] == 9, "the comments have %d pages" % (ten[1] - ten[0] + 1)
    data = pdf.document(flow.pages, "FOI-0001 bundle of papers", "20220720091500+01'00'", "20220720093000+01'00'", "Information Access Officer C",
                        flow.outline, [(1, b"<< /S /D /P (FOI-0001-) >>")])
    places = {"pages": len(flow.pages), "documents": printer.documents, "occurrences": printer.occurrences, "events": printer.events, "cut": printer.cut}
    return data, places, text


def page_text(flow):
    """The words of all pages in order, for checks."""
    return " ".join(item[5] for items in flow.pages for item in items if item[0] == "text")


def small_pdf(parts, title, created, author, attachments=(), own="", font="Times-Roman", size=11, lead=1.3, left=64):
    """A letter as a PDF file of its own."""
    flow = Flow(font=font, size=size, lead=lead, left=left, right=left)
    letter.print_on(flow, parts)
    furnish(flow, {page: "%s | %d" % (own, page) for page in range(1, flow.page + 1)} if own else {}, bates=None, head="")
    return pdf.document(flow.pages, title, created, None, author, attachments=attachments), page_text(flow)


def assessment_pdf(version, title, created, author):
    """A DPIA version as a PDF file of its own."""
    flow = Flow(size=10.5)
    flow.new_page()
    assessment.print_on(flow, version)
    text = page_text(flow)
    furnish(flow, {page: "%s | %d" % (assessment.FOOTER % assessments.IDENTITY[version]["footer"], page) for page in range(1, flow.page + 1)}, bates=None)
    return pdf.document(flow.pages, title, created, None, author), text
