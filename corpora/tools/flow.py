"""Lays words out on pages and remembers on which page each piece of text came to stand.

Two marks in a text: BOX, one black square with nothing under it; COVER … UNCOVER, a black box with the text left
under it. Page furniture is added at the end, when the number of pages is known.
"""
import re

from .fonts import BOLD, width

BOX, COVER, UNCOVER = "\ue000", "\ue001", "\ue002"
PLAIN = re.compile("[%s%s]" % (COVER, UNCOVER))


class Flow:
    """Pages that fill from the top."""

    def __init__(self, font="Helvetica", size=10, left=64, right=64, top=775, bottom=72, paper=(595, 842), lead=1.28):
        self.font, self.size, self.left, self.lead = font, size, left, lead
        self.top, self.bottom, self.wide = top, bottom, paper[0] - left - right
        self.pages, self.y, self.outline = [], 0, []

    @property
    def page(self):
        return len(self.pages)

    def new_page(self):
        self.pages.append([])
        self.y = self.top

    def room(self, height):
        """Begins a page when there is none, or no room for the height."""
        if not self.pages or self.y - height < self.bottom - 0.01:
            self.new_page()

    def gap(self, lines=1.0):
        """Empty space; none at the head of a page."""
        if self.pages and self.y < self.top:
            self.y -= lines * self.size * self.lead

    def mark(self, level, title):
        """A bookmark for the line that comes next."""
        self.room(self.size * self.lead)
        self.outline.append((level, title, self.page))

    def rule(self):
        self.room(self.size)
        self.pages[-1].append(("line", self.left, self.y + self.size * 0.4, self.left + self.wide, self.y + self.size * 0.4))
        self.y -= self.size * 0.6

    def rows(self, text, font, size, wide, repeat=""):
        """The text as (start, end, row) at a width; `repeat` begins each row but the first."""
        out, start = [], 0
        for line in text.split("\n"):
            row, row_start, at = "", start, start
            for word in line.split(" "):
                trial = row + (" " if row else "") + word
                if row and width(PLAIN.sub("", (repeat if out else "") + trial), font, size) > wide:
                    out.append((row_start, at, row))
                    row, row_start = word, at
                else:
                    row = trial
                at += len(word) + 1
            out.append((row_start, at, row))
            start += len(line) + 1
        return out

    def text(self, text, bold=False, size=None, indent=0, hang=0, prefix="", font=None):
        """Prints a text and gives [(page, start, end)] for its rows. `prefix` stands before every row, as in "> "."""
        font = font or self.font
        font, size, out = BOLD[font] if bold else font, size or self.size, []
        wide, covered = self.wide - indent - hang - width(prefix, font, size), False
        for number, (start, end, row) in enumerate(self.rows(text, font, size, wide)):
            self.room(size * self.lead)
            row = (COVER if covered else "") + row
            covered = row.count(COVER) > row.count(UNCOVER)
            row += UNCOVER if covered else ""
            self.draw(self.left + indent + (hang if number else 0), self.y, font, size, prefix + row)
            out.append((self.page, start, end))
            self.y -= size * self.lead
        return out

    def draw(self, x, y, font, size, row):
        """One row, with its boxes."""
        for piece in re.findall("%s+|%s[^%s]*%s|[^%s%s]+" % (BOX, COVER, UNCOVER, UNCOVER, BOX, COVER), row):
            shown = PLAIN.sub("", piece)
            long = width(shown, font, size)
            if BOX not in piece:
                self.pages[-1].append(("text", x, y, font, size, shown))
            if BOX in piece or COVER in piece:
                self.pages[-1].append(("box", x, y - size * 0.25, long, size * 1.05))
            x += long

    def table(self, rows, shares, head=True):
        """A ruled table; a row does not break over pages."""
        for number, cells in enumerate(rows):
            bold = head and number == 0
            font = BOLD[self.font] if bold else self.font
            laid = [self.rows(cell, font, self.size, share * self.wide - 8) for cell, share in zip(cells, shares)]
            height = max(len(one) for one in laid) * self.size * self.lead + 4
            self.room(height)
            x = self.left
            for one, share in zip(laid, shares):
                for down, (_, _, row) in enumerate(one):
                    if row:
                        self.draw(x + 4, self.y - down * self.size * self.lead, font, self.size, row)
                x += share * self.wide
            self.y -= height
            self.pages[-1].append(("line", self.left, self.y + self.size, self.left + self.wide, self.y + self.size))
        self.y -= self.size * 0.5


def page_of(rows, start):
    """The page on which a place in a printed text stands."""
    for page, low, high in rows:
        if low <= start < high:
            return page
    return rows[-1][0]
