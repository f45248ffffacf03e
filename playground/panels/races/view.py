"""Everything the races panel shows: the card, the question, the commands, the contestants and what came out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QScrollArea, QSplitter, QToolButton, QWidget

from nn.datasets import DATASETS
from nn.files.atomic_file import replace_file
from nn.inspection.surfaces import is_plane
from nn.races.cards import SEEDS
from nn.races.experiment import Paths
from nn.races.files import table
from nn.races.paths import VALLEYS
from nn.races.program import write_race_program
from nn.races.race import Material, Race, contestants_of
from nn.runs.trial import Base
from nn.training import iterations_per_epoch
from playground.panels.races.boards import Boards
from playground.panels.races.question import QuestionBox, in_language
from playground.panels.races.race_board import ACCURACY, LAYERS, LOSS, PANELS, SURFACES
from playground.panels.races.shelf import CARDS
from playground.session.document.export_order import ExportOrder
from playground.session.phrase import said
from playground.session.racing.racing import IDLE, PAUSED, RUNNING
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox, QuietSlider
from playground.widgets.fields.text_line import TextLine
from playground.widgets.layouts import in_column
from playground.widgets.look.live_look import LiveLook
from playground.widgets.refreshing import Importance, Refreshing
from playground.widgets.text.steady_label import SteadyLabel
from playground.widgets.text.tooltips import describe, on_hover
from playground.widgets.wrapping_row import wrapping_row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from nn.imports.file_bytes import Watch
    from nn.races.files import RaceFile
    from playground.session.document.export_order import Work
    from playground.session.session import Session

_OWN = "own"
_NARROW = 620
_LOOKS = {"6.3": PANELS, "6.4": ACCURACY, "7.5": ACCURACY}
_ENDINGS = (".json", ".csv", ".py")
_FIRST_VARIED = "optimizer=SGD,Momentum,AdaGrad,Adam"
_WHAT_IT_BRINGS = {LAYERS: "layers", SURFACES: "surfaces"}


class RacesView(Refreshing, LiveLook, QWidget):
    """Chooses a card or a race of one's own, lets it run, and tells what came out."""

    importance = Importance.COURSE
    least_gap = 0.1

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._racing = session.racing
        self._has_news = self._is_narrow = False
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()
        if self._racing.experiment is None:
            self._racing.choose(next(iter(CARDS.values())))
        else:
            self._on_chosen()

    def _make_widgets(self) -> None:
        self.card, self.way, self.look, self.valley = ChoiceBox(), ChoiceBox(), ChoiceBox(), ChoiceBox()
        for box, name in ((self.card, "raceCard"), (self.way, "raceWay"), (self.look, "raceLook")):
            box.setObjectName(name)
        self.valley.setObjectName("raceValley")
        self.steps = QuietSlider()
        self.steps.setObjectName("raceSteps")
        self.about, self.slips, self.verdict = QLabel(wordWrap=True), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.verdict.setObjectName("raceVerdict")
        self.question = QuestionBox()
        self.standing = SteadyLabel()
        self.standing.setObjectName("raceStanding")
        self.varied, self.newcomer = TextLine(), TextLine()
        self.varied.setObjectName("raceVaried")
        self.newcomer.setObjectName("raceNewcomer")
        self.varied.setText(_FIRST_VARIED)
        self._buttons = {name: QToolButton() for name in ("start", "pause", "stop", "step", "seeds", "save", "open")}
        for name, button in self._buttons.items():
            button.setObjectName(f"race{name.capitalize()}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.boards = Boards()

    def _lay_out(self) -> None:
        buttons = list(self._buttons.values())
        top = wrapping_row(self.card, self.way, *buttons[5:], spacing=6)
        commands = wrapping_row(self.look, *buttons[:5], spacing=4)
        fields = wrapping_row(self.steps, self.valley, spacing=6)
        words, right, self._read_first, self._read_last = QWidget(), QWidget(), QWidget(), QWidget()
        in_column(self.about, self.varied, self.question, of=self._read_first, spacing=8)
        in_column(self.verdict, self.slips, of=self._read_last, spacing=8)
        self._column = in_column(self._read_first, self._read_last, of=words, margins=(0, 0, 6, 0), spacing=8)
        self._column.addStretch(1)
        self._words = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words.setWidget(words)
        in_column(commands, fields, self.standing, (self.boards, 1), self.newcomer, of=right, spacing=4)
        self._sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._sides.addWidget(self._words)
        self._sides.addWidget(right)
        self._sides.setStretchFactor(1, 1)
        self._sides.setSizes([270, 500])
        self._whole = in_column(top, (self._sides, 1), of=self, spacing=4)

    def _connect(self) -> None:
        racing, buttons = self._racing, self._buttons
        self.card.value_edited.connect(self._on_card_edited)
        self.way.value_edited.connect(self._on_way_edited)
        self.look.value_edited.connect(self._on_look_edited)
        self.valley.value_edited.connect(self._on_valley_edited)
        self.steps.valueChanged.connect(self._on_steps_moved)
        self.question.answered.connect(self._on_answered)
        self.boards.paths.start_moved.connect(self._on_start_moved)
        self.varied.returnPressed.connect(self._on_varied_edited)
        self.newcomer.returnPressed.connect(self._on_newcomer_edited)
        buttons["start"].clicked.connect(self._on_start_clicked)
        buttons["pause"].clicked.connect(self._on_pause_clicked)
        buttons["stop"].clicked.connect(racing.stop)
        buttons["step"].clicked.connect(racing.step_all)
        buttons["seeds"].clicked.connect(self._on_seeds_clicked)
        buttons["save"].clicked.connect(self._on_save_clicked)
        buttons["open"].clicked.connect(self._on_open_clicked)
        racing.chosen.connect(self._on_chosen)
        racing.changed.connect(self._on_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the contestants where there is no room beside them, and below what can wait."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if self._is_narrow != is_narrow:
            self._is_narrow = is_narrow
            self._words.setVisible(not is_narrow)
            column, first, last = (self._whole, 1, 3) if is_narrow else (self._column, 0, 1)
            column.insertWidget(first, self._read_first)
            column.insertWidget(last, self._read_last)
            self.out_of_date()

    # ---- what a person does

    @Slot(object)
    def _on_card_edited(self, name: str) -> None:
        if name == _OWN:
            self._take_own(self.varied.text())
        else:
            self._racing.choose(CARDS[name])

    @Slot(object)
    def _on_way_edited(self, name: str) -> None:
        if self._racing.card is not None:
            answer = self._racing.answer
            self._racing.choose(self._racing.card, as_in_the_book=name == "book")
            self._on_answered(answer)

    @Slot(object)
    def _on_look_edited(self, look: str) -> None:
        self._racing.look_at(_WHAT_IT_BRINGS.get(look, "curves"))
        self.out_of_date()

    @Slot(object)
    def _on_valley_edited(self, name: str) -> None:
        paths = self._racing.experiment
        if isinstance(paths, Paths):
            self._racing.vary(Paths(name, VALLEYS[name].start, paths.steps, paths.walkers))

    @Slot(float, float)
    def _on_start_moved(self, x: float, y: float) -> None:
        paths = self._racing.experiment
        if isinstance(paths, Paths):
            self._racing.vary(Paths(paths.valley, (x, y), paths.steps, paths.walkers))

    @Slot(int)
    def _on_steps_moved(self, _step: int) -> None:
        self.out_of_date()

    @Slot(int)
    def _on_answered(self, answer: int) -> None:
        self._racing.answer = answer
        self.out_of_date()

    @Slot()
    def _on_varied_edited(self) -> None:
        self._take_own(self.varied.text())

    @Slot()
    def _on_newcomer_edited(self) -> None:
        text = self.newcomer.text()
        if not text.strip():
            return
        try:
            for contestant in contestants_of(text):
                self._racing.add(contestant)
        except (TypeError, ValueError, KeyError) as error:
            self._session.status.emit(said(error))
        else:
            self.newcomer.setText("")

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._racing.state == PAUSED:
            self._racing.pause(False)
        else:
            self.boards.let_go()
            self._racing.start()

    @Slot()
    def _on_pause_clicked(self) -> None:
        self._racing.pause(self._racing.state == RUNNING)

    @Slot()
    def _on_seeds_clicked(self) -> None:
        self.boards.let_go()
        self._racing.start(SEEDS)

    def _take_own(self, text: str) -> None:
        """Race the document's network with what the text varies."""
        state, data = self._session.document.state, self._session.library.data
        if data is None:
            self._session.status.emit(self.tr("The data are still being loaded."))
            return
        try:
            choice = state.dataset
            own_data = choice.name not in DATASETS or choice.train is not None or choice.kept is not None
            material = Material(choice.name, {} if choice.name not in DATASETS else dict(choice.options))
            iterations = max(1, state.config.epochs * iterations_per_epoch(data, state.config))
            race = Race(Base(state.spec, state.config), contestants_of(text), material, iterations)
        except (TypeError, ValueError, KeyError) as error:
            self._session.status.emit(said(error))
            return
        self._racing.take(race, own_data=own_data)

    # ---- files

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._racing.own_data:
            text = self.tr(
                "Samples of your own are in no file of a race: this race is kept in your document. Save that."
            )
            self._session.status.emit(text)
            return
        name = self._racing.card.name if self._racing.card is not None else self.tr("race")
        file = self._racing.file()

        def work_for(path: str) -> Work:
            return _work(file, path)

        self._session.export_requested.emit(ExportOrder(self.tr("Save the race"), name, _ENDINGS, work_for))

    @Slot()
    def _on_open_clicked(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Open a race"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Races (*.json *.toml)")])
        dialog.fileSelected.connect(self.open_file)
        dialog.open()

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Show the race of a file, with what came of it."""
        try:
            self._racing.open(Path(path))
        except (OSError, TypeError, ValueError, KeyError) as error:
            self._session.status.emit(said(error))
        else:
            self.boards.let_go()

    # ---- what the session tells

    @Slot()
    def _on_chosen(self) -> None:
        racing = self._racing
        self.boards.hold()
        if racing.told:
            self.boards.let_go()
        self.card.show_value(_OWN if racing.card is None else racing.card.name)
        self.way.show_value("book" if racing.as_in_the_book else "fair")
        self._name_looks()
        section = "" if racing.card is None else racing.card.section
        self.look.show_value(_LOOKS.get(section, LOSS))
        racing.look_at("curves")
        experiment = racing.experiment
        if isinstance(experiment, Paths):
            self.steps.setRange(1, experiment.steps)
            self.steps.setValue(experiment.steps)
            self.valley.show_value(experiment.valley)
        self._show_words()
        self.out_of_date()

    @Slot()
    def _on_changed(self) -> None:
        self._has_news = True
        self.out_of_date()

    def refresh(self) -> None:
        """Show where everyone is."""
        racing = self._racing
        if racing.experiment is None:
            return
        self._show_commands()
        self._show_question()
        self.about.setHidden(self._is_narrow and self._has_begun)
        verdict = self._verdict_text()
        self.verdict.setText(verdict)
        self.verdict.setVisible(bool(verdict))
        self.standing.setText(self._standing_text())
        self.boards.show_racing(racing, self.look.value(), self.steps.value())
        if self._has_news:
            self._has_news = False
            racing.acknowledge()

    def _show_commands(self) -> None:
        racing, buttons = self._racing, self._buttons
        experiment, is_race = racing.experiment, isinstance(racing.experiment, Race)
        is_paths = isinstance(experiment, Paths)
        buttons["start"].setEnabled(racing.state != RUNNING)
        buttons["pause"].setEnabled(racing.state == RUNNING)
        buttons["stop"].setEnabled(racing.state != IDLE)
        buttons["step"].setVisible(is_race)
        buttons["pause"].setVisible(not is_paths)
        buttons["stop"].setVisible(not is_paths)
        buttons["seeds"].setVisible(not is_paths and (racing.card is None or racing.card.seeds > 1))
        buttons["seeds"].setEnabled(racing.state == IDLE)
        self.look.setVisible(is_race)
        self.valley.setVisible(is_paths)
        self.steps.setVisible(is_paths)
        self.newcomer.setVisible(isinstance(experiment, Race) and not experiment.shared_optimizer)
        self.varied.setVisible(racing.card is None)

    @property
    def _has_begun(self) -> bool:
        return self._racing.state != IDLE or bool(self._racing.verdicts.rows)

    def _show_question(self) -> None:
        racing = self._racing
        is_over = racing.state == IDLE and bool(racing.verdicts.rows)
        came = is_over and all(racing.verdicts.rows[-1][1])
        question = None if racing.card is None else racing.card.question
        self.question.show_question(
            question, self._language(), racing.answer, has_begun=self._has_begun, is_over=is_over, came=came
        )

    def _verdict_text(self) -> str:
        verdicts = self._racing.verdicts
        races = len(verdicts.rows)
        if not races:
            return ""
        head = (
            self.tr("What should come out, and whether it did:")
            if races == 1
            else self.tr("What should come out, and in how many of {races} races it did:").format(races=races)
        )
        lines = []
        for place, feature in enumerate(verdicts.features):
            true = verdicts.true(place)
            mark = ("✓" if true else "✗") if races == 1 else f"{true}/{races}"
            lines.append(f"{mark}  {in_language(feature.says, self._language())}")
        return "\n".join([head, *lines]) if lines else ""

    def _standing_text(self) -> str:
        racing = self._racing
        if racing.state == IDLE and not racing.share:
            return self.tr("Guess, then press Start.") if racing.card is not None else self.tr("Press Start.")
        parts = [f"{racing.share:.0%}"]
        experiment = racing.experiment
        if isinstance(experiment, Race):
            parts.append(self.tr("iteration {at:,} of {all:,}").format(at=racing.iteration, all=experiment.iterations))
        if not isinstance(experiment, Paths):
            parts.append(self.tr("seed {seed}").format(seed=racing.seed))
        if racing.state == PAUSED:
            parts.append(self.tr("paused"))
        return " · ".join(parts)

    def _show_words(self) -> None:
        card, language = self._racing.card, self._language()
        if card is None:
            self.about.setText(
                self.tr(
                    "Your network, its data and its training, as they are in Settings. Below stands what differs: "
                    "single values of one or several settings, such as optimizer=SGD,Adam lr=0.01,0.1."
                )
            )
            self.slips.setText("")
            self.way.setVisible(False)
            return
        self.about.setText(in_language(card.about, language))
        slips = [in_language(each, language) for each in card.slips]
        note = in_language(card.note, language)
        self.slips.setText("\n\n".join([*([note] if note else []), *(f"※ {each}" for each in slips)]))
        self.slips.setVisible(bool(note or slips))
        self.way.setVisible(card.book is not None)

    # ---- words

    @staticmethod
    def _language() -> str:
        return QLocale().name()[:2]

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._name_cards()
        self._name_looks()
        self._name_buttons()
        self.valley.set_choices([Choice(name, valley.formula) for name, valley in VALLEYS.items()])
        self.valley.setAccessibleName(self.tr("Surface"))
        self.valley.explain(self.tr("Which function of two numbers is descended."))
        describe(self.steps, self.tr("Updates shown"), self.tr("How many updates of each way are shown."))
        vary = self.tr("What differs: single values of settings, such as optimizer=SGD,Adam lr=0.01,0.1")
        describe(self.varied, self.tr("What differs"), vary)
        add = self.tr("Add a contestant: optimizer=Adam lr=0.001")
        self.newcomer.setPlaceholderText(add)
        about = self.tr("Settings of one more contestant; it begins at the start and catches up. Enter adds it.")
        describe(self.newcomer, self.tr("One more contestant"), about)
        describe(self.standing, self.tr("How far the race is"))
        self.boards.retranslate()
        self._show_words()
        self.out_of_date()

    def restyle(self) -> None:
        """Draw the lines in the colours of the theme."""
        self.out_of_date()

    def _name_cards(self) -> None:
        language = self._language()
        choices = [
            Choice(card.name, f"{card.section}  {in_language(card.title, language)}", in_language(card.about, language))
            for card in CARDS.values()
        ]
        own = self.tr("Your network, with settings of your choice")
        self.card.set_choices([*choices, Choice(_OWN, own)])
        self.card.setAccessibleName(self.tr("Experiment"))
        self.card.explain(self.tr("An experiment of the book, or a race of your own network."))
        fair = self.tr("One start, the same batches for all, and what is usual today.")
        book = self.tr("As the book's script does it: each network draws its own weights, batches are drawn again.")
        self.way.set_choices([Choice("fair", self.tr("Fair"), fair), Choice("book", self.tr("As in the book"), book)])
        self.way.setAccessibleName(self.tr("How it is raced"))
        self.way.explain(self.tr("Whether all begin alike, or as the book's script does it."))

    def _name_looks(self) -> None:
        looks = [
            Choice(LOSS, self.tr("Loss"), self.tr("The losses of all contestants in one chart.")),
            Choice(ACCURACY, self.tr("Accuracy"), self.tr("The accuracies of all: training solid, test dashed.")),
            Choice(PANELS, self.tr("Side by side"), self.tr("A chart of accuracies for each contestant.")),
            Choice(LAYERS, self.tr("Layers"), self.tr("What each layer puts out for 200 samples, over its own range.")),
        ]
        race = self._racing.experiment
        if isinstance(race, Race) and all(is_plane(lane.spec) for lane in race.lanes):
            looks.append(Choice(SURFACES, self.tr("Surfaces"), self.tr("What each says over the plane of the points.")))
        self.look.set_choices(looks)
        self.look.setAccessibleName(self.tr("What is shown"))
        self.look.explain(self.tr("As what the contestants are shown."))

    def _name_buttons(self) -> None:
        seeds = self.tr("Five seeds")
        words = {
            "start": (self.tr("Start"), self.tr("Begin, or go on after a pause.")),
            "pause": (self.tr("Pause"), self.tr("Let all stand where they are; nothing is lost.")),
            "stop": (self.tr("Stop"), self.tr("End the race; what is there is kept.")),
            "step": (self.tr("Step all"), self.tr("Bring everyone to the next iteration together, and stand there.")),
            "seeds": (seeds, self.tr("Race five times, with other random numbers each time: is it chance?")),
            "save": (self.tr("Save …"), self.tr("Keep the race as .json, its outcome as .csv, or a program on nn.")),
            "open": (self.tr("Open …"), self.tr("Show a race that was saved.")),
        }
        for name, (text, about) in words.items():
            button = self._buttons[name]
            button.setText(text)
            button.setAccessibleName(text)
            on_hover(about, button)


def _work(file: RaceFile, path: str) -> Work:
    """Return what writes a race: all of it, its outcome, or a program, by the ending of the path."""

    def write(target: Path, watch: Watch) -> tuple[Path, ...]:
        if path.lower().endswith(".py"):
            return write_race_program(target, file, watch)
        replace_file(target, [table(file) if path.lower().endswith(".csv") else file.to_bytes()])
        return (target,)

    return write
