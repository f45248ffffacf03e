"""A program on `nn` that does a run again, bit for bit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from nn.exports.base import Run, export
from nn.exports.program_files import head, opening, section, write_program
from nn.exports.program_parts import Aside, arguments, description, literal
from nn.imports.file_bytes import Watch, unwatched
from nn.training import TrainingConfig

if TYPE_CHECKING:
    from nn.network.spec import LayerSpec

_TRAINING = """network = Network(spec, config.seed)
optimizer = config.build_optimizer()
{start}
with np.errstate(all="ignore"):  # a network that diverges says so by its loss
    for step in train(network, optimizer, data, config, until={iterations}):
        if isinstance(step, Iteration) and step.iteration % {tell_every} == 0:
            print(f"iteration {{step.iteration}}: loss {{step.loss:.6f}}")
        elif isinstance(step, Divergence):
            print(f"iteration {{step.iteration}}: the loss is {{step.loss}}, and training ends")
"""

_STRETCHES = """network = Network(spec, None)
for until, config in stretches:
{threads}    optimizer = config.build_optimizer()
    checkpoint.restore(network, optimizer)
    with np.errstate(all="ignore"):  # a network that diverges says so by its loss
        for step in train(network, optimizer, data, config, checkpoint.iteration, until):
            if isinstance(step, Iteration) and step.iteration % {tell_every} == 0:
                print(f"iteration {{step.iteration}}: loss {{step.loss:.6f}}")
            elif isinstance(step, Divergence):
                print(f"iteration {{step.iteration}}: the loss is {{step.loss}}, and training ends")
    checkpoint = Checkpoint.take(network, optimizer, until)
"""

_THREADS = """    threadpoolctl.threadpool_limits(config.threads, "blas")  # other numbers of threads give other bits
"""

_ENDING = """
{accuracy}same = hashlib.sha256((network.flat_params + 0.0).tobytes()).hexdigest().startswith("{digest}")
print("the weights are those of the window, bit for bit" if same else "the weights differ from those of the window")
"""

_ACCURACY = """accuracy = network.accuracy(data.x_test * np.float32(data.scale), data.t_test)
print(f"right on the test data: {accuracy:.4f}")

"""


@export("program", ".py", "A Python program on nn that does the run again, bit for bit.")
def write_nn_program(path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the program; see `nn.exports.Export.write`."""
    aside = Aside()
    data, training = "\n".join(_data(run, aside)), _training(run, aside)
    needs = "nn-playground, whose library nn does the work (pip install nn-playground)"
    text = "".join(
        [
            head(description(run, "on its own library, bit for bit"), needs, _imports(run, aside), run.threads),
            section("the data", f"{opening(path, aside)}{data}\n"),
            section("the network", "\n".join(_network(run)) + "\n"),
            section("training", training + _ending(run)),
        ]
    )
    return write_program(path, text, aside, watch)


def _imports(run: Run, aside: Aside) -> str:
    training = ["Divergence", "Iteration", "TrainingConfig", "train"]
    lines = [
        "import hashlib",
        *(["from dataclasses import replace"] if len(run.stretches) > 1 else []),
        *(["from pathlib import Path"] if aside.arrays else []),
        "",
        "import numpy as np",
        *(["import threadpoolctl"] if run.changes_threads else []),
        "",
        f"from nn.datasets import {'Dataset' if run.has_own_points else 'DATASETS'}",
        "from nn.network import LayerSpec, Network, NetworkSpec",
        f"from nn.training import {', '.join(training if _is_one_stretch(run) else ['Checkpoint', *training])}",
    ]
    return "\n".join(lines)


def _is_one_stretch(run: Run) -> bool:
    """Say whether the program begins at the beginning and never changes its settings."""
    begins = run.start is None or (run.start.iteration == 0 and not run.start.memory and not run.start.state.size)
    return len(run.stretches) == 1 and (begins or run.begins_as_drawn)


