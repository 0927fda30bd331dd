"""File names and kinds of file that git handles badly: made in a scratch folder, never committed.

Source: the kinds of file of POSIX; a name is any bytes but "/" and NUL.
"""
import os

TEXT = b"On 9 February 2022 the regulator wrote.\n"

# name as bytes, what is wrong
NAMES = [
    (b"caf\xe9.txt", "a name that is not UTF-8"),
    (b"two\nlines.txt", "a newline in the name"),
    (b"-rf.txt", "a name that looks like an option"),
    (b" spaces at both ends .txt ", "spaces at both ends"),
    (b"\xe2\x80\xaetxt.exe", "a name that turns its own text round"),
    ("cafe\u0301.txt".encode(), "an accent as a character of its own"),
    (b"long-" + b"n" * 240 + b".txt", "a name of 249 bytes"),
    (b"\x1b[31mred.txt", "an escape sequence in the name"),
]


def make(folder):
    """Writes all of them below `folder`; gives {name: what is wrong}. Names that a file system refuses are left out."""
    os.makedirs(folder, exist_ok=True)
    root, made = os.fsencode(folder), {}

    def note(name, what):
        made[os.fsdecode(name)] = what
    for name, what in NAMES:
        try:
            with open(os.path.join(root, name), "wb") as out:
                out.write(TEXT)
        except OSError:
            continue
        note(name, what)
    os.mkfifo(os.path.join(root, b"pipe.txt"))
    note(b"pipe.txt", "a FIFO: opening it would wait for ever")
    for name, target, what in ((b"loop.txt", b"loop.txt", "a symbolic link to itself"), (b"ping.txt", b"pong.txt", "one of two links to each other"), (b"pong.txt", b"ping.txt", "one of two links to each other"),
                               (b"passwd.txt", b"/etc/passwd", "a link out of the folder"), (b"nowhere.txt", b"missing.txt", "a link to nothing"), (b"again", b".", "a folder link to its own folder")):
        os.symlink(target, os.path.join(root, name))
        note(name, what)
    deep = os.path.join(root, *[b"d"] * 200)
    os.makedirs(deep)
    with open(os.path.join(deep, b"bottom.txt"), "wb") as out:
        out.write(TEXT)
    note(os.path.join(*[b"d"] * 200, b"bottom.txt"), "200 folders deep")
    locked = os.path.join(root, b"unreadable.txt")
    with open(locked, "wb") as out:
        out.write(TEXT)
    os.chmod(locked, 0)
    note(b"unreadable.txt", "no right to read it (root may all the same)")
    return made
