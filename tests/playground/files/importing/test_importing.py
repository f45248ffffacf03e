"""Files of other makers in the real window: shown, corrected, mapped, taken, undone and found again."""

from __future__ import annotations

import gc
import json
import pickle
import threading
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QColor, QDropEvent, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QTableWidget,
    QWidget,
)

from nn.datasets import DATASETS
from nn.digits.preprocessing import digit_stages
from nn.files import safetensors
from playground.files.importing.contents import Contents
from playground.files.importing.picture_strip import PictureStrip
from playground.files.importing.reading import ImportReading
from playground.panels.training.layers_editor import LayersEditor
from playground.session.document.arrays import checkpoint_arrays
from playground.session.document.state import DatasetChoice
from playground.session.library import KEPT
from playground.widgets.fields.options_form import OptionsForm
from playground.widgets.picture.decoder import decode_square
from playground.widgets.picture.ink import digit_ink
from playground.widgets.picture.picture_file import read_picture
from tests.playground.dragging import HOW, drag_in, file_mime

TABLE = "width,height,kind\n" + "\n".join(f"{i},{i * i},{'ab'[i % 2]}" for i in range(40))


@pytest.fixture
def shown(window, qtbot):
    """Give a function that waits for the dialog that is open."""

    def find():
        found = [d for d in window.findChildren(QDialog) if d.isVisible() and d.objectName().startswith("import")]
        return found[0] if found else None

    def wait():
        qtbot.waitUntil(lambda: find() is not None and not find().findChild(ImportReading).is_reading)
        return find()

    return wait


@pytest.fixture
def import_data(window, choose_file):
    """Give a function that chooses a file, or a folder of pictures, with the File menu."""

    def choose(path):
        window.findChild(QAction, "actionImportPictures" if path.is_dir() else "actionImportData").trigger()
        choose_file(path)

    return choose


@pytest.fixture
def import_weights(window, choose_file):
    """Give a function that chooses a file of weights with the File menu."""

    def choose(path):
        window.findChild(QAction, "actionImportWeights").trigger()
        choose_file(path)

    return choose


@pytest.fixture
def choose(fill):
    """Give a function that makes one of the choices of a dialog."""
    return lambda dialog, name, value: fill(dialog.findChild(QWidget, name), value)


def said(dialog):
    return dialog.findChild(QLabel, "importSummary").text()


def trouble(dialog):
    return dialog.findChild(QLabel, "importTrouble")


def value_of(dialog, name):
    return dialog.findChild(QWidget, name).value()


def preview(dialog):
    return dialog.findChild(QTableWidget, "importPreview")


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def forget_what_was_read(session):
    """Let a session look at other data until it has forgotten the file."""
    for seed in range(KEPT):
        session.library.put(DatasetChoice("spiral", {"seed": seed}), DATASETS["spiral"](seed=seed))


def alive_contents():
    """Find what has been read of files and is in memory still."""
    return [thing for thing in gc.get_objects() if type(thing) is Contents]


def book_weights(sizes=(784, 50, 100, 10)):
    rng = np.random.default_rng(1)
    weights = {}
    for k in range(1, len(sizes)):
        weights[f"W{k}"] = rng.normal(size=sizes[k - 1 : k + 1]).astype(np.float32)
        weights[f"b{k}"] = rng.normal(size=sizes[k]).astype(np.float32)
    return weights


