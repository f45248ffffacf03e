"""Pictures of a folder come as MNIST's digits do, whatever ink and paper they were made with."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.imports.pictures import decoding as picture_decoding
from nn.imports.pictures.folder import read_folder
from nn.imports.pictures.looks import looks_of
from nn.imports.samples import ReadingOptions


def stroke(ink, paper, side=28):
    picture = np.full((side, side), paper, np.uint8)
    picture[side // 4 : -side // 4, side // 2 : side // 2 + 3] = ink
    return picture


def photo(seed):
    """Return patches of every brightness, up to the edge."""
    patches = np.random.default_rng(seed).integers(0, 256, (4, 4), dtype=np.uint8)
    return np.kron(patches, np.ones((7, 7), np.uint8))


@pytest.mark.parametrize(
    ("pictures", "ink", "crop"),
    [
        ([stroke(20, 250)] * 3, "dark", "drawing"),
        ([stroke(60, 170)] * 3, "dark", "drawing"),  # a dull scan
        ([stroke(255, 0)] * 3, "light", "drawing"),
        ([stroke(0, 255), stroke(0, 255), stroke(255, 0)], "dark", "drawing"),  # one answer for all
        ([stroke(0, 255), stroke(255, 0), stroke(255, 0)], "light", "drawing"),
        ([photo(seed) for seed in range(9)], "light", "whole"),
        ([np.full((28, 28), 255, np.uint8)] * 2, "light", "whole"),  # nothing is drawn
        ([np.zeros((28, 28), np.uint8)] * 2, "light", "whole"),
    ],
)
def test_most_of_the_pictures_tell_their_ink_and_whether_they_are_drawings(pictures, ink, crop):
    assert looks_of(np.array(pictures)) == (ink, crop)


@pytest.fixture
def folder(tmp_path):
    """Give a folder whose pictures are a byte of ink and a byte of paper."""
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        for number in range(2):
            (tmp_path / name / f"{number}.png").write_bytes(bytes((10, 240)))
    return tmp_path


def decode(content, name, side, ink=""):
    if ink:
        return np.full((side, side), 7 if ink == "dark" else 0, np.uint8)
    return stroke(*content, side)


def test_dark_ink_is_turned_round_and_what_is_drawn_cut_out(folder):
    whole = read_folder(folder, decode, ReadingOptions(crop="whole"))
    assert whole.settled == {"task": "classes", "ink": "dark", "crop": "whole"}
    assert np.array_equal(whole.x[0], 255 - stroke(10, 240).reshape(-1))
    as_it_is = read_folder(folder, decode, ReadingOptions(ink="light", crop="whole"))
    assert np.array_equal(as_it_is.x[0], stroke(10, 240).reshape(-1))
    found_out = read_folder(folder, decode, ReadingOptions())
    assert found_out.settled == {"task": "classes", "ink": "dark", "crop": "drawing"}
    assert (found_out.x == 7).all()
    assert not found_out.notes
    wrong = read_folder(folder, decode, ReadingOptions(ink="light"))
    assert wrong.notes == ("Nothing is drawn in 4 pictures, the first '0.png'.",)


def test_documents_from_before_there_was_a_choice_keep_their_pictures(folder, monkeypatch):
    monkeypatch.setattr(picture_decoding, "decoder", lambda: decode)
    data = DATASETS["file"](path=str(folder), side=28, test_share=0.0)
    assert np.array_equal(data.x[0], stroke(10, 240).reshape(-1))


def test_the_work_of_both_readings_is_told(folder):
    shares = []
    read_folder(folder, decode, ReadingOptions(), shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.5 < shares[-1] < 1
