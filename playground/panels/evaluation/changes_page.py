"""The network beside another one on the same samples: which of them only one tells right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QWidget

from playground.panels.evaluation.listing import Listing
from playground.panels.evaluation.page import EvaluationPage
from playground.session.runs.networks import is_run
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.widgets.layouts import STRETCH, in_column, in_row
from playground.widgets.text.share_text import probability_text, share_text
from playground.widgets.text.tooltips import describe

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from nn.evaluation.answers import Answers
    from nn.evaluation.changes import Changes
    from playground.session.judging.rivalling import Rivalling
    from playground.session.session import Session

STAYED_RIGHT, WORSE, BETTER, STAYED_WRONG = range(4)
"""The four cells: rows by whether the other one is right, columns by whether this one is."""
_SURE = 0.05
"""The probability of chance from which on a difference is not told as one."""


class ChangesPage(EvaluationPage):
    """Four counts that can be pressed, and in words whether the difference is more than chance."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rivalling: Rivalling = session.judging.rivalling
        self._changes: Changes | None = None
        self._known: tuple[object, ...] = ()
        self.rival = ChoiceBox()
        self.rival.setObjectName("evaluationRival")
        self.figures = QLabel(wordWrap=True)
        self.figures.setObjectName("evaluationChanges")
        self.chance = QLabel(wordWrap=True)
        self._cells = QButtonGroup(self)
        self._heads = [QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True) for _ in range(4)]
        self._caption = QLabel()
        self._lay_out()
        self.rival.value_edited.connect(self._rivalling.choose)
        self._cells.idClicked.connect(self._on_cell_clicked)
        self.restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place in range(4):
            row, column = divmod(place, 2)
            button = QPushButton()
            button.setObjectName(f"evaluationChange{place}")
            button.setCheckable(True)
            button.setChecked(place == WORSE)
            self._cells.addButton(button, place)
            grid.addWidget(button, row + 1, column + 1)
        for place, head in enumerate(self._heads):
            grid.addWidget(head, *((0, place + 1) if place < 2 else (place - 1, 0)))
        top = in_row(self._caption, (self.rival, 1), spacing=6)
        in_column(top, self.figures, grid, self.chance, STRETCH, of=self, spacing=8)

    @Slot(int)
    def _on_cell_clicked(self, _cell: int) -> None:
        self.restyle()
        self.changed.emit()

    def restyle(self) -> None:
        """Fill the cell that is pressed with the colour of what is chosen: the style's own mark is hardly seen."""
        usual = self.palette()
        chosen = QPalette(usual)
        chosen.setColor(QPalette.ColorRole.Button, usual.color(QPalette.ColorRole.Highlight))
        chosen.setColor(QPalette.ColorRole.ButtonText, usual.color(QPalette.ColorRole.HighlightedText))
        for button in self._cells.buttons():
            button.setPalette(chosen if button.isChecked() else usual)

    # ---- what is to be seen

    def refresh(self) -> None:
        """Show what there is, and have the other network asked if it was not yet."""
        self._rivalling.ask()
        self._name_rivals()
        found = self._rivalling.changes()
        if found is not self._changes:
            self._changes = found
            self._show()

    def obstacle(self) -> str:
        """Say why there is nothing to show; empty if there is."""
        return self._rivalling.obstacle()

    def _show(self) -> None:
        found = self._changes
        counts = (0,) * 4 if found is None else tuple(map(len, self._rows(found)))
        for place, count in enumerate(counts):
            button = self._cells.button(place)
            button.setText("" if found is None else f"{count:,}")
            button.setEnabled(found is not None)
            button.setAccessibleName(f"{self._cell_words()[place]}: {count:,}")
        self._say_figures()
        self.changed.emit()

    @staticmethod
    def _rows(found: Changes) -> tuple[NDArray[np.int64], ...]:
        return found.stayed_right, found.worse, found.better, found.stayed_wrong

    def _say_figures(self) -> None:
        before, now = self._rivalling.result, self._session.judging.evaluating.answers
        found = self._changes
        if found is None or before is None or now is None:
            self.figures.setText(self.tr("Asking the other network …") if not self.obstacle() else "")
            self.chance.setText("")
            return
        self.figures.setText(self._figures_text(before, now))
        self.chance.setText(self._chance_text(found))

    def _figures_text(self, before: Answers, now: Answers) -> str:
        if now.classes:
            text = self.tr("{before} right there, {now} here: {difference} percentage points")
            difference = f"{100 * (now.accuracy - before.accuracy):+.2f}".replace("-", "−")
            return text.format(before=share_text(before.accuracy), now=share_text(now.accuracy), difference=difference)
        text = self.tr("mean loss {before:.4g} there, {now:.4g} here")
        return text.format(before=before.loss, now=now.loss)

    def _chance_text(self, found: Changes) -> str:
        apart = len(found.better) + len(found.worse)
        if not apart:
            return self.tr("They do not differ on any sample.")
        if found.chance < _SURE:
            text = self.tr(
                "They differ on {apart:,} samples. Two equally good networks would split them so unevenly, or more, in "
                "{share} of all cases: hardly chance."
            )
        else:
            text = self.tr(
                "They differ on {apart:,} samples. Two equally good networks would split them so unevenly, or more, in "
                "{share} of all cases: it may be chance."
            )
        return text.format(apart=apart, share=probability_text(found.chance))

    def listing(self) -> Listing | None:
        """Return the samples of the cell that is pressed."""
        found, now = self._changes, self._session.judging.evaluating.answers
        if found is None or now is None:
            return None
        cell = self._cells.checkedId()
        rows = self._rows(found)[cell]
        title = self.tr("{what}: {count:,}").format(what=self._cell_words()[cell], count=len(rows))
        return Listing(now, rows, title, before=self._rivalling.result, nothing=self.tr("There is no such sample."))

    # ---- words

    def _cell_words(self) -> tuple[str, ...]:
        if self._is_of_values():
            return self.tr("As far off"), self.tr("Farther off here"), self.tr("Closer here"), ""
        return self.tr("Both right"), self.tr("Right only there"), self.tr("Right only here"), self.tr("Both wrong")

    def _is_of_values(self) -> bool:
        answers = self._session.judging.evaluating.answers
        return answers is not None and not answers.classes

    def retranslate(self) -> None:
        """Set every text in the language of the moment."""
        self._caption.setText(self.tr("Compared with"))
        self._known = ()
        self._name_rivals()
        self.rival.setAccessibleName(self.tr("Compared with"))
        self.rival.explain(
            self.tr("Whose answers to the same samples stand beside these: a run that was pinned first.")
        )
        describe(self.figures, self.tr("How good both are"))
        describe(self.chance, self.tr("Whether it is chance"), self._about_chance())
        self._show()

    def _about_chance(self) -> str:
        return self.tr(
            "The sign test (McNemar's, for classes): if both were equally good, each sample on which they differ would "
            "be a coin's toss. It tells how often tosses come out so uneven, or more so. It knows these samples and "
            "these weights; another seed is another question, which Runs answers."
        )

    def _name_cells(self) -> None:
        is_of_values = self._is_of_values()
        words = self.tr("right here"), self.tr("wrong here"), self.tr("right there"), self.tr("wrong there")
        for head, text in zip(self._heads, words, strict=True):
            head.setText(text)
            head.setVisible(not is_of_values)
        about = (
            self.tr("Samples that both tell right."),
            self.tr("Samples that this network tells wrong, and the other one right."),
            self.tr("Samples that this network tells right, and the other one wrong."),
            self.tr("Samples that both tell wrong."),
        )
        for place, (name, text) in enumerate(zip(self._cell_words(), about, strict=True)):
            button = self._cells.button(place)
            describe(button, name, self.tr("Their errors are smaller, larger or the same.") if is_of_values else text)
            button.setVisible(bool(name))

    def _name_rivals(self) -> None:
        names = self._rivalling.names()
        titles = tuple(self._title(name) for name in names)
        known = names, titles, self._rivalling.name, self._is_of_values()
        if known == self._known:
            return
        self._known = known
        self._name_cells()
        self.rival.set_choices([Choice(*each) for each in zip(names, titles, strict=True)])
        self.rival.show_value(self._rivalling.name)

    def _title(self, name: str) -> str:
        if is_run(name):
            networks = self._session.looking.run_networks
            run = networks.run(name)
            pinned = run is not None and run.label.is_pinned
            title = networks.title(name)
            return self.tr("{run} (pinned)").format(run=title) if pinned else title
        return self.tr("Your network") if name == "mine" else self.tr("The shipped network")
