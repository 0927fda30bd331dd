"""Writes ZIP files byte by byte: fixed times, own compression, and names that a well-meaning library would refuse.

A member: (name, data) or (name, data, mode) with mode "store" or "deflate"; names may be text or bytes.
"""
import struct
import zlib

from .deflate import deflate

DOS_TIME, DOS_DATE = 0, (2022 - 1980) << 9 | 7 << 5 | 20  # 20 July 2022, midnight


def member(name, data, mode="deflate", packed=None, size=None):
    """Name, packed bytes, method, checksum and unpacked size of a member; `packed` and `size` may be given ready-made."""
    raw = name if isinstance(name, bytes) else name.encode("utf-8")
    if packed is None:
        packed = deflate(data) if mode == "deflate" else data
    return raw, packed, 8 if mode == "deflate" else 0, zlib.crc32(data), len(data) if size is None else size


def pack(members):
    """A whole ZIP file."""
    out, directory = bytearray(), bytearray()
    for one in members:
        name, packed, method, checksum, size = one if len(one) == 5 else member(*one)
        common = struct.pack("<HHHHHIIIHH", 20, 0x0800, method, DOS_TIME, DOS_DATE, checksum, len(packed), size, len(name), 0)
        directory += b"PK\x01\x02" + struct.pack("<H", 0x031E) + common + struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, len(out)) + name
        out += b"PK\x03\x04" + common + name + packed
    start, count = len(out), len(members)
    out += directory
    out += b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), start, 0)
    return bytes(out)
