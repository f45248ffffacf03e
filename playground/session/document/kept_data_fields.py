"""The fields of a document's JSON about its data: written, and read as something a stranger wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.datasets.columns import Feature, Target
from nn.messages import Message
from playground.session.document.kept_data import tests_with_all

if TYPE_CHECKING:
    from playground.session.document.state import DatasetChoice

MOST_FEATURES = 10_000
"""Features, and categories of all together, that a document may bring along."""
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
            "features": [_feature_json(feature) for feature in kept.features],
            "target": [kept.target.name, kept.target.zero, kept.target.unit],
        }
    )
    own = choice.train is not None
    return {"name": choice.name, "options": dict(choice.options), "has_own_points": own, "kept": about}


def _feature_json(feature: Feature) -> list[Any]:
    return [feature.name, feature.zero, feature.unit, list(feature.categories)]


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
    features, target
        As in `nn.datasets.Dataset`; no features, and None, in documents of before they were kept.
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
        self.features = _features(data.get("features", []))
        self.target = None if data.get("target") is None else Target(*_scaled("target", data["target"], 3))


def _features(items: Any) -> tuple[Feature, ...]:
    if not isinstance(items, list) or len(items) > MOST_FEATURES:
        raise TypeError(Message("dataset.kept.features must be a list of at most {most:,}", most=MOST_FEATURES))
    features = tuple(_feature(item) for item in items)
    if sum(feature.width for feature in features) > MOST_FEATURES:
        raise ValueError(Message("dataset.kept.features must be {most:,} inputs at most", most=MOST_FEATURES))
    return features


def _feature(item: Any) -> Feature:
    name, zero, unit, categories = _scaled("features", item, 4)
    if not isinstance(categories, list) or not all(type(category) is str for category in categories):
        raise TypeError(Message("dataset.kept.features holds categories that are no list of names"))
    return Feature(name, zero, unit, tuple(categories))


def _scaled(name: str, item: Any, length: int) -> list[Any]:
    """Return a list that begins with a name, a zero and a unit."""
    is_list = isinstance(item, list) and len(item) == length and [*map(type, item[:3])] == [str, float, float]
    if not is_list or not np.isfinite(item[1]) or not 0 < item[2] < np.inf:
        raise ValueError(
            Message(
                "dataset.kept.{name} holds {value!r}; expected a name, a number and a number above 0",
                name=name,
                value=str(item)[:80],
            )
        )
    return item


def _is_checksum(text: str) -> bool:
    return len(text) == 64 and set(text) <= set("0123456789abcdef")
