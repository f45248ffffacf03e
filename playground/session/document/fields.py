"""The parts of a document that are no arrays, as JSON and back, each checked like something a stranger wrote."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from nn.breakpoints import Breakpoint
from nn.choices.options import complete
from nn.datasets import DATASETS
from nn.messages import Message, printable
from nn.network import NetworkSpec
from nn.network.spec import MOST_LAYERS
from nn.optimizers import OPTIMIZERS
from nn.training import Divergence, TrainingConfig
from playground.session.document.code import Code, code_in, code_json
from playground.session.document.code_training import CodeTraining, training_in, training_json
from playground.session.document.kept_data_fields import KeptData, data_json
from playground.session.document.override import Override
from playground.session.document.setup import Setup
from playground.session.document.state import LONGEST_WATCH, MOST
from playground.session.editing.adapting import check_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from playground.session.document.state import DocumentState, RunRecord

T = TypeVar("T")
_MOST = {"layers": MOST_LAYERS, "setups": 200, **MOST}
_SHORT = 200  # letters of a name with its options


def state_json(state: DocumentState, apart: str = "") -> dict[str, Any]:
    """Return everything of a state but its arrays; `apart` is the checksum of data in a file of their own."""
    checkpoint = state.checkpoint
    return {
        "network": state.spec.to_json(),
        "training": _training_json(state.config),
        "checkpoint": {
            "iteration": checkpoint.iteration,
            "optimizer": checkpoint.optimizer,
            "since": checkpoint.since,
            "remembers": bool(checkpoint.memory),
        },
        "dataset": data_json(state.dataset, apart),
        "divergences": _divergences_json(state.history),
        "paces": [[number, *pace] for number, record in enumerate(state.history) for pace in record.paces],
        "setups": _setups_json(state.history),
        "breakpoints": [each.to_json() for each in state.breakpoints],
        "watches": list(state.watches),
        "overrides": [[each.iteration, each.name, list(each.index), _number(each.value)] for each in state.overrides],
        "code": code_json(state.code),
        "code_training": training_json(state.code_training),
    }


def _training_json(config: TrainingConfig) -> dict[str, Any]:
    """Return a configuration; some settings go without saying, and programs before them can read it."""
    values = {f.name: _plain(getattr(config, f.name)) for f in fields(config)}
    late = {"threads": TrainingConfig.threads, "clip_norm": 0.0, "left_out": ""}
    return {name: value for name, value in values.items() if name not in late or value != late[name]}


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def _divergences_json(history: tuple[RunRecord, ...]) -> list[list[object]]:
    ends = ((number, record.divergence) for number, record in enumerate(history))
    return [[number, end.iteration, _number(end.loss)] for number, end in ends if end is not None]


def _setups_json(history: tuple[RunRecord, ...]) -> list[list[object]]:
    """Return the latest setups, each but the first another one than that before it."""
    rows: list[list[object]] = []
    last: Setup | None = None
    for number, record in enumerate(history):
        for iteration, setup in record.setups:
            if setup != last:
                rows.append([number, iteration, setup._asdict()])
            last = setup
    return rows[-_MOST["setups"] :]


def _number(value: float) -> float | str:
    """Return a number as JSON can say it, which knows neither infinity nor NaN."""
    return float(value) if math.isfinite(value) else str(float(value))


class Fields:
    """Reads the JSON of a document, field by field.

    Raises
    ------
    TypeError, ValueError
        From every method, if its field is missing or holds what no document can; the message names it.
    """

    def __init__(self, data: Any) -> None:
        if not isinstance(data, dict):
            raise TypeError(Message("a document is a JSON object, got {type}", type=type(data).__name__))
        self._data: dict[str, Any] = data

    def network(self) -> NetworkSpec:
        """Return the network's spec, if it is not too large to be built."""
        data = self._of("network", dict)
        _check_count("layers", data.get("layers"))
        return NetworkSpec.from_json(data)

    def training(self, spec: NetworkSpec) -> TrainingConfig:
        """Return the configuration, if there is room to train the network with it."""
        data = self._of("training", dict)
        if not isinstance(data.get("optimizer_options", {}), dict):
            raise TypeError(
                Message(
                    "training.optimizer_options is {value!r}; give an object", value=str(data["optimizer_options"])[:80]
                )
            )
        known = [field.name for field in fields(TrainingConfig)]
        strange = next((name for name in data if name not in known), None)
        if strange is not None:
            raise ValueError(
                Message("training.{name} is not known; known: {known}", name=strange[:80], known=", ".join(known))
            )
        config = TrainingConfig(**data)
        check_size(spec, config.batch_size)
        return config

    def checkpoint(self) -> tuple[int, str, int, tuple[str, ...]]:
        """Return iteration, optimizer, the iteration it began to remember at, and what it remembers."""
        data = self._of("checkpoint", dict)
        name, remembers = data.get("optimizer"), data.get("remembers")
        iteration, since = (count(f"checkpoint.{key}", data.get(key)) for key in ("iteration", "since"))
        if since > iteration:
            raise ValueError(
                Message(
                    "checkpoint.since is {since}; expected {iteration}, its iteration, or less",
                    since=since,
                    iteration=iteration,
                )
            )
        if not isinstance(name, str) or not isinstance(remembers, bool):
            raise TypeError(
                Message(
                    "checkpoint.optimizer is {name!r} and remembers is {remembers!r}; "
                    "expected a name, and true or false",
                    name=str(name)[:80],
                    remembers=str(remembers)[:80],
                )
            )
        return iteration, name, since, OPTIMIZERS[name].slots if remembers else ()

    def dataset(self) -> tuple[str, dict[str, Any], bool, KeptData | None]:
        """Return name and options of the dataset, whether its points are a person's own, and what is kept of it."""
        data = self._of("dataset", dict)
        name, options, own, kept = (data.get(key) for key in ("name", "options", "has_own_points", "kept"))
        if not isinstance(options, dict) or not isinstance(own, bool):
            raise TypeError(
                Message(
                    "dataset.options is {options!r} and has_own_points is {own!r}; "
                    "expected an object, and true or false",
                    options=str(options)[:80],
                    own=str(own)[:80],
                )
            )
        maker = DATASETS[str(name)[:80]]  # a name that is none raises, too
        checked = complete(Message("dataset {name}", name=name), maker.options, options)
        about = None if kept is None else KeptData(kept)
        return maker.name, {key: checked[key] for key in options}, own, about

    def divergences(self) -> dict[int, Divergence]:
        """Return how runs ended before their time, by the number of their record."""
        rows = [row("divergences", item, 3) for item in self._of("divergences", list)]
        return {
            count("divergences", number): Divergence(count("divergences", iteration), _float("divergences", loss))
            for number, iteration, loss in rows
        }

    def paces(self) -> dict[int, tuple[tuple[int, int], ...]]:
        """Return how long epochs were, by the number of their record; older documents do not tell."""
        found: dict[int, list[tuple[int, int]]] = {}
        for item in self.optional("paces", list, []):
            number, first, length = (count("paces", value) for value in row("paces", item, 3))
            found.setdefault(number, []).append((first, length))
        return {number: tuple(sorted(paces)) for number, paces in found.items()}

    def setups(self) -> dict[int, tuple[tuple[int, Setup], ...]]:
        """Return what was trained with what, by the number of their record; older documents do not tell."""
        found: dict[int, list[tuple[int, Setup]]] = {}
        for item in _check_count("setups", self.optional("setups", list, [])):
            number, first, setup = row("setups", item, 3)
            found.setdefault(count("setups", number), []).append((count("setups", first), _setup(setup)))
        return {number: tuple(setups) for number, setups in found.items()}

    def breakpoints(self) -> tuple[Breakpoint, ...]:
        """Return the breakpoints."""
        return tuple(Breakpoint.from_json(_shown(item)) for item in self._some("breakpoints"))

    def watches(self) -> tuple[str, ...]:
        """Return what is watched: any short texts, because the window shows those it does not understand as unknown."""
        return tuple(printable(text, LONGEST_WATCH) for text in self._texts("watches"))

    def overrides(self) -> tuple[Override, ...]:
        """Return the numbers a person put into a pass."""
        return tuple(_override(item) for item in self._some("overrides"))

    def code(self) -> Code | None:
        """Return the code that a person works on."""
        return code_in(self._data.get("code"))

    def code_training(self, arrays: Mapping[str, NDArray[Any]]) -> CodeTraining | None:
        """Return the training of a person's own code."""
        return training_in(self._data.get("code_training"), arrays)

    def optional(self, name: str, kind: type[T], default: T) -> T:
        """Return a field that need not be there."""
        return self._of(name, kind) if self._data.get(name) is not None else default

    def _of(self, name: str, kind: type[T]) -> T:
        value = self._data.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise TypeError(
                Message(
                    "field {name!r} of a document is {value!r}; expected {kind}",
                    name=name,
                    value=str(value)[:80],
                    kind=kind.__name__,
                )
            )
        return value

    def _some(self, name: str) -> list[Any]:
        return _check_count(name, self._of(name, list))

    def _texts(self, name: str) -> list[str]:
        for item in self._some(name):
            if not isinstance(item, str) or len(item) > LONGEST_WATCH:
                raise TypeError(
                    Message(
                        "{name} holds {value!r}; expected a text of at most {most} letters",
                        name=name,
                        value=str(item)[:80],
                        most=LONGEST_WATCH,
                    )
                )
        return self._some(name)


