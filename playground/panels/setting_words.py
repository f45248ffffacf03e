"""What trials differ in, in words: names of settings and their values."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from nn.messages import printable
from nn.optimizers import OPTIMIZERS
from playground.panels.apart_words import setting_label
from playground.words import option_word, word

_LONGEST = 60  # letters


def setting_text(name: str) -> str:
    """Name a setting of a search."""
    if name == "hidden":
        return QCoreApplication.translate("TrialWords", "Hidden neurons")
    if name == "activation":
        return QCoreApplication.translate("TrialWords", "Activation")
    owner, _, option = name.rpartition(".")
    if owner == "optimizer":  # of any that has it: it is called the same in all
        having = (name for name, kind in OPTIMIZERS.items() if any(each.name == option for each in kind.options))
        return option_word(next(having, owner), option).label
    return f"{word('layer', owner).label}: {setting_label(name)}" if owner else setting_label(name)


def value_text(name: str, value: Any) -> str:
    """Write the value of a setting."""
    if name in ("optimizer", "loss", "initializer"):
        return word(name, str(value)).label
    if name == "activation":
        return word("layer", str(value)).label
    if isinstance(value, float):
        return f"{value:.4g}"
    return printable(str(value), _LONGEST)
