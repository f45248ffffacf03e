from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from shiboken6 import isValid

from nn.files.safetensors import encode
from nn.imports.reading import read_samples
from nn.network import NetworkSpec
from nn.training import Checkpoint, TrainingConfig
from playground.session.document import file_work
from playground.session.document.copies.recovery import RecoveryFolder
from playground.session.document.file import pack, unpack
from playground.session.document.saved import SavedDocument
from playground.session.document.state import DatasetChoice
from playground.session.session import new_document
from playground.window.settings import Settings
from tests.playground.dragging import drag_in, file_mime, let_fall

Button = QMessageBox.StandardButton


def trigger(window, name):
    window.findChild(QAction, f"action{name}").trigger()


def edit(window, lr=0.5):
    window.session.editing.edit_config("Set learning rate", lr=lr)


def asked(qtbot):
    """Wait for a question and give it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    return QApplication.activeModalWidget()


def answer(qtbot, button):
    box = asked(qtbot)
    box.button(button).click()
    return box.text()


@pytest.fixture
def save_as(qtbot, choose_file):
    """Give a function that saves a window's document into a file, with the File menu."""

    def save(window, path):
        trigger(window, "SaveAs")
        choose_file(path)
        qtbot.waitUntil(lambda: window.windowTitle().startswith(path.name))

    return save


@pytest.fixture
def open_in(choose_file):
    """Give a function that chooses a document to be opened in a window, with the File menu."""

    def choose(window, path):
        trigger(window, "Open")
        choose_file(path)

    return choose


def close_by_hand(window):
    """Close the window as the window system does when a person clicks its cross."""
    event = SpontaneousClose()
    window.closeEvent(event)
    if event.isAccepted():
        window.close()


class SpontaneousClose(QCloseEvent):
    """What the window system sends; Qt lets only itself make a real one."""

    def spontaneous(self):
        return True


