"""The fields of the dialog that imports data: how a file is read, and how its samples are divided and scaled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot

from nn.datasets import DATASETS
from nn.options import Option
from playground.widgets.options_form import OptionLike, OptionsForm, OptionText
from playground.widgets.quiet_fields import Choice
from playground.words import option_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from nn.imports.samples import Samples, Table

_PREPARING = ("standardise", "test_share", "seed")
TABLE = ("encoding", "separator", "decimal", "header", "target", "task", "missing", *_PREPARING)
ARRAYS = ("task", *_PREPARING)
PICTURES = ("side", "test_share", "seed")
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
        self.chosen: dict[str, Any] = {name: _OPTIONS[name].default for name in names}
        self.option_edited.connect(self._on_option_edited)
        self._build({})

    def show_samples(self, samples: Samples) -> None:
        """Show what was guessed."""
        self._is_bytes = samples.x.dtype.kind == "u"
        self.show_table(samples.table, samples.settled)

    def show_table(self, table: Table, settled: Mapping[str, Any]) -> None:
        """Show what was guessed of a table, even if it could not be read by it."""
        names = table.names or tuple(str(number) for number in range(1, len(table.rows[0]) + 1))
        columns = {str(number): name for number, name in enumerate(names[:_MOST_COLUMNS], 1)}
        self._build(columns if "target" in settled else {}, settled)

    def _build(self, columns: dict[str, str], settled: Any = None) -> None:
        settled = dict(settled or {})
        self._columns = columns
        left_out = {"target" if not columns else "", "standardise" if self._is_bytes else ""}
        self.set_options([self._option(name) for name in self._names if name not in left_out])
        self.show_values({**self.chosen, **settled})

    def _option(self, name: str) -> Option:
        return _OPTIONS[name] if name != "target" else Option(name, "1", choices=tuple(self._columns))

    def _text(self, option: OptionLike) -> OptionText:
        word = option_word("file", option.name, option.help)
        choices = tuple(Choice(name, self._choice_word(option.name, name)) for name in option.choices)
        return OptionText(*word, choices)

    def _choice_word(self, option: str, name: str) -> str:
        if option == "target":
            return self._columns[name]
        return QCoreApplication.translate("ImportOptions", _CHOICES[name]) if name in _CHOICES else name

    @Slot(str, object)
    def _on_option_edited(self, name: str, value: Any) -> None:
        self.chosen[name] = value
        self.changed.emit()


_CHOICES = {
    "auto": QT_TRANSLATE_NOOP("ImportOptions", "Find out"),
    "comma": QT_TRANSLATE_NOOP("ImportOptions", "Comma ,"),
    "semicolon": QT_TRANSLATE_NOOP("ImportOptions", "Semicolon ;"),
    "tab": QT_TRANSLATE_NOOP("ImportOptions", "Tab"),
    "bar": QT_TRANSLATE_NOOP("ImportOptions", "Bar |"),
    "space": QT_TRANSLATE_NOOP("ImportOptions", "Space"),
    "point": QT_TRANSLATE_NOOP("ImportOptions", "Point ."),
    "yes": QT_TRANSLATE_NOOP("ImportOptions", "Yes"),
    "no": QT_TRANSLATE_NOOP("ImportOptions", "No"),
    "classes": QT_TRANSLATE_NOOP("ImportOptions", "Classes"),
    "values": QT_TRANSLATE_NOOP("ImportOptions", "Values"),
    "refuse": QT_TRANSLATE_NOOP("ImportOptions", "Refuse the file"),
    "leave out": QT_TRANSLATE_NOOP("ImportOptions", "Leave the row out"),
    "mean": QT_TRANSLATE_NOOP("ImportOptions", "Take the mean"),
}
