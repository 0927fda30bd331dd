#!/usr/bin/env python3
"""sample.py FOI_FOLDER - draws the sentences of labels.tsv from real mail (standard library only).

Reads the bodies of the messages below FOI_FOLDER/dc-cost-oog/Emails and FOI_FOLDER/state-dept-clinton-ocr-text without
any part of Daybook, so that no rule of ours has a say in what is drawn. Quoted history, printed headers, banners, notices
and doubles are left out. A wide net of words for each kind, wider than any rule, and a purely random share; order and
choice come from a fixed seed. Prints one JSON line a sentence: number, stratum, file, key, text. The key has four digits a word, so that the words of a
quote are found in it without the sentence being copied.
"""
import email, email.policy, glob, html, json, os, random, re, sys

NETS = {
    "asked": r"\?$|\b(please|pls|ask|asked|request|could you|can you|let me know|would you|grateful|need you)\b",
    "told": r"\b(told|tell|inform\w*|advis\w*|confirm\w*|notif\w*|fyi|update|said|says|repl(y|ied)|respond\w*|explain\w*)\b",
    "promised": r"\b(will|i'll|we'll|shall|promis\w*|would be|going to)\b",
    "refused": r"\b(cannot|can't|can not|unable|not able|won't|will not|declin\w*|refus\w*|reject\w*|not possible|deny|denied)\b",
    "apologised": r"\b(sorry|apolog\w*|regret\w*|forgive|excuse|pardon)\b",
    "sent": r"\b(attach\w*|sent|send\w*|enclos\w*|forward\w*|circulat\w*|shar(e|ed|ing)|here (is|are)|wrote|writing|emailed|called|pass(ed)?)\b",
    "received": r"\b(receiv\w*|receipt|got|gotten|arriv\w*|thank(s| you) for|came in|noted|acknowledg\w*)\b",
    "meeting": r"\b(meet\w*|met|call|calls|conference|hearing|spoke|talked|visit|lunch|dinner|breakfast|session|appointment)\b",
    "decided": r"\b(decid\w*|decision\w*|rul(ed|ing)|approv\w*|agreed|determin\w*|vot(e|ed|ing)|appoint\w*|conclud\w*|grant\w*|sign(ed)? off|cleared)\b",
    "announced": r"\b(announc\w*|publish\w*|post(ed|ing)?|releas\w*|issu(e|ed|ing)|statement|press|launch\w*|public\w*|website|web site)\b",
}
SCARCE = {"refused", "apologised", "received", "decided"}
EACH, RANDOM, SEED = 70, 50, 20221122
QUOTED = re.compile(r"^\s*(-{2,}\s*Original Message|_{5,}|On .{5,120} wrote:)", re.I)
NOISE = re.compile(r"UNCLASSIFIED|U\.S\. Department of State|Case No\.|Doc No\.|^Date: \d|STATE DEPT|SUBJECT TO AGREEMENT|RELEASE IN|FULL$|STATE-SCB|STATE-5CB"
                   r"|^(From|Sent|To|Cc|Subject|Attachments?|Importance|Message-Id)\b\s*:?", re.I)

def key(text):
    """Four hexadecimal digits a word: FNV-1a 64 of its letters and digits in lower case, folded to 16 bits."""
    out = []
    for word in re.findall(r"[a-z0-9]+", text.lower().encode("ascii", "ignore").decode()):
        h = 0xCBF29CE484222325
        for b in word.encode(): h = ((h ^ b) * 0x100000001B3) % 2**64
        out.append("%04x" % ((h ^ h >> 16 ^ h >> 32 ^ h >> 48) & 0xFFFF))
    return "".join(out)

def native(path):
    message = email.message_from_binary_file(open(path, "rb"), policy=email.policy.default)
    part = message.get_body(("plain", "html"))
    if part is None: return []
    text = part.get_content()
    if part.get_content_subtype() == "html":
        text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"(?is)<(style|script).*?</\1>", "", re.sub(r"(?i)<(br|/p|/div|/tr)[^>]*>", "\n\n", text))))
    # A quoted message is real mail too, and often kept nowhere else.
    return ["" if QUOTED.match(l) or NOISE.search(l.strip()) else re.sub(r"^[> ]+", "", l) for l in text.splitlines()]

def printed(path):
    """Own words of every message of a print: what stands between headers."""
    lines = []
    for line in open(path, encoding="utf-8", errors="replace"):
        line = line.strip()
        # Banners and the lines of a header end a paragraph.
        if NOISE.search(line) or QUOTED.match(line): lines.append("")
        else: lines.append(re.sub(r"\s{3,}(RELEASE IN.*|B\d|FULL|PART)$", "", line))
    return lines

def sentences(lines):
    for paragraph in re.split(r"\n\s*\n", "\n".join(lines)):
        text = " ".join(paragraph.split())
        for s in re.split(r"(?<=[.?!])\s+(?=[A-Z\"(I])", text):
            n = len(re.findall(r"[A-Za-z']+", s))
            if 3 <= n <= 30 and not re.search(r"\bB[156]\b|@|http|\|", s) and sum(c.isalpha() or c == " " for c in s) > 0.85 * len(s): yield s.strip()

def main(root):
    rows, seen = [], set()
    for path in sorted(glob.glob(os.path.join(root, "dc-cost-oog/Emails/*.eml"))): rows += [(path, s) for s in sentences(native(path))]
    for path in sorted(glob.glob(os.path.join(root, "state-dept-clinton-ocr-text/*/*"))): rows += [(path, s) for s in sentences(printed(path))]
    # Few people apologise or refuse in those: mailing lists and mail to an FOI site fill such kinds up.
    more = []
    for path in sorted(glob.glob(os.path.join(root, "../email/notmuch-list-maildir/**/*"), recursive=True) + glob.glob(os.path.join(root, "../email/alaveteli-foi-mails/*.email"))):
        if os.path.isfile(path):
            try: more += [(path, s) for s in sentences(native(path))]
            except (LookupError, UnicodeError, ValueError, AttributeError, KeyError): continue
    dice = random.Random(SEED)
    unique, further = [], []
    for source, into in ((rows, unique), (more, further)):
        for path, s in source:
            k = key(s)
            if k not in seen: seen.add(k); into.append((os.path.relpath(path, root), k, s))
        dice.shuffle(into)
    taken, out = {}, []
    print(len(unique), "sentences", file=sys.stderr)
    for name, net in NETS.items():
        hits = [u for u in unique if u[1] not in taken and re.search(net, u[2], re.I)]
        # The writer's own words come first: quoted articles and memoranda hardly speak in the first or second person.
        own = [u for u in hits if re.search(r"\b(i|we|you|your|our|my|me|us|i'll|we'll|i'm|i've)\b|^(please|pls|thanks|sorry|attached|will|fyi)\b|\?$", u[2], re.I)]
        chosen = (own + [u for u in hits if u not in own])[:EACH] if len(own) < EACH else own[:EACH - 4] + [u for u in hits if u not in own][:4]
        print(name, len(hits), len(own), file=sys.stderr)
        if name in SCARCE: chosen += [u for u in further if u[1] not in taken and re.search(net, u[2], re.I)][:EACH - len(own)]
        for u in chosen: taken[u[1]] = 1; out.append((name,) + u)
    for u in [u for u in unique if u[1] not in taken][:RANDOM]: out.append(("random",) + u)
    dice.shuffle(out)
    for n, (stratum, path, k, s) in enumerate(out, 1): print(json.dumps({"n": n, "stratum": stratum, "file": path, "key": k, "text": s}, ensure_ascii=False))

if __name__ == "__main__": main(sys.argv[1])
