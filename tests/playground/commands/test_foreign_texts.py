"""What strangers called their files, arrays and classes reaches the terminal clean and short."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.files.safetensors import encode
from nn.messages import printable

NASTY = {
    "title": "a\x1b]0;owned\x07b",
    "screen": "a\x1b[2J\x1b[Hb",
    "nul": "a\x00b",
    "line": "a\nsound yes\rb",
    "one byte escape": "a\x9b2Jb",
    "right to left": "a\u202eb",
    "isolate": "a\u2066b",
    "half a pair": "a\udc80b",
    "separator": "a\u2028b",
}
"""Texts of which only the first and the last letter may be left."""


def is_clean(text):
    return all(line.isprintable() for line in text.split("\n"))


@pytest.mark.parametrize("name", NASTY.values(), ids=NASTY)
def test_a_nasty_text_is_made_printable(name):
    cleaned = printable(name)
    assert cleaned.isprintable()
    assert cleaned.encode()
    assert (cleaned[0], cleaned[-1]) == ("a", "b")


def test_of_a_long_text_the_middle_is_left_out():
    assert len(printable("x" * 60_000)) == 200
    assert printable("first" + "x" * 60_000 + "last").startswith("firstx")
    assert printable("first" + "x" * 60_000 + "last").endswith("xlast")
    assert "…" in printable("x" * 201)
    assert printable("x" * 200) == "x" * 200


@pytest.mark.parametrize("name", [NASTY[key] for key in NASTY if key != "half a pair"])
def test_names_of_arrays_are_cleaned(command, name):
    Path("a.safetensors").write_bytes(b"".join(encode({name: np.zeros(3)}, {})))
    done = command("check a.safetensors")
    assert done.code == 0
    assert is_clean(done.out)
    assert len(done.out.splitlines()) == 5


def test_a_name_of_sixty_thousand_letters_does_not_flood_the_terminal(command):
    Path("a.safetensors").write_bytes(b"".join(encode({"x" * 60_000: np.zeros(3), "b": np.zeros(2)}, {})))
    done = command("check a.safetensors")
    assert done.code == 0
    assert len(done.out) < 1000


@pytest.mark.parametrize(
    "name", [NASTY[key] for key in NASTY if key not in ("line", "half a pair", "nul", "separator")]
)
def test_names_of_classes_are_cleaned(command, name):
    Path("a.csv").write_text(f"height,kind\n1.5,{name}\n3,dog\n5,{name}\n")
    done = command("check a.csv")
    assert done.code == 0
    assert is_clean(done.out)
    assert "dog" in done.out


@pytest.mark.parametrize("name", NASTY.values(), ids=NASTY)
def test_whoever_makes_data_has_the_names_of_its_classes_cleaned(name):
    data = replace(DATASETS["xor"](), classes=(name, "x" * 60_000))
    assert data.classes[0].isprintable()
    assert len(data.classes[1]) == 200


def test_the_path_of_data_in_a_document_is_cleaned(command):
    from nn.files.safetensors import decode
    from playground.session.document.data import arrays_checksum

    Path("d.csv").write_text("height,kind\n1.5,cat\n3,dog\n5,cat\n")
    assert command("train --data file --data-option path=d.csv --epochs 1 --hidden 3 --output a.safetensors").code == 0
    arrays, about = decode(Path("a.safetensors").read_bytes())
    document = json.loads(about["document"])
    document["dataset"]["options"]["path"] = "\x1b]0;owned\x07\udc80.csv"
    about = {**about, "document": json.dumps(document)}
    about["sha256"] = arrays_checksum(about["document"], arrays)
    Path("a.safetensors").write_bytes(b"".join(encode(arrays, about)))
    done = command("check a.safetensors")
    assert is_clean(done.out)
    assert is_clean(done.err)
    assert "]0;owned" in done.out + done.err


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such names")
@pytest.mark.parametrize("name", [b"a\x1b]0;owned\x07.csv", b"a\x80.csv", b"a\n.csv", "a\u202e.csv".encode()])
@pytest.mark.parametrize("line", ["check", "predict", "export --to npz", "train"])
def test_names_of_files_are_cleaned(command, tmp_path, name, line):
    path = os.fsdecode(name)
    Path(path).write_text("height,kind\n1.5,cat\n3,dog\n5,cat\n")
    done = command([*line.split(), path])
    assert is_clean(done.out)
    assert is_clean(done.err)
    assert "csv" in done.out + done.err


def test_an_unknown_option_is_named_clean(command):
    done = command(["check", "--\x1b]0;owned\x07", "a.csv"])
    assert done.code == 2
    assert is_clean(done.err)
