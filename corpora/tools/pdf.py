"""Writes PDF 1.5 files with text, bookmarks, page labels, document dates and attachments.

Nothing is random: the file id is made from the title. Text is WinAnsi in the standard fonts, so that it can be
read back. Drawing is in `page operations`: ("text", x, y, font, size, text), ("box", x, y, w, h), ("line", x1, y1, x2, y2).
"""
import hashlib

from .deflate import zlib_stream
from .fonts import WIDTHS


def literal(text):
    """A PDF string in WinAnsi, or in UTF-16 where WinAnsi cannot hold it."""
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError:
        raw = b"\xfe\xff" + text.encode("utf-16-be")
    return b"(" + raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def operations(items, names):
    """Page operations as content stream bytes."""
    out = []
    for item in items:
        if item[0] == "text":
            _, x, y, font, size, text = item
            out.append(b"BT /%s %.2f Tf 1 0 0 1 %.2f %.2f Tm " % (names[font].encode(), size, x, y) + literal(text) + b" Tj ET\n")
        elif item[0] == "box":
            out.append(b"%.2f %.2f %.2f %.2f re f\n" % item[1:])
        else:
            out.append(b"%.2f %.2f m %.2f %.2f l S\n" % item[1:])
    return b"".join(out)


class Writer:
    """Collects objects, then writes them with a cross-reference table."""

    def __init__(self):
        self.objects = []

    def add(self, body):
        self.objects.append(body)
        return len(self.objects)

    def reserve(self):
        return self.add(None)

    def stream(self, data, extra=b"", packed=True):
        if packed:
            data, extra = zlib_stream(data), extra + b" /Filter /FlateDecode"
        return self.add(b"<< /Length %d%s >>\nstream\n" % (len(data), extra) + data + b"\nendstream")

    def bytes(self, root, info, identity, trailer=b""):
        out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
        code = hashlib.md5(identity.encode()).hexdigest().encode()
        out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, info, code, code, trailer, start)
        return bytes(out)


def document(pages, title, created, modified=None, author=None, outline=(), labels=(), attachments=(), size=(595, 842)):
    """A PDF from pages of operations.

    outline: (level, title, page from 1); labels: (page from 1, PDF label dictionary); dates as "20220720103000+01'00'".
    """
    pdf = Writer()
    root, tree, info = pdf.reserve(), pdf.reserve(), pdf.reserve()
    names = {font: "F%d" % number for number, font in enumerate(sorted(WIDTHS), 1)}
    fonts = {font: pdf.add(b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % font.encode()) for font in names}
    resources = pdf.add(b"<< /Font << " + b" ".join(b"/%s %d 0 R" % (names[font].encode(), number) for font, number in fonts.items()) + b" >> >>")
    kids = []
    for items in pages:
        content = pdf.stream(operations(items, names))
        kids.append(pdf.add(b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] /Resources %d 0 R /Contents %d 0 R >>" % (tree, *size, resources, content)))
    pdf.objects[tree - 1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    catalog = b"<< /Type /Catalog /Pages %d 0 R /Lang (en-GB)" % tree
    if outline:
        catalog += b" /Outlines %d 0 R /PageMode /UseOutlines" % _outline(pdf, outline, kids)
    if labels:
        catalog += b" /PageLabels << /Nums [%s] >>" % b" ".join(b"%d %s" % (page - 1, label) for page, label in labels)
    if attachments:
        catalog += b" /Names << /EmbeddedFiles << /Names [%s] >> >>" % b" ".join(_attachment(pdf, *one) for one in attachments)
    pdf.objects[root - 1] = catalog + b" >>"
    about = b"<< /Title " + literal(title) + b" /Producer (own writer) /CreationDate (D:%s)" % created.encode()
    about += (b" /ModDate (D:%s)" % modified.encode() if modified else b"") + (b" /Author " + literal(author) if author else b"")
    pdf.objects[info - 1] = about + b" >>"
    return pdf.bytes(root, info, title + created)


def _attachment(pdf, name, media, data):
    stream = pdf.stream(data, b" /Type /EmbeddedFile /Subtype /%s /Params << /Size %d >>" % (media.replace("/", "#2F").encode(), len(data)))
    spec = pdf.add(b"<< /Type /Filespec /F " + literal(name) + b" /UF " + literal(name) + b" /EF << /F %d 0 R >> >>" % stream)
    return literal(name) + b" %d 0 R" % spec


def _outline(pdf, entries, kids):
    """Bookmarks: two levels at most, in page order."""
    top = pdf.reserve()
    numbers = [pdf.reserve() for _ in entries]
    parents, last = [], None
    for level, _, _ in entries:
        parents.append(top if level == 1 else last)
        last = numbers[len(parents) - 1] if level == 1 else last
    for place, (_, title, page) in enumerate(entries):
        family = [number for number, parent in zip(numbers, parents) if parent == parents[place]]
        at, children = family.index(numbers[place]), [number for number, parent in zip(numbers, parents) if parent == numbers[place]]
        body = b"<< /Title " + literal(title) + b" /Parent %d 0 R /Dest [%d 0 R /XYZ 0 842 0]" % (parents[place], kids[page - 1])
        body += b" /Prev %d 0 R" % family[at - 1] if at else b""
        body += b" /Next %d 0 R" % family[at + 1] if at + 1 < len(family) else b""
        body += b" /First %d 0 R /Last %d 0 R /Count %d" % (children[0], children[-1], len(children)) if children else b""
        pdf.objects[numbers[place] - 1] = body + b" >>"
    tops = [number for number, parent in zip(numbers, parents) if parent == top]
    pdf.objects[top - 1] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (tops[0], tops[-1], len(entries))
    return top
