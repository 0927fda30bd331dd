#!/usr/bin/env python3
"""Makes every corpus again in a scratch folder and compares it with the files here, byte for byte.

Prints one line for each difference and exits with 1; prints nothing and exits with 0 when all is the same.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MADE = {  # what each make.py writes: whole folders, and files
    "attendance-2022": ["papers", "manifest.json", "truth.json"],
    "hostile": ["files", "manifest.json", "README.md"],
}
LIMIT = 5_000_000


def listed(root, names):
    """Every file below the names, as {relative path: bytes}."""
    out = {}
    for name in names:
        place = root / name
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        out.update({one.relative_to(root).as_posix(): one.read_bytes() for one in found if one.is_file()})
    return out


def differences(corpus):
    """One line for each file of a corpus that is missing, not made by its script, or not the same."""
    with tempfile.TemporaryDirectory() as scratch:
        run = subprocess.run([sys.executable, str(HERE / corpus / "make.py"), "--out", scratch], capture_output=True, text=True)
        if run.returncode:
            return ["%s: make.py failed: %s" % (corpus, (run.stderr.strip().splitlines() or ["no message"])[-1])]
        made, here = listed(Path(scratch), MADE[corpus]), listed(HERE / corpus, MADE[corpus])
    out = []
    for path in sorted(set(made) | set(here)):
        if path not in here:
            out.append("%s/%s: missing here" % (corpus, path))
        elif path not in made:
            out.append("%s/%s: not made by make.py" % (corpus, path))
        elif made[path] != here[path]:
            at = next((n for n, (a, b) in enumerate(zip(made[path], here[path])) if a != b), min(len(made[path]), len(here[path])))
            out.append("%s/%s: differs from byte %d; %d bytes made, %d here" % (corpus, path, at, len(made[path]), len(here[path])))
    return out


def main():
    lines = [line for corpus in MADE for line in differences(corpus)]
    size = sum(one.stat().st_size for one in HERE.rglob("*") if one.is_file() and "__pycache__" not in one.parts)
    if size > LIMIT:
        lines.append("corpora: %d bytes, over the limit of %d" % (size, LIMIT))
    print("".join(line + "\n" for line in lines), end="")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
