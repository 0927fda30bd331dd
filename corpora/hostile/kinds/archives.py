"""Archives that are broken, too big when unpacked, too deep, or name members outside their folder."""
import io
import tarfile
import zlib

from tools.deflate import Bits
from tools.zipper import member, pack

LETTER = ("letter.txt", b"9 February 2022\n\nThe regulator wrote to the department.\n", "store")


def zeros(matches):
    """DEFLATE of 1 + 258 * matches NUL bytes at two bits a match, and the size of what it unpacks to.

    One block with codes of its own: 285 (a match of 258) and distance 1 take a bit each.
    """
    bits = Bits()
    bits.add(1, 1)
    bits.add(2, 2)
    bits.add(286 - 257, 5)
    bits.add(0, 5)
    order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    lengths = {18: 2, 0: 2, 1: 2, 2: 2}
    bits.add(18 - 4, 4)
    for symbol in order[:18]:
        bits.add(lengths.get(symbol, 0), 3)
    codes = {0: 0, 1: 1, 2: 2, 18: 3}

    def length(symbol, extra=None):
        bits.code(codes[symbol], 2)
        if extra is not None:
            bits.add(extra, 7)
    length(2)                # literal 0: two bits
    length(18, 138 - 11)     # 1 to 138: none
    length(18, 117 - 11)     # 139 to 255: none
    length(2)                # 256, end of block: two bits
    length(18, 28 - 11)      # 257 to 284: none
    length(1)                # 285: one bit
    length(1)                # distance 1: one bit
    bits.code(2, 2)
    for _ in range(matches):
        bits.code(0, 1)
        bits.code(0, 1)
    bits.code(3, 2)
    return bits.done(), 1 + 258 * matches


def zero_member(name, matches):
    """A member of NUL bytes, packed about a thousand to one."""
    packed, size = zeros(matches)
    checksum, left = 0, size
    while left:
        step = min(left, 1 << 22)
        checksum = zlib.crc32(bytes(step), checksum)
        left -= step
    return (name.encode(), packed, 8, checksum, size)


def nested(levels):
    """A ZIP in a ZIP in a ZIP, a note at every level."""
    data = pack([("level-%02d.txt" % levels, b"The bottom was reached on 15 March 2022.\n", "store")])
    for level in range(levels - 1, 0, -1):
        data = pack([("level-%02d.txt" % level, b"Level %d, written on 1 March 2022.\n" % level, "store"), ("inner.zip", data, "deflate" if level % 8 == 0 else "store")])
    return data


def fan(levels, copies):
    """A ZIP named like its members: each level holds copies of the level below."""
    data = pack([LETTER])
    for _ in range(levels):
        data = pack([("fan/%d/self.zip" % number, data) for number in range(copies)])
    return data


def tar():
    """A TAR whose members climb out, point out, or are no files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in (("letter.txt", LETTER[1]), ("../../evil.txt", b"climbed out on 1 March 2022\n"), ("/tmp/daybook-evil.txt", b"absolute on 2 March 2022\n")):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, kind, target in (("passwd.txt", tarfile.SYMTYPE, "/etc/passwd"), ("loop", tarfile.SYMTYPE, "loop"), ("hard.txt", tarfile.LNKTYPE, "../../evil.txt"), ("pipe", tarfile.FIFOTYPE, "")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, target
            archive.addfile(info)
    return out.getvalue()


def cases():
    two = pack([LETTER, ("second.txt", b"A second letter of 10 February 2022. " * 40, "store")])
    packed = zero_member("zeros.txt", 470000)
    inner = pack([zero_member("zeros.txt", 4161790)])
    checksum = bytearray(pack([LETTER, ("second.txt", b"A second letter of 10 February 2022.\n", "store")]))
    at = checksum.index(b"A second")
    checksum[at] ^= 1
    return [
        ("bomb-flat.zip", pack([LETTER, packed]), "a member of 121 MB in 118 kB", "letter.txt read; the other member refused for its size or ratio"),
        ("bomb-nested.zip", pack([LETTER, ("inner.zip", inner)]), "a ZIP of a few kB that holds a ZIP of 1 MB that holds a file of 1 GB", "letter.txt read; the member refused for its size or ratio"),
        ("nested-50.zip", nested(50), "50 archives, one in the other", "the outer levels read, then a finding: too deep"),
        ("self.zip", fan(6, 10), "holds ten copies of a ZIP of the same name, six levels down: a million files", "read up to a limit of depth or count, then a finding"),
        ("traversal.zip", pack([LETTER, ("../../evil.txt", b"climbed out on 1 March 2022\n", "store"), ("/tmp/daybook-evil.txt", b"absolute on 2 March 2022\n", "store"),
                                ("C:\\evil.txt", b"drive letter on 3 March 2022\n", "store"), (b"caf\xe9.txt", b"name not UTF-8, 4 March 2022\n", "store"), ("", b"no name, 5 March 2022\n", "store")]),
         "members named ../../evil.txt, /tmp/…, C:\\…, not UTF-8, and with no name", "all members read as values, nothing written; names cleaned; a finding for each"),
        ("truncated.zip", two[:900], "cut in its second member, no directory", "letter.txt read; a finding: the archive ends early"),
        ("wrong-crc.zip", bytes(checksum), "the second member does not fit its checksum", "letter.txt read; a finding for the second member"),
        ("links.tar", tar(), "members that climb out, a symbolic link to /etc/passwd, a link to itself, a FIFO", "the plain members read; links and FIFO named in findings, never followed"),
        ("junk.7z", b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(256)) * 4, "the mark of 7-Zip, then junk", "cannot be opened as an archive"),
    ]
