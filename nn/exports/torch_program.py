"""A program for PyTorch that does a run again, equal to rounding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nn.exports.base import Run, Unfit, export
from nn.exports.own_source import brought, check_rows
from nn.exports.own_steps import torch_class
from nn.exports.program_files import head, opening, section, write_program
from nn.exports.program_parts import (
    Aside,
    arguments,
    data_text,
    description,
    drawing,
    drawn,
    memory_arrays,
    params_text,
)
from nn.exports.sources import pieces_in, source_of
from nn.imports.file_bytes import Watch, unwatched
from nn.layers import Convolution, Pooling
from nn.layers.base import LAYERS
from nn.messages import Message
from nn.network.naming import param_names
from nn.windows import Window

if TYPE_CHECKING:
    from nn.network.spec import LayerSpec
    from nn.training import TrainingConfig

_MODULES: dict[str, Callable[[LayerSpec], str]] = {
    "Identity": lambda layer: "torch.nn.Identity()",
    "Flatten": lambda layer: "torch.nn.Flatten()",
    "Softmax": lambda layer: "torch.nn.Softmax(dim=-1)",
    "Sigmoid": lambda layer: "torch.nn.Sigmoid()",
    "Relu": lambda layer: "torch.nn.ReLU()",
    "Tanh": lambda layer: "torch.nn.Tanh()",
    "LeakyRelu": lambda layer: f"torch.nn.LeakyReLU({layer.options['slope']!r})",
    "Elu": lambda layer: f"torch.nn.ELU({layer.options['alpha']!r})",
    "Softplus": lambda layer: "torch.nn.Softplus(threshold=40)",
    "Gelu": lambda layer: 'torch.nn.GELU(approximate="tanh")',
    "Swish": lambda layer: "torch.nn.SiLU()",
    "Step": lambda layer: "Step()",
    "Dropout": lambda layer: f"Dropout({', '.join(arguments(layer.options))})",
    "GlobalAveragePooling": lambda layer: "torch.nn.Sequential(torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten())",
}

# The mean over the batch of what each loss of the book says of a sample; y are scores.
_LOSSES = {
    "SoftmaxWithLoss": "torch.nn.functional.cross_entropy(y, t)",
    "SigmoidWithLoss": 'torch.nn.functional.binary_cross_entropy_with_logits(y, t, reduction="sum") / len(y)',
    "IdentityWithLoss": "0.5 * torch.sum((y - t) ** 2) / len(y)",
}


@dataclass(frozen=True)
class _Optimizer:
    """What PyTorch has in the place of one of the book's optimizers, or a class of `pieces.torch_modules`.

    Attributes
    ----------
    call : str
        What makes it, over the settings.
    memory : mapping of str to (str, str)
        For each slot the name of what it is in PyTorch, and the factor of it, over the settings.
    count : str
        How its state says that ``{own}`` updates were done; empty where it does not count them.
    names : mapping of str to str
        Settings that have another name there.
    rolls : bool
        Whether the book's velocity has the learning rate in it, and PyTorch's has not.
    """

    call: str
    memory: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    count: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    rolls: bool = False


_VELOCITY = {"v": ("momentum_buffer", " / -{lr!r}")}
_STEPS = "step=torch.tensor({own}.0)"
_OPTIMIZERS = {
    "SGD": _Optimizer("torch.optim.SGD(model.parameters(), lr={lr!r})"),
    "Momentum": _Optimizer(
        "torch.optim.SGD(model.parameters(), lr={lr!r}, momentum={momentum!r})", _VELOCITY, rolls=True
    ),
    "Nesterov": _Optimizer(
        "torch.optim.SGD(model.parameters(), lr={lr!r}, momentum={momentum!r}, nesterov={momentum!r} > 0)",
        _VELOCITY,
        rolls=True,
    ),
    "AdaGrad": _Optimizer("torch.optim.Adagrad(model.parameters(), lr={lr!r}, eps=1e-7)", {"h": ("sum", "")}, _STEPS),
    "RMSprop": _Optimizer(
        "torch.optim.RMSprop(model.parameters(), lr={lr!r}, alpha={decay!r}, eps=1e-7)",
        {"h": ("square_avg", "")},
        _STEPS,
        {"decay": "alpha"},
    ),
    "Adam": _Optimizer(
        "Adam(model.parameters(), lr={lr!r}, beta1={beta1!r}, beta2={beta2!r})",
        {"M": ("m", " * (1 - {beta1!r})"), "V": ("v", " * (1 - {beta2!r})")},
        "iteration={own}",
    ),
}

_TRAIN = '''def loss_of(y, t):
    return {loss}


def train(optimizer, iterations, batch_size, seed{order_argument}{decay_argument}):
    """Learn from mini-batches; the seed says how each epoch draws the samples."""
    train_size = len(x_train)
    iter_per_epoch = math.ceil(train_size / batch_size)
    batch_size = min(batch_size, train_size)
    shuffled = None
    model.train()
    for i in iterations:
        epoch, position = divmod(i - 1, iter_per_epoch)
        if epoch != shuffled:
            shuffled = epoch
            {order}
        batch_mask = order[position * batch_size : (position + 1) * batch_size]
{masks}
        optimizer.zero_grad()
        loss = loss_of(model(x_train[batch_mask]), t_train[batch_mask])
        if not torch.isfinite(loss):
            print(f"iteration {{i}}: the loss is {{loss.item()}}, and training ends")
            break
        loss.backward()
{decay}        optimizer.step()
        if i % {tell_every} == 0:
            print(f"iteration {{i}}: loss {{loss.item():.6f}}")


'''
_MASKS = "        Dropout.rng = np.random.default_rng([seed, i])\n"
_DECAY = """        for module in model:
            if isinstance(module, (torch.nn.Linear, torch.nn.Conv2d)):  # biases do not decay
                module.weight.grad += weight_decay * module.weight.detach()
