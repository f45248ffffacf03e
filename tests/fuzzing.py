"""Damaged and invented files for readers, and the figures of what became of them."""

from __future__ import annotations

import time
from dataclasses import dataclass

from nn.imports.refusal import LONGEST, BadFile

SLOWEST = 5.0  # s of processor time; a hang, on the slowest of machines
PIECES = [
    b"\xff" * 8, b"\0" * 8, b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"-1", b"1e999", b"nan", b"9" * 20, b'"', b";", b"\n",
    b"\xe2\x80\xae", b"\x00", b"O", b"|O8", b"(" * 9, b"cos\nsystem\n(S'ls'\ntR.", b"\x8c\x02os\x8c\x06system\x93",
    b"'shape': (4294967296, 4294967296)", b"R", b"b", b"2", b"\x85", b"h\0", b"\x94", b"{", b"}", b"[", b"u", b"e",
]  # fmt: skip


@dataclass
class Figures:
    """What became of some inputs."""

    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0

    def __str__(self):
        valid = self.inputs - self.refused
        return (
            f"{self.inputs:,} inputs in {self.seconds:.0f} s, {self.refused:,} refused, {valid:,} valid, "
            f"slowest {1e3 * self.slowest:.0f} ms"
        )


def mutated(rng, seeds):
    """Damage a file in one to four places, sometimes with a part of another."""
    content = bytearray(rng.choice(seeds))
    for _ in range(rng.choice((1, 1, 2, 4))):
        at = rng.randrange(len(content) + 1)
        match rng.randrange(6):
            case 0 if content:
                content[at % len(content)] = rng.randrange(256)
            case 1:
                content[at:at] = rng.choice(PIECES)
            case 2:
                del content[at : at + rng.randrange(1, 9)]
            case 3:
                content[at:at] = content[at // 2 : at // 2 + rng.randrange(40)]
            case 4:
                piece = rng.choice(PIECES)
                content[at : at + len(piece)] = piece
            case _:
                other = rng.choice(seeds)
                content[at:] = other[rng.randrange(len(other)) :]
    return bytes(content)


def invented(rng, seeds):
    """Make a file of pieces that begins as one of its kind does."""
    start = rng.choice(seeds)[: rng.choice((0, 4, 10, 30))]
    return start + b"".join(
        rng.choice(PIECES) if rng.random() < 0.5 else rng.randbytes(4) for _ in range(rng.randint(0, 12))
    )


def fuzz(read, seeds, rng, inputs):
    """Give a reader that many files; an AssertionError tells of the first that is neither valid nor well refused."""
    figures = Figures()
    for _ in range(inputs):
        content = mutated(rng, seeds) if rng.random() < 0.8 else invented(rng, seeds)
        began = time.thread_time()
        try:
            read(content, rng)
        except BadFile as refusal:
            figures.refused += 1
            text = str(refusal)
            assert text.isprintable(), (text, content)
            assert 20 < len(text) <= LONGEST, (text, content)
        except Exception as error:
            raise AssertionError(f"{error!r} for {content!r}") from error
        spent = time.thread_time() - began
        assert spent < SLOWEST, content
        figures.inputs += 1
        figures.seconds += spent
        figures.slowest = max(figures.slowest, spent)
    return figures
