"""The document's breakpoints in words: switched on and off, edited, counted and gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from nn.breakpoints import CONDITIONS, Breakpoint, first_match
from playground.panels.breakpoint_words import breakpoint_text, kind_word
from playground.panels.variables.breakpoints.form import BreakpointForm
from playground.session.stepping.blame import place_of
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.text.tooltips import describe, wrapped
from playground.widgets.ticks import TickDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from playground.session.session import Session

_TEXT, _HITS = 0, 1
_NOTHING, _LIST, _FORM = range(3)  # the pages
_ROW_MARGIN = 8  # px above and below a row's text together
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class BreakpointList(LiveLook, QWidget):
    """Lists breakpoints; the form of one takes the place of the list while it is edited."""

    editing_changed = Signal(bool)
    """Whether the form is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editing = session.debugger.breakpoints
        self._edited = -1
        self.list = QTreeWidget(
            self, objectName="breakpointList", columnCount=2, headerHidden=True, rootIsDecorated=False
        )
        self.list.setItemDelegate(TickDelegate(self.list))
        self._nothing = QLabel(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(10, 8, 10, 8)
        self.form = BreakpointForm(session)
        self._add = tool_button("add", "breakpointAdd")
        self._edit = tool_button("pen", "breakpointEdit", clicked=self._on_edit_clicked)
        self._remove = tool_button("remove", "breakpointRemove", clicked=self._on_remove_clicked)
        self._menu = QMenu(self._add, toolTipsVisible=True)
        self._add.setMenu(self._menu)
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_HITS, QHeaderView.ResizeMode.ResizeToContents)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setWidget(self.form)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields in it scroll into sight by themselves
        for area in (self.list, scroll):
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = QStackedWidget(self)
        for page in (self._nothing, self.list, scroll):
            self._pages.addWidget(page)
        in_column(self._pages, of=self)

    def _connect(self) -> None:
        self._menu.triggered.connect(self._on_kind_chosen)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.itemDoubleClicked.connect(self._on_item_followed)
        self.list.currentItemChanged.connect(self._refresh_tools)
        self.list.installEventFilter(self)
        self.form.edited.connect(self._on_form_edited)
        self.form.close_requested.connect(self._on_form_closed)
        self._session.document.breakpoints_changed.connect(self._refresh)
        self._session.document.spec_changed.connect(self._refresh)
        self._editing.hits_changed.connect(self._refresh)

    def tools(self) -> tuple[QWidget, ...]:
        """Return what belongs into the header of the section."""
        return (self._add, self._edit, self._remove)

    # ---- what a person does

    @Slot(object)
    def _on_kind_chosen(self, action: QAction) -> None:
        breakpoint_ = self._new(action.data())
        self._editing.add(breakpoint_)
        self._open_form(self._editing.all.index(breakpoint_))

    def _new(self, kind: str) -> Breakpoint:
        """Return a breakpoint of a kind with its defaults; a place is where the debugger stands."""
        current = self._session.debugger.current
        return place_of(current) if kind == "place" and current is not None else Breakpoint.when(kind)

    @Slot()
    def _on_edit_clicked(self) -> None:
        if self._edited >= 0:
            self._on_form_closed()
        elif self._marked() >= 0:
            self._open_form(self._marked())

    @Slot()
    def _on_remove_clicked(self) -> None:
        place = self._edited if self._edited >= 0 else self._marked()
        if place >= 0:
            self._edited = -1
            self._editing.remove(place)

    @Slot(QTreeWidgetItem, int)
    def _on_item_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        self._editing.enable(self.list.indexOfTopLevelItem(item), item.checkState(_TEXT) == _ON)

    @Slot(QTreeWidgetItem, int)
    def _on_item_followed(self, item: QTreeWidgetItem, _column: int = 0) -> None:
        place = self.list.indexOfTopLevelItem(item)
        if self._is_place(self._editing.all[place]):
            self._go_to(self._editing.all[place])
        else:
            self._open_form(place)

    @Slot(object)
    def _on_form_edited(self, breakpoint_: Breakpoint) -> None:
        self._editing.replace(self._edited, breakpoint_)

    @Slot()
    def _on_form_closed(self) -> None:
        place, self._edited = self._edited, -1
        self._refresh()
        self.list.setCurrentItem(self.list.topLevelItem(place))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Let the list be used by keyboard: Enter goes there or edits, F2 edits, Delete removes; Space switches."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        return is_press and watched is self.list and self._marked() >= 0 and self._take_key(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_item_followed(self.list.currentItem())
        elif event.key() == Qt.Key.Key_F2:
            self._open_form(self._marked())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._on_remove_clicked()
        else:
            return False
        return True

    def _go_to(self, breakpoint_: Breakpoint) -> None:
        session = self._session
        if not session.debugger.is_open and not session.run.is_running:
            session.debugger.open()
        match = first_match(session.document.state.spec, session.debugger.trace, (_switched_on(breakpoint_),))
        if match is None:
            session.status.emit(self.tr("This pass does not come through there."))
        else:
            session.debugger.run_to(match.event)
            session.panel_requested.emit("debugger")

    def _open_form(self, place: int) -> None:
        self._edited = place
        self._refresh()
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _marked(self) -> int:
        return self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() else -1

    # ---- what the session tells

    @Slot()
    def _refresh(self) -> None:
        breakpoints = self._editing.all
        if self._edited >= len(breakpoints):
            self._edited = -1  # it was undone
        with QSignalBlocker(self.list):
            while self.list.topLevelItemCount() > len(breakpoints):
                self.list.takeTopLevelItem(self.list.topLevelItemCount() - 1)
            while self.list.topLevelItemCount() < len(breakpoints):
                self.list.addTopLevelItem(QTreeWidgetItem())
            for place, each in enumerate(breakpoints):
                self._fill(self.list.topLevelItem(place), each)
        if self._edited >= 0:
            self.form.show_breakpoint(breakpoints[self._edited])
        self._show_page(_FORM if self._edited >= 0 else _LIST if breakpoints else _NOTHING)
        self._refresh_tools()

    def _show_page(self, page: int) -> None:
        before = self._pages.currentIndex()
        self._pages.setCurrentIndex(page)
        if _FORM in (before, page) and before != page:
            self.editing_changed.emit(page == _FORM)

    def _fill(self, item: QTreeWidgetItem, breakpoint_: Breakpoint) -> None:
        text, hits = breakpoint_text(breakpoint_, self._session.document.state.spec), self._editing.hits(breakpoint_)
        item.setText(_TEXT, text)
        item.setSizeHint(_TEXT, QSize(0, self.list.fontMetrics().height() + _ROW_MARGIN))
        item.setCheckState(_TEXT, _ON if breakpoint_.enabled else _OFF)
        item.setText(_HITS, f"{hits:,}×" if hits else "")
        lines = [text, *(kind_word(each.kind).explanation for each in breakpoint_.conditions)]
        goes = self.tr("Double click or Enter goes there; F2 edits, Space switches it on and off, Delete removes it.")
        edits = self.tr("Double click or F2 edits it; Space switches it on and off, Delete removes it.")
        lines.append(goes if self._is_place(breakpoint_) else edits)
        item.setToolTip(_TEXT, wrapped("\n".join(lines)))
        often = self.tr("How often it held since the program was started: {hits:,} times.")
        item.setToolTip(_HITS, wrapped(often.format(hits=hits)))

    @Slot()
    def _refresh_tools(self) -> None:
        has_one = self._edited >= 0 or self._marked() >= 0
        self._edit.setEnabled(has_one)
        self._remove.setEnabled(has_one)

    @staticmethod
    def _is_place(breakpoint_: Breakpoint) -> bool:
        return breakpoint_.conditions[0].kind == "place"

    # ---- words

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._menu.clear()
        for kind in CONDITIONS:
            word = kind_word(kind)
            action = self._menu.addAction(word.label)
            action.setData(kind)
            action.setToolTip(wrapped(word.explanation))
        self._nothing.setText(
            self.tr("No breakpoints. With one, training stops before the update at which it holds. “+” adds one.")
        )
        self.list.setAccessibleName(self.tr("Breakpoints"))
        self.list.setAccessibleDescription(
            self.tr("Space switches a breakpoint on and off, F2 edits it, Delete removes it, Enter goes to a place.")
        )
        describe(self._add, self.tr("Add a breakpoint"))
        describe(self._edit, self.tr("Edit the breakpoint (F2)"))
        describe(self._remove, self.tr("Remove the breakpoint (Delete)"))
        self._refresh()


def _switched_on(breakpoint_: Breakpoint) -> Breakpoint:
    return Breakpoint(breakpoint_.conditions)