def test_a_table_is_shown_corrected_taken_undone_and_found_again(window, shown, qtbot, tmp_path, import_data, choose):
    path = tmp_path / "f.csv"
    path.write_text(TABLE)
    import_data(path)
    dialog = shown()
    assert preview(dialog).item(1, 0).text() == "1"
    assert "32 samples to learn from and 8 for the test, with 2 inputs each." in said(dialog)
    assert "2 classes: a, b." in said(dialog)
    choose(dialog, "target", "2")
    qtbot.waitUntil(lambda: "One value to come close to." in said(dialog))
    choose(dialog, "target", "3")
    qtbot.waitUntil(lambda: "2 classes: a, b." in said(dialog))
    choose(dialog, "test_share", 0.5)
    qtbot.waitUntil(lambda: "20 samples to learn from and 20 for the test" in said(dialog))
    dialog.accept()
    session = window.session
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "file")
    assert session.document.state.spec.input_shape == (2,)
    assert session.library.data.x.shape == (20, 2)
    np.testing.assert_allclose(session.library.data.x.std(axis=0), 1)
    options = session.document.state.dataset.options
    assert json.loads(json.dumps(dict(options))) == options
    again = DATASETS["file"](**options)
    for name in ("x", "t", "x_test", "t_test"):
        assert np.array_equal(getattr(again, name), getattr(session.library.data, name))
    before = session.library.data
    session.document.undo()
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "mnist")
    forget_what_was_read(session)
    session.document.redo()
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "file")
    assert np.array_equal(session.library.data.x, before.x)
    session.control.step_epoch()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration > 0)


def test_data_too_large_for_a_document_say_so(shown, tmp_path, monkeypatch, import_data):
    path = tmp_path / "f.csv"
    path.write_text(TABLE)
    import_data(path)
    assert "keep that, too" not in said(shown())
    shown().reject()
    monkeypatch.setattr("playground.session.document.kept_data.MOST_KEPT", 100)
    import_data(path)
    assert "a document will only say where their file is, so keep that, too" in said(shown())
    shown().reject()


def test_a_file_that_is_gone_is_said_in_the_status_bar(window, shown, qtbot, tmp_path, monkeypatch, import_data):
    monkeypatch.setattr("playground.session.document.kept_data.MOST_KEPT", 100)
    path, session = tmp_path / "f.csv", window.session
    path.write_text(TABLE)
    import_data(path)
    shown().accept()
    qtbot.waitUntil(lambda: session.document.state.dataset.name == "file")
    session.document.undo()
    qtbot.waitUntil(lambda: session.library.data is not None)
    path.unlink()
    forget_what_was_read(session)
    with qtbot.waitSignal(session.status, check_params_cb=lambda text: "'f.csv' is not there any more" in text):
        session.document.redo()
    assert session.library.data is None


def test_what_cannot_be_read_is_explained_with_the_rows(window, shown, qtbot, tmp_path, import_data, choose):
    path = tmp_path / "gaps.csv"
    path.write_text("a,b,c\n1,2,x\n,4,y\n5,6,x\n7,8,y\n")
    import_data(path)
    dialog = shown()
    assert "missing values (1), the first in row 3, column 'a'" in trouble(dialog).text()
    assert preview(dialog).item(2, 0).text() == "5"
    assert preview(dialog).horizontalHeaderItem(0).text() == "a"
    assert preview(dialog).verticalHeaderItem(1).text() == "3"  # as the message counts
    assert value_of(dialog, "target") == "3"  # so that a person can choose another
    assert value_of(dialog, "separator") == "comma"
    assert not button(dialog, "buttonImport").isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    choose(dialog, "missing", "mean")
    qtbot.waitUntil(button(dialog, "buttonImport").isEnabled)
    assert trouble(dialog).text() == ""
    assert "Missing values replaced by the mean of their column: 1." in said(dialog)
    dialog.reject()
    assert window.session.document.state.dataset.name == "mnist"


CARS = "id,colour,km,price\n1,red,,11\n2,blue,20,9\n3,red,40,8\n4,blue,50,7.5\n5,red,60,7\n"


def test_columns_are_chosen_and_what_only_names_the_rows_is_not_learned(
    window, shown, qtbot, tmp_path, import_data, choose
):
    path = tmp_path / "f.csv"
    path.write_text(CARS)
    import_data(path)
    dialog = shown()
    button(dialog, "buttonRemedy2").click()
    qtbot.waitUntil(button(dialog, "buttonImport").isEnabled)
    assert "Left out, because it only names the rows: column 'id'." in said(dialog)
    columns = dialog.findChild(QListWidget, "importColumns")
    assert [columns.item(row).text() for row in range(4)] == ["id", "colour", "km", "price"]
    assert not columns.item(3).flags() & Qt.ItemFlag.ItemIsUserCheckable  # the target
    columns.item(0).setCheckState(Qt.CheckState.Checked)
    columns.item(2).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "with 3 inputs each" in said(dialog) and button(dialog, "buttonImport").isEnabled())
    button(dialog, "buttonImport").click()
    session = window.session
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "file")
    assert session.library.data.input_names == ("id", "colour = blue", "colour = red")
    assert session.document.state.dataset.options["leave_out"] == "3"
    assert session.document.state.spec.input_shape == (3,)
    forget_what_was_read(session)  # and read again by the choices alone
    assert DATASETS["file"](**session.document.state.dataset.options).features == session.library.data.features


