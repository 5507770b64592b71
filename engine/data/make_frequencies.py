#!/usr/bin/env python3
"""Makes frequencies/*.txt from the word lists of wordfreq 3.1.1. Not needed to build; run it to change the lists.

usage: make_frequencies.py WORDFREQ_WHEEL        (needs the Python package msgpack)

A source list is a gzipped msgpack array: a header, then one array of words for each centibel. A word in bucket n has
the probability 10 ** (-n / 100) in the language at large. What we write has one line per bucket that has words: the
number, then its words in alphabetical order, all parted by spaces. Buckets are written whole, commonest first, until
there are WORDS words.
"""
import gzip
import re
import sys
import zipfile
from pathlib import Path

import msgpack

WORDS = 30_000
# Our code of the language, and the source's.
LANGUAGES = {"no": "nb"} | {code: code for code in (
    "en de fr es it pt nl sv da fi hu ro ru tr pl cs uk el ar ca id lt hi sh fa ta "
    "bg sk sl lv he vi ms mk bn is ur fil"
).split()}
# Words, with apostrophes inside, and whole numbers; digits of numbers from 10 up all read 0 in the source. Marks are the
# vowels of the scripts that write them over, under or beside their letters.
MARKS = "\u0591-\u05c7\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094d\u0980-\u0983\u09bc-\u09d7\u0bbe-\u0bcd\u200c\u200d"
LETTERS = rf"[^\W\d_][^\W\d_{MARKS}]*(?:[{MARKS}]+[^\W\d_]*)*"
KEPT = re.compile(rf"{LETTERS}('{LETTERS})*|\d+", re.UNICODE)
HEADER = """\
# Word frequencies of the language {code}: centibels below certainty, then the words of that frequency.
# Made from wordfreq 3.1.1 by Robyn Speer, list small_{source}; changed: cut to the commonest {count} words, regrouped.
# Licence of this file: CC BY-SA 4.0. Sources and credits: ../README.md
"""


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(__file__).parent / "frequencies"
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        for code, source in LANGUAGES.items():
            packed = wheel.read(f"wordfreq/data/small_{source}.msgpack.gz")
            header, *buckets = msgpack.unpackb(gzip.decompress(packed))
            if header != {"format": "cB", "version": 1}:
                raise SystemExit(f"{source}: unknown format {header}")
            lines, count = [], 0
            for centibels, words in enumerate(buckets):
                kept = sorted(word for word in words if KEPT.fullmatch(word))
                if kept and count < WORDS:
                    lines.append(f"{centibels} {' '.join(kept)}\n")
                    count += len(kept)
            text = HEADER.format(code=code, source=source, count=count) + "".join(lines)
            (folder / f"{code}.txt").write_text(text, encoding="utf-8")
            print(code, count, "words,", len(text.encode()), "bytes, rarest", lines[-1].split()[0])


if __name__ == "__main__":
    main()
