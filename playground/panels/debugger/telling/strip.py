"""The step at which the debugger stands, told: its formulas whole, a line for each, and one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from playground.panels.breakpoint_words import phase_text
from playground.panels.debugger.telling.words import StepWords
from playground.safety.paint_guard import guarded_paint
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_row
from playground.widgets.look.colors import chart_colors
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Refreshing
from playground.widgets.text.tooltips import describe, on_hover

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from playground.panels.debugger.telling.told import ToldStep
    from playground.session.session import Session

_WRAP = int(Qt.TextFlag.TextWordWrap)
_MOST_LINES = 7
_GAP = 2  # px


class StepStrip(Refreshing, LiveLook, QWidget):
    """Tells the current step; the pin keeps what it tells while a person steps on."""

    def __init__(self, session: Session, told: ToldStep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._told = session, told
        self._words = StepWords(self)
        self._inside = ""
        self.text = StepText()
        self.pin = tool_button("pin", "debugPin", checkable=True, side=14)
        self.pin.clicked.connect(told.pin)
        self.setObjectName("stepStrip")
        in_row((self.text, 1), (self.pin, 0, Qt.AlignmentFlag.AlignTop), of=self, margins=(6, 2, 2, 2), spacing=4)
        told.changed.connect(self.out_of_date)
        self.retranslate()

    def refresh(self) -> None:
        """Tell the step that has happened last, or the one that is pinned."""
        event = self._told.event
        self.pin.setChecked(self._told.is_pinned)
        if event is None:
            self.text.show_step("", (), "")
            return
        head = f"{event.name} · {phase_text(event.phase)}"
        if not self._told.has_happened:
            head = self.tr("Next: {step}").format(step=head)
        optimizer = self._session.document.state.config.optimizer
        remark = self._words.number(event, self._told.element) if self._told.has_happened else ""
        sentence = " ".join(part for part in (self._words.sentence(event, optimizer), remark) if part)
        inside = self._words.inside(event, optimizer)
        if inside != self._inside:
            self._inside = inside
            self._explain()
        self.text.show_step(head, tuple(event.formula.split(",  ")), sentence)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        about = self.tr(
            "Keep this explanation, with its three lines, while stepping on; press again to follow the steps."
        )
        pin = self.tr("Pin the explanation")
        describe(self.pin, pin, f"{pin}\n{about}")
        self._inside = ""
        self._explain()
        self.text.setAccessibleName(self.tr("What happens at this step"))
        self.out_of_date()

    def _explain(self) -> None:
        """Say on hover what is shown, and what training itself computes with."""
        about = self.tr("What this step computes: its formulas, and what they do in the words of the book.")
        on_hover(f"{about}\n{self._inside}".strip(), self.text)


class StepText(QFrame):
    """A head, formulas and a sentence, wrapped; it asks for more height when they need it, and keeps it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.sentence = "", ""
        self.formulas: tuple[str, ...] = ()
        self._height = 0
        self._laid: list[tuple[str, QRect]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def show_step(self, head: str, formulas: tuple[str, ...], sentence: str) -> None:
        """Show another step."""
        if (head, formulas, sentence) != (self.head, self.formulas, self.sentence):
            self.head, self.formulas, self.sentence = head, formulas, sentence
            self._measure()
            self.update()
            if QAccessible.isActive():
                self.setAccessibleDescription("\n".join((head, *formulas, sentence)))

    def sizeHint(self) -> QSize:
        """Give the height that the text takes."""
        line = self.fontMetrics().lineSpacing()
        return QSize(100, min(max(self._height, 3 * line), _MOST_LINES * line))

    def minimumSizeHint(self) -> QSize:
        """Give the same: no formula is cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure(anew=True)

    def _measure(self, anew: bool = False) -> None:
        """Find the height; it stays that of the longest text so far, so that nothing below moves at every step."""
        self._laid = self._laid_out()
        height = max((area.bottom() + 1 for _, area in self._laid), default=0)
        if height > self._height or (anew and height != self._height):
            self._height = height
            self.updateGeometry()

    def _laid_out(self) -> list[tuple[str, QRect]]:
        """Give each text with its place: the head stands before the first formula."""
        metrics = self.fontMetrics()
        left = QFontMetrics(bold(self.font())).horizontalAdvance(f"{self.head}   ")
        laid, top = [], 0
        for formula in self.formulas:
            area = metrics.boundingRect(QRect(left, top, max(self.width() - left, 60), 10_000), _WRAP, formula)
            laid.append((formula, QRect(left, top, max(self.width() - left, 60), area.height())))
            top += area.height()
        if self.sentence:
            area = metrics.boundingRect(QRect(0, top, max(self.width(), 60), 10_000), _WRAP, self.sentence)
            laid.append((self.sentence, QRect(0, top + _GAP, max(self.width(), 60), area.height())))
        return laid

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the texts."""
        colors = chart_colors(self.palette())
        with QPainter(self) as painter:
            painter.setFont(bold(self.font()))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), 0, self.head)
            painter.setFont(self.font())
            for text, area in self._laid:
                painter.setPen(colors.muted if text is self.sentence else self.palette().color(self.foregroundRole()))
                painter.drawText(area, _WRAP, text)
