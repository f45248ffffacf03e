"""ONNX: the network as other runtimes read it. Needs the package ``onnx``, the extra of that name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from nn.exports.base import Run, Unfit, export
from nn.exports.own_source import check_rows
from nn.exports.own_steps import ONNX
from nn.files.atomic_file import replace_file
from nn.imports.file_bytes import Watch, unwatched
from nn.layers import Convolution, Pooling
from nn.layers.base import Layer
from nn.messages import Message
from nn.network.naming import value_names
from nn.network.spec import LayerSpec, NetworkSpec
from nn.recorded import Program
from nn.recorded.program import CONSTANT, INPUT, PARAMETER
from nn.windows import Window

_OPSET = 20  # the first with Gelu; onnxruntime reads it from 1.17 on
_IR = 9

# Activations that are one ONNX operator, with its attributes.
_OPERATORS: dict[str, tuple[str, Callable[[LayerSpec], dict[str, Any]]]] = {
    "Identity": ("Identity", lambda layer: {}),
    "Flatten": ("Flatten", lambda layer: {"axis": 1}),
    "Relu": ("Relu", lambda layer: {}),
    "Sigmoid": ("Sigmoid", lambda layer: {}),
    "Tanh": ("Tanh", lambda layer: {}),
    "LeakyRelu": ("LeakyRelu", lambda layer: {"alpha": layer.options["slope"]}),
    "Elu": ("Elu", lambda layer: {"alpha": layer.options["alpha"]}),
    "Softplus": ("Softplus", lambda layer: {}),
    "Gelu": ("Gelu", lambda layer: {"approximate": "tanh"}),
    "Softmax": ("Softmax", lambda layer: {"axis": -1}),
}
# Activations that are several: what adds them to a drawing, between the names of two values.
_COMPOSED: dict[str, Callable[[_Drawing, str, str], None]] = {
    "Swish": lambda drawing, x, y: drawing.add_swish(x, y),
    "Step": lambda drawing, x, y: drawing.add_step(x, y),
}
_REDUCED = {"sum": "ReduceSum", "mean": "ReduceMean", "largest": "ReduceMax"}
_WITH_PARAMS = ("Affine", "BatchNormalization", "Convolution")

_MODAL = ("Dropout",)
_OF_PICTURES = ("Pooling", "GlobalAveragePooling")
_SAYS = {"SoftmaxWithLoss": "Softmax", "SigmoidWithLoss": "Sigmoid", "IdentityWithLoss": "Identity"}


@export("onnx", ".onnx", "The network for ONNX runtimes: input x, outputs scores and y (the probabilities).")
def write_onnx(path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the network as float32, in which ONNX runtimes compute; see `nn.exports.Export.write`.

    Raises
    ------
    Unfit
        If the package ``onnx`` is missing or a layer or the loss has no ONNX form.
    """
    _check(run.network.spec)
    try:
        import onnx
    except ImportError:
        raise Unfit(Message("ONNX files need the package onnx: pip install nn-playground[onnx]")) from None
    replace_file(path, [_Drawing(onnx, run).model().SerializeToString()])
    return (path,)


def _check(spec: NetworkSpec) -> None:
    """Refuse what has no ONNX form, before anybody is asked to install something."""
    check_rows(spec)
    if spec.loss not in _SAYS:
        raise Unfit(Message("The loss {loss} has no ONNX form yet; export the weights as .npz.", loss=spec.loss))
    for layer in spec.layers:
        tables = (_OPERATORS, _COMPOSED, _WITH_PARAMS, _MODAL, _OF_PICTURES)
        if layer.own is None and not any(layer.kind in known for known in tables):
            raise Unfit(Message("The layer {kind} has no ONNX form yet; export the weights as .npz.", kind=layer.kind))


