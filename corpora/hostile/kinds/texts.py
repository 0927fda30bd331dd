"""Text, tables and pages with odd bytes, odd sizes, or things that want to run."""

WORDS = "On 9 February 2022 the regulator wrote: £60, a “quote”, a café.\n"


def cases():
    deep = b"<!DOCTYPE html><html><body><p>On 9 February 2022 the regulator wrote.</p>" + b"<div>" * 20000 + b"<p>The bottom, 15 March 2022.</p>" + b"</div>" * 20000 + b"</body></html>\n"
    active = """<!DOCTYPE html><html><head><title>Active</title><script>document.write("1 January 1999")</script>
<style>p::after { content: "2 January 1999" }</style><meta http-equiv="refresh" content="0; url=https://evil.example/"></head>
<body onload="alert('3 January 1999')"><p onclick="alert(1)">On 9 February 2022 the regulator wrote.</p>
<iframe src="file:///etc/passwd"></iframe><img src="https://evil.example/pixel.png" onerror="alert(2)" alt="a pixel">
<svg><script>alert(3)</script></svg><template><p>4 January 1999</p></template><noscript>5 January 1999</noscript>
<a href="javascript:alert(4)">a link</a><p hidden>6 January 1999</p></body></html>
"""
    formula = "Date,From,To,Subject,Note\r\n09/02/2022,ICO,DfE,\"=cmd|' /C calc'!A0\",+1+1\r\n10/02/2022,DfE,ICO,-2+3,@SUM(1+1)\r\n11/02/2022,ICO,DfE,\"\t=1+1\",\"=HYPERLINK(\"\"https://evil.example\"\",\"\"open\"\")\"\r\n"
    quote = "Date,From,To,Subject,Note\r\n09/02/2022,ICO,DfE,First,fine\r\n10/02/2022,DfE,ICO,\"never closed,second\r\n11/02/2022,ICO,DfE,Third,lost in the quote\r\n"
    entity = '<!DOCTYPE %s [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY %% y SYSTEM "http://evil.example/y.dtd">%%y;]>\n'
    noise, seed = bytearray(), 12345
    for _ in range(3000):
        seed = (1103515245 * seed + 12345) & 0x7FFFFFFF
        noise.append(seed >> 16 & 255)
    return [
        ("empty.txt", b"", "no bytes at all", "nothing to read"),
        ("empty.pdf", b"", "no bytes at all", "nothing to read"),
        ("invalid-utf8.txt", WORDS.encode() + b"Stray bytes: \xff \xc3( \xe2\x82 \xed\xa0\x80 \xf5\x80\x80\x80, and on 10 February 2022 more.\n", "bytes that are not UTF-8 between words that are", "read; the bytes replaced, a finding says how many"),
        ("nul.txt", b"On 9 February 2022\x00the regulator\x00\x00 wrote.\n", "NUL bytes in text", "not text"),
        ("utf16le.txt", b"\xff\xfe" + WORDS.encode("utf-16-le"), "UTF-16, low byte first, with mark", "read"),
        ("utf16be.txt", b"\xfe\xff" + WORDS.encode("utf-16-be"), "UTF-16, high byte first, with mark", "read"),
        ("utf16-cut.txt", b"\xff\xfe" + WORDS.encode("utf-16-le") + b"\x3d\xd8A", "UTF-16 that ends within a character", "read; a finding for the last bytes"),
        ("windows-1252.txt", WORDS.encode("cp1252"), "Windows-1252 without a word about it", "read; the encoding guessed, a finding says so"),
        ("long-line.txt", (b"On 9 February 2022 the regulator wrote, and " * 7000)[:300000] + b"\n", "one line of 300 kB", "read"),
        ("controls.txt", "On 9 February 2022 \u202eetorw rotaluger eht\u202c.\x1b[31m red \x07\u200b\ufeff\n".encode(), "escape sequences, text turned round, invisible characters", "read; made harmless where it is shown"),
        ("formula.csv", formula.encode(), "cells that a spreadsheet would run", "read; cells kept as text and written so that no spreadsheet runs them"),
        ("unbalanced.csv", quote.encode(), "a quote that is never closed", "the rows before it; a finding with the line"),
        ("deep.html", deep, "20,000 nested div elements", "the first paragraph read; a finding: too deep"),
        ("active.html", active.encode(), "scripts, styles, event handlers, frames, a refresh", "read; no date of 1999, nothing fetched"),
        ("external-entity.html", (entity % "html").encode() + b"<html><body><p>On 9 February 2022 the regulator wrote: &x;</p></body></html>\n", "an entity that would read /etc/passwd", "read; the entity is not opened"),
        ("external-entity.xml", b'<?xml version="1.0"?>\n' + (entity % "note").encode() + b"<note>On 9 February 2022 the regulator wrote: &x;</note>\n", "an entity that would read /etc/passwd, in a format of no interest", "not a format that Daybook reads"),
        ("noise.bin", bytes(noise), "random bytes", "not a format that Daybook reads"),
    ]