"""

_TENSORS = "x_train, t_train, x_test, t_test = map(torch.from_numpy, (x_train, t_train, x_test, t_test))\n"

_ACCURACY = """
model.eval()
with torch.no_grad():
    y = model(x_test)
    hits = {hits}
    print(f"right on the test data: {{hits.float().mean().item():.4f}}")
"""


@export("torch", ".py", "A Python program for PyTorch that does the run again, equal to rounding.")
def write_torch_program(path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the program; see `nn.exports.Export.write`."""
    _check(run)
    aside = Aside()
    data, params = data_text(run, aside), params_text(run, aside)
    training = "\n".join(_training_lines(run, aside)) + "\n"
    libraries = ["import math", *(["from pathlib import Path"] if aside.arrays else [])]
    dtype = run.network.spec.dtype
    settings = ["torch.set_num_threads(1)", f"torch.set_default_dtype(torch.{dtype})"]
    imports = "\n".join([*libraries, "", "import numpy as np", "import torch", "", *settings])
    model = "\n".join(["model = torch.nn.Sequential(", *(f"    {line}," for line in _modules(run)), ")", ""])
    text = "".join(
        [
            head(description(run, "with PyTorch, equal to rounding"), "PyTorch and NumPy 2", imports, run.threads),
            section("what PyTorch does in another way than the book", _classes(run)),
            section("the data", opening(path, aside) + data + _TENSORS),
            section("the network", params + model),
            section("training", _train(run) + training + _ending(run)),
        ]
    )
    return write_program(path, text, aside, watch)


def _check(run: Run) -> None:
    """Refuse what PyTorch programs cannot do."""
    check_rows(run.network.spec)
    names = [run.network.spec.loss, *(stretch.config.optimizer for stretch in run.stretches)]
    unknown = [name for name in names if name not in {*_LOSSES, *_OPTIMIZERS}]
    if unknown:
        raise _missing(unknown[0])


def _missing(name: str) -> Unfit:
    return Unfit(Message("There is no PyTorch program with {name} yet; export the program on nn.", name=name))


def _stuck() -> Unfit:
    return Unfit(Message("PyTorch cannot go on rolling at learning rate 0 as the book does; export the program on nn."))


def _classes(run: Run) -> str:
    needed = {layer.kind for layer in run.network.spec.layers} | {s.config.optimizer for s in run.stretches}
    own = [name for name in pieces_in("torch_modules") if name in needed]
    of_a_person = (torch_class(layer.own, name) for layer, name in brought(run).items() if layer.own is not None)
    return "\n\n".join([source_of("torch_modules", ["Affine", *own]), *of_a_person])


def _modules(run: Run) -> Iterator[str]:
    spec, persons = run.network.spec, brought(run)
    shapes = (spec.input_shape, *(plan.output for plan in spec.plans))
    for layer, names, shape in zip(spec.layers, param_names(spec), shapes, strict=False):
        given = [f'params["{name}"]' for name in names.values()]
        if layer.kind == "Affine":
            yield from ["torch.nn.Flatten()"] * (len(shape) > 1)
            yield f"Affine({', '.join(given)})"
        elif layer.kind == "BatchNormalization":
            yield f"BatchNormalization({', '.join(given + arguments(layer.options))})"
        elif layer in persons:
            yield from ["torch.nn.Flatten()"] * (len(shape) > 1 and LAYERS[layer.kind].weighted)
            yield f"{persons[layer]}({', '.join(given)})"
        elif layer.kind == "Convolution":
            yield f"Convolution({', '.join(given + arguments(Convolution.arguments(shape, layer.options)))})"
        elif layer.kind == "Pooling":
            yield _pooling(Pooling.window_for(shape, **layer.options), layer.options["method"] == "max")
        elif layer.kind in _MODULES:
            yield _MODULES[layer.kind](layer)
        else:
            raise _missing(layer.kind)


def _pooling(window: Window, is_max: bool) -> str:
    module = "torch.nn.MaxPool2d" if is_max else "torch.nn.AvgPool2d"
    return f"{module}({window.size}, stride={window.stride}, padding={window.pad})"