def test_the_title_tells_name_and_changes(window, qtbot, tmp_path, save_as):
    assert window.windowTitle() == "Untitled[*] \N{EN DASH} NN Playground"
    assert not window.isWindowModified()
    edit(window)
    assert window.isWindowModified()
    save_as(window, tmp_path / "a.safetensors")
    assert window.windowTitle() == "a.safetensors[*] \N{EN DASH} NN Playground"
    edit(window, 0.25)
    trigger(window, "Save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert unpack((tmp_path / "a.safetensors").read_bytes()).state.config.lr == 0.25


def test_a_name_without_an_ending_gets_one(window, qtbot, tmp_path):
    trigger(window, "SaveAs")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("b")
    dialog.accept()
    qtbot.waitUntil((tmp_path / "b.safetensors").exists)


def test_open_brings_back_document_and_layout(window, qtbot, tmp_path, save_as, open_in):
    edit(window)
    docks = window.findChildren(QWidget, "curvesDock")
    docks[0].hide()
    save_as(window, tmp_path / "a.safetensors")
    docks[0].show()
    edit(window, 0.25)
    open_in(window, tmp_path / "a.safetensors")
    assert answer(qtbot, Button.Discard) == "Save the changes to a.safetensors?"
    qtbot.waitUntil(lambda: window.session.document.state.config.lr == 0.5)
    qtbot.waitUntil(docks[0].isHidden)
    assert not window.isWindowModified()


def test_new_asks_and_cancel_keeps_everything(window, qtbot):
    edit(window)
    trigger(window, "New")
    answer(qtbot, Button.Cancel)
    assert window.session.document.state.config.lr == 0.5
    trigger(window, "New")
    answer(qtbot, Button.Discard)
    assert window.session.document.state.config.lr == 0.001
    assert window.statusBar().currentMessage() == ""
    trigger(window, "New")
    assert QApplication.activeModalWidget() is None, "nothing would be lost"


def test_what_is_being_typed_when_the_window_closes_is_asked_about(window, qtbot):
    form = window.findChild(QWidget, "trainingDock")
    rate = next(field for field in form.findChildren(QLineEdit) if field.accessibleName() == "Learning rate")
    window.activateWindow()
    rate.setFocus()
    rate.selectAll()
    QTest.keyClicks(rate, "0.25")
    close_by_hand(window)
    answer(qtbot, Button.Cancel)
    assert window.isVisible()
    assert window.session.document.state.config.lr == 0.25


@pytest.mark.parametrize("button", [Button.Cancel, Button.Discard, Button.Save])
@pytest.mark.parametrize("how", ["cross", "menu"])
def test_a_person_who_closes_the_window_is_asked(window, qtbot, tmp_path, button, how, save_as):
    path = tmp_path / "a.safetensors"
    edit(window)
    save_as(window, path)
    edit(window, 0.25)
    close_by_hand(window) if how == "cross" else trigger(window, "Quit")
    assert window.isVisible()
    answer(qtbot, button)
    if button == Button.Cancel:
        assert window.isVisible()
    else:
        qtbot.waitUntil(lambda: not (isValid(window) and window.isVisible()))
    assert unpack(path.read_bytes()).state.config.lr == (0.25 if button == Button.Save else 0.5)


def test_nobody_is_asked_without_changes_or_where_the_program_closes(window, open_window):
    close_by_hand(window)
    assert not window.isVisible()
    second = open_window()
    edit(second)
    second.close()
    assert not second.isVisible()


def test_a_save_that_fails_keeps_the_window_open_and_says_what_to_do(window, qtbot, tmp_path, save_as):
    folder = tmp_path / "drive"
    folder.mkdir()
    save_as(window, folder / "a.safetensors")
    edit(window)
    folder.rename(tmp_path / "gone")
    trigger(window, "Quit")
    answer(qtbot, Button.Save)
    assert "bring it back, or save in another place" in answer(qtbot, Button.Cancel)
    assert window.isVisible()
    assert window.isWindowModified()


def test_a_save_that_fails_offers_another_place_and_the_window_closes_then(window, qtbot, tmp_path, choose_file):
    edit(window)
    (tmp_path / "file").write_text("")
    trigger(window, "SaveAs")
    choose_file(tmp_path / "file" / "a.safetensors")
    choose_save_as(qtbot)
    choose_file(tmp_path / "a.safetensors")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    edit(window, 0.25)
    trigger(window, "Quit")
    (tmp_path / "a.safetensors").unlink()
    (tmp_path / "a.safetensors").mkdir()
    answer(qtbot, Button.Save)
    choose_save_as(qtbot)
    choose_file(tmp_path / "b.safetensors")
    qtbot.waitUntil(lambda: not (isValid(window) and window.isVisible()))
    assert unpack((tmp_path / "b.safetensors").read_bytes()).state.config.lr == 0.25


def choose_save_as(qtbot):
    """Answer the question that is open with another place."""
    next(button for button in asked(qtbot).buttons() if "Save &as" in button.text()).click()


def test_a_file_open_in_another_window_is_not_saved_over(window, open_window, qtbot, tmp_path, save_as, choose_file):
    save_as(window, tmp_path / "a.safetensors")
    second = open_window()
    edit(second)
    trigger(second, "SaveAs")
    choose_file(tmp_path / "a.safetensors")
    assert "Save under another name" in asked(qtbot).text()
    choose_save_as(qtbot)
    choose_file(tmp_path / "b.safetensors")
    qtbot.waitUntil(lambda: second.windowTitle().startswith("b.safetensors"))
    assert unpack((tmp_path / "a.safetensors").read_bytes()).state.config.lr == 0.001


def test_a_file_that_somebody_changed_is_replaced_only_by_consent(window, qtbot, tmp_path, save_as):
    path = tmp_path / "a.safetensors"
    save_as(window, path)
    edit(window)
    path.write_bytes(b"theirs")
    trigger(window, "Save")
    assert "Another program changed a.safetensors" in answer(qtbot, Button.Cancel)
    assert path.read_bytes() == b"theirs"
    trigger(window, "Save")
    answer(qtbot, Button.Save)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert unpack(path.read_bytes()).state.config.lr == 0.5


def test_a_file_open_elsewhere_is_opened_only_by_consent(window, open_window, qtbot, tmp_path, save_as, open_in):
    save_as(window, tmp_path / "a.safetensors")
    second = open_window()
    open_in(second, tmp_path / "a.safetensors")
    assert "open in another window already" in answer(qtbot, Button.Cancel)
    assert second.windowTitle().startswith("Untitled")
    open_in(second, tmp_path / "a.safetensors")
    answer(qtbot, Button.Open)
    qtbot.waitUntil(lambda: second.windowTitle().startswith("a.safetensors"))


def test_recent_documents_are_offered_and_missing_ones_forgotten(window, qtbot, tmp_path, save_as):
    for name in ("a & b", "c"):
        save_as(window, tmp_path / f"{name}.safetensors")
    menu = window.findChild(QMenu, "recentMenu")
    assert [action.text() for action in menu.actions()[:2]] == ["&1  c.safetensors", "&2  a && b.safetensors"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: window.windowTitle().startswith("a & b"))
    (tmp_path / "c.safetensors").unlink()
    menu.actions()[1].trigger()
    assert "is not there any more" in answer(qtbot, Button.Ok)
    assert Settings().recent_files == [str(tmp_path / "a & b.safetensors")]
    trigger(window, "ClearRecent")
    assert Settings().recent_files == []


def test_a_document_dropped_anywhere_is_opened(window, qtbot, tmp_path):
    path = tmp_path / "a.safetensors"
    config = TrainingConfig(lr=0.125)
    saved = SavedDocument(replace(window.session.document.state, config=config))
    path.write_bytes(b"".join(pack(saved)))
    mime = file_mime(path)
    for name in ("lossCurve", "digitCanvas"):
        assert drag_in(window.findChild(QWidget, name), mime)
    assert not any(view.viewport().acceptDrops() for view in window.findChildren(QGraphicsView))
    let_fall(window, mime)
    qtbot.waitUntil(lambda: window.session.document.state.config.lr == 0.125)


# ---- recovery


def left_by_a_crash(root, lr):
    folder = RecoveryFolder(root)
    folder.keep(SavedDocument(replace(new_document(), config=TrainingConfig(lr=lr))))
    folder.close()


def offered(qtbot):
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert QApplication.activeModalWidget().objectName() == "recoveryDialog"
    return QApplication.activeModalWidget()


def test_work_left_behind_is_offered_and_recovered(open_window, qtbot, tmp_path):
    left_by_a_crash(tmp_path, 0.375)
    window = open_window(recovery=tmp_path)
    dialog = offered(qtbot)
    assert "Untitled" in dialog.findChild(QListWidget).item(0).text()
    dialog.findChild(QPushButton, "recoverButton").click()
    qtbot.waitUntil(lambda: window.session.document.state.config.lr == 0.375)
    assert window.isWindowModified()
    assert window.statusBar().currentMessage() == "Recovered Untitled. It is not saved yet."
    window.close()
    assert len(list(tmp_path.glob("*/copy-*"))) == 1, "it is still not saved"


def test_work_left_behind_can_wait_or_be_discarded(open_window, qtbot, tmp_path):
    for lr in (0.25, 0.375):
        left_by_a_crash(tmp_path, lr)
    window = open_window(recovery=tmp_path)
    offered(qtbot).findChild(QPushButton, "laterButton").click()
    window.close()
    second = open_window(recovery=tmp_path)
    dialog = offered(qtbot)
    assert dialog.findChild(QListWidget).count() == 2
    dialog.findChild(QPushButton, "discardButton").click()
    assert dialog.findChild(QListWidget).count() == 1
    dialog.findChild(QPushButton, "discardButton").click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert len(list((tmp_path / "discarded").iterdir())) == 2
    assert not second.isWindowModified()


def test_work_given_up_at_closing_is_not_offered(open_window, qtbot, tmp_path):
    window = open_window(recovery=tmp_path)
    edit(window)
    trigger(window, "Quit")
    answer(qtbot, Button.Discard)
    qtbot.waitUntil(lambda: not (isValid(window) and window.isVisible()))
    assert list(tmp_path.iterdir()) == []


def test_work_of_a_window_that_is_ended_from_outside_is_kept(open_window, tmp_path):
    window = open_window(recovery=tmp_path)
    edit(window)
    window.close()
    assert len(list(tmp_path.glob("*/copy-*"))) == 1


def test_no_place_for_recovery_is_told(open_window, tmp_path):
    (tmp_path / "file").write_text("")
    window = open_window(recovery=tmp_path / "file" / "recovery")
    assert "not copied to a safe place" in window.statusBar().currentMessage()


# ---- files that take their time, and those that do not fit


@pytest.fixture
def hold(monkeypatch):
    """Give a function that lets what is opened or saved from then on wait for the event that it returns."""
    events = []

    def begin():
        events.append(threading.Event())
        return events[-1]

    def after_waiting(work):
        def wait(*arguments, **options):
            if events:
                events[-1].wait(20)
            return work(*arguments, **options)

        return wait

    for name in ("open_document", "save_document"):
        monkeypatch.setattr(file_work, name, after_waiting(getattr(file_work, name)))
    yield begin
    for event in events:
        event.set()


def opening(window):
    found = window.findChild(QDialog, "openingDialog")
    return found if found is not None and found.isVisible() else None


def document_with(window, path, **config):
    state = replace(window.session.document.state, config=TrainingConfig(**config))
    path.write_bytes(b"".join(pack(SavedDocument(state))))


def test_what_takes_long_to_open_can_be_cancelled_and_leaves_everything_as_it_was(
    window, qtbot, tmp_path, hold, open_in
):
    path = tmp_path / "a.safetensors"
    document_with(window, path, lr=0.125)
    before, held = window.session.document.state, hold()
    open_in(window, path)
    qtbot.waitUntil(lambda: opening(window) is not None)
    assert "Opening a.safetensors" in opening(window).findChild(QLabel).text()
    opening(window).findChild(QPushButton).click()
    held.set()
    held = hold()
    open_in(window, tmp_path / "nothing.safetensors")
    held.set()
    assert "is not there any more" in answer(qtbot, Button.Ok), "the cancelled one was answered before, by nothing"
    assert window.session.document.state is before
    assert not list(tmp_path.glob(".~*")), "no lock is left behind"
    open_in(window, path)
    qtbot.waitUntil(lambda: window.session.document.state.config.lr == 0.125)


def test_what_opens_after_all_closes_the_dialog(window, qtbot, tmp_path, hold, open_in):
    document_with(window, tmp_path / "a.safetensors", lr=0.125)
    held = hold()
    open_in(window, tmp_path / "a.safetensors")
    qtbot.waitUntil(lambda: opening(window) is not None)
    held.set()
    qtbot.waitUntil(lambda: window.session.document.state.config.lr == 0.125)
    qtbot.waitUntil(lambda: opening(window) is None)


def test_what_takes_long_to_save_is_told_while_the_work_goes_on(window, qtbot, tmp_path, hold, save_as):
    save_as(window, tmp_path / "a.safetensors")
    edit(window)
    held = hold()
    trigger(window, "Save")
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "Saving a.safetensors: 0%")
    assert QApplication.activeModalWidget() is None
    held.set()
    qtbot.waitUntil(lambda: window.statusBar().currentMessage() == "Saved a.safetensors.")


