"""One folder in here is one dock of the window: its `panel` module has the panel, the others what only it needs."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    from playground.panels.base import Panel


def panel_types() -> list[type[Panel]]:
    """Find the panel of every folder.

    Returns
    -------
    list of type
        Subclasses of `Panel`, sorted by their order, then by name.

    Raises
    ------
    TypeError
        When a module has no panel of its own or more than one.
    """
    import pkgutil  # not before the first paint

    names = (module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    types = [_panel_of(importlib.import_module(f"{__name__}.{name}.panel")) for name in names]
    return sorted(types, key=lambda panel: (panel.order, panel.name))


def _panel_of(module: ModuleType) -> type[Panel]:
    from playground.panels.base import Panel

    found = [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Panel) and thing.__module__ == module.__name__
    ]
    if len(found) != 1:
        raise TypeError(
            f"{module.__name__} has {len(found)} subclasses of Panel, expected exactly one; "
            "put helper widgets into files of their own"
        )
    return found[0]
