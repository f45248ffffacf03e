"""Spare the start what PySide does at each import for the sake of a feature that this program does not use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def read_no_sources() -> None:
    """Keep PySide from reading the source of each imported module, to see whether the module uses PySide.

    It wants to know whether names like ``set_text`` may be meant by ``from __feature__ import snake_case``. Nobody
    here says that, and 550 sources are a twelfth of the time until the panels are alive. A PySide that is made in
    another way keeps reading.
    """
    try:
        from shibokensupport import feature  # type: ignore[import-not-found]  # it is within PySide6
    except ImportError:
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_pyside


def _uses_pyside(_module: ModuleType) -> bool:
    return True
