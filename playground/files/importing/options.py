"""The fields of the dialog that imports data: how a file is read, and how its samples are divided and scaled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot

from nn.choices.options import Option
from nn.datasets import DATASETS
from nn.imports.preparing import AS_THEY_ARE
from nn.imports.samples import ReadingOptions
from playground.files.importing.contents import READING, STANDARDISE_TARGET
from playground.files.importing.words import choice_word
from playground.widgets.fields.options_form import OptionLike, OptionsForm, OptionText
from playground.widgets.fields.quiet_fields import Choice, ChoiceBox
from playground.words import option_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from nn.imports.samples import Table
    from playground.files.importing.contents import Contents

_PREPARING = ("standardise", STANDARDISE_TARGET, "test_share", "seed")
TABLE = ("encoding", "separator", "decimal", "header", "target", "task", "missing", "leave_out", *_PREPARING)
ARRAYS = ("pictures", "task", *_PREPARING)
PICTURES = ("side", "colour", "ink", "crop", "test_share", "seed")
_MOST_COLUMNS = 200
_OPTIONS = {option.name: option for option in DATASETS["file"].options}


class ImportOptions(OptionsForm):
    """Shows the choices as they were settled, and tells when a person makes another; keeps those a person made."""

    changed = Signal()

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(self._text, parent)
        self._names = names
        self._columns: dict[str, str] = {}
        self._is_bytes = False  # bytes are divided by 255, whatever is chosen
        self.chosen: dict[str, Any] = {name: _at_first(name) for name in names if name != STANDARDISE_TARGET}
        self.option_edited.connect(self._on_option_edited)
        self._build({})

    def choose(self, changes: Mapping[str, Any]) -> None:
        """Make some choices as if a person had made them in the fields."""
        self.chosen |= changes
        self.changed.emit()

    def show_contents(self, contents: Contents) -> None:
        """Show what was guessed."""
        samples = contents.samples
        self._is_bytes = samples.x.dtype.kind == "u"
        is_scaled = contents.scale != AS_THEY_ARE
        self.show_table(samples.table, {**samples.settled, STANDARDISE_TARGET: is_scaled})

    def show_table(self, table: Table, settled: Mapping[str, Any]) -> None:
        """Show what was guessed of a table, even if it could not be read by it."""
        names = table.names or tuple(str(number) for number in range(1, len(table.rows[0]) + 1))
        columns = {str(number): name for number, name in enumerate(names[:_MOST_COLUMNS], 1)}
        self._build(columns if "target" in settled else {}, settled)

    def _build(self, columns: dict[str, str], settled: Any = None) -> None:
        settled = dict(settled or {})
        self._columns = columns
        left_out = {"leave_out", "target" if not columns else "", "standardise" if self._is_bytes else ""}
        if "pictures" not in settled:
            left_out.add("pictures")
        if settled.get("colour") == "yes":  # in colour a picture is taken as it is
            left_out |= {"ink", "crop"}
        if settled.get("task") != "values":
            left_out.add(STANDARDISE_TARGET)
        self.set_options([self._option(name) for name in self._names if name not in left_out])
        self._make_room()
        self.show_values({**self.chosen, **settled})

    def _make_room(self) -> None:
        """Give each list of choices the room of its longest words; only names of columns may be of any length."""
        for box in self.findChildren(ChoiceBox):
            if box.objectName() != "target":
                box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)

    def _option(self, name: str) -> Option:
        if name == STANDARDISE_TARGET:
            return Option(name, False)
        return _OPTIONS[name] if name != "target" else Option(name, "1", choices=tuple(self._columns))

    def _text(self, option: OptionLike) -> OptionText:
        if option.name == STANDARDISE_TARGET:
            return OptionText(
                self.tr("Standardise target"),
                self.tr(
                    "Let the network learn how many standard deviations a target is away from the mean: numbers such "
                    "as 100,000 are hardly learned. Its answers and the loss are in this unit then."
                ),
            )
        word = option_word("file", option.name, option.help)
        choices = tuple(Choice(name, self._choice_word(option.name, name)) for name in option.choices)
        return OptionText(*word, choices)

    def _choice_word(self, option: str, name: str) -> str:
        if option == "target":
            return self._columns[name]
        return choice_word(name)

    @Slot(str, object)
    def _on_option_edited(self, name: str, value: Any) -> None:
        self.choose({name: value})


def _at_first(name: str) -> Any:
    """Return the choice before there is one: for how a file is read, to find out."""
    return getattr(ReadingOptions(), name) if name in READING else _OPTIONS[name].default
