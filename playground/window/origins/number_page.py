"""Where a number comes from: from where to where it was led, by which update last, and which moved it most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QWidget

from playground.widgets.layouts import STRETCH, in_column
from playground.widgets.look.fonts import bold
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.share_text import share_text
from playground.widgets.text.tooltips import describe, wrapped
from playground.window.origins.words import digits, signed

if TYPE_CHECKING:
    from nn.origins import Change, Course
    from playground.session.past.number_trail import NumberTrail, Stop


class NumberPage(LiveLook, QWidget):
    """A parameter at a moment: its course in words, and the ten largest updates in a table."""

    def __init__(self, trail: NumberTrail) -> None:
        super().__init__()
        self._trail = trail
        self.headline = QLabel(textFormat=Qt.TextFormat.PlainText, objectName="originHeadline")
        self.headline.setFont(bold(self.font()))
        self.course = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText, objectName="originCourse")
        self.course.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.course.linkActivated.connect(self._on_link_activated)
        self.about_table = QLabel(wordWrap=True)
        self.table = QTableWidget(0, 5, objectName="originUpdates")
        self._set_up_table()
        in_column(self.headline, self.course, self.about_table, (self.table, 20), STRETCH, of=self, spacing=8)
        self.retranslate()

    def _set_up_table(self) -> None:
        table = self.table
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setCursor(Qt.CursorShape.PointingHandCursor)
        table.cellClicked.connect(self._on_cell_chosen)
        table.cellActivated.connect(self._on_cell_chosen)

    def refresh(self) -> None:
        """Show the place on the trail that is looked at, if it is a number."""
        here = self._trail.here
        if here is None or here.is_update or here.course is None:
            return
        self.headline.setText(self._headline(here, here.course))
        self.course.setText(self._told(here, here.course))
        self.about_table.setText(self._about_table(here.course))
        self._fill(here.course)

    def _headline(self, here: Stop, course: Course) -> str:
        text = self.tr("{number} after {count:,} updates")
        told = text.format(number=here.symbol, count=here.iteration)
        return f"{told}: {digits(course.end)}" if course.updates else told

    def _told(self, here: Stop, course: Course) -> str:
        if not course.updates:
            return self.tr("Training again to find out …")
        sentences = []
        if here.edited is not None:
            text = self.tr("After that it was set to {value} by hand.")
            sentences.append(text.format(value=digits(here.edited)))
        if course.last is not None:
            text = self.tr("It was last changed by {update}: {change}.")
            link = f'<a href="{course.last.iteration}">{self._update_text(course.last)}</a>'
            sentences.append(text.format(update=link, change=signed(course.last.size)))
        if here.is_whole and course.last is None:
            sentences.append(self._unchanged(course))
        else:
            sentences.append(self._sums(course))
        sentences += [self._edit_text(edit) for edit in course.edits]
        return " ".join(sentences)

    def _unchanged(self, course: Course) -> str:
        text = self.tr(
            "It was changed by none of the {count:,} updates since iteration {first:,}: its gradient was 0 each time. "
            "The gradient of a weight is its input times what comes back to its neuron. So its input was 0 in every "
            "sample (a pixel at the edge of a picture, say), or nothing came back (a ReLU that never fires)."
        )
        return text.format(count=course.updates, first=course.first)

    def _sums(self, course: Course) -> str:
        text = self.tr(
            "Since iteration {first:,}, when it was {start}, {count:,} updates have added {sum} to it. There and back, "
            "the sizes of all these changes come to {moved}."
        )
        change = sum(edit.size for edit in course.edits)
        return text.format(
            first=course.first,
            start=digits(course.start),
            count=course.updates,
            sum=signed(course.end - course.start - change),
            moved=digits(course.moved),
        )

    def _edit_text(self, edit: Change) -> str:
        text = self.tr("After iteration {iteration:,} an edit made {after} of {before}.")
        return text.format(iteration=edit.iteration, before=digits(edit.before), after=digits(edit.after))

    def _update_text(self, change: Change) -> str:
        return self.tr("update {iteration:,}").format(iteration=change.iteration)

    def _about_table(self, course: Course) -> str:
        if not course.largest:
            return ""
        share = sum(abs(change.size) for change in course.largest) / course.moved
        text = self.tr("The {count} updates that changed it most make {share} of that. A click lays an update open.")
        return text.format(count=len(course.largest), share=share_text(share))

    def _fill(self, course: Course) -> None:
        self.table.setVisible(bool(course.largest))
        self.table.setRowCount(len(course.largest))
        for row, change in enumerate(course.largest):
            share = abs(change.size) / course.moved
            texts = (
                f"{change.iteration:,}",
                signed(change.size),
                digits(change.before),
                digits(change.after),
                share_text(share),
            )
            for column, text in enumerate(texts):
                self._put(row, column, text)

    def _put(self, row: int, column: int, text: str) -> None:
        item = self.table.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)
        item.setText(text)

    @Slot(str)
    def _on_link_activated(self, link: str) -> None:
        self._trail.ask_update(int(link))

    @Slot(int, int)
    def _on_cell_chosen(self, row: int, _column: int) -> None:
        here = self._trail.here
        if here is not None and here.course is not None and row < len(here.course.largest):
            self._trail.ask_update(here.course.largest[row].iteration)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        describe(self.table, self.tr("The updates that changed it most"))
        self.table.setToolTip("")  # its headers have their own
        headers = (
            (self.tr("Update"), self.tr("The number of the iteration that made it.")),
            (self.tr("Change"), self.tr("What it added to the number.")),
            (self.tr("Before"), self.tr("The number as the update found it.")),
            (self.tr("After"), self.tr("The number as the update left it.")),
            (self.tr("Share"), self.tr("The size of the change over the sizes of all changes.")),
        )
        self.table.setHorizontalHeaderLabels([name for name, _ in headers])
        for column, (_, about) in enumerate(headers):
            self.table.horizontalHeaderItem(column).setToolTip(wrapped(about))
        self.refresh()
