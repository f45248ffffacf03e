"""A program on `nn` that does a run again, bit for bit."""

from __future__ import annotations

from pathlib import Path

from nn.exports.base import Run, export
from nn.exports.program_files import head, opening, write_program
from nn.exports.program_parts import Aside
from nn.spec import LayerSpec
from nn.training import TrainingConfig

_IMPORTS = """import hashlib
{path}
import numpy as np

from nn.datasets import {data}
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Divergence, Iteration, TrainingConfig, train

"""

_TRAINING = """network = Network(spec, config.seed)
optimizer = config.build_optimizer()
{start}
with np.errstate(all="ignore"):
    for step in train(network, optimizer, data, config, until={iterations}):
        if isinstance(step, Iteration) and step.iteration % {tell_every} == 0:
            print(f"iteration {{step.iteration}}: loss {{step.loss:.6f}}")
        elif isinstance(step, Divergence):
            print(f"the loss is no longer finite at iteration {{step.iteration}}")

{accuracy}same = hashlib.sha256((network.flat_params + 0.0).tobytes()).hexdigest()[:16] == "{digest}"
print("the weights are those of the window, bit for bit" if same else "the weights differ from those of the window")
"""

_ACCURACY = """accuracy = network.accuracy(data.x_test * np.float32(data.scale), data.t_test)
print(f"right on the test data: {accuracy:.4f}")
"""


@export("program", ".py", "A Python program on nn that does the run again, bit for bit.")
def write_nn_program(path: Path, run: Run) -> tuple[Path, ...]:
    """Write the program; see `nn.exports.Export.write`."""
    aside = Aside()
    body = "\n".join([*_data(run, aside), "", *_network(run), "", *_config(run.config), "", ""])
    training = _training(run, aside)
    imports = _IMPORTS.format(
        path="from pathlib import Path\n" if aside.arrays else "", data="Dataset" if run.has_own_points else "DATASETS"
    )
    title = f"Train the network for {run.iterations:,} iterations, as NN Playground did, on its own library."
    return write_program(path, head(title, imports) + opening(path, aside) + body + training, aside)


def _training(run: Run, aside: Aside) -> str:
    data = run.known_data()
    return _TRAINING.format(
        start=_start(run, aside),
        iterations=run.iterations,
        tell_every=max(1, run.iterations // 10),
        accuracy=_ACCURACY if len(data.x_test) and not data.is_regression else "",
        digest=run.digest,
    )


def _start(run: Run, aside: Aside) -> str:
    """Return the line that gives the network other parameters than its seed draws, or nothing."""
    if run.start is None or run.begins_as_drawn:
        return ""
    return f"network.load({aside.expression('start', run.start)})\n"


def _data(run: Run, aside: Aside) -> list[str]:
    data = run.known_data()
    if not run.has_own_points:
        return [f"data = DATASETS[{data.name!r}]({', '.join(f'{k}={v!r}' for k, v in run.data_options.items())})"]
    parts = [f"    {name}={aside.expression(name, getattr(data, name))}," for name in ("x", "t", "x_test", "t_test")]
    return [
        "data = Dataset(",
        f"    {data.name!r},",
        *parts,
        f"    scale={data.scale!r},",
        f"    classes={data.classes!r},",
        ")",
    ]


def _network(run: Run) -> list[str]:
    spec = run.network.spec
    layers = [f"        {_layer(layer)}," for layer in spec.layers]
    first, last = f"    input_shape={spec.input_shape!r},", [f"    loss={spec.loss!r},", f"    dtype={spec.dtype!r},"]
    return ["spec = NetworkSpec(", first, "    layers=(", *layers, "    ),", *last, ")"]


def _layer(layer: LayerSpec) -> str:
    return f"LayerSpec.of({', '.join([repr(layer.kind), *(f'{k}={v!r}' for k, v in layer.options.items())])})"


def _config(config: TrainingConfig) -> list[str]:
    names = ("optimizer", "optimizer_options", *(option.name for option in config.options))
    values = {name: getattr(config, name) for name in names} | {"optimizer_options": dict(config.optimizer_options)}
    return ["config = TrainingConfig(", *(f"    {name}={value!r}," for name, value in values.items()), ")"]