@pytest.mark.parametrize(
    ("table", "mended"),
    [
        (CARS, ["Leave out such rows (1)", "Fill in the mean", "Leave column 'km' out"]),
        ("a,b,t\n" + "1,2,x\n" * 300 + "1,two,y\n", ["Leave column 'b' out"]),  # with no sign is that a number
        ("a;b;t\n" + "1;2;x\n" * 300 + "1;2,5;y\n", ["Leave column 'b' out", "Read with a decimal comma"]),
    ],
)
def test_each_problem_has_buttons_that_mend_it(window, shown, qtbot, tmp_path, import_data, table, mended):
    path = tmp_path / "f.csv"
    path.write_text(table)
    for place, text in enumerate(mended, 1):
        import_data(path)
        dialog = shown()
        remedy = button(dialog, f"buttonRemedy{place}")
        assert (remedy.text(), remedy.isVisible()) == (text, True)
        remedy.click()
        dialog = shown()
        assert button(dialog, "buttonImport").isEnabled()
        assert not button(dialog, "buttonRemedy1").isVisible()
        dialog.reject()
        qtbot.waitUntil(lambda: not [d for d in window.findChildren(QDialog) if d.objectName() == "importDataDialog"])


def test_the_words_of_a_choice_have_their_room(shown, tmp_path, import_data):
    path = tmp_path / "f.csv"
    path.write_text(TABLE)
    import_data(path)
    box = shown().findChild(QComboBox, "missing")
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    option.rect = QRect(QPoint(), box.sizeHint())
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    assert room.width() >= max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))


def test_large_contents_are_let_go_in_the_thread(shown, qtbot, tmp_path, import_data, choose):
    path = tmp_path / "f.csv"
    path.write_text(TABLE)
    import_data(path)
    dialog, freed_in = shown(), []
    (first,) = alive_contents()
    weakref.finalize(first, lambda: freed_in.append(threading.current_thread() is threading.main_thread()))
    samples = first.samples
    del first
    choose(dialog, "test_share", 0.5)
    qtbot.waitUntil(lambda: freed_in == [False])
    shown()
    (second,) = alive_contents()
    assert second.samples is samples  # nothing is read again that was read in the same way
    del second
    dialog.reject()
    qtbot.waitUntil(lambda: alive_contents() == [])


def test_what_reading_needs_is_imported_while_a_file_is_dragged(window, qtbot, tmp_path, monkeypatch):
    imported = []
    monkeypatch.setattr("playground.files.importing.importing.import_module", imported.append)
    (tmp_path / "f.csv").write_text(TABLE)
    assert drag_in(window, file_mime(tmp_path / "f.csv"))
    qtbot.waitUntil(lambda: "nn.imports.reading" in imported)


def test_a_long_file_is_given_up_at_once(window, qtbot, tmp_path, import_data):
    path = tmp_path / "long.csv"
    path.write_text("1,2,3\n" * 900_000)
    import_data(path)
    dialog = window.findChild(QDialog, "importDataDialog")
    reading = dialog.findChild(ImportReading)
    with qtbot.waitSignal(dialog.findChild(QProgressBar).valueChanged):
        pass
    assert reading.is_reading
    dialog.reject()
    assert not reading.is_reading


def test_a_window_can_close_while_a_file_is_being_read(window, tmp_path, import_data):
    path = tmp_path / "long.csv"
    path.write_text("1,2,3\n" * 300_000)
    import_data(path)
    reading = window.findChild(QDialog, "importDataDialog").findChild(ImportReading)
    assert reading.is_reading
    window.close()
    assert not window.isVisible()
    assert not reading.is_reading