def _check_count(name: str, items: Any) -> list[Any]:
    if not isinstance(items, list) or len(items) > _MOST[name]:
        raise ValueError(Message("field {name!r} must be a list of at most {most:,}", name=name, most=_MOST[name]))
    return items


def _shown(data: Any) -> Any:
    """Return JSON with its texts as a window may show them."""
    if isinstance(data, list):
        return [_shown(item) for item in data]
    if isinstance(data, dict):
        return {key: _shown(item) for key, item in data.items()}
    return printable(data, LONGEST_WATCH) if isinstance(data, str) else data


def row(name: str, item: Any, length: int) -> list[Any]:
    """Return an item of a field if it is a list of this length."""
    if not isinstance(item, list) or len(item) != length:
        raise TypeError(
            Message(
                "{name} holds {value!r}; expected a list of {length}", name=name, value=str(item)[:80], length=length
            )
        )
    return item


def count(name: str, value: Any) -> int:
    """Return a value of a field if it is a whole number of at least 0."""
    if type(value) is not int or not 0 <= value < 2**53:
        raise ValueError(
            Message("{name} holds {value!r}; expected a whole number of at least 0", name=name, value=str(value)[:80])
        )
    return value


def _float(name: str, value: Any) -> float:
    try:
        if isinstance(value, int | float | str) and not isinstance(value, bool):
            return float(value)
    except (ValueError, OverflowError):
        pass
    raise ValueError(Message("{name} holds {value!r}; expected a number", name=name, value=str(value)[:80]))


def _setup(item: Any) -> Setup:
    """Return a setup whose texts a window may show."""
    if not isinstance(item, dict) or sorted(item) != sorted(Setup._fields):
        raise TypeError(
            Message("setups holds {value!r}; expected {known}", value=str(item)[:80], known=", ".join(Setup._fields))
        )
    return Setup(
        tuple(_name(layer) for layer in _check_count("layers", item["layers"])),
        _name(item["loss"]),
        _name(item["optimizer"]),
        _float("setups", item["lr"]),
        count("setups", item["batch_size"]),
        _float("setups", item["weight_decay"]),
        _name(item["data"]),
    )


def _name(text: object) -> str:
    return printable(str(text)[:_SHORT], _SHORT)


def _override(item: Any) -> Override:
    iteration, name, index, value = row("overrides", item, 4)
    if not isinstance(name, str) or not isinstance(index, list):
        raise TypeError(
            Message("overrides holds {value!r}; expected [iteration, name, [index], value]", value=str(item)[:80])
        )
    place = tuple(count("overrides", i) for i in index)
    return Override(count("overrides", iteration), name, place, _float("overrides", value))
