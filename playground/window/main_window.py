"""The window: docks around one session, menus, toolbar and status line."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from playground.panels import panel_types
from playground.safety.paint_guard import guarded_paint
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.window.actions import Actions
from playground.window.consequence_bar import ConsequenceBar
from playground.window.docks import Docks
from playground.window.frame_clock import FrameClock
from playground.window.language import Language, provide_korean_font, system_language
from playground.window.menus import Menus
from playground.window.places.arrangement_menu import ArrangementMenu
from playground.window.places.arranger import COMPARE, Arranger
from playground.window.places.filling import Filling
from playground.window.places.plans import FIRST, PLANS
from playground.window.places.room import Room
from playground.window.places.stepping_tabs import SteppingTabs
from playground.window.status_line import StatusLine
from playground.window.step_offer import StepOffer
from playground.window.subject.bar import SubjectBar
from playground.window.text_size import TextSize
from playground.window.theme import Theme
from playground.window.trouble_bar import TroubleBar

if TYPE_CHECKING:
    from pathlib import Path

    from playground.safety.guard import Guard
    from playground.session.session import Session
    from playground.startup.startup import Startup
    from playground.window.settings import Settings

_FRAME = QSize(26, 68)  # px that a window manager and its bars take of a screen, about
_LEAST_FIRST, _LARGEST_FIRST = QSize(1340, 700), QSize(1920, 1200)
_FIRST_SHARE = 0.9  # of a large screen that the window takes when it comes up for the first time
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_OLD_KEYS = (_SHIFT, _SHIFT | _CTRL)
"""With F10: they stepped back before Shift+F10 opened the context menu here, too."""


class MainWindow(LiveLook, QMainWindow):
    """The window of the program; names no panel.

    First its frame is built and painted, then `furnish` builds the panels, and `Startup` brings them to life.

    Attributes
    ----------
    frame_clock : FrameClock
        What refreshes the views in this window; they find it by this name.
    session : Session or None
        What the panels work on, None until it is loaded.
    is_painted : bool
        Whether the window was painted at least once.
    usable : Signal
        The panels in front are alive.
    ready : Signal
        Every panel is alive.
    """

    usable = Signal()
    ready = Signal()

    def __init__(self, guard: Guard, settings: Settings, language: str | None = None) -> None:
        super().__init__(objectName="mainWindow", windowIcon=icon("app"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAnimated(False)  # docks find their places at once while the window comes up
        self.frame_clock = FrameClock(self)
        self.session: Session | None = None
        self.is_painted = False
        self._guard, self._settings = guard, settings
        self._startup: Startup | None = None
        self._theme, self._language = Theme(self), Language(self)
        self._theme.use(settings.theme)
        self._text = TextSize(self)
        self._text.use(settings.text_size)
        self._language.use(language or settings.language or system_language())
        self._docks = Docks(self)
        self._room = Room(self, self._docks)
        self._filling = Filling(self, self._docks, self._room)
        self._stepping_tabs = SteppingTabs(self._docks, self._room)
        self._arranger = Arranger(self._docks, self._room, self._filling, settings, self._theme, self._text)
        self._arrangements = ArrangementMenu(self, self._arranger)
        self._actions = Actions(self)
        self._recovery_root: Path | None = None
        self._file_to_open: Path | None = None
        self._menus = Menus(self, self._actions, self._arrangements.button)
        self._menus.speed.show_speed(settings.speed)
        self._subject = SubjectBar(self)
        self._status = StatusLine(self)
        self._step_offer = StepOffer(self)  # as high as the line will be
        self._trouble = TroubleBar(self)
        self._trouble.bar.visibilityChanged.connect(self._room.look_again)
        self._consequences = ConsequenceBar(self)
        self._parts = [self._actions, self._menus, self._docks, self._room, self._arrangements]
        self._parts += [self._status, self._step_offer, self._trouble, self._consequences]
        self.setWindowTitle("NN Playground")
        if not self.restoreGeometry(settings.geometry):
            self.resize(self.sizeHint())

    def _complete(self) -> None:
        """Make what is not seen in a window that comes up: the menus' contents, the commands with keys alone."""
        from playground.files.actions import FileActions  # none of them is needed before the first paint
        from playground.files.desk import FileDesk
        from playground.files.exporting.export_menu import ExportMenu
        from playground.files.importing.importing import Importing
        from playground.panels.debug_commands import DebugCommands
        from playground.window.focus_ring import FocusRing
        from playground.window.places.commands import PlaceCommands
        from playground.window.places.keeping_focus import KeepingFocus

        self._debug = DebugCommands(self)
        self._file_actions = FileActions(self)
        self._files = FileDesk(self, self._file_actions, self._settings)
        self._importing = Importing(self)
        self._export = ExportMenu(self)
        self._menus.fill(self, self._actions, self._file_actions, self._debug)
        self._menus.add_imports(self._importing.actions)
        self._menus.add_export(self._export, self._actions.save_picture)
        self._place_commands = PlaceCommands(self, self._docks, self._room, self._filling, self._text)
        self._parts += [self._file_actions, self._importing, self._export, self._debug, self._place_commands]
        keeping = KeepingFocus(self, self._docks, FocusRing(self))
        self._arranger.changed.connect(keeping.bring_back)
        self._files.refresh()
        self._connect()
        self._mark_choices()

    def _connect(self) -> None:
        self._menus.themes.triggered.connect(self._on_theme_chosen)
        self._menus.languages.triggered.connect(self._on_language_chosen)
        self._menus.speed.chosen.connect(self._on_speed_chosen)
        self._actions.save_picture.triggered.connect(self._on_save_picture)
        self._actions.quit.triggered.connect(self._on_quit)
        self._files.layout_wanted.connect(self._docks.show_layout)
        self._files.foreign_chosen.connect(self._importing.import_weights)
        self._files.status.connect(self._status.show_message)
        self._files.failed.connect(self._guard.report)
        self._export.status.connect(self._status.show_message)
        self._export.failed.connect(self._guard.report)
        self.setAcceptDrops(True)
        self._text.chosen.connect(self._on_text_chosen)
        self._room.low_changed.connect(self._consequences.share_line)
        self._room.low_changed.connect(self._subject.join_tool_bar)
        self._room.low_changed.connect(self._menus.toolbar.leave_words_away)
        self._actions.full_screen.triggered.connect(self._on_full_screen)
        self._actions.lessons.triggered.connect(self._on_lessons)
        self._actions.search.triggered.connect(self._on_search)
        self._actions.shortcuts.triggered.connect(self._on_shortcuts)
        self._actions.about.triggered.connect(self._on_about)

    def _mark_choices(self) -> None:
        for group, name in (
            (self._menus.themes, self._theme.name),
            (self._menus.languages, self._language.code),
        ):
            for action in group.actions():
                action.setChecked(action.data() == name)

    # ---- coming to life -------------------------------------------------------------------------------

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as usual, and remember it."""
        super().paintEvent(event)
        self.is_painted = True

    def furnish(self) -> None:
        """Build the panels, and begin to load what they need."""
        from playground.startup.startup import Startup  # neither is needed before the first paint
        from playground.widgets.text.role import tell_roles

        tell_roles()
        self._complete()
        self._docks.build(panel_types())
        for dock in self._docks.docks:
            dock.visibilityChanged.connect(self.frame_clock.look)
        self._docks.titles.fill_wanted.connect(self._filling.toggle)
        self._place_commands.add_panels()
        self._menus.add_places(self._arrangements.menu, self._place_commands)
        self._arranger.start()
        self._arrangements.retranslate()
        self._begin_at_input()
        first = [dock.panel for dock in self._docks.fronts(PLANS[FIRST])]
        self._startup = Startup(self._docks.panels, first, self)
        self._startup.loaded.connect(self._on_loaded)
        self._startup.attached.connect(self._on_attached)
        self._startup.finished.connect(self._on_finished)
        self._startup.failed.connect(self._guard.report)

    def _begin_at_input(self) -> None:
        """Give the keyboard to what goes in: Qt gave it to the first button of the tool bar."""
        dock = self._docks.seen_of("input")
        if dock is not None:
            dock.panel.take_focus()

    @property
    def is_ready(self) -> bool:
        """Whether every panel is attached to the session."""
        return self._startup is not None and self._startup.is_done

    @Slot()
    def _on_loaded(self) -> None:
        # Imports NumPy, which the first paint does not wait for.
        from playground.session.session import Session

        self.session = Session(self, load=False)
        self.session.failed.connect(self._guard.report)
        self.session.panel_requested.connect(self._docks.show_panel)
        self.session.causes.requested.connect(self._on_cause_requested)
        self.session.causes.what_if_requested.connect(self._on_what_if_requested)
        self.session.window_requested.connect(self._on_window_requested)
        self.session.run.running_changed.connect(self.frame_clock.set_beside_training)
        self.session.run.wait_for(self.frame_clock.course_shown)
        self._importing.attach(self.session)
        self._export.attach(self.session)
        self._subject.attach(self.session)
        self._status.attach(self.session)
        self._trouble.attach(self.session)
        self._consequences.attach(self.session)
        self._actions.attach(self.session)
        self._menus.demonstrations.attach(self.session)
        self._menus.speed.attach(self.session)
        self.session.library.settled.connect(self._startup.attach_rest)
        self._startup.attach(self.session)

    @Slot(object)
    def _on_cause_requested(self, at: int | None) -> None:
        from playground.window.causes.window import CauseWindow  # rarely needed: not at start-up

        known = self.findChild(CauseWindow)
        if known is None:
            CauseWindow(self.session, at, self).show()
        else:
            known.look(at)

    @Slot(object)
    def _on_what_if_requested(self, at: int | None) -> None:
        from playground.window.causes.what_if import WhatIfDialog  # rarely needed, too

        WhatIfDialog(self.session, at, self).show()

    @Slot()
    def _on_attached(self) -> None:
        self.usable.emit()
        QTimer.singleShot(0, self, self._on_painted_alive)

    @Slot()
    def _on_painted_alive(self) -> None:
        provide_korean_font()  # lays the window out anew, so it has a turn of its own
        self.session.load()

    @Slot()
    def _on_finished(self) -> None:
        from PySide6.QtWidgets import QGraphicsView  # a large class, not made before the first paint

        from playground.window.announcer import Announcer  # not needed earlier

        self._room.look_again()  # panels that are alive know how much room they need
        self._debug.attach(self.session)  # its panels brought what it needs
        Announcer(self).attach(self.session)
        self._step_offer.attach(self.session)
        for follower in (self._actions, self._menus.toolbar):
            follower.follow_stepping(self.session.debugger)
        self._stepping_tabs.follow(self.session.debugger)
        for view in self.findChildren(QGraphicsView):  # they would take what is dropped, and do nothing with it
            view.viewport().setAcceptDrops(False)
        self._arranger.changed.connect(self._compare)
        self._compare()
        self._attach_files()
        self.setAnimated(True)
        self.ready.emit()

    @Slot()
    def _compare(self) -> None:
        """Compare two networks while the arrangement for that is shown."""
        comparison, is_wanted = self.session.comparison, self._arranger.current == COMPARE
        if is_wanted and not comparison.is_open:
            comparison.open()
        elif comparison.is_open and not is_wanted:
            comparison.close()

    def _attach_files(self) -> None:
        self._files.attach(self.session, self._arranger.layout)
        if self._recovery_root is not None:
            self._files.keep_recovery(self._recovery_root)
        if self._file_to_open is not None:
            self._open(self._file_to_open)

    def keep_recovery(self, root: Path) -> None:
        """Keep copies of unsaved work under `root` from when the window is alive, and offer what was left there."""
        self._recovery_root = root

    def open_file(self, path: Path) -> None:
        """Open a document, or show what can be imported, as soon as the window is alive."""
        self._file_to_open = path.absolute()

    def _open(self, path: Path) -> None:
        if self._files.is_document(path):
            self._files.open(path)
        else:
            self._importing.open(str(path))

    @Slot(str)
    def _on_window_requested(self, name: str) -> None:
        from playground.window.origins.opening import show_window  # no start needs it

        show_window(name, self.session, self)

    # ---- what the menus ask ---------------------------------------------------------------------------

    @Slot(QAction)
    def _on_theme_chosen(self, action: QAction) -> None:
        self._theme.use(action.data())
        self._settings.theme = action.data()

    @Slot(QAction)
    def _on_language_chosen(self, action: QAction) -> None:
        self._language.use(action.data())
        self._settings.language = action.data()

    @Slot(float)
    def _on_text_chosen(self, scale: float) -> None:
        self._settings.text_size = scale

    @Slot(float)
    def _on_speed_chosen(self, speed: float) -> None:
        self._settings.speed = int(speed)

    @Slot(bool)
    def _on_full_screen(self, wanted: bool) -> None:
        self.showFullScreen() if wanted else self.showNormal()

    @Slot()
    def _on_save_picture(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # a large class, not made before the first paint

        from playground.session.phrase import said  # brings dataclasses, for which the first paint does not wait

        picture = self.grab()
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save picture"), "nn-playground.png", "PNG (*.png)")
        if path and not picture.save(path, "PNG"):  # whatever the name ends in
            text = self.tr("The picture could not be written to {path}. Choose another place.")
            self._export.writing.refuse(text.format(path=said(path)))

    @Slot()
    def _on_quit(self) -> None:
        if self._files.may_close(self.close):
            self.close()

    @Slot()
    def _on_lessons(self) -> None:
        self._docks.show_panel("lessons")

    @Slot()
    def _on_search(self) -> None:
        from playground.window.search.box import SearchBox  # rarely needed: not at start-up

        if self.session is not None and self.findChild(SearchBox) is None:
            SearchBox(self, self.session, self._language.code).open()

    @Slot()
    def _on_shortcuts(self) -> None:
        from playground.window.shortcuts import ShortcutsDialog  # rarely needed: not at start-up

        ShortcutsDialog(self).open()

    @Slot()
    def _on_about(self) -> None:
        from playground.window.about import AboutDialog  # rarely needed: not at start-up

        AboutDialog(self).open()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the window as it is read."""
        self._docks.put_in_reading_order()
        return super().focusNextPrevChild(forward)

    # ---- what Qt tells --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self.setWindowTitle("NN Playground")
        for part in self._parts:
            part.retranslate()
        if self._startup is not None:
            self._files.refresh()  # writes the title

    def sizeHint(self) -> QSize:
        """Give the size of the first start: a screen of 1366 by 768 without its task bar, most of a larger one."""
        screen = self.screen().availableSize()
        most = (screen * _FIRST_SHARE).boundedTo(_LARGEST_FIRST)
        return most.expandedTo(_LEAST_FIRST).boundedTo(screen - _FRAME)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell once of a key of before what it is now: nobody took it."""
        if event.key() == Qt.Key.Key_F10 and event.modifiers() in _OLD_KEYS and not self._settings.told_new_keys:
            self._settings.told_new_keys = True
            self._status.show_message(self.tr("Step back is Ctrl+F11 now, and continue backwards Ctrl+Shift+F11."))
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a document, and what can be imported."""
        mime = event.mimeData()
        if self.is_ready and (self._files.document_in(mime) or self._importing.file_in(mime)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a document that was dropped, or show what can be imported."""
        path, foreign = self._files.document_in(event.mimeData()), self._importing.file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._files.open(path)
        elif foreign:
            event.acceptProposedAction()
            self._importing.open(foreign)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the arrangement and end the threads; each answers within milliseconds.

        A person who closes the window is asked about unsaved work. Where a signal or the program itself closes it,
        nobody may be there to answer: what is not saved is offered at the next start.
        """
        for typed_in in filter(None, {self.focusWidget(), QApplication.focusWidget()}):  # also in a dock that floats
            typed_in.clearFocus()  # what is being typed is an edit, too: of a session that still lives
        if event.spontaneous() and not self._files.may_close(self.close):
            event.ignore()
            return
        self._close_dialogs()
        self._files.close()
        self._settings.geometry = self.saveGeometry()
        self._arranger.close()
        if self._startup is not None:
            self._startup.close()
        if self.session is not None:
            self.session.close()
        super().closeEvent(event)

    def _close_dialogs(self) -> None:
        """Close what is open: a dialog that reads a file ends its thread only then."""
        from PySide6.QtWidgets import QDialog  # a large class, not made before the first paint

        for dialog in self.findChildren(QDialog):
            dialog.close()


@atexit.register
def hide_all() -> None:
    """Hide what a script left open while it is whole: Qt takes it apart piece by piece, and tells what it hides."""
    for window in QApplication.topLevelWidgets():
        window.hide()
