"""A text editor for Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontDatabase,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from playground.panels.my_code.editor import indentation
from playground.panels.my_code.editor.gutter import Gutter, Line
from playground.panels.my_code.editor.marks import Mark
from playground.panels.my_code.editor.values_behind import ValuesBehind
from playground.panels.my_code.value_text import text_of, told
from playground.safety.paint_guard import guarded_paint
from playground.widgets.code.highlighting import PythonHighlighter
from playground.widgets.code.lights import light, line_light
from playground.widgets.look.colors import blend, chart_colors
from playground.widgets.look.live_look import LiveLook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QColor

    from nn.own_code.recording.site import Site
    from playground.panels.my_code.value_text import LineValue
    from playground.session.own_code.walk import Walk

_TINT = 0.12  # share of a colour in the ground of a line
_Key, _Move = Qt.Key, QTextCursor.MoveMode
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Stop(NamedTuple):
    """A breakpoint."""

    cursor: QTextCursor
    condition: str

    @property
    def line(self) -> int:
        """Where it stands by now."""
        return self.cursor.blockNumber() + 1


class CodeEditor(LiveLook, QPlainTextEdit):
    """Writes Python: numbers, colours, indentation, undo of its own, and what is told beside the lines.

    Whoever comes by the Tab key goes on by it, until something is typed or clicked at; Escape gives the key back.

    Attributes
    ----------
    longest : int
        Letters it takes; what would make more of them is refused.
    """

    edited = Signal(str)
    """The whole text, as a person has changed it."""
    refused = Signal(int)
    """So many letters a person wanted to have in it, too many."""
    save_wanted = Signal()
    check_wanted = Signal()
    breakpoints_changed = Signal()
    value_chosen = Signal(int, str)
    """The line and the name of a value behind it: a person wants to see all of it."""
    pointed = Signal(int, int)
    """The line from 1 and the letter from 0 that the pointer, or the cursor of the keyboard, is at."""

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.longest = longest
        self.values: Mapping[int, str] = {}
        """What stands behind lines, numbered from 1."""
        self.behind = ValuesBehind()
        self.walk: tuple[Walk, int] | None = None
        """The recording that is stepped through, and the place in it: for what is pointed at."""
        self._is_shown = False  # a text is being shown that nobody typed
        self._stops: list[Stop] = []  # breakpoints, which move with their lines
        self._found: list[QTextCursor] = []
        self._lit: QTextCursor | None = None
        self._highlighter = PythonHighlighter(self.document())
        self.gutter = Gutter(self, self.lines_in_sight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        self.textChanged.connect(self._on_text_changed)
        self.updateRequest.connect(self._on_update_request)
        self.cursorPositionChanged.connect(self._light)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.viewport().setMouseTracking(True)
        self.gutter.clicked.connect(self.toggle_breakpoint)
        self.restyle()

    # ---- the text

    def show_text(self, text: str, *, is_other: bool) -> None:
        """Show a text that comes from elsewhere: another one, or this one as it was changed, which can be undone."""
        self._is_shown = True
        if is_other:
            self._stops.clear()
            self.setPlainText(text)
        elif text != self.toPlainText():
            _replace(self.textCursor(), self.toPlainText(), text)
        self._is_shown = False
        self._refresh_gutter()

    @Slot()
    def _on_text_changed(self) -> None:
        if self.gutter.count(self.blockCount()):
            self._make_room()
        # colours and fonts are no other text, but Qt tells of them as if they were
        if not (self._is_shown or self._highlighter.is_colouring):
            self.edited.emit(self.toPlainText())
        if self._stops:
            self._refresh_gutter()
            self.breakpoints_changed.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped as plain text, if there is room for it."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").expandtabs(indentation.WIDTH)
        letters = self.document().characterCount() - 1 + len(text)
        if letters > self.longest:
            self.refused.emit(letters)
        else:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    # ---- keys

    def viewportEvent(self, event: QEvent) -> bool:
        """Say on hover what the expression under the pointer was."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.walk is not None:
            cursor = self.cursorForPosition(event.pos())
            walk, place = self.walk
            node = walk.node_at(cursor.blockNumber() + 1, cursor.positionInBlock(), place)
            value = self.behind.at(QPointF(event.pos()))
            text = "" if node is None else told(walk, node, self.toPlainText())
            text = self.tr("{name}: a click shows all its numbers.").format(name=value[1]) if value else text
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of an editor before the window's actions of the same keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Undo):
                event.setAccepted(self.document().isUndoAvailable())
                return True
            if event.matches(QKeySequence.StandardKey.Redo):
                event.setAccepted(self.document().isRedoAvailable())
                return True
            if event.matches(QKeySequence.StandardKey.Save) or _is_comment_key(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent as Python wants it."""
        if event.key() == _Key.Key_Escape:
            self.setTabChangesFocus(True)
        elif event.text() and event.key() not in (_Key.Key_Tab, _Key.Key_Backtab):
            self.setTabChangesFocus(False)
        if event.matches(QKeySequence.StandardKey.Save):
            self.save_wanted.emit()
        elif _is_check_key(event):
            self.check_wanted.emit()
        elif _is_value_key(event) and self.behind.values.get(self.line):
            self.value_chosen.emit(self.line, self.behind.values[self.line][-1].name)
        elif not self._indents(event):
            super().keyPressEvent(event)

    def _indents(self, event: QKeyEvent) -> bool:
        cursor, key = self.textCursor(), event.key()
        if _is_comment_key(event):
            indentation.toggle_comment(cursor)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            indentation.begin_line(cursor)
        elif key == _Key.Key_Tab and not self.tabChangesFocus():
            indentation.indent(cursor)
        elif key == _Key.Key_Backtab and not self.tabChangesFocus():
            indentation.outdent(cursor)
        elif not (key == _Key.Key_Backspace and not event.modifiers() and indentation.delete_back(cursor)):
            return False
        self.ensureCursorVisible()
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the Tab key lead on whoever came by it."""
        self.setTabChangesFocus(event.reason() in _BY_TAB)
        super().focusInEvent(event)

    # ---- what stands beside and behind the lines

    def show_marks(self, marks: Mapping[int, Mark]) -> None:
        """Show how lines were judged, numbered from 1."""
        before, self.gutter.marks = self.gutter.marks, marks
        changed = {line for line in {*before, *marks} if before.get(line) is not marks.get(line)}
        if any(Mark.WRONG in (before.get(line), marks.get(line)) for line in changed):
            self._light()
            if wrong := self._wrong_line():
                self.bring_into_sight(wrong)
        self._renew_gutter(changed)

    def show_values(self, values: Mapping[int, Sequence[LineValue]], now: int = 0) -> None:
        """Show what lines computed, and the line at which a person stands, 0 for none."""
        self.values = {line: text_of(each) for line, each in values.items()}
        self._renew_gutter({self.gutter.now, now})
        changed = self.behind.show(values)
        if changed is None:
            self.viewport().update()
        else:
            self._renew_lines(changed)
        if self.gutter.now != now:
            self.gutter.now = now
            self._light()
        if now:
            self.bring_into_sight(now)

    def _renew_gutter(self, lines: set[int]) -> None:
        """Have only these lines of the gutter painted again: a step changes two of them."""
        for area in self._areas(lines):
            self.gutter.update(0, area.top(), self.gutter.width(), area.height())

    def _renew_lines(self, lines: set[int]) -> None:
        """Have only these lines painted again: a step gives one of them a value."""
        for area in self._areas(lines):
            self.viewport().update(0, area.top(), self.viewport().width(), area.height())

    def _areas(self, lines: Iterable[int]) -> list[QRect]:
        """Return where some lines are, as far as they are seen."""
        areas = (self._area(line) for line in lines)
        return [area.toAlignedRect() for area in areas if area is not None]

    def _area(self, line: int) -> QRectF | None:
        """Return where a line is in the viewport, None if it is not seen."""
        block = self.document().findBlockByNumber(line - 1)
        if line < 1 or not block.isValid() or block.blockNumber() < self.firstVisibleBlock().blockNumber():
            return None
        area = self.blockBoundingGeometry(block).translated(self.contentOffset())
        return area if area.top() <= self.viewport().height() else None

    def choose_value(self, value: tuple[int, str] | None) -> None:
        """Mark the value that is shown whole, by its line and name."""
        self.behind.chosen = value
        self.viewport().update()

    @Slot(int)
    def toggle_breakpoint(self, line: int) -> None:
        """Let stepping stop at a line, or no longer."""
        self.set_breakpoint(line, None if line in self.breakpoints else "")

    def set_breakpoint(self, line: int, condition: str | None) -> None:
        """Let stepping stop at a line where a condition holds, always with an empty one, never with None."""
        self._stops = [stop for stop in self._stops if stop.line != line]
        if condition is not None:
            self._stops.append(Stop(QTextCursor(self.document().findBlockByNumber(line - 1)), condition))
        self._refresh_gutter()
        self.breakpoints_changed.emit()

    @property
    def breakpoints(self) -> dict[int, str]:
        """The lines at which stepping stops, each with its condition."""
        return {stop.line: stop.condition for stop in sorted(self._stops, key=lambda stop: stop.line)}

    @property
    def line(self) -> int:
        """The line of the cursor."""
        return self.textCursor().blockNumber() + 1

    def light_site(self, site: Site | None) -> None:
        """Light an expression of the text, None for none."""
        self._lit = None if site is None else self._stretch(site)
        if self._lit is not None:
            self.bring_into_sight(self._lit.block().blockNumber() + 1)
        self._light()

    def _stretch(self, site: Site) -> QTextCursor | None:
        first, last = (self.document().findBlockByNumber(line - 1) for line in (site.line, site.end_line))
        if not (first.isValid() and last.isValid()):
            return None
        cursor = QTextCursor(self.document())
        cursor.setPosition(first.position() + min(_units(first.text()[: site.column]), first.length() - 1))
        end = last.position() + min(_units(last.text()[: site.end_column]), last.length() - 1)
        cursor.setPosition(end, _Move.KeepAnchor)
        return cursor

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is pointed at while a recording is stepped through."""
        super().mouseMoveEvent(event)
        if self.walk is not None and not event.buttons():
            is_value = self.behind.at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_value else Qt.CursorShape.IBeamCursor)
            self._tell_pointed(self.cursorForPosition(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a value, which is no place for the cursor."""
        value = self.behind.at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if value is None:
            super().mousePressEvent(event)
        else:
            self.value_chosen.emit(*value)

    @Slot()
    def _on_cursor_moved(self) -> None:
        if self.walk is not None:
            self._tell_pointed(self.textCursor())

    def _tell_pointed(self, cursor: QTextCursor) -> None:
        before = cursor.block().text().encode("utf-16-le")[: 2 * cursor.positionInBlock()]
        self.pointed.emit(cursor.blockNumber() + 1, len(before.decode("utf-16-le", "ignore")))

    def show_found(self, found: list[QTextCursor]) -> None:
        """Light what was searched for."""
        self._found = found
        self._light()

    def bring_into_sight(self, line: int) -> None:
        """Scroll so that a line is seen, with some around it."""
        if not self._is_in_sight(line):
            bar = self.verticalScrollBar()
            bar.setValue(max(line - 1 - bar.pageStep() // 2, 0))

    def _is_in_sight(self, line: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() < line <= bar.value() + bar.pageStep() - 1

    def _wrong_line(self) -> int:
        """Return the line that was judged wrong, 0 for none."""
        return next((line for line, mark in self.gutter.marks.items() if mark is Mark.WRONG), 0)

    def go_to(self, line: int) -> None:
        """Put the cursor to a line."""
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(line - 1)))
        self.bring_into_sight(line)

    def lines_in_sight(self) -> Iterator[Line]:
        """Give the lines that are seen, and where in the viewport."""
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > self.viewport().height():
                return
            yield block.blockNumber() + 1, area
            block = block.next()

    @Slot()
    def _light(self) -> None:
        colors, lights = chart_colors(self.palette()), []
        if self.hasFocus() or self.gutter.now:
            lights.append(self._whole_line(self.gutter.now or self.line, blend(colors.background, colors.text, 0.06)))
        for line, mark in self.gutter.marks.items():
            if mark is Mark.WRONG:
                lights.append(self._whole_line(line, blend(colors.background, colors.diverged, _TINT)))
        found = blend(colors.background, colors.accent, 0.3)
        lights += [light(cursor, found) for cursor in (*self._found, *([self._lit] if self._lit is not None else []))]
        self.setExtraSelections(lights)

    def _whole_line(self, line: int, colour: QColor) -> QTextEdit.ExtraSelection:
        return line_light(self.document().findBlockByNumber(line - 1), colour)

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the values behind it."""
        super().paintEvent(event)
        if self.values:
            with QPainter(self.viewport()) as painter:
                painter.setFont(self.document().defaultFont())
                lines = ((line, self._area(line)) for line in sorted(self.values))
                rooms = {line: self.place_of_value(line, area) for line, area in lines if area is not None}
                self.behind.paint(painter, event.rect(), rooms, self._metrics, chart_colors(self.palette()))

    def place_of_value(self, number: int, area: QRectF) -> QRectF:
        """Return where the value of a line stands: behind its text."""
        text = self.document().findBlockByNumber(number - 1).text() + "    "
        left = self.contentOffset().x() + self._metrics.horizontalAdvance(text) + self.document().documentMargin()
        return QRectF(left, area.top(), max(self.viewport().width() - left, 0), area.height())

    # ---- the gutter

    def _refresh_gutter(self) -> None:
        self.gutter.breakpoints = self.breakpoints
        self.gutter.update()

    def _make_room(self) -> None:
        width = self.gutter.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self.gutter.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    @Slot(QRect, int)
    def _on_update_request(self, area: QRect, moved: int) -> None:
        if moved:
            self.gutter.scroll(0, moved)
        else:
            self.gutter.update(0, area.y(), self.gutter.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter at the left, and a wrong line in sight: what is said of it takes its room above."""
        wrong = self._wrong_line()
        was_seen = self._is_in_sight(wrong)
        super().resizeEvent(event)
        self._make_room()
        if was_seen:
            self.bring_into_sight(wrong)

    def restyle(self) -> None:
        """Take the colours and the fixed font of the moment."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self._metrics = QFontMetricsF(font)
        self.gutter.setFont(font)
        if font != self.document().defaultFont():
            self._is_shown = True
            self.document().setDefaultFont(font)
            self._is_shown = False
        self._highlighter.use(chart_colors(self.palette()))
        self._make_room()
        self._light()


def _replace(cursor: QTextCursor, before: str, after: str) -> None:
    """Replace what is different, as one step that can be undone."""
    start = _common(before, after)
    end = min(_common(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    cursor.beginEditBlock()
    cursor.setPosition(_units(before[:start]))
    cursor.setPosition(_units(before[: len(before) - end]), _Move.KeepAnchor)
    cursor.insertText(after[start : len(after) - end])
    cursor.endEditBlock()


def _common(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _units(text: str) -> int:
    """Return how long Qt takes a text to be, which counts in UTF-16."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _is_check_key(event: QKeyEvent) -> bool:
    return event.key() in (_Key.Key_Return, _Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _is_value_key(event: QKeyEvent) -> bool:
    return event.key() in (_Key.Key_Return, _Key.Key_Enter) and event.modifiers() == Qt.KeyboardModifier.AltModifier


def _is_comment_key(event: QKeyEvent) -> bool:
    return event.key() == _Key.Key_Slash and event.modifiers() == Qt.KeyboardModifier.ControlModifier
