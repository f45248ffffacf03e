"""A learner's class made for a task, by the names that the book gives the arguments."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from nn.messages import Message

_NAMES = {
    "inputs": ("input_size", "in_size", "n_in", "in_features", "input_dim", "n_input", "in_dim", "d_in", "inputs", "i"),
    "hidden": ("hidden_size", "hid_size", "n_hidden", "hidden_dim", "hidden", "hidden_units", "h"),
    "outputs": (
        *("output_size", "out_size", "n_out", "out_features", "output_dim", "n_output", "out_dim", "outputs"),
        *("classes", "n_classes", "num_classes", "o"),
    ),
    "hidden_list": ("hidden_size_list", "hidden_sizes", "hidden_list", "hiddens"),
    "lr": ("lr", "learning_rate", "eta", "alpha"),
}
_MEANS = {name: meaning for meaning, names in _NAMES.items() for name in names}
_BY_PLACE = ("inputs", "hidden", "outputs")


class NotMadeError(Exception):
    """What to give for an argument is not known.

    Attributes
    ----------
    message : Message
    """

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def network_arguments(cls: type, inputs: int, hidden: int, outputs: int) -> dict[str, Any]:
    """Return what to make a network with; three arguments of unknown names are taken as the book's by their places.

    Raises
    ------
    NotMadeError
        If the class needs something else.
    """
    given = {"inputs": inputs, "hidden": hidden, "outputs": outputs, "hidden_list": [hidden]}
    parameters = _parameters(cls)
    if takes_images(cls):
        return {each.name: outputs for each in parameters if _MEANS.get(each.name.lower()) == "outputs"}
    needed = [each.name for each in parameters if each.default is each.empty]
    if len(needed) == len(_BY_PLACE) and not any(name.lower() in _MEANS for name in needed):
        return dict(zip(needed, (given[each] for each in _BY_PLACE), strict=True))
    return _by_name(cls, given)


def optimizer_arguments(cls: type, lr: float) -> dict[str, Any]:
    """Return what to make an optimizer with: the rate; all else as its author has it.

    Raises
    ------
    NotMadeError
        If the class needs something else.
    """
    return _by_name(cls, {"lr": lr})


def takes_images(cls: type) -> bool:
    """Return whether a network is made for pictures of rows and columns, as the book's SimpleConvNet."""
    return any(
        each.name.lower() in _NAMES["inputs"] and isinstance(each.default, tuple) and len(each.default) == 3
        for each in _parameters(cls)
    )


def _by_name(cls: type, given: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for each in _parameters(cls):
        meaning = _MEANS.get(each.name.lower(), "")
        if meaning in given:
            found[each.name] = given[meaning]
        elif each.default is each.empty:
            raise NotMadeError(
                Message(
                    "{name} needs {argument}, and it is not known what to give; write a default value for it",
                    name=cls.__name__,
                    argument=each.name,
                )
            )
    return found


def _parameters(cls: type) -> list[inspect.Parameter]:
    if cls.__init__ is object.__init__:  # type: ignore[misc]
        return []
    parameters = list(inspect.signature(cls.__init__).parameters.values())[1:]  # type: ignore[misc]
    return [each for each in parameters if each.kind not in (each.VAR_KEYWORD, each.VAR_POSITIONAL)]
