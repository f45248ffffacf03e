"""A folder of pictures in colour, from the importer to the filters, and on the command line."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from nn.datasets import DATASETS
from nn.imports.pictures import decoding
from nn.training import suggested_network
from playground.commands.dispatch import run
from playground.panels.input.rows.row_picture import RowPicture
from playground.panels.input.rows.rows_input import RowsInput
from playground.panels.weights.pages import WeightPages
from playground.session.document.file import pack, unpack
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice
from playground.widgets.picture.decoder import decode_square
from playground.widgets.picture.sample_picture import sample_image

SIDE = 12
CLASSES = ("blue_bars", "red_bars", "yellow_dots")


def painted(kind, rng):
    """Return a picture: bars or dots of a colour that varies, on a ground of any colour but its own."""
    pixels = rng.integers(60, 110, (SIDE + 2, SIDE, 3))
    ink = {"blue_bars": (30, 60, 230), "red_bars": (230, 40, 30), "yellow_dots": (230, 220, 20)}[kind]
    noise = rng.integers(-25, 25, 3)
    for start in range(int(rng.integers(0, 3)), SIDE, 4):
        if kind.endswith("bars"):
            pixels[:, start : start + 2] = np.clip(np.array(ink) + noise, 0, 255)
        else:
            pixels[start : start + 2, start : start + 2] = np.clip(np.array(ink) + noise, 0, 255)
    return pixels.astype(np.uint8)


@pytest.fixture
def folder(tmp_path):
    rng = np.random.default_rng(3)
    for kind in CLASSES:
        (tmp_path / "set" / kind).mkdir(parents=True)
        for number in range(20):
            save(painted(kind, rng), tmp_path / "set" / kind / f"{number:02}.png")
    return tmp_path / "set"


def save(pixels, path):
    high, wide, _ = pixels.shape
    image = QImage(np.ascontiguousarray(pixels).data, wide, high, 3 * wide, QImage.Format.Format_RGB888)
    assert image.save(str(path))


@pytest.fixture
def data(folder):
    decoding.use(decode_square)
    return DATASETS["file"](path=str(folder), side=SIDE, colour="yes")


def test_what_is_read_is_the_middle_of_the_picture_in_three_channels(folder):
    picture = painted("red_bars", np.random.default_rng(0))
    save(picture, folder / "red_bars" / "00.png")
    read = decode_square((folder / "red_bars" / "00.png").read_bytes(), "00.png", SIDE, "coloured")
    assert np.array_equal(read, picture[1:-1].transpose(2, 0, 1))


def test_a_convolutional_network_is_suggested(data):
    spec = suggested_network(DATASETS["file"].recipe_for(data), data)
    assert spec.input_shape == (3, SIDE, SIDE)
    assert [layer.kind for layer in spec.layers][:3] == ["Convolution", "Relu", "Pooling"]
    assert spec.outputs == 3


@pytest.fixture
def learning(session, qtbot, folder, data):
    """Give a session that has taken the folder as the importer hands it over."""
    options = {"path": str(folder), "side": SIDE, "colour": "yes"}
    session.library.put(DatasetChoice("file", options), data)
    session.recipes.choose("file", **options)
    qtbot.waitUntil(lambda: session.library.data is data)
    session.looking.choose("mine")
    return session


def test_they_are_learned_kept_and_opened_again(learning, qtbot, tmp_path):
    session = learning
    session.editing.edit_config("epochs", epochs=15)
    session.control.train()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration > 0 and not session.run.is_running)
    kept = session.document.state.dataset.kept
    assert kept is not None
    assert kept.x.shape[1:] == (3, SIDE, SIDE)
    content = b"".join(pack(SavedDocument(session.document.state)))
    again = unpack(content, tmp_path).state.dataset.kept
    assert np.array_equal(again.x, kept.x)
    assert again.classes == CLASSES
    network, data = session.live.network, session.library.data
    assert network.accuracy(data.x_test * np.float32(data.scale), data.t_test) > 0.9


def test_a_row_is_seen_in_its_colours(learning, qtbot):
    made = RowsInput()
    qtbot.addWidget(made)
    made.resize(300, 500)
    list(made.come_to_life(learning))
    with qtbot.waitExposed(made):
        made.show()
    learning.looking.show_row(4)
    picture = made.findChild(RowPicture)
    assert picture.isVisible()
    assert "red, green and blue" in made.findChild(QLabel, "rowsAbout").text()
    x = np.asarray(learning.looking.sample.x[0])
    area, grabbed = picture.area(), picture.grab().toImage()
    scale = area.width() // SIDE
    for row, column in ((0, 0), (5, 7), (11, 2)):
        at = QPoint(area.left() + column * scale + scale // 2, area.top() + row * scale + scale // 2)
        seen = grabbed.pixelColor(at)
        wanted = np.rint(x[:, row, column] * 255)
        assert np.abs(np.array([seen.red(), seen.green(), seen.blue()]) - wanted).max() <= 1
        assert f"Row {row}, column {column}: red {x[0, row, column]:.3g}" in picture.about(at)


def test_filters_of_the_first_layer_are_in_colour_with_one_scale(learning, qtbot):
    W = np.zeros_like(learning.live.network.params["W1"])
    W[0, 0], W[1, 2], W[2] = 0.5, -0.25, 0.25
    pages = WeightPages(learning)
    qtbot.addWidget(pages)
    pages.resize(800, 400)
    pages.show()
    pages.show_pictures(0, {**learning.live.network.params, "W1": W}, {})
    assert pages.is_coloured
    limit = pages.images.limit
    shot = pages.images.viewport().grab().toImage()
    seen = [shot.pixelColor(pages.images.area_of(filter_).center()) for filter_ in range(4)]

    def mixed(*weights):
        return QColor(*(round(127.5 + 127.5 * max(min(weight / limit, 1), -1)) for weight in weights))

    wanted = [mixed(0.5, 0, 0), mixed(0, 0, -0.25), mixed(0.25, 0.25, 0.25), mixed(0, 0, 0)]
    for one, other in zip(seen, wanted, strict=True):
        assert max(abs(one.red() - other.red()), abs(one.green() - other.green()), abs(one.blue() - other.blue())) <= 1
    pages.show_pictures(3, learning.live.network.params, {})  # its channels are no colours
    assert not pages.is_coloured


@pytest.mark.parametrize("dark", [True, False])
def test_colours_are_the_same_in_every_theme(dark):
    values = np.zeros((3, 4, 4))
    values[1] = 1
    assert sample_image(values, dark=dark).pixelColor(1, 1) == QColor(Qt.GlobalColor.green)


def test_the_command_line_trains_and_names_what_it_sees(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    line = f"train --data file --data-option path={folder} --data-option side={SIDE} --epochs 25 --quiet"
    assert run(line.split()) == 0
    capsys.readouterr()
    line = f"predict {folder}/red_bars/03.png {folder}/yellow_dots/07.png --network network.safetensors"
    assert run(line.split()) == 0
    told = capsys.readouterr().out.splitlines()
    assert "red_bars (" in told[0].rpartition(": ")[2]
    assert "yellow_dots (" in told[1].rpartition(": ")[2]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: [file.unlink() for file in folder.rglob("*.png")], "0 pictures in 0 folders"),
        (lambda folder: (folder / "red_bars" / "03.png").write_bytes(b"no picture"), "03.png"),
    ],
)
def test_a_bad_folder_gets_its_sentence(folder, tmp_path, monkeypatch, capsys, spoil, told):
    monkeypatch.chdir(tmp_path)
    spoil(folder)
    assert run(f"train --data file --data-option path={folder} --quiet".split()) == 4
    error = capsys.readouterr().err
    assert told in error
    assert "Traceback" not in error


def test_more_pixels_than_colour_may_have_are_refused(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(f"train --data file --data-option path={folder} --data-option side=100 --quiet".split()) == 4
    assert "at most 64 × 64" in capsys.readouterr().err
