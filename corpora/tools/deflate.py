"""A small DEFLATE writer, so that packed bytes do not depend on the zlib of the machine.

One block with the fixed codes of RFC 1951 section 3.2.6, greedy matches found by a table of three-byte keys.
"""
import struct
import zlib

LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
LENGTH_EXTRA = [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4 + [4] * 4 + [5] * 4 + [0]
DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577]
DISTANCE_EXTRA = [0, 0] + [n // 2 for n in range(28)]


class Bits:
    """Bits in, bytes out, lowest bit first."""

    def __init__(self):
        self.out, self.hold, self.count = bytearray(), 0, 0

    def add(self, value, width):
        self.hold |= value << self.count
        self.count += width
        while self.count >= 8:
            self.out.append(self.hold & 255)
            self.hold >>= 8
            self.count -= 8

    def code(self, value, width):
        """A Huffman code: highest bit first."""
        self.add(int(format(value, "0%db" % width)[::-1], 2), width)

    def done(self):
        if self.count:
            self.out.append(self.hold & 255)
        return bytes(self.out)


def _symbol(bits, value):
    if value < 144:
        bits.code(48 + value, 8)
    elif value < 256:
        bits.code(400 + value - 144, 9)
    elif value < 280:
        bits.code(value - 256, 7)
    else:
        bits.code(192 + value - 280, 8)


def _place(table, value):
    at = len(table) - 1
    while table[at] > value:
        at -= 1
    return at


def deflate(data):
    """Raw DEFLATE."""
    bits, last, at, size = Bits(), {}, 0, len(data)
    bits.add(1, 1)
    bits.add(1, 2)
    while at < size:
        key, length, distance = data[at:at + 3], 0, 0
        before = last.get(key) if len(key) == 3 else None
        if before is not None and at - before <= 32768:
            distance, length = at - before, 3
            while length < 258 and at + length < size and data[before + length] == data[at + length]:
                length += 1
        if length:
            place = _place(LENGTH_BASE, length)
            _symbol(bits, 257 + place)
            bits.add(length - LENGTH_BASE[place], LENGTH_EXTRA[place])
            place = _place(DISTANCE_BASE, distance)
            bits.code(place, 5)
            bits.add(distance - DISTANCE_BASE[place], DISTANCE_EXTRA[place])
        else:
            _symbol(bits, data[at])
        step = length or 1
        for one in range(at, at + (step if step < 64 else 1)):
            last[data[one:one + 3]] = one
        at += step
    _symbol(bits, 256)
    return bits.done()


def zlib_stream(data):
    """DEFLATE in a zlib wrapper (RFC 1950), as PDF wants it."""
    return b"\x78\x01" + deflate(data) + struct.pack(">I", zlib.adler32(data))
