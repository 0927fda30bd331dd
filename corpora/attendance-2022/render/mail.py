"""The mailbox and the single messages."""
import html
from datetime import datetime

from story import messages
from story.people import PEOPLE
from tools import mime
from story.papers import DOCX

import truth

ENCODINGS = ["quoted-printable", "base64", "8bit"]
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def identity(one):
    return "<%s.attendance@%s>" % (one["id"], PEOPLE[one["who"]][1].split("@")[1])


def header_date(one):
    """The Date header: British time, summer time from 27 March to 30 October 2022."""
    at = datetime.fromisoformat(one["sent"])
    summer = datetime(2022, 3, 27, 1) <= at < datetime(2022, 10, 30, 2)
    return "%s, %02d %s %d %02d:%02d:%02d %s" % (DAYS[at.weekday()], at.day, MONTHS[at.month - 1], at.year, at.hour, at.minute, at.second, "+0100" if summer else "+0000")


def envelope_date(one):
    """The date of an MBOX "From " line: UTC in asctime form."""
    at = datetime.fromisoformat(one["sent"])
    hour = at.hour - 1 if "+0100" in header_date(one) else at.hour
    return "%s %s %2d %02d:%02d:%02d %d" % (DAYS[at.weekday()], MONTHS[at.month - 1], at.day, hour, at.minute, at.second, at.year)


def ancestors(one):
    out = []
    while one["parent"]:
        one = messages.BY_ID[one["parent"]]
        out.append(one)
    return out


def history(one, number):
    """The quoted text below a reply: Outlook's block or angle brackets, two messages deep."""
    out, earlier = "", ancestors(one)[:2]
    if number % 2:
        for old in earlier:
            name, mail, _ = PEOPLE[old["who"]]
            out += "\n\n-----Original Message-----\nFrom: %s <%s>\nSent: %s\nTo: %s\nSubject: %s\n\n%s" % (
                name, mail, truth.sent_text("uk", old["sent"]), "; ".join(PEOPLE[key][0] for key in old["to"]), old["subject"], old["body"])
        return out
    for depth, old in enumerate(earlier, 1):
        name, mail, _ = PEOPLE[old["who"]]
        lines = ["On %s, %s <%s> wrote:" % (truth.sent_text("wrote", old["sent"]), name, mail)]
        mark = "> " * depth
        out += "\n\n" + ("> " * (depth - 1) + lines[0]) + "\n" + "\n".join((mark + line).rstrip() for line in old["body"].split("\n"))
    return out


def written(one, files, number):
    """One message as bytes, lines ended by LF."""
    def listed(keys):
        return ", ".join(mime.address(*PEOPLE[key][:2]) for key in keys)
    headers = [("Date", header_date(one)), ("From", listed([one["who"]])), ("To", listed(one["to"]))]
    headers += [("Cc", listed(one["cc"]))] if one["cc"] else []
    headers += [("Subject", mime.encoded_word(one["subject"])), ("Message-ID", identity(one)), ("X-Reconstruction", "not an original message")]
    earlier = ancestors(one)
    if earlier:
        replies = [("In-Reply-To", identity(earlier[0])), ("References", "\n ".join(identity(old) for old in reversed(earlier)))]
        headers += [pair for pair in replies if pair[0] not in one["drop"]]
    text = one["body"] + (history(one, number) if one["parent"] else "")
    content = mime.text_part(text, ENCODINGS[number % 3])
    if one["id"] == "m18":
        page = "<html><body>%s</body></html>" % "".join("<p>%s</p>\n" % html.escape(part, quote=False).replace("\n", "<br>\n") for part in text.split("\n\n"))
        content = mime.multipart("alternative", [content, mime.text_part(page, "quoted-printable", "html")], one["id"])
    if one["attach"]:
        parts = [content] + [mime.attachment(name, DOCX if name.endswith("docx") else "application/pdf", files[name]) for name in one["attach"]]
        content = mime.multipart("mixed", parts, one["id"])
    return mime.message(headers, content)


def mailbox(files):
    """mailbox.mbox, in order of date as a casework export has it."""
    kept = sorted((one for one in messages.MESSAGES if "mbox" in one["mail"]), key=lambda one: one["sent"])
    return mime.mbox([(PEOPLE[one["who"]][1], envelope_date(one), written(one, files, number)) for number, one in enumerate(kept)])


def single(path, files):
    """One EML file, lines ended by CR LF."""
    one = next(one for one in messages.MESSAGES if path in one["mail"])
    return written(one, files, 0).replace(b"\n", b"\r\n")