@pytest.mark.parametrize("protocol", range(6))
def test_the_books_weights_bring_their_network(window, shown, tmp_path, protocol, import_weights):
    path, session = tmp_path / "sample_weight.pkl", window.session
    path.write_bytes(pickle.dumps(book_weights(), protocol))
    before = session.document.state.spec
    import_weights(path)
    dialog = shown()
    assert dialog.findChild(QCheckBox, "importFittingNetwork").text().endswith("784 – 50 – 100 – 10")
    assert "the network has Sigmoid" in said(dialog)
    dialog.accept()
    assert [layer.kind for layer in session.document.state.spec.layers][1::2] == ["Sigmoid", "Sigmoid"]
    assert [p.output for p in session.document.state.spec.plans if p.params] == [(50,), (100,), (10,)]
    for name, array in book_weights().items():
        assert np.array_equal(session.live.network.params[name], array)
    session.document.undo()
    assert session.document.state.spec == before


def test_weights_are_mapped_by_hand_into_the_network_that_is_there(
    window, shown, qtbot, tmp_path, import_weights, choose
):
    path, session = tmp_path / "w.npz", window.session
    weights = book_weights((784, 100, 100, 10))
    np.savez(path, first=weights["W1"].T, second=weights["W2"].T, third=weights["W3"].T, wrong=np.ones((3, 3)))
    import_weights(path)
    dialog = shown()
    assert not dialog.findChild(QCheckBox, "importFittingNetwork").isVisible()
    assert "3 of 6 parameters get numbers of the file" in said(dialog)
    assert "'wrong'" in said(dialog)
    assert "the network has ReLU" in said(dialog)
    names = [f"array{param}{layer}" for layer in (1, 2, 3) for param in "Wb"]
    assert [value_of(dialog, name) for name in names] == ["first", "", "second", "", "third", ""]
    choose(dialog, "arrayW2", "wrong")
    assert (
        dialog.findChild(QTableWidget, "importMapping").item(2, 3).text() == "'wrong' has shape 3 × 3, W2 has 100 × 100"
    )
    dialog.accept()
    qtbot.waitUntil(lambda: np.array_equal(session.live.network.params["W1"], weights["W1"]))
    assert np.array_equal(session.live.network.params["W3"], weights["W3"])
    assert str(session.document.undo_text) == "Import weights"


def test_our_own_documents_give_their_weights(window, shown, qtbot, tmp_path, import_weights):
    path, session = tmp_path / "d.safetensors", window.session
    session.control.step_iteration()
    qtbot.waitUntil(lambda: session.document.state.checkpoint.iteration == 1)
    trained = session.document.state
    arrays = checkpoint_arrays(trained.spec, trained.checkpoint)
    path.write_bytes(b"".join(bytes(piece) for piece in safetensors.encode(arrays, {})))
    session.editing.reset_weights(seed=9)
    import_weights(path)
    dialog = shown()
    assert "6 of 6 parameters get numbers of the file" in said(dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: np.array_equal(session.document.state.checkpoint.params, trained.checkpoint.params))


def test_a_hostile_pickle_is_refused_by_name(shown, tmp_path, import_weights):
    path = tmp_path / "evil.pkl"
    path.write_bytes(b"cos\nsystem\n(S'touch " + str(tmp_path / "canary").encode() + b"'\ntR.")
    import_weights(path)
    dialog = shown()
    assert "'evil.pkl' asks for 'os.system', which could run code on this computer" in trouble(dialog).text()
    assert trouble(dialog).textFormat() == Qt.TextFormat.PlainText
    assert not button(dialog, "buttonImport").isEnabled()
    assert not (tmp_path / "canary").exists()
    dialog.reject()


def drop(window, path):
    mime = file_mime(path)  # the event does not keep it
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *HOW))


