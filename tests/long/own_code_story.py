"""A network of one's own that reads a digit, a bug found, documents judged, the course built: by mouse and keys.

``python tests/long/own_code_story.py FOLDER [language] [light|dark] [width] [height] [parts]``: a picture of each
moment goes into the folder. The exit code is 1 if something did not come out.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).parents[2]))

from playground.app import create, prepare_process

prepare_process()

from PySide6.QtCore import QPoint, QSettings, QStandardPaths, Qt  # noqa: E402 - Qt only now
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTreeWidget, QWidget  # noqa: E402

from playground.lessons.own_code.build_it_yourself import milestones  # noqa: E402
from playground.lessons.own_code.gallery import exercise  # noqa: E402
from playground.startup.tour import THREE, stroke  # noqa: E402

TESTS = Path(__file__).parents[1]
SOLUTIONS = TESTS / "playground" / "lessons" / "own_code" / "solutions"
DOCUMENTS = TESTS / "nn" / "own_code" / "documents"
BUG, SUSPECT = "562-never-moved", "self.db = np.sum(dout)"
ENOUGH, PATIENCE_S = 0.97, 900
EXERCISES = 40  # all are read when there are more


class Story:
    """Somebody at the window."""

    def __init__(self, window: QWidget, folder: Path) -> None:
        self.window, self.folder, self.faults = window, folder, 0
        self.session = window.session

    def wait(self, seconds=0.6):
        """Let the window live."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            QApplication.processEvents()
            time.sleep(0.004)

    def until(self, holds, what):
        """Wait for something."""
        ends = time.monotonic() + PATIENCE_S
        while not holds() and time.monotonic() < ends:
            QApplication.processEvents()
            time.sleep(0.004)
        self.see(holds(), what)

    def see(self, is_so, what):
        """Say whether something came out."""
        self.faults += not is_so
        sys.stdout.write(f"{'yes' if is_so else 'NO '}  {what}\n")
        sys.stdout.flush()

    def take(self, name):
        """Take a picture."""
        self.wait()
        self.window.grab().save(str(self.folder / f"{name}.png"))

    def find(self, kind, name):
        """Return what is called so and can be seen."""
        return next(each for each in self.window.findChildren(kind, name) if each.isVisible())

    def click(self, name):
        """Press a button."""
        button = self.find(QPushButton, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait(0.2)

    def begin_anew(self):
        """Go to where code begins."""
        self.window.findChild(QAction, "actionCodeBegin").trigger()
        self.wait(0.3)

    def paste(self, text):
        """Bring a text by the clipboard."""
        QApplication.clipboard().setText(text)
        self.click("codePaste")

    def allow(self):
        """Let the code run, if that is asked."""
        if [each for each in self.window.findChildren(QPushButton, "codeAllow") if each.isVisible()]:
            self.click("codeAllow")

    def check(self):
        """Have the code judged."""
        self.click("codeCheck")
        self.allow()
        checking = self.session.own_code.checking
        self.until(lambda: checking.is_current and not checking.is_busy, "it is judged")

    def verdicts(self):
        """Return what was judged, by name."""
        return {each.name: each.is_right for each in self.session.own_code.checking.outcome.judgements}

    def open_practice(self, name):
        """Begin with an exercise or a milestone."""
        self.click("codePractice")
        tree = self.find(QTreeWidget, "practiceTree")
        found = tree.topLevelItem
        self.until(lambda: found(1) is not None and found(1).childCount() > EXERCISES, "the shelf")
        items = [found(i).child(k) for i in range(2) for k in range(found(i).childCount())]
        item = next(each for each in items if each.data(0, Qt.ItemDataRole.UserRole) == name)
        tree.scrollToItem(item)
        self.wait(0.2)
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
        self.click("practiceOpen")

    # ---- five stories

    def own_network_learns(self):
        """Train what was typed by a learner, layers, network and optimizer, and draw a digit for it."""
        names = ("Relu", "Affine", "SoftmaxWithLoss", "Adam", "TwoLayerNet")
        texts = [(SOLUTIONS / f"{name}.txt").read_text("utf-8") for name in names]
        self.paste("\n".join(texts).replace("from common.layers import Affine, Relu, SoftmaxWithLoss\n", ""))
        self.check()
        self.see(set(self.verdicts().values()) == {True}, f"all is right: {self.verdicts()}")
        self.take("1-own-network-judged")
        self.click("ownTrain")
        training = self.session.own_code.training
        self.until(lambda: training.course.iteration > 100, "it learns")
        self.draw()
        self.until(lambda: training.reading is not None, "it reads while it learns")
        self.take("2-own-network-learning")
        self.until(lambda: max([0, *(e[1] for e in training.course.accuracies)]) >= ENOUGH, "97%")
        self.click("ownPause")
        iteration, accuracy = training.course.accuracies[-1]
        self.see(True, f"iteration {iteration:,}: {accuracy:.2%}")
        self.until(lambda: "3" in self.find(QLabel, "ownAnswer").text(), self.find(QLabel, "ownAnswer").text())
        self.take("3-own-network-reads")
        self.click("ownStop")

    def draw(self):
        """Draw a three."""
        self.session.panel_requested.emit("draw")
        self.wait()
        canvas = self.find(QWidget, "digitCanvas")
        stroke(canvas, THREE)

    def bug_is_found(self):
        """Find the bias that never moved."""
        self.begin_anew()
        self.open_practice(BUG)
        self.take("4-gallery")
        editor = self.find(QWidget, "codeEditor")
        line = next(n for n, text in enumerate(editor.toPlainText().split("\n"), 1) if SUSPECT in text)
        editor.bring_into_sight(line)
        self.wait(0.2)
        area = next(area for number, area in editor.lines_in_sight() if number == line)
        QTest.mouseClick(editor.gutter, Qt.MouseButton.LeftButton, pos=QPoint(4, round(area.center().y())))
        self.click("codeStep")
        self.allow()
        self.until(lambda: self.session.own_code.stepping.is_open, "it is stepped through")
        editor.setFocus()
        for key in (Qt.Key.Key_F5, Qt.Key.Key_F10):
            QTest.keyClick(editor, key)
            self.wait()
        self.see("(10,)" not in editor.values[line], f"one number for ten biases: {editor.values[line]}")
        self.take("5-bug-in-sight")
        helps = self.find(QPushButton, "practiceHelp")
        while helps.isVisible():
            self.click("practiceHelp")
        self.take("6-bug-answered")
        self.click("practiceApply")
        self.click("practiceTry")
        measuring = self.session.own_code.measuring
        self.until(lambda: measuring.measured is not None and not measuring.is_busy, "it is tried")
        self.see(editor.toPlainText() == exercise(BUG).mended, "the fault is gone")
        self.take("7-bug-gone")

    def documents_are_judged(self):
        """Have the code of the five source documents judged."""
        for path in sorted(DOCUMENTS.glob("*.txt")):
            self.begin_anew()
            self.paste(path.read_text("utf-8"))
            self.check()
            verdicts = self.verdicts()
            self.see(bool(verdicts), f"{path.stem}: {verdicts}")
            for name in ("codeTellLine", "codeTellHow", "codeTellChange"):
                if [each for each in self.window.findChildren(QPushButton, name) if each.isVisible()]:
                    self.click(name)
            self.take(f"8-{path.stem}")

    def check_is_cancelled(self):
        """Cancel a check that takes long."""
        self.begin_anew()
        self.paste("def relu(x):\n    while x is not None:\n        x = x + 0\n    return x\n")
        self.click("codeCheck")
        self.allow()
        checking = self.session.own_code.checking
        self.see(checking.is_busy, "it is being judged")
        self.take("9-busy")
        self.click("codeCancel")
        self.see(not checking.is_busy and not checking.is_following, "it is cancelled")
        self.take("9-cancelled")

    def course_is_built(self):
        """Build what the course asks for, one milestone after the other, and have a network trained with each."""
        measuring = self.session.own_code.measuring
        for milestone in milestones():
            self.begin_anew()
            self.open_practice(milestone.name)
            editor = self.find(QWidget, "codeEditor")
            editor.setFocus()
            QApplication.clipboard().setText((SOLUTIONS / f"{milestone.skeleton.name}.txt").read_text("utf-8"))
            for key in (Qt.Key.Key_A, Qt.Key.Key_V):
                QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
            self.check()
            self.see(set(self.verdicts().values()) == {True}, f"{milestone.name}: {self.verdicts()}")
            self.click("practiceTry")
            self.until(lambda: measuring.measured is not None and not measuring.is_busy, "a network is trained")
            seen = measuring.measured.values.get("accuracy", 0.0)
            self.see(seen >= milestone.proof.at_least, f"{seen:.1%}, at least {milestone.proof.at_least:.0%}")
            self.take(f"10-{milestone.name}")


def main(folder, language="en", theme="light", width="1366", height="768", *wanted):
    """Play it."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        QStandardPaths.setTestModeEnabled(True)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        application, window = create(["--language", language])
        while not window.is_ready:
            application.processEvents()
        window.resize(int(width), int(height))
        window._theme.use(theme)
        story = Story(window, Path(folder))
        story.wait(1)
        QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)  # where most of the window steps
        story.wait(0.5)
        window.session.panel_requested.emit("my_code")
        story.wait(1)
        parts = (story.own_network_learns, story.bug_is_found, story.documents_are_judged)
        for part in (*parts, story.check_is_cancelled, story.course_is_built):
            if not wanted or part.__name__ in wanted:
                part()
        window.close()
    return 1 if story.faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
