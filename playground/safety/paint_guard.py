"""Keep an error in a paint routine from ending the program."""

from __future__ import annotations

import functools
import sys
import traceback
from typing import TYPE_CHECKING, ParamSpec

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")


def guarded_paint(paint: Callable[P, None]) -> Callable[P, None]:
    """Report an exception of a ``paintEvent`` or an item's ``paint`` instead of letting it reach Qt.

    Qt calls paint routines from C++ code that cannot carry a Python exception: it would end in a
    segmentation fault. The exception goes to ``sys.excepthook``, where the application shows its report.

    Parameters
    ----------
    paint : callable
        ``paintEvent(self, event)`` of a widget or ``paint(self, painter, option, widget)`` of an item.

    Returns
    -------
    callable
        The same routine, which never raises.
    """

    @functools.wraps(paint)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            paint(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - anything that escapes here is a crash
            sys.excepthook(type(error), error, error.__traceback__)
            # A hook may keep the error: its frames hold the painter that Qt lends to items, and whole windows.
            traceback.clear_frames(error.__traceback__)

    return guarded
