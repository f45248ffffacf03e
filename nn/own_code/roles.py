"""What a class or a function of a learner is: told by its methods and its name, never by its base class."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import FunctionType
from typing import Any


class Role(StrEnum):
    """What something is for, which decides what is asked of it."""

    LAYER = "layer"
    PAIR = "pair"
    """A layer of two inputs, as the book's MulLayer."""
    LOSS = "loss"
    FUNCTION = "function"
    OPTIMIZER = "optimizer"
    NETWORK = "network"
    SCRIPT = "script"
    """A training loop; its name is that of the file."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Target:
    """A class or function to judge.

    Attributes
    ----------
    name : str
    role : Role
    kind : str or None
        Which one of the book's it is by its name: "relu", "affine", "adam"; None for one's own.
    text : str
        Its source, which tells what it means to be able to do (index labels, images).
    line, last_line : int
        Where it stands.
    """

    name: str
    role: Role
    kind: str | None
    text: str
    line: int
    last_line: int

    @property
    def means_index_labels(self) -> bool:
        """Whether the code says that labels may be indices."""
        return bool(re.search(r"\.size\s*==|\b\w*(t|label|labels|target)\w*\.ndim|np\.arange\(", self.text))

    @property
    def means_one_hot(self) -> bool:
        """Whether the code says that labels may be one-hot: it multiplies by them, or looks for their largest."""
        label = rf"(self\.)?({_LABEL})"
        return bool(
            re.search(rf"\.size\s*==|argmax\(\s*{label}\b|\b{label}\.argmax|\b{label}\s*\*|\*\s*{label}\b", self.text)
        )

    @property
    def means_images(self) -> bool:
        """Whether the code says that samples may be more than rows: it gives something a shape, but no parameter."""
        lines = (line for line in self.text.split("\n") if not re.match(_OF_PARAMETERS, line))
        return any(".reshape(" in line or ".ndim" in line for line in lines)

    @property
    def means_matrices(self) -> bool:
        """Whether the code of a numerical gradient goes through more than the first axis of an array."""
        return bool(
            re.search(r"nditer|ndindex|multi_index|\.flat\b|enumerate|ravel|reshape|shape\[1\]|ndim", self.text)
        )

    @property
    def means_batches(self) -> bool:
        """Whether the code of a loss speaks of the number of samples at all."""
        return bool(re.search(r"\.shape|\.ndim|len\(|mean|\.size", self.text))


FUNCTIONS = {
    "sigmoid": ("sigmoid", "logistic"),
    "sigmoid_grad": ("sigmoidgrad", "sigmoidderivative", "dsigmoid"),
    "relu": ("relu",),
    "relu_grad": ("relugrad", "relugradient", "drelu"),
    "tanh": ("tanh",),
    "softmax": ("softmax", "stablesoftmax"),
    "cross_entropy": ("crossentropyerror", "crossentropy", "crossentropyloss", "cee"),
    "squared_error": ("sumsquarederror", "sumsquareserror", "sumofsquarederror", "sse"),
    "mean_squared_error": ("meansquarederror", "mse"),
    "identity": ("identityfunction", "identity"),
    "step": ("stepfunction", "stepfunc", "step"),
    "softmax_loss": ("softmaxloss",),
    "im2col": ("im2col",),
    "col2im": ("col2im",),
    "numerical_diff": ("numericaldiff",),
    "numerical_gradient": ("numericalgradient", "numericalgrad"),
    "gradient_descent": ("gradientdescent",),
    "and": ("and", "andgate"),
    "nand": ("nand", "nandgate"),
    "or": ("or", "orgate"),
    "xor": ("xor", "xorgate"),
}
"""Functions of the book, and what else they are called; without capitals and underscores."""

CLASSES = {
    "convolution": ("convolution", "conv", "conv2d"),
    "pooling": ("pooling", "pool", "maxpool", "maxpooling"),
    "batch_normalization": ("batchnormalization", "batchnorm", "batchnorm1d"),
    "dropout": ("dropout",),
    "softmax_with_loss": ("softmaxwithloss", "softmaxcrossentropy", "softmaxcrossentropyloss", "softmaxloss"),
    "identity_with_loss": ("identitywithloss", "meansquarederror", "mseloss", "sumsquarederror", "squarederrorloss"),
    "sigmoid": ("sigmoid",),
    "relu": ("relu",),
    "tanh": ("tanh",),
    "affine": ("affine", "linear", "fullyconnected", "dense"),
    "mul": ("mul", "multiply", "multiplication"),
    "add": ("add", "addition"),
    "adam": ("adam",),
    "nesterov": ("nesterov",),
    "adagrad": ("adagrad",),
    "rmsprop": ("rmsprop",),
    "momentum": ("momentum",),
    "sgd": ("sgd",),
    "two_layer_net": ("twolayernet", "twolayernetwork"),
}
ROLES = {
    **dict.fromkeys(
        ("convolution", "pooling", "batch_normalization", "dropout", "sigmoid", "relu", "tanh"), Role.LAYER
    ),
    "affine": Role.LAYER,
    **dict.fromkeys(("softmax_with_loss", "identity_with_loss"), Role.LOSS),
    **dict.fromkeys(("mul", "add"), Role.PAIR),
    **dict.fromkeys(("adam", "nesterov", "adagrad", "rmsprop", "momentum", "sgd"), Role.OPTIMIZER),
    "two_layer_net": Role.NETWORK,
}
"""What a class of the book is for, though methods may be missing yet."""
METHODS = {
    Role.LAYER: ("forward", "backward"),
    Role.PAIR: ("forward", "backward"),
    Role.LOSS: ("forward", "backward"),
    Role.OPTIMIZER: ("update",),
    Role.NETWORK: ("predict", "loss"),
}
"""What a class needs for what it is."""
_AROUND = re.compile(r"^(my|own|simple|numpy)|(layer|node|class|optimizer|function|\d+)$")
_LABELS = {"t", "target", "targets", "labels", "label", "teacher", "y_true", "ytrue", "answer", "t_batch"}
_OF_PARAMETERS = r"\s*(self\.)?_?d?(W|w|b|gamma|beta|bias|weights?)\s*="
_LABEL = "|".join(sorted(_LABELS, key=len, reverse=True))


def kind_of(name: str, among: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return which of the book's something is by its name, whatever stands before or behind it."""
    plain = name.lower().replace("_", "")
    for each in (plain, _AROUND.sub("", plain), _AROUND.sub("", _AROUND.sub("", plain))):
        for kind, names in among.items():
            if each in names:
                return kind
    return None


