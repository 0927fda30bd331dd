"""Word files that are locked, cut, hollow, or carry dangerous XML."""
import struct

from tools import docx
from tools.docx import HEAD, W
from tools.zipper import pack

TYPES = HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
RELS = HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
SENTENCE = "On 14 February 2022 the assessment was signed."
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def bare(document):
    """A Word file with nothing but its document part."""
    parts = [("[Content_Types].xml", TYPES), ("_rels/.rels", RELS)] + ([("word/document.xml", document)] if document else [])
    return pack([(name, text.encode("utf-8")) for name, text in parts])


def with_entities(declarations, use):
    """A document part with a DTD of its own and a use of an entity."""
    return '<?xml version="1.0"?>\n<!DOCTYPE w:document [%s]>\n<w:document %s><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>' % (declarations, W, SENTENCE, use)


def laughs():
    rows = ['<!ENTITY a0 "ha ha ha ha ha ha ha ha ">'] + ['<!ENTITY a%d "%s">' % (n, ("&a%d;" % (n - 1)) * 10) for n in range(1, 10)]
    return "\n".join(rows)


def compound():
    """A compound file (CFB, version 3) with the two streams of an encrypted Word file.

    Sector 0 is the allocation table, 1 the directory, 2 to 9 EncryptionInfo, 10 to 17 EncryptedPackage.
    """
    def entry(name, kind, start, size, child=FREE, right=FREE):
        raw = (name + "\0").encode("utf-16-le")
        return raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, FREE, right, child) + bytes(36) + struct.pack("<IQ", start, size)
    head = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0) + struct.pack("<I", FREE) * 108
    table = [FAT, END] + list(range(3, 10)) + [END] + list(range(11, 18)) + [END]
    table += [FREE] * (128 - len(table))
    directory = entry("Root Entry", 5, END, 0, child=2) + entry("EncryptionInfo", 2, 2, 4096) + entry("EncryptedPackage", 2, 10, 4096)
    directory = bytearray(directory + bytes(128))
    struct.pack_into("<I", directory, 256 + 68, 1)  # EncryptedPackage comes after EncryptionInfo: its left neighbour
    info = struct.pack("<HHI", 4, 4, 0x40) + b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"/>'
    package = struct.pack("<Q", 4000) + bytes((7 * n * n + 13 * n) & 255 for n in range(4088))
    return head + struct.pack("<128I", *table) + bytes(directory) + info.ljust(4096, b"\0") + package


def cases():
    whole = docx.package([docx.heading("Assessment", 1)] + [docx.paragraph("%s Paragraph %d." % (SENTENCE, n)) for n in range(1, 300)], "Assessment", "2022-02-14T09:00:00Z", "2022-02-14T10:00:00Z", "Policy Officer A", "Policy Officer A")
    deep = HEAD + "<w:document %s><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p>%s%s</w:body></w:document>" % (W, SENTENCE, "<w:sdt><w:sdtContent>" * 3000, "</w:sdtContent></w:sdt>" * 3000)
    return [
        ("html-named.docx", ("<!DOCTYPE html><html><body><p>%s</p></body></html>\n" % SENTENCE).encode(), "HTML with the extension .docx", "read as HTML; a finding: the extension does not fit"),
        ("locked.docx", compound(), "needs a password (a compound file with an EncryptedPackage)", "needs a password"),
        ("truncated.docx", whole[:len(whole) * 6 // 10], "cut at six tenths, no directory", "the paragraphs before the cut, or nothing; a finding: the archive ends early"),
        ("hollow.docx", bare(None), "has no word/document.xml", "not a Word file"),
        ("xml-bomb.docx", bare(with_entities(laughs(), "&a9;")), "entities that grow to 24 GB", "entities refused; the first paragraph read, or the whole part refused"),
        ("external-entity.docx", bare(with_entities('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")), "an entity that would read /etc/passwd", "the entity is not opened; the first paragraph read"),
        ("deep.docx", bare(deep), "3,000 content controls, one in the other", "the first paragraph read; a finding: too deep"),
    ]
