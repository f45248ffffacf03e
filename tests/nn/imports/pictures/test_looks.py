"""Pictures of a folder come as MNIST's digits do, whatever ink and paper they were made with."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.imports.pictures import decoding as picture_decoding
from nn.imports.pictures.folder import read_folder
from nn.imports.pictures.looks import are_coloured, looks_of
from nn.imports.refusal import BadFile
from nn.imports.samples import COLOURED, ReadingOptions


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
    assert whole.settled == {"task": "classes", "ink": "dark", "crop": "whole", "colour": "no"}
    assert np.array_equal(whole.x[0], 255 - stroke(10, 240).reshape(-1))
    as_it_is = read_folder(folder, decode, ReadingOptions(ink="light", crop="whole"))
    assert np.array_equal(as_it_is.x[0], stroke(10, 240).reshape(-1))
    found_out = read_folder(folder, decode, ReadingOptions())
    assert found_out.settled == {"task": "classes", "ink": "dark", "crop": "drawing", "colour": "no"}
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


def in_colour(content, name, side, ink=""):
    """Decode a picture of one colour: its file is the three bytes of it."""
    red, green, blue = content
    if ink == COLOURED:
        return np.broadcast_to(np.array([red, green, blue], np.uint8)[:, None, None], (3, side, side))
    return np.full((side, side), (red + green + blue) // 3, np.uint8)


@pytest.fixture
def colours(tmp_path):
    """Give a function that makes a folder of pictures of one colour each, by class."""

    def make(**classes):
        for name, colour in classes.items():
            (tmp_path / name).mkdir()
            for number in range(3):
                (tmp_path / name / f"{number}.png").write_bytes(bytes(colour))
        return tmp_path

    return make


def test_pictures_in_colour_are_taken_so_channel_by_channel_and_not_turned_round(colours):
    folder = colours(blue=(10, 20, 200), red=(220, 30, 0))
    samples = read_folder(folder, in_colour, ReadingOptions(side=5))
    assert samples.x.shape == (6, 3, 5, 5)
    assert samples.x[0, :, 2, 2].tolist() == [10, 20, 200]
    assert samples.x[5, :, 0, 4].tolist() == [220, 30, 0]
    assert samples.settled == {"task": "classes", "ink": "light", "crop": "whole", "colour": "yes"}
    grey = read_folder(folder, in_colour, ReadingOptions(side=5, colour="no"))
    assert grey.x.shape == (6, 25)
    assert grey.settled["colour"] == "no"


def test_grey_pictures_are_not_taken_in_colour_unless_it_is_asked_for(colours):
    folder = colours(dark=(30, 30, 30), light=(200, 205, 200))
    assert read_folder(folder, in_colour, ReadingOptions(side=5)).x.shape == (6, 25)
    assert read_folder(folder, in_colour, ReadingOptions(side=5, colour="yes")).x.shape == (6, 3, 5, 5)


def test_a_drawing_with_a_coloured_pen_stays_a_drawing():
    sheet = np.full((4, 3, 28, 28), 255, np.uint8)
    sheet[:, 1:, 8:20, 13:16] = 0  # a red stroke
    assert not are_coloured(sheet)


def test_too_many_pixels_in_colour_are_refused_with_both_ways_out(colours):
    folder = colours(blue=(10, 20, 200), red=(220, 30, 0))
    with pytest.raises(BadFile, match="at most 64 × 64") as refused:
        read_folder(folder, in_colour, ReadingOptions(side=65))
    assert [remedy.changes for remedy in refused.value.remedies] == [{"side": 64}, {"colour": "no"}]