def _training(run: Run, aside: Aside) -> str:
    """Return the lines that train the network."""
    tell_every = max(1, run.iterations // 10)
    if _is_one_stretch(run):
        begun = None if run.begins_as_drawn else run.start
        start = "" if begun is None else f"network.load({aside.expression('start', begun.params)})\n"
        config = "\n".join(["config = TrainingConfig(", *_settings(run.config), ")", ""])
        return config + _TRAINING.format(start=start, iterations=run.iterations, tell_every=tell_every)
    first = run.stretches[0].config
    lines = ["config = TrainingConfig(", *_settings(first), ")"]
    lines += ["# the iteration at the end of each stretch, and the settings that held until then", "stretches = ["]
    lines += [f"    ({stretch.until}, {_changed(first, stretch.config)})," for stretch in run.stretches]
    lines += ["]", *_checkpoint(run, aside), ""]
    threads = _THREADS if run.changes_threads else ""
    return "\n".join(lines) + _STRETCHES.format(tell_every=tell_every, threads=threads)


def _changed(first: TrainingConfig, config: TrainingConfig) -> str:
    """Return a configuration in terms of the first one."""
    changes = {field.name: getattr(config, field.name) for field in fields(config)}
    changes = {name: value for name, value in changes.items() if value != getattr(first, name)}
    return f"replace({', '.join(['config', *arguments(changes)])})" if changes else "config"


def _checkpoint(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that say where training begins."""
    start = run.start
    if start is None or run.begins_as_drawn:
        yield f"checkpoint = Checkpoint.initial(spec, seed={run.stretches[0].config.seed})"
        return
    yield "checkpoint = Checkpoint("
    yield f"    iteration={start.iteration},"
    yield f"    params={aside.expression('params', start.params)},"
    yield f"    state={aside.expression('state', start.state)},"
    if start.memory:
        yield "    memory={"
        yield from (f'        "{slot}": {aside.expression(slot, vector)},' for slot, vector in start.memory.items())
        yield "    },"
    yield f"    optimizer={literal(start.optimizer)},"
    yield f"    since={start.since},"
    yield ")"


def _ending(run: Run) -> str:
    data = run.known_data()
    accuracy = _ACCURACY if len(data.x_test) and not data.is_regression else ""
    return _ENDING.format(accuracy=accuracy, digest=run.digest)


def _data(run: Run, aside: Aside) -> list[str]:
    data = run.known_data()
    if not run.has_own_points:
        return [f"data = DATASETS[{literal(data.name)}]({', '.join(arguments(run.data_options))})"]
    parts = [f"    {name}={aside.expression(name, getattr(data, name))}," for name in ("x", "t", "x_test", "t_test")]
    return [
        "data = Dataset(",
        f"    {literal(data.name)},",
        *parts,
        f"    scale={data.scale!r},",
        f"    classes={literal(data.classes)},",
        ")",
    ]


def _network(run: Run) -> list[str]:
    spec = run.network.spec
    layers = [f"        {_layer(layer)}," for layer in spec.layers]
    first, last = (
        f"    input_shape={spec.input_shape!r},",
        [f"    loss={literal(spec.loss)},", f"    dtype={literal(spec.dtype)},"],
    )
    return ["spec = NetworkSpec(", first, "    layers=(", *layers, "    ),", *last, ")"]


def _layer(layer: LayerSpec) -> str:
    return f"LayerSpec.of({', '.join([literal(layer.kind), *arguments(layer.options)])})"


def _settings(config: TrainingConfig) -> list[str]:
    names = ("optimizer", "optimizer_options", *(option.name for option in config.options))
    values = {name: getattr(config, name) for name in names} | {"optimizer_options": dict(config.optimizer_options)}
    if config.threads == TrainingConfig.threads:
        del values["threads"]  # the first lines say it, and a library before it knows no such setting
    if not config.replacement:
        del values["replacement"]  # nor this one
    for name in ("clip_norm", "left_out"):
        if not values[name]:
            del values[name]  # nor these
    return [f"    {argument}," for argument in arguments(values)]
