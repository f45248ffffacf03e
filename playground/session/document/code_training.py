"""A training of a person's own code as a document keeps it: numbers and text, and nothing that runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.arrays import frozen
from nn.messages import Message, printable
from playground.session.document.code import LONGEST_CODE, Code, code_in
from playground.session.own_code.training.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_LOSSES = 2**20
"""Iterations of a training that are kept; after them it is done."""
MOST_PARAMETERS = 2**21
"""Numbers of a network that are kept: more of them is not believed to be a learner's."""
MOST_ARRAYS = 1000
MOST_ACCURACIES = 10_000
_MOST_NAMES = 20
_MOST_DIMENSIONS = 8
_LARGEST = 10**9
_FIELD = "code_training"
_PARAMETER = "own_training.params."
_LOSSES, _ACCURACIES = "own_training.losses", "own_training.accuracies"
_SOURCE = "own_training.source"
_BYTES_OF_A_LETTER = 4


@dataclass(frozen=True, eq=False)
class CodeTraining:
    """What is kept of the training of a person's own network.

    Attributes
    ----------
    code : Code
        What was trained.
    settings : Settings
    iteration : int
        Updates that the parameters have seen.
    last : int
        The iteration at which it is done.
    parameters : Mapping of str to ndarray
        Read-only.
    losses : ndarray of float32, shape (iteration,)
        Read-only; may hold what is not finite.
    accuracies : tuple of (int, float)
        Iterations, and the share of the test data that was read rightly after them.
    count : int
        Numbers that the network learns, as its process said.
    remembered : tuple of str
        What the optimizer kept of the updates, and is lost.
    answers_otherwise : bool
        Whether the network kept something beside its parameters, which is lost.
    """

    code: Code
    settings: Settings
    iteration: int
    last: int
    parameters: Mapping[str, NDArray[Any]]
    losses: NDArray[np.float32]
    accuracies: tuple[tuple[int, float], ...] = ()
    count: int = 0
    remembered: tuple[str, ...] = ()
    answers_otherwise: bool = False

    def __post_init__(self) -> None:
        parameters = {name: frozen(np.asarray(array)) for name, array in self.parameters.items()}
        object.__setattr__(self, "parameters", MappingProxyType(parameters))


def training_json(training: CodeTraining | None) -> dict[str, Any] | None:
    """Return everything of a training but its arrays."""
    if training is None:
        return None
    return {
        "code": {"name": training.code.name, "sha256": training.code.sha256},
        "settings": asdict(training.settings),
        "iteration": training.iteration,
        "last": training.last,
        "count": training.count,
        "remembered": list(training.remembered),
        "answers_otherwise": training.answers_otherwise,
    }


def training_arrays(training: CodeTraining | None) -> dict[str, NDArray[Any]]:
    """Return its arrays by the names that they have in a file."""
    if training is None:
        return {}
    return {
        **{f"{_PARAMETER}{name}": array for name, array in training.parameters.items()},
        _SOURCE: np.frombuffer(training.code.text.encode("utf-8", "surrogatepass"), np.uint8),
        _LOSSES: training.losses,
        _ACCURACIES: np.array(training.accuracies, np.float64).reshape(-1, 2),
    }


def training_in(data: Any, arrays: Mapping[str, NDArray[Any]]) -> CodeTraining | None:
    """Return the training that a document holds; its code is a foreign one.

    Raises
    ------
    TypeError, ValueError
        If it holds none that can be; the message names the field.
    """
    if data is None:
        return None
    if not isinstance(data, dict):
        raise TypeError(
            Message(
                "{name} is {value!r}; expected {kind}", name=_FIELD, value=str(data)[:80], kind=Message("an object")
            )
        )
    iteration, last = (_count(data, name, MOST_LOSSES) for name in ("iteration", "last"))
    names = data.get("remembered")
    if not isinstance(names, list) or len(names) > _MOST_NAMES or not all(isinstance(name, str) for name in names):
        raise TypeError(_not(data, "remembered", Message("a list of at most {most:,} texts", most=_MOST_NAMES)))
    return CodeTraining(
        _code(data.get("code"), arrays),
        _settings(data.get("settings")),
        iteration,
        last,
        _parameters(arrays),
        _losses(arrays, iteration),
        _accuracies(arrays, iteration),
        _count(data, "count", MOST_PARAMETERS),
        tuple(printable(name) for name in names),
        data.get("answers_otherwise") is True,
    )