def _train(run: Run) -> str:
    random = any(layer.kind == "Dropout" for layer in run.network.spec.layers)
    return _TRAIN.format(
        loss=_LOSSES[run.network.spec.loss],
        **drawing(run),
        decay_argument=", weight_decay" if _decays(run) else "",
        masks=_MASKS if random else "",
        decay=_DECAY if _decays(run) else "",
        tell_every=max(1, run.iterations // 10),
    )


def _decays(run: Run) -> bool:
    return any(stretch.config.weight_decay for stretch in run.stretches)


def _training_lines(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that make the optimizer and train, a call for each stretch."""
    start, before = run.start, run.stretches[0].config
    yield from _state_lines(run, aside)
    yield f"optimizer = {_made(before)}"
    if start is not None and memory_arrays(run):
        yield from _memory_lines(run, aside)
    done = start.iteration if start is not None else 0
    for stretch in run.stretches:
        config = stretch.config
        changes = list(_changes(before, config))
        yield from (f"\n# what was changed after iteration {done}", *changes) if changes else ()
        decay = f", weight_decay={config.weight_decay!r}" if _decays(run) else ""
        span = f"range({done + 1}, {stretch.until + 1})"
        yield f"train(optimizer, {span}, batch_size={config.batch_size}, seed={config.seed}{drawn(run, config)}{decay})"
        before, done = config, stretch.until


def _made(config: TrainingConfig) -> str:
    return _over_settings(_OPTIMIZERS[config.optimizer].call, config)


def _over_settings(text: str, config: TrainingConfig) -> str:
    return text.format(lr=config.lr, **config.optimizer_options)


def _changes(before: TrainingConfig, config: TrainingConfig) -> Iterator[str]:
    """Yield the lines that change the optimizer's settings between two stretches."""
    if config.optimizer != before.optimizer:
        yield f"optimizer = {_made(config)}"
        return
    if config.lr != before.lr and _OPTIMIZERS[config.optimizer].rolls:
        if not config.lr:
            raise _stuck()
        yield "for state in optimizer.state.values():  # the book's velocity has the learning rate in it"
        yield f'    state["momentum_buffer"] *= {before.lr!r} / {config.lr!r}'
    old, new = _settings(before), _settings(config)
    for name, value in new.items():
        if value != old[name]:
            yield f'optimizer.param_groups[0]["{name}"] = {value!r}'


def _settings(config: TrainingConfig) -> dict[str, object]:
    """Return an optimizer's settings by the names that PyTorch's has for them."""
    names = _OPTIMIZERS[config.optimizer].names
    return {"lr": config.lr, **{names.get(name, name): value for name, value in config.optimizer_options.items()}}


def _state_lines(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that give normalizations what they remember, where training does not begin at its beginning."""
    if run.start is None or run.begins_as_drawn:
        return
    places = [place for place, line in enumerate(_modules(run)) if line.startswith("BatchNormalization")]
    plans = [plan for plan in run.network.spec.plans if plan.state]
    at = 0
    for place, plan in zip(places, plans, strict=True):
        for key, shape in plan.state.items():
            size = int(np.prod(shape))
            values = aside.expression(f"{key}{place}", run.start.state[at : at + size].reshape(shape))
            yield f"model[{place}].{key}.copy_(torch.from_numpy({values}))"
            at += size


def _memory_lines(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that give the optimizer its memory; PyTorch names and scales it in its own way."""
    assert run.start is not None
    config, own = run.stretches[0].config, run.start.iteration - run.start.since
    theirs = _OPTIMIZERS[config.optimizer]
    if not config.lr and theirs.rolls:
        raise _stuck()
    own_order = "(a.T if a.ndim == 2 else a).copy()"  # of a matrix PyTorch keeps the transposed one, not of filters
    for slot, arrays in memory_arrays(run).items():
        name, factor = theirs.memory[slot][0], _over_settings(theirs.memory[slot][1], config)
        yield "memory = {"
        yield from (f'    "{key}": {aside.expression(f"{slot}_{key}", part)},' for key, part in arrays.items())
        yield "}"
        yield "for p, a in zip(model.parameters(), memory.values(), strict=True):"
        yield f'    optimizer.state[p]["{name}"] = torch.from_numpy({own_order}){factor}'
        if theirs.count:
            yield f"    optimizer.state[p].update({theirs.count.format(own=own)})"


def _ending(run: Run) -> str:
    data, spec = run.known_data(), run.network.spec
    if data.is_regression or not len(data.x_test):
        return ""
    if spec.outputs > 1 or spec.loss == "SoftmaxWithLoss":
        return _ACCURACY.format(hits="y.argmax(1) == t_test.argmax(1)")
    hits = "(y > 0) == (t_test > 0.5)" if spec.loss == "SigmoidWithLoss" else "abs(y - t_test) < 0.5"
    return _ACCURACY.format(hits=hits)