def test_what_is_dropped_on_the_window_goes_to_its_dialog(window, shown, tmp_path):
    np.savez(tmp_path / "data.npz", x=np.ones((4, 2)), t=np.arange(4))
    np.savez(tmp_path / "weights.npz", **book_weights())
    (tmp_path / "f.csv").write_text(TABLE)
    (tmp_path / "train-labels-idx1-ubyte.gz").write_bytes(b"\x1f\x8b")
    (tmp_path / "w.pkl").write_bytes(pickle.dumps(book_weights()))
    for name, dialog in (
        ("f.csv", "importDataDialog"),
        ("train-labels-idx1-ubyte.gz", "importDataDialog"),
        ("data.npz", "importDataDialog"),
        ("weights.npz", "importWeightsDialog"),
        ("w.pkl", "importWeightsDialog"),
    ):
        drop(window, tmp_path / name)
        assert shown().objectName() == dialog, name
        shown().reject()


def test_a_person_knows_better_whether_arrays_are_data_or_weights(window, shown, qtbot, tmp_path):
    np.savez(tmp_path / "f.npz", x=np.ones((4, 2)), t=np.arange(4))
    drop(window, tmp_path / "f.npz")
    button(shown(), "buttonAsWeights").click()
    qtbot.waitUntil(lambda: shown().objectName() == "importWeightsDialog")
    button(shown(), "buttonAsData").click()
    qtbot.waitUntil(lambda: shown().objectName() == "importDataDialog")
    assert "4 samples" in said(shown()) or "3 samples" in said(shown())
    shown().reject()
    (tmp_path / "f.csv").write_text(TABLE)
    drop(window, tmp_path / "f.csv")
    assert not button(shown(), "buttonAsWeights").isVisible()
    shown().reject()


def test_a_folder_of_pictures_of_any_size(window, shown, qtbot, tmp_path, import_data, choose):
    for name, colour in (("dark", "black"), ("light", "white")):
        (tmp_path / name).mkdir()
        for number in range(3):
            picture = QImage(30 + 10 * number, 20, QImage.Format.Format_RGB32)
            picture.fill(QColor(colour))
            picture.save(str(tmp_path / name / f"{number}.png"))
    import_data(tmp_path)
    dialog = shown()
    assert preview(dialog).horizontalHeaderItem(0).text() == "Class"
    choose(dialog, "side", 8)
    qtbot.waitUntil(lambda: "with 64 inputs each" in said(dialog))
    dialog.accept()
    library = window.session.library
    qtbot.waitUntil(lambda: library.data is not None and library.data.name == "file")
    assert library.data.classes == ("dark", "light")
    assert all((x == 255 * t).all() for x, t in zip(library.data.x, library.data.t, strict=True))


@pytest.fixture
def digits(tmp_path):
    """Give a folder of crosses and bars drawn in a dark pen at one side of white sheets."""
    for name, lines in (("bar", ((30, 20, 30, 60),)), ("cross", ((20, 20, 60, 60), (20, 60, 60, 20)))):
        (tmp_path / name).mkdir()
        for number in range(4):
            sheet = QImage(150, 120, QImage.Format.Format_RGB32)
            sheet.fill(QColor("white"))
            with QPainter(sheet) as painter:
                painter.setPen(QPen(QColor("#203040"), 5 + number))
                for line in lines:
                    painter.drawLine(*line)
            sheet.save(str(tmp_path / name / f"{number}.png"))
    return tmp_path


def test_dark_drawings_reach_the_network_as_the_canvas_would_show_them(
    window, shown, qtbot, digits, import_data, choose
):
    import_data(digits)
    dialog = shown()
    assert [value_of(dialog, name) for name in ("ink", "crop")] == ["dark", "drawing"]
    strip = dialog.findChild(QLabel, "importPictures")
    assert strip.isVisible()
    as_the_canvas = PictureStrip()
    qtbot.addWidget(as_the_canvas)
    as_the_canvas.show_pictures([_on_the_canvas(digits / kind / "0.png") for kind in ("bar", "cross")])
    picture = as_the_canvas.pixmap().toImage()
    assert strip.pixmap().toImage() == picture  # as for predict, too
    choose(dialog, "crop", "whole")
    qtbot.waitUntil(lambda: strip.pixmap().toImage() != picture)
    assert _paper(strip) == 0
    choose(dialog, "ink", "light")
    qtbot.waitUntil(lambda: _paper(strip) == 255)
    choose(dialog, "ink", "dark")
    qtbot.waitUntil(lambda: _paper(strip) == 0)
    qtbot.waitUntil(button(dialog, "buttonImport").isEnabled)
    dialog.accept()
    session = window.session
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "file")
    chosen = dict(session.document.state.dataset.options)
    assert (chosen["ink"], chosen["crop"]) == ("dark", "whole")
    assert np.array_equal(DATASETS["file"](**chosen).x, session.library.data.x)


