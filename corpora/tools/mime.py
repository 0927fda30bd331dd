"""Writes mail messages line by line: headers with encoded words, text in three encodings, HTML beside it, attachments.

Own code instead of a library, because libraries fold lines differently from release to release.
"""
import base64
import hashlib


def encoded_word(text):
    """A header text: as it is when ASCII, else UTF-8 in base64 words (RFC 2047)."""
    if text.isascii():
        return text
    words, rest = [], text
    while rest:
        words.append("=?UTF-8?B?%s?=" % base64.b64encode(rest[:24].encode()).decode())
        rest = rest[24:]
    return "\n ".join(words)


def address(name, mail):
    return '"%s" <%s>' % (name, mail) if any(one in name for one in ',.:;@"') else "%s <%s>" % (name, mail)


def quoted_printable(text):
    """RFC 2045 quoted-printable, lines of 76 at most."""
    out = []
    for line in text.split("\n"):
        row = ""
        encoded = line.encode("utf-8")
        for number, byte in enumerate(encoded):
            last = number == len(encoded) - 1
            plain = 33 <= byte <= 126 and byte != 61 or byte == 32 and not last
            piece = chr(byte) if plain else "=%02X" % byte
            if len(row) + len(piece) > 75:
                out.append(row + "=")
                row = ""
            row += piece
        out.append(row)
    return "\n".join(out)


def in_base64(data):
    text = base64.b64encode(data).decode()
    return "\n".join(text[at:at + 76] for at in range(0, len(text), 76))


def text_part(text, encoding, kind="plain"):
    """Headers and body of a text part."""
    if encoding == "base64":
        body = in_base64(text.encode("utf-8"))
    elif encoding == "quoted-printable":
        body = quoted_printable(text)
    else:
        body = text
    return "Content-Type: text/%s; charset=utf-8\nContent-Transfer-Encoding: %s\n\n%s\n" % (kind, encoding, body)


def attachment(name, media, data):
    """Headers and body of an attached file."""
    return 'Content-Type: %s; name="%s"\nContent-Disposition: attachment; filename="%s"\nContent-Transfer-Encoding: base64\n\n%s\n' % (media, name, name, in_base64(data))


def multipart(kind, parts, seed):
    """Parts between boundaries; the boundary is made from the seed."""
    mark = "=_" + hashlib.md5((kind + seed).encode()).hexdigest()[:20]
    return 'Content-Type: multipart/%s; boundary="%s"\n\n' % (kind, mark) + "".join("--%s\n%s" % (mark, part) for part in parts) + "--%s--\n" % mark


def message(headers, content):
    """A whole message: headers as (name, value), then content with its own headers."""
    return ("".join("%s: %s\n" % one for one in headers) + "MIME-Version: 1.0\n" + content).encode("utf-8")


def mbox(messages):
    """An MBOX file (mboxrd): (sender, "Wed Feb  9 09:41:12 2022", message bytes)."""
    out = bytearray()
    for sender, when, raw in messages:
        lines = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in raw.split(b"\n")]
        out += b"From %s %s\n" % (sender.encode(), when.encode()) + b"\n".join(lines) + (b"\n" if raw.endswith(b"\n") else b"\n\n")
    return bytes(out)
