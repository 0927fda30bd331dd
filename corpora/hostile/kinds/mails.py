"""Messages and mailboxes that do not keep the rules."""

TOP = b"From: Case Officer A <case.officer.a@ico.example>\r\nTo: Policy Officer A <policy.officer.a@dfe.example>\r\n"


def nested(levels):
    """Parts in parts, each with a line of text."""
    out = [TOP, b"Date: Wed, 09 Feb 2022 09:41:12 +0000\r\nSubject: deep\r\nMIME-Version: 1.0\r\n"]
    for level in range(levels):
        out.append(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (level, level))
    out.append(b"Content-Type: text/plain\r\n\r\nThe innermost part, written on 9 February 2022.\r\n")
    out += [b"--b%d--\r\n" % level for level in reversed(range(levels))]
    return b"".join(out)


def cases():
    junk = b"\x00\x01 junk before the first message\n" + b"From nobody Wed Feb  9 09:41:12 2022\n" + TOP.replace(b"\r", b"") + b"Date: Wed, 09 Feb 2022 09:41:12 +0000\nSubject: first\n\nWe ask for an answer by 14 February 2022.\nFrom here on the line looks like a separator.\n\n"
    junk += b"From \n\nno headers at all\n\nFrom x@dfe.example Thu Feb 10 10:02:51 2022\nSubject: =?UTF-8?B?not base64 !!?=\nDate: yesterday\nReferences: <a@b> <a@b> <c@d\n\nBody of the third.\n\nFrom y@dfe.example Thu Feb 10 11:00:00 2022\nSubject: cut in its head"
    broken = TOP + b"Date: Wed, 09 Feb 2022 09:41:12 +0000\r\nSubject: boundary\r\nno colon in this line\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"never-used\r\n\r\n--another\r\nContent-Type: text/plain\r\n\r\nOn 9 February 2022 we wrote to the department.\r\n--another\r\nContent-Type: application/pdf; name=\"half.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQKJ\r\n!!!!"
    dates = TOP + b"Date: Wed, 31 Feb 2022 25:61:00 +9900\r\nDate: Thu, 10 Feb 2022 10:02:51 +0000\r\nSubject: two dates, one impossible\r\nMessage-ID: <loop@ico.example>\r\nIn-Reply-To: <loop@ico.example>\r\nReferences: <loop@ico.example>\r\n\r\nOn 9 February 2022 we wrote to the department.\r\n"
    return [
        ("nested-1000.eml", nested(1000), "parts in parts, 1,000 deep", "read to a limit; a finding: too deep"),
        ("broken-boundary.eml", broken, "a boundary without its end quote that is never used, a line that is no header, half an attachment", "the text read as one body; a finding for the structure"),
        ("impossible-date.eml", dates, "31 February at 25:61, a second Date header, a message that answers itself", "read; the impossible date not taken, a finding; no loop in the thread"),
        ("long-header.eml", TOP + b"Date: Wed, 09 Feb 2022 09:41:12 +0000\r\nSubject: " + b"very long " * 15000 + b"\r\n\r\nOn 9 February 2022 we wrote.\r\n", "a subject of 150 kB in one line", "read; the subject may be shortened where it is shown"),
        ("no-body.eml", TOP + b"Date: Wed, 09 Feb 2022 09:41:12 +0000\r\nSubject: head only", "ends within its header", "read; an empty message"),
        ("junk.mbox", junk, "junk before the first message, a body line that looks like a separator, a message without headers, one cut short", "the messages that can be told apart; findings for the rest"),
    ]
