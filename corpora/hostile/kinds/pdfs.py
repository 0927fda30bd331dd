"""PDF files that are locked, cut, or lie about their pages."""
import hashlib
import struct

from tools import pdf
from tools.flow import Flow

PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
PAGE = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> /Contents %d 0 R >>"


def content(text):
    return b"BT /F1 12 Tf 1 0 0 1 72 760 Tm (" + text.encode() + b") Tj ET\n"


def letter(pages):
    """An ordinary PDF with a dated line on each page."""
    flow = Flow()
    for number in range(1, pages + 1):
        flow.new_page()
        flow.text("Page %d. On %d February 2022 the regulator wrote to the department." % (number, number))
    return pdf.document(flow.pages, "Letter", "20220220090000Z")


def tree(kids, count, extra_page=True):
    """A PDF of one page whose page tree is as told; object 2 is the tree, object 5 the page."""
    out = pdf.Writer()
    out.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    out.add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids))
    out.add(b"<< /Title (Tree) /CreationDate (D:20220220090000Z) >>")
    out.stream(content("On 9 February 2022 the regulator wrote to the department."), packed=False)
    if extra_page:
        out.add(PAGE % (2, 4))
    return out.bytes(1, 3, "tree")


def many_objects(data, count):
    """The same PDF with a cross-reference table that claims `count` objects, so that a page count is believed."""
    return data.replace(b"trailer\n<< /Size 6", b"%d 1\n0000000000 00001 f \ntrailer\n<< /Size %d" % (count - 1, count))


def updated():
    """A PDF of two pages, then the beginning of an update that was never finished."""
    return letter(2) + b"4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>\nendobj\n99 0 obj\n<< /Length 5000 >>\nstream\nBT /F3 12 Tf (cut"


def rc4(key, data):
    """RC4, as PDF 1.1 uses it."""
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


def locked(user, owner):
    """A PDF encrypted with 40-bit RC4 (ISO 32000-1 section 7.6, revision 2)."""
    identity = "locked" + user
    file_id = hashlib.md5(identity.encode()).digest()
    rights = struct.pack("<i", -4)
    top = rc4(hashlib.md5((owner.encode() + PAD)[:32]).digest()[:5], (user.encode() + PAD)[:32])
    key = hashlib.md5((user.encode() + PAD)[:32] + top + rights + file_id).digest()[:5]

    def sealed(number, data):
        return rc4(hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10], data)
    out = pdf.Writer()
    out.add(b"<< /Type /Catalog /Pages 2 0 R >>")
    out.add(b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>")
    out.add(b"<< /Title <%s> >>" % sealed(3, b"Locked letter").hex().encode())
    out.stream(sealed(4, content("On 14 February 2022 the assessment was signed.")), packed=False)
    out.add(PAGE % (2, 4))
    out.add(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (top.hex().encode(), rc4(key, PAD).hex().encode()))
    return out.bytes(1, 3, identity, b" /Encrypt 6 0 R")


def active():
    """A PDF that would like to run a script and start a program when it is opened."""
    out = pdf.Writer()
    out.add(b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (evil.exe) >> >> >>")
    out.add(b"<< /Type /Pages /Count 1 /Kids [5 0 R] >>")
    out.add(b"<< /Title (Active) /CreationDate (D:20229999999999Z) >>")
    out.stream(content("On 9 February 2022 the regulator wrote to the department."), packed=False)
    out.add(PAGE % (2, 4))
    return out.bytes(1, 3, "active")


def cases():
    whole = letter(6)
    return [
        ("pdf-named.txt", letter(1), "a PDF with the extension .txt", "read as PDF; a finding: the extension does not fit"),
        ("locked.pdf", locked("secret", "owner"), "needs a password", "needs a password"),
        ("owner-locked.pdf", locked("", "owner"), "encrypted, but opens without a password", "read; rights of the owner are no reason to refuse"),
        ("truncated.pdf", whole[:len(whole) * 6 // 10], "cut at six tenths, so without the table that says where things are", "the pages that are whole, or: cannot be opened, get the file again"),
        ("cut-update.pdf", updated(), "a whole PDF of two pages, then half an update", "two pages read; a finding: the file ends early"),
        ("page-loop.pdf", tree(b"5 0 R 2 0 R", 3), "the page tree holds itself", "one page read; a finding: the page count is wrong"),
        ("million-pages.pdf", many_objects(tree(b"5 0 R", 1000000), 1000010), "claims 1,000,000 pages, has one", "one page read; a finding: the page count is wrong; no extra time for claimed pages"),
        ("no-pages.pdf", tree(b"", 0, extra_page=False), "has no page at all", "nothing to read"),
        ("active.pdf", active(), "a script, a program to start, an impossible date", "read; nothing run; the date not taken"),
        ("header-only.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8, "the mark of PDF, then junk", "cannot be opened as PDF"),
    ]
