"""A sheet on which a digit is drawn, picked or dropped, and recognised while it grows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from playground.panels.input.answer.answer_view import AnswerView
from playground.panels.input.answer.probability_bars import ProbabilityBars
from playground.panels.input.drawing.canvas import DigitCanvas
from playground.panels.input.drawing.canvas_keys import CanvasKeys
from playground.panels.input.drawing.canvas_note import CanvasNote
from playground.panels.input.drawing.canvas_tools import CanvasTools
from playground.panels.input.drawing.label_choice import LabelChoice
from playground.panels.input.drawing.picture_intake import PictureIntake
from playground.panels.input.drawing.square_row import SquareRow
from playground.panels.input.drawing.stages_view import StagesView
from playground.panels.input.kind import InputKind
from playground.panels.input.rows.sample_browser import SampleBrowser
from playground.widgets.layouts import in_column, in_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from nn.datasets.base import Dataset
    from playground.panels.input.drawing.picture_reading import PictureReading
    from playground.panels.input.rows.mistake_search import MistakeSearch
    from playground.session.looking.example import Example
    from playground.session.looking.prediction import Prediction
    from playground.session.session import Session

_DRAWN = "drawn"  # the origins of examples, as the session knows them
_TEST = "test "


class DrawingInput(InputKind):
    """Canvas, recognised digit, probabilities, the way of the pixels, and test digits to leaf through.

    The canvas holds the drawing, the session holds the example: what changed on the canvas is made an example
    and given to the session, whose prediction comes back by signal. However many pen moves wait, the
    drawing is read once for all of them, before the next paint.

    While the canvas has the focus, Ctrl+Z takes the last stroke back, or a Clear; when nothing is left to take back, it
    first says what it will undo. Then, and everywhere else, it undoes the last edit of the document: what is looked at
    is no part of that.
    """

    _ink_waits = Signal()

    # From `come_to_life` on:
    _search: MistakeSearch
    _reading: PictureReading

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None  # what reads, from `come_to_life` on; before, one can draw
        self._digits: Dataset | None = None  # test digits stay at hand while the network learns other data
        self._on_canvas: Example | None = None  # the example that the canvas shows, to know others by
        self._ink_is_new = False
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def come_to_life(self, session: Session) -> Iterator[None]:
        """Recognise from now on, beginning with what has been drawn already."""
        from playground.panels.input.drawing.picture_reading import PictureReading  # not before the first paint
        from playground.panels.input.rows.mistake_search import MistakeSearch

        self._session = session
        self._search = MistakeSearch(session.looking, self)
        self._search.found.connect(self._show_test_digit)
        self._search.found_none.connect(self._on_search_found_none)
        self._reading = PictureReading(session, self)
        self._reading.digit_found.connect(self._on_digit_found)
        self._reading.refused.connect(self._note.say)
        self._tools.offer_pictures(True)
        self.setAcceptDrops(True)
        session.looking.example_changed.connect(self._refresh_example)
        session.looking.prediction_changed.connect(self._refresh_prediction)
        session.library.data_changed.connect(self._refresh_digits)
        yield
        self._refresh_digits(session.library.data)
        yield
        if self._canvas.is_empty():
            self._refresh_example(session.looking.example)
            self._refresh_prediction(session.looking.prediction)
        else:
            self._read_canvas()

    def take_focus(self) -> None:
        """Give the keyboard to the sheet."""
        self._canvas.setFocus()

    def retranslate(self) -> None:
        """Set every text of its own; its parts follow the language by themselves."""
        self._stages_caption.setText(self.tr("What the network receives"))
        self._stages_caption.setToolTip(
            self.tr("A drawing goes the way that MNIST's digits went. Point at a pixel to read its value.")
        )
        self._keys.retranslate()
        self._refresh_note()

    # ---- parts

    def _build(self) -> None:
        self._canvas = DigitCanvas(self)
        self._keys = CanvasKeys(self._canvas)
        self._tools = CanvasTools(self, self)
        self._bars = ProbabilityBars(self)
        self._answer = AnswerView(self)
        self._label_choice = LabelChoice(self)
        self._label_choice.show_label(None, can_change=False)
        self._browser = SampleBrowser(self)
        self._stages_view = StagesView(self)
        self._stages_caption = QLabel(self)
        self._note = CanvasNote(self)
        self._note.setObjectName("drawNote")
        self._pictures = PictureIntake(self)

    def _lay_out(self) -> None:
        in_column(
            self._tools,
            (SquareRow(self._canvas, self._bars, self), 10),
            in_row((self._answer, 1), self._label_choice),
            self._note,
            self._browser,
            4,
            self._stages_caption,
            (self._stages_view, 1),
            of=self,
            margins=(8, 8, 8, 8),
            spacing=6,
        )

    def _connect(self) -> None:
        self._canvas.ink_changed.connect(self._on_ink_changed)
        # Queued: the drawing is read after the pen moves that wait already and before the next paint.
        self._ink_waits.connect(self._on_ink_waits, Qt.ConnectionType.QueuedConnection)
        self._tools.eraser_chosen.connect(self._canvas.set_eraser)
        self._tools.undo_stroke.triggered.connect(self._canvas.undo_stroke)
        self._tools.clear.triggered.connect(self._on_clear)
        self._tools.clear.triggered.connect(self._tools.pen.trigger)  # on a clean sheet there is nothing to rub out
        self._tools.open_picture.triggered.connect(self._pictures.open)
        self._tools.paste_picture.triggered.connect(self._pictures.paste)
        self._pictures.picture_brought.connect(self._on_picture_brought)
        self._pictures.refused.connect(self._note.say)
        self._label_choice.chosen.connect(self._on_label_chosen)
        self._browser.sample_requested.connect(self._show_test_digit)
        self._browser.mistake_requested.connect(self._on_mistake_requested)
        self._keys.ran_out.connect(self._on_ran_out)
        self._keys.back_pressed.connect(self._browser.go_back)
        self._keys.on_pressed.connect(self._browser.go_on)
        self._keys.mistake_pressed.connect(self._on_mistake_requested)

    # ---- what a person does

    @Slot()
    def _on_ran_out(self) -> None:
        document = self._session.document if self._session is not None else None
        if document is not None and document.can_undo:
            text = self.tr("Nothing is left to take back here. The next Ctrl+Z undoes: {what}")
            self._note.say(text.format(what=document.undo_text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take whatever may be a picture."""
        if self._pictures.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Recognise the digit in a dropped picture."""
        event.acceptProposedAction()
        self._pictures.take(event.mimeData())

    def _on_clear(self) -> None:
        self._canvas.clear()
        self._canvas.setFocus()  # so that Ctrl+Z brings the drawing back

    def _on_ink_changed(self) -> None:
        if not self._ink_is_new:
            self._ink_is_new = True
            self._ink_waits.emit()

    def _on_ink_waits(self) -> None:
        if self._ink_is_new:
            self._read_canvas()

    def _on_picture_brought(self, read: Callable[[], QImage], name: str) -> None:
        self._forget_notice()
        self._note.say(self.tr("Reading {name} …").format(name=name))
        self._reading.read(read, name)

    @Slot(QImage, str)
    def _on_digit_found(self, ink: QImage, name: str) -> None:
        self._canvas.set_image(ink)
        self._read_canvas(origin=name)

    def _on_label_chosen(self, label: int | None) -> None:
        if self._session.looking.example is not None:
            self._give(replace(self._session.looking.example, label=label))

    def _on_mistake_requested(self) -> None:
        if self._digits is not None:
            self._forget_notice()
            self._note.say(self.tr("Looking for the next mistake …"))
            self._search.start(self._digits, after=self._browser.number)

    def _on_search_found_none(self) -> None:
        self._note.say(self.tr("No mistakes: every test digit is read correctly."))

    # ---- from the canvas to the session

    def _read_canvas(self, origin: str = _DRAWN) -> None:
        """Make what is on the canvas the current example."""
        self._ink_is_new = False
        if self._session is None:
            return
        from nn.digits.preprocessing import digit_stages  # not before the first paint

        self._forget_notice()
        stages = digit_stages(self._canvas.ink())
        if stages is None:
            self._stages_view.show_stages(None, None, None)
            self._give(None)
            return
        self._stages_view.show_stages(stages.crop, stages.scaled, stages.centred)
        self._give(_example(stages.pixels, 1 / 255, self._kept_label(origin), origin))

    def _kept_label(self, origin: str) -> int | None:
        """Return the label to go on with: strokes keep that of what they are drawn on, a picture has none yet."""
        before = self._session.looking.example
        return before.label if before is not None and origin == _DRAWN else None

    def _show_test_digit(self, number: int) -> None:
        """Make a test digit the current example, its pixels exactly as they are in MNIST."""
        if self._digits is None:
            return
        self._forget_notice()
        pixels = self._digits.x_test[number].reshape(28, 28)
        self._canvas.show_pixels(pixels)
        self._stages_view.show_stages(None, None, pixels)
        self._browser.show_number(number)
        label = int(self._digits.t_test[number])
        self._give(_example(pixels.reshape(-1), self._digits.scale, label, f"{_TEST}{number}"))

    def _give(self, example: Example | None) -> None:
        self._on_canvas = example
        self._session.looking.show_example(example)

    def _forget_notice(self) -> None:
        self._note.say("")
        self._search.stop()
        self._reading.forget()

    # ---- from the session to the widgets

    def _refresh_example(self, example: Example | None) -> None:
        if example is not self._on_canvas:
            self._show_on_canvas(example)
        self._tools.show_drawing(is_empty=self._canvas.is_empty(), can_undo=self._canvas.can_undo())
        is_test_digit = example is not None and example.origin.startswith(_TEST)
        label = example.label if example is not None else None
        self._label_choice.show_label(label, can_change=example is not None and not is_test_digit)
        self._refresh_note()

    def _show_on_canvas(self, example: Example | None) -> None:
        """Show an example that another panel chose."""
        self._on_canvas = example
        if example is None:
            self._canvas.clear()
            return
        pixels = (example.pixels * 255).round().astype("uint8").reshape(28, 28)
        self._canvas.show_pixels(pixels)
        self._stages_view.show_stages(None, None, pixels)

    def _refresh_prediction(self, prediction: Prediction | None) -> None:
        if not self._session.looking.shows_example:  # it is of another sample than the digit on the canvas
            prediction = None
        classes = prediction.classes if prediction is not None else ()
        outputs = prediction.outputs.tolist() if prediction is not None and classes else ()
        self._bars.show_probabilities(outputs, classes or None)
        self._answer.show_answer(outputs, classes)
        self._refresh_note()

    def _refresh_digits(self, data: Dataset | None) -> None:
        if data is not None and data.name == "mnist":
            self._digits = data
        self._browser.set_count(len(self._digits.x_test) if self._digits is not None else 0)

    def _refresh_note(self) -> None:
        looking = self._session.looking if self._session is not None else None
        example, prediction = (looking.example, looking.prediction) if looking is not None else (None, None)
        if looking is None or example is None:
            self._note.tell(None)
        elif prediction is None or not looking.shows_example:
            self._note.tell(self.tr("This network cannot read a digit yet."))
        elif prediction.digit is None and prediction.classes:
            self._note.tell(self.tr("The network answers NaN, which is no number: its weights have grown too large."))
        elif prediction.digit is None:
            self._note.tell(self.tr("The network's outputs are not ten numbers, one for each digit."))
        elif example.label is None:
            self._note.tell(self.tr("Which digit did you mean? Choose its label."))
        else:
            self._note.tell(self._note.verdict(self._subject(example), example.label, prediction.digit))

    def _subject(self, example: Example) -> str:
        """Return what is on the canvas, to begin a sentence with."""
        if example.origin.startswith(_TEST):
            return self.tr("Test digit {number}").format(number=example.origin.removeprefix(_TEST))
        return self.tr("Your digit") if example.origin == _DRAWN else example.origin


def _example(pixels: NDArray[np.uint8], scale: float, label: int | None, origin: str) -> Example:
    """Return an example of pixels of 0 to 255, as a network receives them: times ``scale``."""
    import numpy as np  # not before the first paint

    from playground.session.looking.example import Example

    x = pixels * np.float32(scale)
    x.flags.writeable = False
    return Example(x, label, origin)