class _Drawing:
    """Puts a network together from ONNX operators."""

    def __init__(self, onnx: Any, run: Run) -> None:
        self._onnx, self._run = onnx, run
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def model(self) -> Any:
        spec, make = self._run.network.spec, self._onnx.helper
        shape, value = spec.input_shape, "x"
        names = (*value_names(spec)[1:-1], "scores")
        layers = zip(spec.layers, self._run.network.layers.values(), spec.plans, names, strict=True)
        for described, layer, plan, name in layers:
            self._add_layer(described, layer, value, name, shape)
            value, shape = name, plan.output
        if not spec.layers:
            self._node("Identity", ["x"], "scores")
        says = _SAYS[spec.loss]
        self._node(says, ["scores"], "y", **({"axis": -1} if says == "Softmax" else {}))
        float_type = self._onnx.TensorProto.FLOAT
        inputs = [make.make_tensor_value_info("x", float_type, ["N", *spec.input_shape])]
        outputs = [make.make_tensor_value_info(name, float_type, ["N", spec.outputs]) for name in ("scores", "y")]
        graph = make.make_graph(self._nodes, "network", inputs, outputs, self._constants)
        opset = [make.make_opsetid("", _OPSET)]
        model = make.make_model(graph, opset_imports=opset, ir_version=_IR, producer_name="nn-playground")
        self._onnx.checker.check_model(model)
        return model

    def _add_layer(self, described: LayerSpec, layer: Layer, x: str, y: str, shape: tuple[int, ...]) -> None:
        kind = described.kind
        if kind == "Affine":
            self._add_affine(layer, x, y, shape)
        elif kind == "BatchNormalization":
            self._add_normalization(layer, described.options["epsilon"], x, y, shape)
        elif kind == "Dropout":
            self._add_dropout(described, x, y)
        elif described.own is not None:
            self._add_steps(described.own, layer, x, y, shape)
        elif kind == "Convolution":
            window = Convolution.window_for(shape, **described.options)
            inputs = [x, self._param(layer, "W"), self._param(layer, "b")]
            self._node("Conv", inputs, y, **_attributes(window))
        elif kind == "Pooling":
            window = Pooling.window_for(shape, **described.options)
            is_max = described.options["method"] == "max"
            counted = {} if is_max else {"count_include_pad": 1}
            self._node("MaxPool" if is_max else "AveragePool", [x], y, **_attributes(window), **counted)
        elif kind == "GlobalAveragePooling":
            self._node("GlobalAveragePool", [x], f"{y}_pictures")
            self._node("Flatten", [f"{y}_pictures"], y, axis=1)
        elif kind in _COMPOSED:
            _COMPOSED[kind](self, x, y)
        else:
            operator, attributes = _OPERATORS[kind]
            self._node(operator, [x], y, **attributes(described))

    def _add_steps(self, program: Program, layer: Layer, x: str, y: str, shape: tuple[int, ...]) -> None:
        """Add the recorded steps of a person's layer."""
        if program.kind == "OwnAffine" and len(shape) > 1:
            self._node("Flatten", [x], f"{y}_rows", axis=1)
            x = f"{y}_rows"
        names: list[str] = []
        for place, step in enumerate(program.steps):
            name = y if place == len(program.steps) - 1 else f"{y}_{place}"
            inputs = [names[each] for each in step.inputs]
            if step.name == INPUT:
                name = x
            elif step.name == PARAMETER:
                name = self._param(layer, str(step.value))
            elif step.name in _REDUCED:
                axes = self._constant(f"{name}_axis", np.array([-1], np.int64))
                self._node(_REDUCED[step.name], [*inputs, axes], name)
            elif step.name == CONSTANT:
                self._constant(name, np.float32(step.value))
            elif step.name == "masked":
                self._node("Where", [inputs[1], self._constant(f"{name}_0", np.float32(0)), inputs[0]], name)
            elif step.name == "as number":
                self._node("Cast", inputs, name, to=self._onnx.TensorProto.FLOAT)
            else:
                self._node(ONNX[step.name], inputs, name)
            names.append(name)
        if names[-1] == x:
            self._node("Identity", [x], y)

    def add_swish(self, x: str, y: str) -> None:
        self._node("Sigmoid", [x], f"{y}_s")
        self._node("Mul", [x, f"{y}_s"], y)

    def add_step(self, x: str, y: str) -> None:
        self._node("Greater", [x, self._constant(f"{y}_0", np.float32(0))], f"{y}_above")
        self._node("Cast", [f"{y}_above"], y, to=self._onnx.TensorProto.FLOAT)

    def _add_affine(self, layer: Layer, x: str, y: str, shape: tuple[int, ...]) -> None:
        if len(shape) > 1:
            self._node("Flatten", [x], f"{y}_rows", axis=1)
            x = f"{y}_rows"
        self._node("Gemm", [x, self._param(layer, "W"), self._param(layer, "b")], y)

    def _add_normalization(self, layer: Layer, epsilon: Any, x: str, y: str, shape: tuple[int, ...]) -> None:
        constants = [self._param(layer, key) for key in ("gamma", "beta")]
        constants += [
            self._constant(f"{layer.name}_{key}", layer.state[key]) for key in ("running_mean", "running_var")
        ]
        rows, out = x, y
        is_flattened = len(shape) == 2  # of pictures each channel is normalized, as ONNX does
        if is_flattened:
            rows, out = f"{y}_rows", f"{y}_normalized"
            self._node("Flatten", [x], rows, axis=1)
        self._node("BatchNormalization", [rows, *constants], out, epsilon=epsilon)
        if is_flattened:
            self._node("Reshape", [out, self._constant(f"{y}_shape", np.array([-1, *shape], np.int64))], y)

    def _add_dropout(self, described: LayerSpec, x: str, y: str) -> None:
        """Prediction drops nothing; the book's shrinks everything."""
        if described.options["inverted"]:
            self._node("Identity", [x], y)
        else:
            share = self._constant(f"{y}_kept", np.array(1 - float(described.options["ratio"]), np.float32))
            self._node("Mul", [x, share], y)

    def _node(self, operator: str, inputs: list[str], output: str, **attributes: Any) -> None:
        self._nodes.append(self._onnx.helper.make_node(operator, inputs, [output], name=output, **attributes))

    def _param(self, layer: Layer, key: str) -> str:
        """Add a parameter under the book's name and return the name."""
        params = self._run.network.params
        name = next(name for name, array in params.items() if array is layer.params[key])
        return self._constant(name, params[name])

    def _constant(self, name: str, array: Any) -> str:
        array = np.asarray(array)
        kept = array if array.dtype == np.int64 else array.astype(np.float32)
        self._constants.append(self._onnx.numpy_helper.from_array(kept, name))
        return name


def _attributes(window: Window) -> dict[str, Any]:
    """Return how ONNX says a window: padding above, left, below, right."""
    return {"kernel_shape": list(window.size), "strides": list(window.stride), "pads": [*window.pad, *window.pad]}
