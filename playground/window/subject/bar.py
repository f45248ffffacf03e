"""The line under the tool bar: whose network, which moment, which sample, for the whole window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QSizePolicy, QToolBar, QWidget

from playground.safety.paint_guard import guarded_paint
from playground.widgets.actions import add_action, name_action
from playground.widgets.fields.tool_button import tool_button
from playground.widgets.layouts import STRETCH, in_row
from playground.widgets.look.icons import icon
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import READABLE_S, Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover
from playground.window.subject.part_button import PartButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.session.looking.sample import Sample
    from playground.session.session import Session
    from playground.window.subject.moment_list import MomentList
    from playground.window.subject.network_list import NetworkList
    from playground.window.subject.offer import GoOnOffer
    from playground.window.subject.rival_list import RivalList
    from playground.window.subject.sample_list import SampleList
    from playground.window.subject.words import SubjectWords

_SIGN = 16  # px
_KEY = QKeySequence.StandardKey
_LEAST_PART = 40  # px of a part of the sentence: some letters and the sign of its list
_LEAST_WIDTH = 240  # px of the whole line
_AIR = 8  # px above and below the text of a button together: the line takes little of the height


class SubjectBar(Refreshing, LiveLook, QWidget):
    """Says what all panels look at, as a sentence whose parts are lists; where that is not yours, it says so.

    It stands in a tool bar of its own in the window.
    """

    importance = Importance.ANSWER
    least_gap = READABLE_S  # while training counts the moments up

    _words: SubjectWords  # from `attach` on
    _networks: NetworkList
    _moments: MomentList
    _samples: SampleList
    _rivals: RivalList

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._session: Session | None = None
        self._is_in_tool_bar = False
        self._origin: str | None = None
        self._offer: GoOnOffer | None = None  # from the first edit on that was tried in the past
        self._again: Callable[[], None] | None = None
        self._sign = QLabel()
        self._network, self._moment, self._sample, self._rival = (
            PartButton(f"subject{name}") for name in ("Network", "Moment", "Sample", "Rival")
        )
        for part in self._parts():
            part.width_wanted.connect(self._share_room)
        self._against = QLabel("·")
        self._alone = tool_button("close", "subjectAlone", clicked=self._on_alone, side=12)
        self._alone.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._note = SteadyLabel()
        self._note.setObjectName("subjectNote")
        self._copy = QPushButton(objectName="subjectCopy")
        self._go_on = QPushButton(objectName="subjectGoOn")
        self._back = QPushButton(objectName="subjectToYours")
        self._earlier, self._later = (
            add_action(window, f"actionLook{name}", picture=picture, enabled=False)
            for name, picture in (("Back", "previous"), ("Forward", "next"))
        )
        for action, key in ((self._earlier, _KEY.Back), (self._later, _KEY.Forward)):
            action.setShortcuts(_without_plain(QKeySequence.keyBindings(key)))
        self._line = SubjectLine(window)
        self._lay_out()
        self._line.addWidget(self)
        self._copy.clicked.connect(self._on_copy)
        self._go_on.clicked.connect(self._on_go_on)
        self._back.clicked.connect(self._on_back)
        buttons = (self._copy, self._go_on, self._back)
        for part in (self._sign, self._note, *buttons, self._against, self._rival, self._alone):
            part.hide()
        for button in (self._network, self._moment, self._sample):
            button.setEnabled(False)
        for action in buttons:
            action.setMaximumHeight(self.fontMetrics().height() + _AIR)
        self.retranslate()

    def _lay_out(self) -> None:
        ways = [tool_button("", f"button{each.objectName()}", side=_SIGN) for each in (self._earlier, self._later)]
        for button, action in zip(ways, (self._earlier, self._later), strict=True):
            button.setDefaultAction(action)
        parts = (*ways, self._network, QLabel("·"), self._moment, QLabel("·"), self._sample)
        parts += (self._against, self._rival, self._alone)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._keep_room(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rest = (12, (self._note, 100), STRETCH, self._copy, self._go_on, self._back)
        in_row(self._sign, *parts, *rest, of=self, margins=(8, 0, 8, 2), spacing=4)

    def _keep_room(self, wanted: bool) -> None:
        """Let what comes and goes have its room in any case, so that the line keeps its height."""
        for part in (self._note, self._copy, self._back):  # of two that take turns one is enough
            kept = part.sizePolicy()
            kept.setRetainSizeWhenHidden(wanted)
            part.setSizePolicy(kept)

    @Slot(bool)
    def join_tool_bar(self, wanted: bool) -> None:
        """Stand behind the commands in their line, or in a line of its own."""
        self._is_in_tool_bar = wanted
        self._keep_room(not wanted)
        self._line.stand_alone(not wanted)
        self._show_state()

    def _parts(self) -> list[PartButton]:
        return [self._network, self._moment, self._sample, self._rival]

    @Slot()
    def _share_room(self) -> None:
        """Give every part of the sentence the width of its text, or cut the longest ones where there is no room."""
        seen = [part for part in self._parts() if not part.isHidden()]
        layout = self.layout()
        items = [layout.itemAt(index) for index in range(layout.count())]
        others = [item for item in items if not item.isEmpty() and item.widget() not in seen]
        rest = sum(item.minimumSize().width() for item in others) + layout.spacing() * (len(items) - 1)
        margins = layout.contentsMargins()
        room = self.width() - rest - margins.left() - margins.right()
        most = _cut_at([part.wanted_width for part in seen], room)
        for part in seen:
            part.give(max(most, _LEAST_PART))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def minimumSizeHint(self) -> QSize:
        """Give the width in which every part says a little."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def attach(self, session: Session) -> None:
        """Follow the subject of a session."""
        from playground.window.subject.moment_list import MomentList
        from playground.window.subject.network_list import NetworkList  # bring NumPy, for which no first paint waits
        from playground.window.subject.rival_list import RivalList
        from playground.window.subject.sample_list import SampleList
        from playground.window.subject.words import SubjectWords

        self._session = session
        self._words = SubjectWords(session, self)
        self._networks = NetworkList(session, self._network.list)
        self._moments = MomentList(session, self._moment.list)
        self._samples = SampleList(session, self._sample.list)
        self._rivals = RivalList(session, self._rival.list)
        self._earlier.triggered.connect(session.visits.back)
        self._later.triggered.connect(session.visits.forward)
        session.visits.changed.connect(self._refresh_ways)
        session.looking.edit_refused.connect(self._on_edit_refused)
        session.looking.network_changed.connect(self.out_of_date)
        session.looking.moment_changed.connect(self.out_of_date)
        session.looking.sample_changed.connect(self._on_sample_changed)
        session.run.running_changed.connect(self.out_of_date)
        session.comparison.changed.connect(self._refresh_rival)
        session.library.shipped_loaded.connect(self._on_networks_changed)
        session.looking.network_changed.connect(self._on_networks_changed)
        self._refresh_rival()
        for button in (self._network, self._moment, self._sample):
            button.setEnabled(True)
        self.out_of_date()

    # ---- what a person does

    @Slot()
    def _on_copy(self) -> None:
        if self._session is None:
            return
        run = self._session.looking.run_networks.run(self._session.looking.subject.name)
        if run is None:
            self._session.editing.copy_shipped()
        else:
            self._session.runs.take_both(run.label.number)

    @Slot()
    def _on_go_on(self) -> None:
        if self._session is not None:
            self._session.past.playhead.go_on_from_here()

    @Slot(object)
    def _on_edit_refused(self, again: Callable[[], None] | None) -> None:
        """Offer to go on from a moment of the past, in which somebody tried to change something."""
        if self._session is None or not self._session.looking.is_past:
            return
        if self._offer is None:
            from playground.window.subject.offer import GoOnOffer  # rarely needed: not at start-up

            self._offer = GoOnOffer(self.window())
            self._offer.accepted.connect(self._on_offer_accepted)
        self._again = again
        self.refresh()  # the button may have come just now
        self.layout().activate()
        self._offer.show_below(self._go_on, self._session.past.playhead.shown)

    @Slot()
    def _on_offer_accepted(self) -> None:
        """Go on, and do in the branch what was tried."""
        again, self._again = self._again, None
        self._on_go_on()
        if again is not None and self._session is not None:
            self._session.control.when_idle(partial(self._do_again, again))

    def _do_again(self, again: Callable[[], None]) -> None:
        if self._session is not None and self._session.looking.subject.is_yours_now:
            again()

    @Slot()
    def _on_back(self) -> None:
        if self._session is not None:
            self._session.looking.choose("mine")

    @Slot()
    def _on_alone(self) -> None:
        if self._session is not None:
            self._session.comparison.choose("")

    # ---- what is shown

    @Slot(object)
    def _on_networks_changed(self, _network: object) -> None:
        self._refresh_rival()

    @Slot()
    def _refresh_rival(self) -> None:
        """Say whom the subject is compared with, while somebody compares."""
        comparison = self._session.comparison if self._session is not None else None
        is_open = comparison is not None and comparison.is_open
        for part in (self._against, self._rival):
            part.setVisible(is_open)
        self._alone.setVisible(is_open and comparison is not None and bool(comparison.choice))
        if comparison is not None:
            self._rivals.refresh()
            self._rival.show_part(self._rivals.sentence())
        self._share_room()

    @Slot(object)
    def _on_sample_changed(self, sample: Sample | None) -> None:
        """Follow the sample; a drawing that grows is the same to this line, which costs a pen move nothing."""
        origin = None if sample is None else f"{sample.origin} {len(sample.x)}"
        if origin != self._origin:
            self._origin = origin
            self.out_of_date()

    @Slot()
    def _refresh_ways(self) -> None:
        visits = self._session.visits if self._session is not None else None
        self._earlier.setEnabled(visits is not None and visits.can_go_back)
        self._later.setEnabled(visits is not None and visits.can_go_forward)

    def refresh(self) -> None:
        """Say what is looked at now."""
        if self._session is None:
            return
        self._network.show_part(self._words.network())
        self._moment.show_part(self._words.moment())
        self._sample.show_part(self._words.sample())
        self._show_state()

    def _show_state(self) -> None:
        """Say whether what is looked at is yours; in the tool bar with a sign and one button, for want of room."""
        is_yours = self._session is None or self._session.looking.subject.is_yours_now
        is_past = self._session is not None and self._session.looking.is_past
        for part in (self._sign, self._back):
            part.setVisible(not is_yours)
        self._note.setVisible(not is_yours and not self._is_in_tool_bar)
        self._copy.setVisible(not (is_yours or is_past or self._is_in_tool_bar))
        self._go_on.setVisible(is_past)
        if self._offer is not None and not is_past:
            self._offer.hide()
        self._say_state(is_past)
        self.restyle()
        self._line.mark(not is_yours)
        self._share_room()

    def _say_state(self, is_past: bool) -> None:
        """Say why what is looked at cannot be changed, and what the way back leads to."""
        if is_past:
            is_like_then = self._session is None or not self._session.past.way_check.may_differ
            calm = self.tr("A moment of the past: looking at it changes nothing.")
            warning = self.tr("Trained elsewhere, found again here: its digits may not be those of then.")
            self._note.setText(calm if is_like_then else warning)
            self._back.setText(self.tr("To now"))
            describe(self._back, self._back.text(), self.tr("Look again at your network as it is now."))
        else:
            self._note.setText(self.tr("Not your network: it can be looked at and stepped through, not changed."))
            self._back.setText(self.tr("To yours"))
            describe(self._back, self._back.text(), self.tr("Look at your own network, as it is now."))
        on_hover(self._note.text(), self._sign, self._note)

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._line.setWindowTitle(self.tr("What is looked at"))
        back = self.tr("Look again at the network and the sample that you looked at before")
        name_action(self._earlier, self.tr("Look back"), back)
        forward = self.tr("Look again at what you went back from")
        name_action(self._later, self.tr("Look forward"), forward)
        self._network.explain(self.tr("Which network every panel shows. Train and all settings act on your own."))
        self._moment.explain(self.tr("Which moment of the network: how many updates its weights have been through."))
        self._sample.explain(self.tr("What goes through the network, in every panel."))
        self._rival.explain(self.tr("Another network that answers the same sample, to compare with."))
        describe(self._alone, self.tr("Compare with nobody"))
        self._copy.setText(self.tr("Copy into my network"))
        describe(
            self._copy,
            self._copy.text(),
            self.tr("Make a copy of it your own network, to train and to change. One undo brings back what you had."),
        )
        self._go_on.setText(self.tr("Go on from here"))
        describe(
            self._go_on,
            self._go_on.text(),
            self.tr(
                "Begin another future here, with the settings of then: a branch, to change and to train. What came "
                "after stays among the runs, and is drawn beside it."
            ),
        )
        self._say_state(self._session is not None and self._session.looking.is_past)
        if self._session is not None:
            self._networks.retranslate()
            self._moments.retranslate()
            self._samples.retranslate()
            self._refresh_rival()
            self.out_of_date()

    def restyle(self) -> None:
        """Take the colours of the moment, where there is anything to draw."""
        if self._sign.isHidden():
            return
        self._sign.setPixmap(icon("look", QPalette.ColorRole.WindowText).pixmap(QSize(_SIGN, _SIGN)))