def role_of(thing: object) -> Role:
    """Return what a class or function is for."""
    if isinstance(thing, type):
        return _role_of_class(thing)
    if isinstance(thing, FunctionType) and kind_of(thing.__name__, FUNCTIONS):
        return Role.FUNCTION
    return Role.UNKNOWN


def _role_of_class(cls: type) -> Role:
    def has(*methods: str) -> bool:
        return all(callable(getattr(cls, method, None)) for method in methods)

    if has("loss") and has("predict"):
        return Role.NETWORK
    if has("update") and _is_of_gradients(needed(cls.update)):  # type: ignore[attr-defined]
        return Role.OPTIMIZER
    if not has("forward", "backward"):
        return Role.UNKNOWN
    inputs = needed(cls.forward)[1:]  # type: ignore[attr-defined]
    if len(inputs) == 1:
        return Role.LAYER
    if len(inputs) != 2:
        return Role.UNKNOWN
    return Role.LOSS if "loss" in cls.__name__.lower() or inputs[1].lower() in _LABELS else Role.PAIR


def _is_of_gradients(arguments: list[str]) -> bool:
    """Whether an `update` takes parameters and their gradients: one that takes samples and labels is no optimizer's."""
    return len(arguments) == 3 and arguments[2].lower() not in _LABELS


def needed(function: Any) -> list[str]:
    """List the arguments that a call must give."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):
        return []
    return [
        each.name
        for each in parameters
        if each.default is each.empty and each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)
    ]


def has_argument(function: Any, name: str) -> bool:
    """Return whether a call may give an argument of this name."""
    try:
        return name in inspect.signature(function).parameters
    except (TypeError, ValueError):
        return False


def targets(tree: ast.Module, text: str, namespace: Mapping[str, object]) -> list[Target]:
    """List what a module defines and can be judged, helpers before those who use them."""
    found = [
        target
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and (target := _target(node, text, namespace.get(node.name))) is not None
    ]
    last = {target.name: target for target in found}  # a name defined again means the later one
    order = [Role.FUNCTION, Role.LAYER, Role.PAIR, Role.LOSS, Role.OPTIMIZER, Role.NETWORK, Role.UNKNOWN]
    return sorted(last.values(), key=lambda target: order.index(target.role))


def _target(node: ast.FunctionDef | ast.ClassDef, text: str, thing: object) -> Target | None:
    role = role_of(thing)
    if role == Role.UNKNOWN and not isinstance(thing, type):
        return None  # a helper: it is seen where it is used
    kind = kind_of(node.name, FUNCTIONS if role == Role.FUNCTION else CLASSES)
    if role == Role.UNKNOWN and kind:
        role = ROLES[kind]
    source = "\n".join(text.splitlines()[node.lineno - 1 : node.end_lineno])
    return Target(node.name, role, kind, source, node.lineno, node.end_lineno or node.lineno)