def _paper(strip):
    """Give how light the first picture is in its corner."""
    return strip.pixmap().toImage().pixelColor(0, 0).lightness()


def _on_the_canvas(path):
    return digit_stages(np.asarray(_ink(digit_ink(read_picture(path), "0")))).pixels.reshape(28, 28)


def _ink(image):
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def test_prices_are_learned_in_a_unit_that_is_said(window, shown, qtbot, tmp_path, import_data, choose):
    path = tmp_path / "houses.csv"
    path.write_text("rooms;price\n" + "\n".join(f"{i % 7};{100_000 + 20_000 * (i % 7) + i * 1.5}" for i in range(60)))
    import_data(path)
    dialog = shown()
    assert value_of(dialog, "standardise_target") is True
    assert "The network learns ('price' − " in said(dialog)
    choose(dialog, "standardise_target", False)
    qtbot.waitUntil(lambda: "The network learns" not in said(dialog))
    choose(dialog, "standardise_target", True)
    qtbot.waitUntil(lambda: "The network learns" in said(dialog))
    choose(dialog, "standardise_target", False)
    qtbot.waitUntil(lambda: "The network learns" not in said(dialog))
    session = window.session
    dialog.accept()
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.name == "file")
    assert session.library.data.t.min() > 90_000
    import_data(path)
    dialog = shown()
    sentences = said(dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: session.library.data is not None and session.library.data.t.min() < 90_000)
    assert abs(session.library.data.t.mean()) < 0.2
    chosen = dict(session.document.state.dataset.options)
    zero, unit = chosen["target_zero"], chosen["target_unit"]
    assert f"The network learns ('price' − {zero:,.15g}) ÷ {unit:,.15g}:" in sentences
    assert np.array_equal(DATASETS["file"](**chosen).t, session.library.data.t)
    output = window.findChild(LayersEditor).output
    assert f"0 stands for {zero:,.15g} and 1 for {zero + unit:,.15g}" in output.text()


def test_the_training_form_shows_what_matters_for_the_kind_of_file(window, shown, qtbot, digits, tmp_path, import_data):
    def shown_in_form():
        return list(window.findChild(OptionsForm, "dataOptions").fields())

    def take(path):
        import_data(path)
        shown().accept()
        qtbot.waitUntil(lambda: path.name == window.findChild(QLabel, "dataSource").text())

    take(digits)
    assert shown_in_form() == ["test_share", "seed"]
    table = tmp_path / "f.csv"
    table.write_text(TABLE)
    take(table)
    assert shown_in_form() == ["standardise", "test_share", "seed"]
    arrays = tmp_path / "f.npz"
    np.savez(arrays, x=np.ones((9, 2)), t=np.arange(9) * 1000.5)
    take(arrays)
    assert shown_in_form() == ["standardise", "test_share", "seed", "target_zero", "target_unit"]


def test_what_is_clear_is_paper_of_the_other_colour():
    picture = QImage(20, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.fillRect(8, 4, 4, 12, QColor("white"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    grey = decode_square(buffer.data().data(), "p.png", 20)
    assert grey[10, 10] == 255
    assert grey[0, 0] == 0


def test_the_middle_of_a_picture_is_taken_and_what_is_clear_is_white():
    picture = QImage(40, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    grey = decode_square(buffer.data().data(), "p.png", 5)
    assert grey.shape == (5, 5)
    assert (grey == 255).all()