def _code(data: Any, arrays: Mapping[str, NDArray[Any]]) -> Code:
    """Return the source, which is an array: the header has room for one source only, and that is the document's."""
    source = arrays.get(_SOURCE)
    if not isinstance(data, dict) or source is None or source.dtype != np.uint8 or source.ndim != 1:
        raise TypeError(Message("{name} is missing", name=f"{_FIELD}.code"))
    if len(source) > _BYTES_OF_A_LETTER * LONGEST_CODE:
        raise ValueError(
            Message("{name} is longer than {most:,} bytes", name=_SOURCE, most=_BYTES_OF_A_LETTER * LONGEST_CODE)
        )
    code = code_in({**data, "text": source.tobytes().decode("utf-8", "surrogatepass")})
    assert code is not None
    return code


def _settings(data: Any) -> Settings:
    known = {field.name: field.default for field in fields(Settings)}
    if not isinstance(data, dict) or data.keys() != known.keys():
        raise TypeError(_not({"settings": data}, "settings", Message("an object with {known}", known=", ".join(known))))
    for name, value in data.items():
        kind: Any = (int, float) if name == "lr" else type(known[name])
        is_number = not isinstance(value, str)
        if not isinstance(value, kind) or isinstance(value, bool) != isinstance(known[name], bool):
            raise TypeError(_not(data, name, Message("a text") if known[name] == "" else Message("a number")))
        if is_number and not (isfinite(value) and 0 <= value <= _LARGEST):
            raise ValueError(_not(data, name, Message("a number from 0 to {most:,}", most=_LARGEST)))
    shown: dict[str, Any] = {
        name: printable(value) if isinstance(value, str) else value for name, value in data.items()
    }
    settings = Settings(**shown)
    if min(settings.hidden, settings.batch_size, settings.epochs) < 1:
        raise ValueError(_not({"settings": data}, "settings", Message("numbers of at least 1")))
    return settings


def _parameters(arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    found = {name[len(_PARAMETER) :]: array for name, array in arrays.items() if name.startswith(_PARAMETER)}
    if not found or len(found) > MOST_ARRAYS or sum(array.size for array in found.values()) > MOST_PARAMETERS:
        raise ValueError(
            Message(
                "{name} must be 1 to {most:,} arrays of {numbers:,} numbers together at most",
                name=f"{_PARAMETER}…",
                most=MOST_ARRAYS,
                numbers=MOST_PARAMETERS,
            )
        )
    for name, array in found.items():
        if array.dtype.kind not in "fiub" or array.ndim > _MOST_DIMENSIONS:
            raise ValueError(Message("{name} holds no numbers", name=f"{_PARAMETER}{name}"))
    return {printable(name): array for name, array in found.items()}


def _losses(arrays: Mapping[str, NDArray[Any]], iteration: int) -> NDArray[np.float32]:
    losses = arrays.get(_LOSSES)
    if losses is None or losses.dtype != np.float32 or losses.shape != (iteration,):
        raise ValueError(Message("{name} is no row of {count:,} numbers of float32", name=_LOSSES, count=iteration))
    return frozen(losses)


def _accuracies(arrays: Mapping[str, NDArray[Any]], iteration: int) -> tuple[tuple[int, float], ...]:
    rows = arrays.get(_ACCURACIES)
    if rows is None or rows.dtype != np.float64 or rows.ndim != 2 or rows.shape[1] != 2 or len(rows) > MOST_ACCURACIES:
        raise ValueError(Message("{name} is no table of at most {most:,} rows", name=_ACCURACIES, most=MOST_ACCURACIES))
    when, shares = rows[:, 0], rows[:, 1]
    are_whole = np.all((when >= 0) & (when <= iteration) & (when == np.floor(when)))
    if not are_whole or not np.all(np.diff(when) > 0) or not np.all((shares >= 0) & (shares <= 1)):
        raise ValueError(Message("{name} must be iterations in order, with shares from 0 to 1", name=_ACCURACIES))
    return tuple((int(at), share) for at, share in rows.tolist())


def _count(data: Mapping[str, Any], name: str, most: int) -> int:
    value = data.get(name)
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError(_not(data, name, Message("a whole number from 0 to {most:,}", most=most)))
    return value


def _not(data: Mapping[str, Any], name: str, expected: Message) -> Message:
    return Message(
        "{name} is {value!r}; expected {kind}", name=f"{_FIELD}.{name}", value=str(data.get(name))[:80], kind=expected
    )
