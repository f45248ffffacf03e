"""The fields of a document's JSON about its data: written, and read as something a stranger wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message
from playground.session.document.kept_data import tests_with_all

if TYPE_CHECKING:
    from playground.session.document.state import DatasetChoice

MOST_CLASSES = 10_000
"""Names of classes that a document may bring along."""


def data_json(choice: DatasetChoice, apart: str) -> dict[str, Any]:
    """Return what is to be said about the data; `apart` is the checksum of those in a file of their own."""
    kept = choice.kept
    about = (
        None
        if kept is None
        else {
            "classes": list(kept.classes),
            "scale": kept.scale,
            "tests_with_all": tests_with_all(kept),
            "apart": apart,
        }
    )
    own = choice.train is not None
    return {"name": choice.name, "options": dict(choice.options), "has_own_points": own, "kept": about}


class KeptData:
    """The fields about imported data that the document keeps.

    Attributes
    ----------
    classes, scale
        As in `nn.datasets.Dataset`.
    tests_with_all
        Whether the samples to test with are those to learn from.
    apart
        Checksum of the data, if they are in a file of their own; else empty.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        classes, scale, self.tests_with_all, self.apart = (
            data[key] for key in ("classes", "scale", "tests_with_all", "apart")
        )
        if not isinstance(classes, list) or len(classes) > MOST_CLASSES or not all(type(c) is str for c in classes):
            raise TypeError(Message("dataset.kept.classes must be a list of at most {most:,} names", most=MOST_CLASSES))
        if type(scale) is not float or not 0 < scale < np.inf:
            raise ValueError(
                Message("dataset.kept.scale is {scale!r}; expected a number above 0", scale=str(scale)[:80])
            )
        if type(self.tests_with_all) is not bool:
            raise TypeError(
                Message(
                    "dataset.kept.tests_with_all is {value!r}; expected true or false",
                    value=str(self.tests_with_all)[:80],
                )
            )
        if type(self.apart) is not str or (self.apart and not _is_checksum(self.apart)):
            raise ValueError(
                Message(
                    "dataset.kept.apart is {value!r}; expected a SHA-256 in hexadecimal", value=str(self.apart)[:80]
                )
            )
        self.classes, self.scale = tuple(classes), scale


def _is_checksum(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")
