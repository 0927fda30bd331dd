"""Widths of the standard PDF fonts, in thousandths of the font size.

Source: Adobe's Core 14 font metrics. A width is given once, with the characters that have it.
"""

_GROUPS = {
    "Helvetica": {191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft", 333: "()-`r“”", 334: "{}", 355: '"', 350: "•", 389: "*", 469: "^",
                  500: "Jckvxsyz", 556: "#$0123456789?Labdeghnopqu_£§–éó", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ",
                  833: "Mm", 889: "%", 944: "W", 1000: "—…", 1015: "@"},
    "Helvetica-Bold": {238: "'", 278: " ,./I\\ijl‘’", 280: "|", 333: "!()-:;[]`ft", 350: "•", 389: "*r{}", 474: '"', 500: "z“”",
                       556: "#$0123456789_Jacekvxsy£§–é", 584: "+<=>^~", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU", 778: "GOQw",
                       833: "M", 889: "%m", 944: "W", 975: "@", 1000: "—…"},
    "Times-Roman": {180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr‘’", 350: "•", 389: "Js", 408: '"', 444: "?acez“”é", 469: "^",
                    480: "{}", 500: "#$0123456789_*bdghknopquvxy£§–", 541: "~", 556: "FPS", 564: "+<=>", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw",
                    778: "&m", 833: "%", 889: "M", 921: "@", 944: "W", 1000: "—…"},
    "Times-Bold": {220: "|", 250: " ,.", 278: "/\\il'", 333: "!()-:;[]`fjt‘’", 350: "•", 389: "Is", 394: "{}", 444: "cerz",
                   500: "#$0123456789?_*Jagovxy“”£§–", 520: "~", 555: '"', 556: "Sbdhknpqu", 570: "+<=>", 581: "^", 611: "FP", 667: "BELTZ",
                   722: "ACDNORQUVXYw", 778: "GHK", 833: "&m", 930: "@", 944: "M", 1000: "W%—…"},
}
WIDTHS = {font: {character: width for width, characters in groups.items() for character in characters} for font, groups in _GROUPS.items()}
WIDTHS["Courier"] = {}
BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Courier": "Courier"}


def width(text, font, size):
    """The printed width of a line, in points."""
    table = WIDTHS[font]
    return sum(table.get(one, 600 if font == "Courier" else 556) for one in text) * size / 1000
