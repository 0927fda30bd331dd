"""Writes Word files: headings, true numbering, tables, header and footer, footnotes, comments, tracked changes.

A file is a list of parts of a body, made by the functions below, and put together by `package`.
"""
from xml.sax.saxutils import escape, quoteattr

from .zipper import pack

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BULLETS, NUMBERS, OUTLINE = 1, 2, 3  # numIds of numbering.xml
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text, bold=False, deleted=False):
    """A run of text; a line break for every newline."""
    tag = "w:delText" if deleted else "w:t"
    lines = ['<%s xml:space="preserve">%s</%s>' % (tag, escape(line), tag) for line in text.split("\n")]
    return "<w:r>%s%s</w:r>" % ("<w:rPr><w:b/></w:rPr>" if bold else "", "<w:br/>".join(lines))


def inserted(number, author, date, text):
    return '<w:ins w:id="%d" w:author=%s w:date="%s">%s</w:ins>' % (number, quoteattr(author), date, run(text))


def deleted(number, author, date, text):
    return '<w:del w:id="%d" w:author=%s w:date="%s">%s</w:del>' % (number, quoteattr(author), date, run(text, deleted=True))


def commented(number, runs):
    """Runs that a comment hangs on."""
    return '<w:commentRangeStart w:id="%d"/>%s<w:commentRangeEnd w:id="%d"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="%d"/></w:r>' % (number, runs, number, number)


def footnote_mark(number):
    return '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="%d"/></w:r>' % number


def paragraph(runs, style=None, numbering=None, level=0):
    """A paragraph from ready-made runs or from text."""
    runs = runs if runs.startswith("<w:") else run(runs)
    shape = '<w:pStyle w:val="%s"/>' % style if style else ""
    shape += '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % (level, numbering) if numbering else ""
    return "<w:p>%s%s</w:p>" % ("<w:pPr>%s</w:pPr>" % shape if shape else "", runs)


def heading(text, level):
    """A numbered heading; its number is not in the text."""
    return paragraph(text, "Heading%d" % level, OUTLINE, level - 1)


def page_break():
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def table(rows, head=True):
    """A table with one grid column a cell."""
    wide = 9000 // len(rows[0])
    out = ['<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="%d"/>' % wide * len(rows[0]) + "</w:tblGrid>"]
    for number, cells in enumerate(rows):
        top = head and number == 0
        out.append("<w:tr>" + ("<w:trPr><w:tblHeader/></w:trPr>" if top else ""))
        out += ['<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>' % (wide, paragraph(run(cell, bold=top))) for cell in cells]
        out.append("</w:tr>")
    return "".join(out) + "</w:tbl>"


STYLES = HEAD + "<w:styles %s>" % W + "".join(
    '<w:style w:type="%s" w:styleId="%s"%s><w:name w:val="%s"/>%s</w:style>' % one for one in [
        ("paragraph", "Normal", ' w:default="1"', "Normal", '<w:rPr><w:sz w:val="22"/></w:rPr>'),
        ("paragraph", "Title", "", "Title", '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'),
        ("paragraph", "Heading1", "", "heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr>'),
        ("paragraph", "Heading2", "", "heading 2", '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr>'),
        ("paragraph", "FootnoteText", "", "footnote text", '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="18"/></w:rPr>'),
        ("paragraph", "CommentText", "", "annotation text", '<w:basedOn w:val="Normal"/>'),
        ("character", "FootnoteReference", "", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
        ("character", "CommentReference", "", "annotation reference", '<w:rPr><w:sz w:val="16"/></w:rPr>'),
        ("table", "TableGrid", "", "Table Grid", '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'),
    ]) + "</w:styles>"


def _levels(kinds):
    return "".join('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl>' % (level, form, text)
                   for level, (form, text) in enumerate(kinds))


NUMBERING = HEAD + "<w:numbering %s>" % W + "".join(
    '<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>%s</w:abstractNum>' % (number, _levels(kinds)) for number, kinds in
    [(BULLETS, [("bullet", "•"), ("bullet", "–")]), (NUMBERS, [("decimal", "%1."), ("lowerLetter", "(%2)")]), (OUTLINE, [("decimal", "%1"), ("decimal", "%1.%2")])]
) + "".join('<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>' % (number, number) for number in (BULLETS, NUMBERS, OUTLINE)) + "</w:numbering>"


def package(body, title, created, modified, creator, last_by, revision=1, header="", footer="", footnotes=(), comments=()):
    """The bytes of a Word file.

    footnotes: texts, numbered from 1 in the body; comments: (author, initials, date, text), numbered from 0.
    """
    parts = {"styles": STYLES, "numbering": NUMBERING, "settings": HEAD + "<w:settings %s/>" % W}
    if header:
        parts["header1"] = HEAD + "<w:hdr %s>%s</w:hdr>" % (W, paragraph(header))
    if footer:
        field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>%s<w:r><w:fldChar w:fldCharType="end"/></w:r>' % run("1")
        parts["footer1"] = HEAD + "<w:ftr %s>%s</w:ftr>" % (W, paragraph(run(footer + " | Page ") + field))
    if footnotes:
        marks = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        parts["footnotes"] = HEAD + "<w:footnotes %s>%s</w:footnotes>" % (W, marks + "".join(
            '<w:footnote w:id="%d">%s</w:footnote>' % (number, paragraph(run(text), "FootnoteText")) for number, text in enumerate(footnotes, 1)))
    if comments:
        parts["comments"] = HEAD + "<w:comments %s>%s</w:comments>" % (W, "".join(
            '<w:comment w:id="%d" w:author=%s w:initials="%s" w:date="%s">%s</w:comment>' % (number, quoteattr(author), initials, date, paragraph(run(text), "CommentText"))
            for number, (author, initials, date, text) in enumerate(comments)))
    names = sorted(parts)
    references = "".join('<w:%sReference w:type="default" r:id="rId%d"/>' % (name[:-1], names.index(name) + 1) for name in ("header1", "footer1") if name in parts)
    document = HEAD + "<w:document %s><w:body>%s<w:sectPr>%s<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\"/></w:sectPr></w:body></w:document>" % (W, "".join(body), references)
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    types = HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    types += '<Override PartName="/word/document.xml" ContentType="%sdocument.main+xml"/>' % word
    types += "".join('<Override PartName="/word/%s.xml" ContentType="%s%s+xml"/>' % (name, word, name.rstrip("1")) for name in names)
    types += '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    top = '<Relationship Id="rId1" Type="%sofficeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>' % OFFICE
    core = HEAD + ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
                   '<dc:title>%s</dc:title><dc:creator>%s</dc:creator><cp:lastModifiedBy>%s</cp:lastModifiedBy><cp:revision>%d</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>'
                   % (escape(title), escape(creator), escape(last_by), revision, created, modified))
    inner = "".join('<Relationship Id="rId%d" Type="%s%s" Target="%s.xml"/>' % (number, OFFICE, name.rstrip("1"), name) for number, name in enumerate(names, 1))
    files = [("[Content_Types].xml", types), ("_rels/.rels", HEAD + rels % top), ("word/document.xml", document),
             ("word/_rels/document.xml.rels", HEAD + rels % inner), ("docProps/core.xml", core)] + [("word/%s.xml" % name, parts[name]) for name in names]
    return pack([(name, text.encode("utf-8")) for name, text in files])