def _without_plain(keys: list[QKeySequence]) -> list[QKeySequence]:
    """Return the keys but Backspace, which some systems go back by: it belongs to whoever is typing."""
    return [each for each in keys if "Backspace" not in each.toString()]


def _cut_at(widths: list[int], room: int) -> int:
    """Return the width at which parts are cut, so that all of them have room together."""
    rest = sorted(widths)
    while rest and rest[0] * len(rest) <= room:
        room -= rest.pop(0)
    return room // len(rest) if rest else max(widths, default=0)


class SubjectLine(QToolBar):
    """A tool bar in a row of its own with a fine line below, a thick one of ink where something is to be minded."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window, objectName="subjectBar", movable=False, floatable=False)
        self._window, self._is_marked = window, False
        self.layout().setContentsMargins(0, 1, 0, 2)
        window.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)

    def stand_alone(self, wanted: bool) -> None:
        """Stand in a line of its own, or behind the tool bar."""
        if wanted == self._window.toolBarBreak(self):
            return
        if wanted:
            self._window.insertToolBarBreak(self)
        else:
            self._window.removeToolBarBreak(self)
        self._window.layout().activate()  # whoever shares out the height next sees what there is

    def mark(self, wanted: bool) -> None:
        """Draw the thick line, or the fine one."""
        if wanted != self._is_marked:
            self._is_marked = wanted
            self.update()

    @guarded_paint
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            role = QPalette.ColorRole.WindowText if self._is_marked else QPalette.ColorRole.Mid
            painter.setPen(self.palette().color(role))  # lines: with a brush a large class comes before the first paint
            for row in range(1, 3 if self._is_marked else 2):
                painter.drawLine(0, self.height() - row, self.width(), self.height() - row)
