"""The document's watches: a field to enter them, and what each says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt, QTimer, Slot
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from playground.panels.variables.watches.plot import Track, WatchPlot
from playground.panels.variables.watches.table import WatchRow, WatchTable
from playground.session.phrase import said
from playground.session.stepping.watch_expression import STATISTICS, WatchError, is_number, reading_text
from playground.widgets.actions import add_action, name_action
from playground.widgets.fields.text_line import TextLine
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import describe, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playground.session.session import Session
    from playground.session.stepping.watch_expression import Reading
    from playground.session.stepping.watching import WatchEditing


class WatchList(Refreshing, LiveLook, QWidget):
    """Enters, shows, orders and removes watches; what they say is the session's matter."""

    importance = Importance.DETAIL

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = WatchWords(session, self)
        self._names = QStringListModel(self)
        self._entry = TextLine(self, objectName="watchEntry")
        self._entry.returnPressed.connect(self._on_entered)
        completer = QCompleter(self._names, self._entry, caseSensitivity=Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._entry.setCompleter(completer)
        self._complain = QLabel(self, wordWrap=True, visible=False, objectName="watchComplaint")
        self.table = WatchTable(self._words.explain, self)
        self.table.setObjectName("watchTable")
        self._up = tool_button("up", "watchUp", clicked=self._on_up_clicked)
        self._down = tool_button("down", "watchDown", clicked=self._on_down_clicked)
        self._remove = tool_button("remove", "watchRemove", clicked=self.table.ask_to_remove)
        self._draw = add_action(self.table, "actionDrawWatch", picture="log-axis", triggered=self._on_draw)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._past = QLabel(objectName="watchPast")
        self._give_up = tool_button("close", "watchPastCancel", clicked=session.past.watch_past.cancel, side=12)
        self._past_line = QWidget(visible=False)
        in_row(self._past, STRETCH, self._give_up, of=self._past_line, margins=(0, 0, 0, 0))
        parts = (self._entry, self._complain, self._past_line, self.table)
        in_column(*parts, of=self, margins=(0, 2, 0, 0), spacing=3)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        watching = self._session.watching
        self._entry.textEdited.connect(self._on_text_edited)
        self.table.removal_requested.connect(self._on_removal_requested)
        self.table.move_requested.connect(self._on_move_requested)
        self.table.text_edited.connect(self._on_row_edited)
        self.table.currentItemChanged.connect(self._refresh_tools)
        self.table.moment_wanted.connect(self._on_moment_wanted)
        watching.readings_changed.connect(self.out_of_date)
        self._session.past.watch_past.changed.connect(self.out_of_date)
        self._session.document.watches_changed.connect(self._on_watches_changed)

    def tools(self) -> tuple[QWidget, ...]:
        """Return what belongs into the header of the section."""
        return (self._up, self._down, self._remove)

    def watch(self, text: str) -> None:
        """Watch something; what is wrong with it is said below the field."""
        if self._tried(self._session.watching.add, text):
            QTimer.singleShot(0, self._entry, self._entry.clear)  # the completer writes what was chosen once more
            self.table.mark(len(self._session.watching.all) - 1)

    def _tried(self, act: Callable[..., None], *arguments: object) -> bool:
        """Do something with a text that was typed, or say what is wrong with it."""
        try:
            act(*arguments)
        except WatchError as error:
            self._say(said(error))
            return False
        self._say("")
        return True

    # ---- what a person does

    @Slot()
    def _on_draw(self) -> None:
        """Draw the marked watch beside the loss."""
        self._session.selection.draw_watch(self.table.text_of(self.table.marked()))
        self._session.panel_requested.emit("curves")

    @Slot(object)
    def _on_moment_wanted(self, iteration: int) -> None:
        """Look at the moment before an iteration, of which the watch was read."""
        self._session.past.playhead.go(iteration - 1)

    @Slot()
    def _on_entered(self) -> None:
        if self._entry.text().strip():
            self.watch(self._entry.text())

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        self._say("")
        if len(text) == 1 or not self._names.rowCount():  # not with each letter: there are hundreds
            self._names.setStringList(self._session.watching.completions())

    def _now(self, place: int) -> int | None:
        """Give where the watch in a row stands by now, None if it is gone: the table follows at the next frame."""
        text, watches = self.table.text_of(place), self._session.watching.all
        return watches.index(text) if text in watches else None

    @Slot(int)
    def _on_removal_requested(self, place: int) -> None:
        now = self._now(place)
        if now is not None:
            self._session.watching.remove(now)

    @Slot(int, str)
    def _on_row_edited(self, place: int, text: str) -> None:
        now = self._now(place)
        if now is not None:
            self._tried(self._session.watching.replace, now, text)

    @Slot(int, int)
    def _on_move_requested(self, place: int, to: int) -> None:
        now = self._now(place)
        if now is not None and to < len(self._session.watching.all):
            self._session.watching.move(now, to)
            self.table.mark(to)

    @Slot()
    def _on_up_clicked(self) -> None:
        self.table.ask_to_move(-1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.table.ask_to_move(1)

    # ---- what the session tells

    def refresh(self) -> None:
        """Show what every watch says now."""
        self.table.show_rows([self._words.row(text) for text in self._session.watching.all])
        self._refresh_past()

    def _refresh_past(self) -> None:
        past = self._session.past.watch_past
        self._past_line.setVisible(past.is_busy)
        self._past.setText(self.tr("Their past is read: {share:.0%}").format(share=past.share_done))

    @Slot(object)
    def _on_watches_changed(self, _watches: object) -> None:
        self.out_of_date()
        self._refresh_tools()

    @Slot()
    def _refresh_tools(self) -> None:
        place, count = self.table.marked(), len(self._session.watching.all)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(0 <= place < count - 1)
        self._remove.setEnabled(place >= 0)
        self._draw.setEnabled(place >= 0 and not self._session.stepped_last.is_code)

    def _say(self, complaint: str) -> None:
        self._complain.setText(complaint)
        self._complain.setVisible(bool(complaint))

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._entry.setPlaceholderText(self.tr("Watch: a1, W1[0, 3], max(abs(dW1))"))
        about = self.tr(
            "Type what to watch and press Enter: a value by its name (a1), one of its numbers, counted from 0 "
            "(W1[0, 3]), or an expression of them (max(abs(dW1)), norm(dW1) / norm(W1)). To one number lead {all} and "
            "others; dead(z1) is the share of neurons that are 0 for every sample; nan(W1) counts what is NaN or "
            "infinite."
        )
        describe(self._entry, self.tr("New watch"), about.format(all=", ".join(STATISTICS)))
        self.table.setAccessibleName(self.tr("Watches"))
        self.table.setAccessibleDescription(self.tr("F2 edits, Delete removes, Ctrl+Up and Ctrl+Down move a watch."))
        self.table.setHeaderLabels([self.tr("Watch"), self.tr("Now"), self.tr("Over time")])
        for column, tip in enumerate((
            self.tr("What is watched."),
            self.tr("What it says where the debugger stands, or where training has come to; of an array its ends."),
            self.tr(
                "Blue: over the iterations of training, also those before the watch was entered; a click looks at that "
                "moment. Orange: over the steps of the pass."
            ),
        )):  # fmt: skip
            self.table.headerItem().setToolTip(column, wrapped(tip))
        name_action(self._draw, self.tr("Draw beside the loss"), self.tr("In Curves, at every iteration of the past"))
        describe(self._give_up, self.tr("Read no further"), self.tr("What was read of the past stays."))
        describe(self._up, self.tr("Move the watch up (Ctrl+Up)"))
        describe(self._down, self.tr("Move the watch down (Ctrl+Down)"))
        describe(self._remove, self.tr("Remove the watch (Delete)"))
        self._say("")
        self.out_of_date()
        self._refresh_tools()


class WatchWords(QObject):
    """Makes the rows of the table, in the language of the moment."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def _watching(self) -> WatchEditing:
        return self._session.watching

    def row(self, text: str) -> WatchRow:
        """Give the row of a watch."""
        reading = self._watching.now(text)
        value = self._missing(text) if reading is None else reading_text(reading)
        return WatchRow(text, value, reading is None, self._plot(text))

    def _plot(self, text: str) -> WatchPlot:
        series, steps = self._watching.series(text), self._watching.steps(text)
        over_steps = _track([step.event for step in steps], [step.reading for step in steps])
        return WatchPlot(_track(series.iterations, series.readings), over_steps, self._watching.length)

    def _missing(self, text: str) -> str:
        """Say why there is no number."""
        if not self._watching.is_known(text):
            is_code = self._session.stepped_last.is_code
            return self.tr("not in this function") if is_code else self.tr("not in this network")
        return self.tr("not yet") if self._watching.is_stepping else "…"

    def explain(self, text: str) -> str:
        """Say what a watch shows, and of what its plot is made."""
        row = self.row(text)
        plot = row.plot
        lines = [f"{text}: {row.value}"]
        is_code = self._session.stepped_last.is_code
        if plot.iterations.places and is_code:
            lines.append(self.tr("Blue: at the end of each earlier call of the function, the first to the last one."))
        elif plot.iterations.places:
            sampled = self.tr(
                "Blue: read {count:,} times in iterations {first:,} to {last:,}. Each is what the pass of that "
                "iteration gives before its update. While training runs, it is read about five times a second; drawn "
                "beside the loss, in every iteration."
            )
            places, count = plot.iterations.places, len(self._watching.recorder.series(text))
            lines.append(sampled.format(count=count, first=places[0], last=places[-1]))
        if plot.length and is_code:
            lines.append(self.tr("Orange: how it changed within the call that is looked at, up to this line."))
        elif plot.length:
            lines.append(self.tr("Orange: how it changed within the pass that is stepped through, up to this step."))
        if any(low != high for low, high in zip(plot.iterations.lows, plot.iterations.highs, strict=True)):
            lines.append(self.tr("Line: the mean of its numbers. Band: from the smallest to the largest."))
        lines.append(self.tr("F2 edits, Delete removes, Ctrl+Up and Ctrl+Down move it."))
        return "\n".join(lines)


def _track(places: Sequence[int], readings: Sequence[Reading]) -> Track:
    shown = [(place, reading) for place, reading in zip(places, readings, strict=True) if is_number(reading)]
    return Track(
        tuple(place for place, _ in shown),
        tuple(reading.number for _, reading in shown),
        tuple(reading.low for _, reading in shown),
        tuple(reading.high for _, reading in shown),
    )
