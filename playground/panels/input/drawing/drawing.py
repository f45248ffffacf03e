"""A sheet on which a digit is drawn, picked or dropped, and recognised while it grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from playground.panels.input.answer.answer_view import AnswerView
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
from playground.widgets.layouts import in_column
from playground.widgets.plot.probability_bars import ProbabilityBars
from playground.widgets.wrapping_row import wrapping_row
from playground.words import class_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from nn.datasets.base import Dataset
    from playground.panels.input.drawing.material import Material
    from playground.panels.input.drawing.picture_reading import PictureReading
    from playground.panels.input.rows.mistake_search import MistakeSearch
    from playground.panels.input.rows.row_browser import RowBrowser
    from playground.session.looking.example import Example
    from playground.session.looking.prediction import Prediction
    from playground.session.looking.sample import Sample
    from playground.session.session import Session


_DRAWN = "drawn"  # the origin of what was drawn, as the session knows it
_MOST_NAMED = 6  # classes that are named in a sentence


class DrawingInput(InputKind):
    """Canvas, recognised class, probabilities, the way of the pixels, and rows of the data to leaf through.

    The canvas holds the drawing, the session holds what was made of it: what changed on the canvas is made like the
    data (`Material`) and given to the session, whose prediction comes back by signal. However many pen moves wait, the
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
        self._material: Material | None = None
        self._rows: RowBrowser | None = None  # from the first pictures of a person's own on
        self._on_canvas: Example | Sample | None = None  # what the canvas shows, to know others by
        self._named: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
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
        self._bars.asked_about.connect(self._on_class_asked_about)
        session.looking.example_changed.connect(self._refresh_example)
        session.looking.prediction_changed.connect(self._refresh_prediction)
        session.looking.sample_changed.connect(self._refresh_sample)
        session.library.data_changed.connect(self._refresh_data)
        yield
        self._refresh_data(session.library.data)
        yield
        if self._canvas.is_empty():
            self._refresh_thing()
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
            self.tr("A drawing goes the way that the pictures of the data went. Point at a pixel to read its value.")
        )
        self._keys.retranslate()
        self._bars.offer(self.tr("who taught you that?"))
        self._name_material()
        self._refresh_stand_in()
        self._refresh_note()

    @Slot(int)
    def _on_class_asked_about(self, label: int) -> None:
        if self._session is not None:
            self._session.past.teachers.ask(label)

    def _name_material(self) -> None:
        """Say what is drawn here: digits, or what a person's own pictures show."""
        self._named = ((), ())
        if not self._is_own:
            self._note.ask_for(self.tr("Draw a digit, drop a picture of one, or leaf through the test digits below."))
            self._label_choice.show_classes(tuple("0123456789"), self.tr("Label of this digit"))
            return
        names = [class_word(name) for name in self._material.classes]
        self._note.ask_for(
            self.tr("Draw one of these: {classes}. Or drop a picture, or leaf through yours below.").format(
                classes=", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
            )
        )
        self._label_choice.show_classes(names, self.tr("Label of this picture"))

    @property
    def _is_own(self) -> bool:
        """Whether a person's own pictures are drawn, and no digits."""
        return self._material is not None and self._material.data is not None

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
        self._column = in_column(
            self._tools,
            (SquareRow(self._canvas, self._bars, self), 10),
            wrapping_row(self._answer, self._label_choice, spacing=6, parent=self),
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
        self._bars.menu_wanted.connect(self._on_menu_wanted)
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
        self._keys.back_pressed.connect(self._on_back_pressed)
        self._keys.on_pressed.connect(self._on_on_pressed)
        self._keys.mistake_pressed.connect(self._on_mistake_pressed)

    # ---- what a person does

    @Slot(int, object)
    def _on_menu_wanted(self, row: int, menu: QMenu) -> None:
        """Offer what the past of a class can be asked."""
        if self._session is not None:
            from playground.panels.past_menu import PastMenu  # not before somebody asks

            PastMenu(self._session, menu).add_class(row, self._bars.labels[row])

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
        self._reading.read(read, name, self._material.sheet)

    @Slot(QImage, str)
    def _on_digit_found(self, ink: QImage, name: str) -> None:
        self._canvas.set_image(ink)
        self._read_canvas(origin=name)

    def _on_label_chosen(self, label: int | None) -> None:
        thing = self._material.thing
        if thing is not None:
            self._give(self._material.labelled(thing, label))

    @Slot()
    def _on_back_pressed(self) -> None:
        (self._rows if self._is_own else self._browser).go_back()

    @Slot()
    def _on_on_pressed(self) -> None:
        (self._rows if self._is_own else self._browser).go_on()

    @Slot()
    def _on_mistake_pressed(self) -> None:
        if self._is_own:
            self._rows.go_to_mistake()
        else:
            self._on_mistake_requested()

    def _on_mistake_requested(self) -> None:
        if self._digits is not None:
            self._forget_notice()
            self._note.say(self.tr("Looking for the next mistake …"))
            self._search.start(self._digits, after=self._browser.number)

    def _on_search_found_none(self) -> None:
        self._note.say(self.tr("No mistakes: every test digit is read correctly."))

    # ---- from the canvas to the session

    def _read_canvas(self, origin: str = _DRAWN) -> None:
        """Make what is on the canvas what all panels look at."""
        self._ink_is_new = False
        material = self._material
        if material is None:
            return
        self._forget_notice()
        stages = material.sheet.stages(self._canvas.ink())
        if stages is None:
            self._stages_view.show_stages(None, None, None)
            self._give(None)
            return
        if material.sheet.is_centred:
            self._stages_view.show_stages(stages.crop, stages.scaled, stages.centred)
        else:
            self._stages_view.show_stages(None, None, stages.centred, is_whole=True)
        self._give(material.made(stages.centred, self._kept_label(origin), origin))

    def _kept_label(self, origin: str) -> int | None:
        """Return the label to go on with: strokes keep that of what they are drawn on, a picture has none yet."""
        before = self._material.thing
        return self._material.label_of(before) if before is not None and origin == _DRAWN else None

    def _show_test_digit(self, number: int) -> None:
        """Make a test digit the current example, its pixels exactly as they are in MNIST."""
        if self._digits is None:
            return
        self._forget_notice()
        pixels = self._digits.x_test[number].reshape(28, 28)
        self._canvas.show_pixels(pixels)
        self._stages_view.show_stages(None, None, pixels)
        self._browser.show_number(number)
        self._give(self._material.made(pixels, int(self._digits.t_test[number]), f"test {number}"))

    def _give(self, thing: Example | Sample | None) -> None:
        self._on_canvas = thing
        self._material.give(thing)

    def _forget_notice(self) -> None:
        self._note.say("")
        self._search.stop()
        self._reading.forget()

    # ---- from the session to the widgets

    def _refresh_example(self, _example: Example | None) -> None:
        if self._material is not None:
            self._refresh_thing()

    def _refresh_sample(self, _sample: Sample | None) -> None:
        if self._is_own:  # digits have been told of already
            self._refresh_thing()
        elif self._session.looking.example is None:
            self._refresh_stand_in()

    def _refresh_stand_in(self) -> None:
        """Say on the empty sheet what all panels look at until something is drawn, and show what is received of it."""
        hint = self.tr("Draw here") if self._is_own else self.tr("Draw a digit here")
        stand_in = None if self._material is None else self._material.stand_in
        if stand_in is None:
            self._canvas.ask_for(hint)
            return
        name = self._subject(stand_in).replace(" ", "\N{NO-BREAK SPACE}")  # its number not in a line of its own
        until_then = self.tr("Stand-in until then: {sample}").format(sample=name)
        self._canvas.ask_for(f"{hint}\n\n{until_then}")
        self._stages_view.show_stages(None, None, self._material.ink_of(stand_in))
        self._label_choice.show_label(self._material.label_of(stand_in), can_change=False)

    def _refresh_thing(self) -> None:
        from playground.panels.input.drawing.material import is_same_picture

        material, thing = self._material, self._material.thing
        before, self._on_canvas = self._on_canvas, thing
        if thing is None or before is None or not is_same_picture(thing, before):
            self._show_on_canvas(None if thing is None else material.ink_of(thing))
            self._show_number(thing)
        self._tools.show_drawing(is_empty=self._canvas.is_empty(), can_undo=self._canvas.can_undo())
        label = None if thing is None else material.label_of(thing)
        self._label_choice.show_label(label, can_change=thing is not None and not _is_row(thing))
        self._refresh_stand_in()
        self._refresh_note()

    def _show_number(self, thing: Example | Sample | None) -> None:
        """Let the browser go on from the test digit that another panel chose."""
        part, _space, number = ("", "", "") if thing is None else thing.origin.partition(" ")
        if part == "test" and number.isdigit():
            self._browser.show_number(int(number))

    def _show_on_canvas(self, ink: NDArray[np.uint8] | None) -> None:
        """Show what another panel chose."""
        if ink is None:
            self._canvas.clear()
            return
        self._canvas.show_pixels(ink)
        self._stages_view.show_stages(None, None, ink)

    def _refresh_prediction(self, prediction: Prediction | None) -> None:
        if not self._is_answered:  # it is of another sample than the one on the canvas
            prediction = None
        classes = prediction.classes if prediction is not None else ()
        outputs = prediction.outputs.tolist() if prediction is not None and classes else ()
        names = self._names_of(classes)
        self._bars.show_probabilities(outputs, names or None)
        self._answer.show_answer(outputs, names)
        self._refresh_note()

    @property
    def _is_answered(self) -> bool:
        """Whether the prediction is about what is on the sheet, or about what stands in for it while it is empty."""
        return self._material.is_answered or self._material.stand_in is not None

    def _names_of(self, classes: tuple[str, ...]) -> tuple[str, ...]:
        """Return the classes in the language of the moment, without looking them up at each pen move."""
        if classes is not self._named[0]:
            self._named = classes, tuple(class_word(name) for name in classes)
        return self._named[1]

    def _refresh_data(self, data: Dataset | None) -> None:
        if data is not None and data.name == "mnist":
            self._digits = data
        self._browser.set_count(len(self._digits.x_test) if self._digits is not None else 0)
        if data is not None or self._material is None:
            self._take(data)

    def _take(self, data: Dataset | None) -> None:
        """Draw from now on what these data show, if they are pictures, else digits."""
        from playground.panels.input.drawing.material import material_of

        before, self._material = self._material, material_of(self._session.looking, data)
        is_own = self._is_own
        if is_own and self._rows is None:
            self._add_row_browser()
        self._browser.setVisible(not is_own)
        if self._rows is not None:
            self._rows.setVisible(is_own)
        self._name_material()
        if before is not None:
            self._bars.show_probabilities((), [class_word(name) for name in self._material.classes])
            self._refresh_thing()
            self._refresh_prediction(self._session.looking.prediction)

    def _add_row_browser(self) -> None:
        from playground.panels.input.rows.row_browser import RowBrowser

        self._rows = RowBrowser(self._session, self)
        self._rows.noted.connect(self._note.say)
        self._column.insertWidget(self._column.indexOf(self._browser), self._rows)

    def _refresh_note(self) -> None:
        material = self._material
        thing = None if material is None else material.thing
        if material is None or thing is None:
            self._note.tell(None)
            return
        if not material.is_answered and material.is_taken:
            self._note.tell(self.tr("All panels look at another sample now: the list at the top leads back to yours."))
            return
        prediction = self._session.looking.prediction if material.is_answered else None
        label = material.label_of(thing)
        if prediction is None or prediction.digit is None:
            self._note.tell(self._why_no_answer(prediction))
        elif label is None:
            text = self.tr("What did you mean? Choose its label.") if self._is_own else ""
            self._note.tell(text or self.tr("Which digit did you mean? Choose its label."))
        else:
            shown, read = material.classes[label], prediction.classes[prediction.digit]
            self._note.tell(self._note.verdict(self._subject(thing), class_word(shown), class_word(read)))

    def _why_no_answer(self, prediction: Prediction | None) -> str:
        if prediction is None:
            return self.tr("This network cannot read a digit yet.")
        if prediction.classes:
            return self.tr("The network answers NaN, which is no number: its weights have grown too large.")
        if self._is_own:
            return self.tr("The network's outputs are not one number for each class of the data.")
        return self.tr("The network's outputs are not ten numbers, one for each digit.")

    def _subject(self, thing: Example | Sample) -> str:
        """Return what is on the canvas, to begin a sentence with."""
        part, _space, number = thing.origin.partition(" ")
        if thing.origin == "typed":
            return self.tr("Typed numbers")
        if not _is_row(thing):
            mine = self.tr("Your picture") if self._is_own else self.tr("Your digit")
            return mine if thing.origin == _DRAWN else thing.origin
        if self._is_own:
            text = self.tr("Test picture {number}") if part == "test" else self.tr("Training picture {number}")
        else:
            text = self.tr("Test digit {number}") if part == "test" else self.tr("Training digit {number}")
        return text.format(number=number)


def _is_row(thing: Example | Sample) -> bool:
    """Say whether it is a row of the data, whose label cannot be changed."""
    return thing.origin.startswith(("test ", "train "))
