"""Everything the panel of a person's own code shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from playground.panels.my_code.beginnings import Beginnings
from playground.panels.my_code.editor.code_editor import CodeEditor
from playground.panels.my_code.editor.find_bar import FindBar
from playground.panels.my_code.editor.marks import Mark
from playground.panels.my_code.files import CodeFiles
from playground.panels.my_code.graph.pane import GraphPane
from playground.panels.my_code.head import Head
from playground.panels.my_code.last_printed import LastPrinted
from playground.panels.my_code.practice.sheet import Sheet
from playground.panels.my_code.practice.shelf import Shelf
from playground.panels.my_code.prints import Prints
from playground.panels.my_code.questions import ConsentStrip, ContestStrip
from playground.panels.my_code.training.view import TrainingView
from playground.panels.my_code.use_button import UseButton
from playground.panels.my_code.value_text import line_values
from playground.panels.my_code.values.pane import ValuePane
from playground.panels.my_code.verdict import Verdict
from playground.panels.my_code.walk_bar import WalkBar
from playground.session.document.code import LONGEST_CODE, Code, too_long
from playground.session.phrase import said
from playground.widgets.actions import add_action, name_action
from playground.widgets.fields.complaint import complain
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.tooltips import on_hover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from nn.own_code.judgement import Edit
    from nn.own_code.recording.site import Site
    from playground.session.session import Session

_LOW = 480  # px
_BOTH_FIT = 300  # px: of less height a value takes the place of the graph
_SHARE_OF_CODE = 45  # of 100, beside the graph
_WIDE = 1.1  # of its height: then there is room beside the code
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class MyCodeView(Refreshing, LiveLook, QWidget):
    """The code with what is told beside it, or the beginnings where there is none yet."""

    importance = Importance.ANSWER
    steps_own_code = True
    """Tells the debugger's commands whom they are meant for while the keyboard is in here."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        own_code = session.own_code
        self._own, self._checking, self._stepping = own_code.source, own_code.checking, own_code.stepping
        self._shown: Code | None = None
        self._steps_when_allowed = False

    def build(self) -> Iterator[None]:
        """Make the widgets, pausing where the event loop may take a turn; they are used after that only."""
        self.head = Head(self._own)
        yield
        self.beginnings = Beginnings()
        yield
        self.editor = CodeEditor(LONGEST_CODE)
        self.editor.setObjectName("codeEditor")
        yield
        self.find_bar = FindBar(self.editor)
        self.consent, self.contest = ConsentStrip(self._own), ContestStrip(self._own)
        self.verdict, self.prints = Verdict(self._checking, UseButton(self._session)), Prints()
        LastPrinted(self._session, self.prints)
        self.walk_bar = WalkBar(self._stepping)
        yield
        self.graph = GraphPane(self._stepping)
        yield
        self.value = ValuePane(self._stepping)
        yield
        self.training = TrainingView(self._session)
        yield
        self.shelf, self.sheet = Shelf(), Sheet(self._own, self._session.own_code.measuring)
        yield
        self._lay_out()
        self._connect()
        self.retranslate()
        self._on_code_changed()
        self._on_checking_changed()

    def _lay_out(self) -> None:
        self._body = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._body.addWidget(self.editor)
        self._beside = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        for part in (self.graph, self.value):
            self._beside.addWidget(part)
        self._body.addWidget(self._beside)
        for place, share in enumerate((_SHARE_OF_CODE, 100 - _SHARE_OF_CODE)):
            self._body.setStretchFactor(place, share)
        self.graph.hide()
        self._beside.hide()
        whole = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        for part in (self.sheet, self._body, self.training, self.prints):
            whole.addWidget(part)
        for place, share in enumerate((0, 3, 1, 1)):
            whole.setStretchFactor(place, share)
        code = QWidget()
        in_column(
            self.consent, self.contest, self.verdict, self.walk_bar, (whole, 1), self.find_bar, of=code, spacing=4
        )
        self._pages = QStackedWidget()
        for page in (self.beginnings, code, self.shelf):
            self._pages.addWidget(page)
        in_column(self.head, (self._pages, 1), of=self, spacing=4)

    def _connect(self) -> None:
        own, head, files = self._own, self.head, CodeFiles(self._own, self)
        head.open_wanted.connect(files.open)
        head.save_wanted.connect(files.save)
        head.save_as_wanted.connect(files.save_as)
        head.beginnings_wanted.connect(self._on_beginnings_wanted)
        head.find_wanted.connect(self.find_bar.open_bar)
        head.check_wanted.connect(self.check)
        self.beginnings.open_wanted.connect(files.open)
        self.beginnings.paste_wanted.connect(self._on_paste_wanted)
        self.beginnings.begun.connect(self._on_begun)
        for wish in (self.beginnings.practice_wanted, head.practice_wanted, self.sheet.list_wanted):
            wish.connect(self._on_practice_wanted)
        self.shelf.begun.connect(self._on_begun)
        self.shelf.back_wanted.connect(self._show_page)
        self.sheet.consent_wanted.connect(self.consent.ask)
        self.sheet.line_wanted.connect(self.editor.go_to)
        self.editor.edited.connect(own.write)
        self.editor.pointed.connect(self.graph.light)
        self.editor.value_chosen.connect(self._on_value_chosen)
        self.value.closed.connect(self._on_value_closed)
        self.graph.site_pointed.connect(self._on_site_pointed)
        self.walk_bar.views_changed.connect(self._show_views)
        self.editor.refused.connect(self._on_too_long)
        self.editor.save_wanted.connect(files.save)
        self.editor.check_wanted.connect(self.check)
        self.consent.allowed.connect(self._on_allowed)
        self.training.consent_wanted.connect(self.consent.ask)
        self.verdict.line_wanted.connect(self._on_line_wanted)
        self.verdict.change_wanted.connect(self._on_change_wanted)
        self.verdict.text_wanted.connect(self._on_text_wanted)
        self.verdict.marks_changed.connect(self._show_marks)
        self._checking.changed.connect(self._on_checking_changed)
        self._stepping.changed.connect(self.walk_bar.refresh)
        self._stepping.moved.connect(self._on_moved)
        self._stepping.breakpoint_wanted.connect(self._on_breakpoint_wanted)
        self._stepping.breakpoint_edit_wanted.connect(self.editor.set_breakpoint)
        self._stepping.value_wanted.connect(self._on_value_chosen)
        self._stepping.run_to_wanted.connect(self._on_run_to_wanted)
        self._stepping.consent_wanted.connect(self._on_consent_to_step_wanted)
        self.editor.breakpoints_changed.connect(self._on_breakpoints_changed)
        head.step_wanted.connect(self._on_step_wanted)
        own.changed.connect(self._on_code_changed)
        own.refused.connect(self._on_refused)
        self._find_keys = add_action(
            self, "actionFindInCode", "Ctrl+F", triggered=self.find_bar.open_bar, shortcutContext=_WITHIN
        )

    def event(self, event: QEvent) -> bool:
        """Keep F5 for stepping, as long as something is stepped through: elsewhere it trains."""
        if event.type() == QEvent.Type.ShortcutOverride and self._goes_on(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next breakpoint with F5."""
        if self._goes_on(event):
            self._stepping.step_on()
        else:
            super().keyPressEvent(event)

    def _goes_on(self, event: QKeyEvent) -> bool:
        has_key = event.key() == Qt.Key.Key_F5 and event.modifiers() == Qt.KeyboardModifier.NoModifier
        return has_key and self._stepping.is_open

    def minimumSizeHint(self) -> QSize:
        """Give the least room in which it can be used: sentences above the code make it no larger, a training does."""
        if not hasattr(self, "_beside"):
            return QSize(300, 220)
        is_below = not self._beside.isHidden() and self._body.orientation() is Qt.Orientation.Vertical
        below = self._beside.minimumSizeHint().height() if is_below else 0
        return QSize(300, 220 + self.training.room() + below)

    def hasHeightForWidth(self) -> bool:
        """Hide that sentences have: the dock would grow to the height that all of it likes best."""
        return False

    # ---- what a person does

    @Slot()
    def _on_beginnings_wanted(self) -> None:
        self._pages.setCurrentWidget(self.beginnings)

    @Slot()
    def _on_practice_wanted(self) -> None:
        self._pages.setCurrentWidget(self.shelf)

    @Slot()
    def _on_paste_wanted(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._on_begun(text.replace("\r\n", "\n"), "own.py")
        else:
            self._on_refused(self.tr("There is no text on the clipboard: copy your code first."))

    @Slot(str, str)
    def _on_begun(self, text: str, name: str) -> None:
        self._shown = None  # what is begun is shown, also where it is the same again
        self._own.begin(text, name)
        self._on_code_changed()
        self.editor.setFocus()

    @Slot()
    def check(self) -> None:
        """Check the code; what may not run yet is asked for."""
        if self._own.code is None:
            return
        if self._own.may_run:
            self._checking.start()
        else:
            self._steps_when_allowed = False
            self.consent.ask()

    @Slot()
    def _on_consent_to_step_wanted(self) -> None:
        self._steps_when_allowed = True
        self.consent.ask()

    @Slot()
    def _on_allowed(self) -> None:
        """Do what was asked for when consent was."""
        if self._steps_when_allowed:
            self._on_step_wanted()
        else:
            self.check()

    @Slot(int)
    def _on_too_long(self, letters: int) -> None:
        self._on_refused(said(too_long(letters)))

    @Slot(str)
    def _on_refused(self, reason: str) -> None:
        complain(self.head if self._pages.currentWidget() is not self.beginnings else self.beginnings, reason)

    @Slot(int)
    def _on_line_wanted(self, line: int) -> None:
        self.editor.go_to(line)
        self.editor.setFocus()

    @Slot(object)
    def _on_change_wanted(self, edit: Edit) -> None:
        try:
            text = edit.applied(self.editor.toPlainText())
        except ValueError as error:
            self._on_refused(said(error))
            return
        self._own.write(text, how=QT_TRANSLATE_NOOP("OwnCode", "Apply the change to {name}"), key="")
        self._on_line_wanted(edit.line)  # the button is gone, and the focus with it

    @Slot(str)
    def _on_text_wanted(self, text: str) -> None:
        self.editor.setFocus()
        self._own.write(text, how=QT_TRANSLATE_NOOP("OwnCode", "Indent {name} anew"), key="")

    @Slot()
    def _on_step_wanted(self) -> None:
        self.editor.setFocus()
        judgement = self.verdict.judgement
        self._stepping.wanted = "" if judgement is None else judgement.name
        self._stepping.step_into()

    @Slot()
    def _on_breakpoint_wanted(self) -> None:
        self.editor.toggle_breakpoint(self.editor.line)

    @Slot()
    def _on_run_to_wanted(self) -> None:
        self._stepping.run_to_line(self.editor.line)

    @Slot()
    def _on_breakpoints_changed(self) -> None:
        self._stepping.set_breakpoints(self.editor.breakpoints)

    # ---- what is shown

    @Slot()
    def _on_moved(self) -> None:
        self._show_views()
        self.out_of_date()
        if not self._stepping.is_open:
            self.catch_up()  # also unseen: what was left is let go at once

    def refresh(self) -> None:
        """Show the line that is next, what ran, and what is known there."""
        walk, place, moment = self._stepping.walk, self._stepping.place, self._stepping.moment
        self.walk_bar.refresh()
        if walk is None:
            self.editor.walk = None
            self.editor.light_site(None)
            self.editor.choose_value(None)
            self.editor.show_values({})
            self._show_marks()
            return
        self._stepping.set_breakpoints(self.editor.breakpoints)
        self.editor.walk = (walk, place)
        self.editor.show_values(line_values(walk, place), moment.line if moment is not None else 0)
        self._show_marks()

    @Slot()
    def _show_views(self) -> None:
        """Show beside the code what is wanted there while it is stepped through."""
        self.graph.marks_wrong = not self.sheet.has_question
        is_open = self._stepping.is_open
        has_room = self.value.isHidden() or self._body.height() > _BOTH_FIT
        self.graph.setVisible(is_open and self.walk_bar.shows_graph and has_room)
        is_wanted = is_open and not (self.graph.isHidden() and self.value.isHidden())
        if is_wanted and self._beside.isHidden():
            self._beside.show()
            room = self._body.width() if self._body.orientation() is Qt.Orientation.Horizontal else self._body.height()
            self._body.setSizes([room * _SHARE_OF_CODE // 100, room * (100 - _SHARE_OF_CODE) // 100])
        self._beside.setVisible(is_wanted)
        self._fold_verdict()

    def _fold_verdict(self) -> None:
        """While code is stepped through in a low panel, its lines have the room."""
        self.verdict.fold(self._stepping.is_open and self.height() < _LOW)

    @Slot(int, str)
    def _on_value_chosen(self, line: int, name: str) -> None:
        self.value.show_value(line, name)
        self.editor.choose_value((line, name))
        self._show_views()

    @Slot()
    def _on_value_closed(self) -> None:
        self.editor.choose_value(None)
        self._show_views()
        self.editor.setFocus()  # the button is gone, and the focus with it

    @Slot(object)
    def _on_site_pointed(self, site: Site | None) -> None:
        walk = self._stepping.walk
        self.editor.light_site(site if walk is not None and site is not None and site.file == walk.file else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the graph where there is room: beside the code, or below it."""
        super().resizeEvent(event)
        if hasattr(self, "_body"):
            is_wide = event.size().width() > _WIDE * event.size().height()
            self._body.setOrientation(Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical)
            self._fold_verdict()

    @Slot()
    def _show_marks(self) -> None:
        """Show how lines were judged, and of the others which ran."""
        walk = self._stepping.walk
        ran = walk.lines_run(self._stepping.place) if walk is not None else set()
        marks = self.verdict.marks
        self.editor.show_marks(dict.fromkeys(ran, Mark.EXECUTED) | marks)
        self.graph.show_wrong_lines(frozenset(line for line, mark in marks.items() if mark is Mark.WRONG))

    @Slot()
    def _on_checking_changed(self) -> None:
        self.verdict.refresh()

    @Slot()
    def _on_code_changed(self) -> None:
        code = self._own.code
        if code is not self._shown:
            before, self._shown = self._shown, code
            if code is not None:
                is_other = before is None or (before.path, before.name) != (code.path, code.name)
                self.editor.show_text(code.text, is_other=is_other)
            self._stepping.set_breakpoints(self.editor.breakpoints)
            self._show_page()
        self.head.refresh()
        self.sheet.follow()
        self.consent.follow()
        self.contest.follow()

    @Slot()
    def _show_page(self) -> None:
        self._pages.setCurrentIndex(0 if self._own.code is None else 1)

    def retranslate(self) -> None:
        """Set every visible text in the language of the moment; the parts set theirs."""
        if hasattr(self, "editor"):
            name_action(self._find_keys, self.tr("Find in the code"), self.tr("Find a text in the code"))
            self.editor.setAccessibleName(self.tr("Code"))
            about = self.tr(
                "Write Python. Tab and Shift+Tab indent, Ctrl+/ makes a comment, Ctrl+F finds, Ctrl+Enter checks, F9 "
                "sets a breakpoint. Escape and then Tab leads on to the next field."
            )
            on_hover(about, self.editor.gutter)
            self.editor.setAccessibleDescription(about)
