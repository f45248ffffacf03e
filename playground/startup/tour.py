"""Show the program to a machine without a screen: the same window, driven by a hand made of code."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playground.window.main_window import MainWindow

LIMIT_S = 120.0
EPOCHS = 3

# A three in one stroke, in parts of the canvas's width and height.
THREE = (
    (0.33, 0.29), (0.39, 0.22), (0.50, 0.19), (0.60, 0.21), (0.66, 0.29), (0.64, 0.38), (0.56, 0.45),
    (0.47, 0.48), (0.57, 0.50), (0.66, 0.57), (0.68, 0.67), (0.63, 0.76), (0.52, 0.81), (0.41, 0.79),
    (0.33, 0.72),
)  # fmt: skip


def take_tour(app: QApplication, window: MainWindow, picture: Path, file: Path | None = None) -> int:
    """Draw a digit, have it recognised, train a network, and save a picture of the window.

    With a file, only what the window makes of that is shown: nobody asked for anything to be done with it.

    Parameters
    ----------
    app : QApplication
    window : MainWindow
        Shown, its event loop not started.
    picture : Path
        The PNG file to write.
    file : Path, optional
        What the window was started with.

    Returns
    -------
    int
        0 when everything was seen to work, 1 otherwise.
    """
    try:
        _wait(
            app,
            lambda: (
                window.is_ready
                and window.session.library.data is not None
                and window.session.library.shipped is not None
            ),
        )
        _say("The window is ready.")
        if file is None:
            _draw(window)
            _train(app, window)
        else:
            _show(app, window, file)
        _save(app, window, picture)
    except TourError as error:
        _say(f"The tour ended early: {error}")
        return 1
    finally:
        window.close()
    return 0


class TourError(Exception):
    """Something on the tour did not happen."""


def _show(app: QApplication, window: MainWindow, file: Path) -> None:
    opened = str(file.absolute())
    _wait(app, lambda: window.windowFilePath() == opened or app.activeModalWidget() is not None)
    shown = app.activeModalWidget()
    if isinstance(shown, QMessageBox):
        raise TourError(shown.text())
    if shown is not None:
        _say(f"{file.name} is shown before it is imported.")
        return
    state = window.session.document.state
    _say(
        f"Opened {file.name}: {state.spec.parameters:,} parameters, "
        f"trained for {state.checkpoint.iteration:,} iterations"
    )


def _draw(window: MainWindow) -> None:
    stroke(window.findChild(QWidget, "digitCanvas"), THREE)
    _say(f"Drew a three with the mouse; the network that ships with the program reads: {_answer(window)}")
    if not _answer(window):
        raise TourError("the drawing was not recognised")


def _train(app: QApplication, window: MainWindow) -> None:
    session = window.session
    session.editing.edit_config("Set epochs", epochs=EPOCHS)
    session.control.train()
    _wait(app, lambda: bool(session.document.state.history))
    record = session.document.state.history[-1]
    losses = record.losses
    _say(f"Trained a new network for {len(losses)} iterations: loss {losses[0]:.3f} -> {losses[-1]:.3f}")
    _say(f"It reads {record.evaluations[-1].test_accuracy:.1%} of the 10,000 test digits right.")
    _say(f"The drawing it reads as: {_answer(window)}")


def _save(app: QApplication, window: MainWindow, picture: Path) -> None:
    app.processEvents()
    if not (app.activeModalWidget() or window).grab().save(str(picture)):
        raise TourError(f"the picture could not be written to {picture}")
    _say(f"A picture of the window is in {picture}")


def _answer(window: MainWindow) -> str:
    return window.findChild(QLabel, "recognisedDigit").text()


def stroke(canvas: QWidget, points: tuple[tuple[float, float], ...]) -> None:
    """Draw on a widget with the left mouse button.

    Parameters
    ----------
    canvas : QWidget
    points : tuple of (float, float)
        Where the pen goes, in parts of the widget's width and height.
    """
    places = [QPointF(x * canvas.width(), y * canvas.height()) for x, y in points]
    held = Qt.MouseButton.LeftButton
    _send(canvas, QEvent.Type.MouseButtonPress, places[0], held, held)
    for place in places[1:]:
        _send(canvas, QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, held)
    _send(canvas, QEvent.Type.MouseButtonRelease, places[-1], held, Qt.MouseButton.NoButton)


def _send(canvas: QWidget, kind: QEvent.Type, place: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    everywhere = canvas.mapToGlobal(place)
    event = QMouseEvent(kind, place, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)
    QApplication.processEvents()  # as between two moves of a real mouse: the window may answer


def _wait(app: QApplication, condition: Callable[[], bool]) -> None:
    end = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > end:
            raise TourError(f"waited {LIMIT_S:.0f} s for the next step in vain")
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def _say(text: str) -> None:
    if sys.stdout is not None:  # a Windows program without console has none
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