def test_another_programs_file_is_offered_for_import(window, qtbot, tmp_path, open_in):
    path = tmp_path / "torch.safetensors"
    path.write_bytes(b"".join(encode({"W": np.zeros((3, 2), np.float32)}, {"format": "pt"})))
    open_in(window, path)
    assert "holds no document of this program" in answer(qtbot, Button.Open)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert QApplication.activeModalWidget().objectName() == "importWeightsDialog"
    QApplication.activeModalWidget().reject()


def test_the_weights_of_a_damaged_document_are_offered_for_import(window, qtbot, tmp_path, open_in):
    path = tmp_path / "a.safetensors"
    content = bytearray(b"".join(pack(SavedDocument(window.session.document.state))))
    content[-1] ^= 1
    path.write_bytes(content)
    open_in(window, path)
    assert "its checksum is not right" in answer(qtbot, Button.Open)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert QApplication.activeModalWidget().objectName() == "importWeightsDialog"
    QApplication.activeModalWidget().reject()


def test_data_that_are_gone_are_found_again_where_they_are_now(window, qtbot, tmp_path, open_in, choose_file):
    table, moved = tmp_path / "points.csv", tmp_path / "elsewhere.csv"
    moved.write_text("a,b,kind\n" + "\n".join(f"{n},{n * n},{'xy'[n % 2]}" for n in range(9)))
    state = window.session.document.state
    spec = NetworkSpec.mlp(2, (5,), 2)
    choice = DatasetChoice("file", {"path": str(table), "digest": read_samples(moved).digest})
    state = replace(state, spec=spec, checkpoint=Checkpoint.initial(spec), dataset=choice)
    path = tmp_path / "a.safetensors"
    path.write_bytes(b"".join(pack(SavedDocument(state))))
    open_in(window, path)
    assert "'points.csv' is not there any more" in answer(qtbot, Button.Open)
    choose_file(moved)
    qtbot.waitUntil(lambda: window.session.library.data is not None)
    assert window.session.library.data.classes == ("x", "y")
    assert window.session.document.state.spec == spec
    trigger(window, "Save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert unpack(path.read_bytes()).state.dataset.kept is not None
    moved.unlink()
    options = window.session.document.state.dataset.options
    window.session.editing.choose_dataset("file", **{**options, "standardise": False})
    assert "elsewhere.csv" in asked(qtbot).text()
    assert "stay as they are" in asked(qtbot).informativeText()
    answer(qtbot, Button.Cancel)
    assert window.session.library.data.classes == ("x", "y")


def test_saving_says_that_large_data_stay_where_they_are(window, told, qtbot, tmp_path, save_as):
    choice = DatasetChoice("file", {"path": str(tmp_path / "{huge}.csv")})
    window.session.editing.begin(replace(window.session.document.state, dataset=choice))
    answer(qtbot, Button.Cancel)
    save_as(window, tmp_path / "a.safetensors")
    assert any("too large to go with it: keep {huge}.csv, too" in each for each in told)
