"""Damage documents at random, a hundred thousand times: refused by a sentence, or exactly as before.

``python tests/long/fuzz_documents.py [inputs] [seed]``; never part of the test run. Half of the inputs have their
bytes changed, cut or grown; the others get a right checksum over JSON in which values were put in each other's place.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from nn.files.safetensors import decode, encode
from playground.session.document.data import arrays_checksum
from playground.session.document.file import NotADocument, pack, unpack

WHOLE = (Path(__file__).parents[1] / "playground/session/document/files/version-2.safetensors").read_bytes()
ODD = (
    None,
    True,
    False,
    0,
    -1,
    1,
    2**31,
    2**63,
    1e308,
    0.5,
    "",
    "Infinity",
    "nan",
    "Adam",
    "\ud7ff",
    [],
    {},
    [[]],
    [{}],
)


def damaged(chance):
    """Return the file with some bytes changed, cut away or put in."""
    content = bytearray(WHOLE)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(content)) if chance.random() < 0.5 else chance.randrange(min(4000, len(content)))
        deed = chance.random()
        if deed < 0.7:
            content[place] = chance.choice(
                (chance.randrange(256), content[place] ^ (1 << chance.randrange(8)), 0, 0xFF)
            )
        elif deed < 0.85:
            del content[place : place + chance.randint(1, 64)]
        else:
            content[place:place] = chance.randbytes(chance.randint(1, 64))
    return bytes(content)


def places(data, path=()):
    """Give the way to every value in a piece of JSON."""
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def reworded(chance):
    """Return the file with other values in its JSON, and the checksum that goes with them."""
    tensors, about = decode(WHOLE)
    data = json.loads(about["document"])
    for _ in range(chance.randint(1, 3)):
        ways = [way for way in places(data) if way]
        way = chance.choice(ways)
        holder = data
        for key in way[:-1]:
            holder = holder[key]
        other = data
        for key in chance.choice(ways):
            other = other[key]
        holder[way[-1]] = json.loads(json.dumps(chance.choice(ODD) if chance.random() < 0.6 else other))
    tensors = dict(tensors)
    if chance.random() < 0.3:
        one, two = chance.sample(sorted(tensors), 2)
        tensors[one], tensors[two] = tensors[two], tensors[one]
    text = json.dumps(data)
    return b"".join(encode(tensors, about | {"document": text, "sha256": arrays_checksum(text, tensors)}))


def main():
    """Run it; the exit code is 1 if something else came than a document or a refusal."""
    inputs, seed = ([int(word) for word in sys.argv[1:]] + [100_000, 1][len(sys.argv) - 1 :])[:2]
    chance, refused, slowest = random.Random(seed), 0, 0.0
    original = b"".join(pack(unpack(WHOLE)))
    for number in range(inputs):
        content = damaged(chance) if number % 2 else reworded(chance)
        begin = time.perf_counter()
        try:
            saved = unpack(content)
        except NotADocument:
            refused += 1
        else:
            again = b"".join(pack(saved))
            assert number % 2 == 0 or again == original, f"input {number}: opened, but is another document"
        slowest = max(slowest, time.perf_counter() - begin)
    figures = f"{refused:,} refused, {inputs - refused:,} opened, slowest {1e3 * slowest:.0f} ms"
    sys.stdout.write(f"{inputs:,} inputs, {figures}\n")


if __name__ == "__main__":
    main()
