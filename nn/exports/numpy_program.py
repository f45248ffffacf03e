"""A program on NumPy alone that does a run again, bit for bit, in the style of the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from nn.arrays import Shape
from nn.exports.base import Run, Unfit, export
from nn.exports.own_source import brought, check_rows, own_classes
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
from nn.layers.base import LAYERS
from nn.layers.images import ImageLayer
from nn.messages import Message
from nn.network.naming import layer_names, param_names
from nn.network.row_groups import split_outputs
from nn.network.spec import LayerSpec
from nn.optimizers import OPTIMIZERS
from nn.training import TrainingConfig

_MODAL = {"BatchNormalization", "Dropout"}  # layers that do something else while training

_NETWORK = '''class Network:
    """Parameters and layers by the book's names; a value passes the layers in this order, a gradient in the other."""

    def __init__(self, params{decay_argument}):
        self.params = params
{decay_kept}        self.layers = {{
{layers}        }}
        self.last_layer = {loss}()

    def predict(self, x, train_flg=False):
        for {each}:
{forward}        return x

    def loss(self, x, t, train_flg=False):
        return self.last_layer.forward(self.predict(x, train_flg), t)
{accuracy}
    def gradient(self, x, t):
        """Return the gradient of the loss by every parameter, through backpropagation."""
        self.loss(x, t, train_flg=True)

        dout = self.last_layer.backward()
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)

        return {{
{grads}        }}


'''
_PLAIN_FORWARD = """            x = layer.forward(x)
"""
_MODAL_FORWARD = """            if "Dropout" in name or "BatchNormalization" in name:
                x = layer.forward(x, train_flg)
            else:
                x = layer.forward(x)
"""
_ACCURACY = """
    def accuracy(self, x, t):
        y = self.predict(x)
        return np.mean({hits})
"""

_TRAIN = '''@np.errstate(all="ignore")  # a network that diverges says so by its loss
def train(network, optimizer, iterations, batch_size, seed{order_argument}):
    """Learn from mini-batches; the seed says how each epoch draws the samples."""
    train_size = len(x_train)
    iter_per_epoch = math.ceil(train_size / batch_size)
    batch_size = min(batch_size, train_size)
    shuffled = None
    for i in iterations:
        epoch, position = divmod(i - 1, iter_per_epoch)
        if epoch != shuffled:
            shuffled = epoch
            {order}
        batch_mask = order[position * batch_size : (position + 1) * batch_size]
        x_batch, t_batch = x_train[batch_mask], t_train[batch_mask]
{masks}
        grads = network.gradient(x_batch, t_batch)
        loss = network.last_layer.loss
        if not math.isfinite(loss):
            print(f"iteration {{i}}: the loss is {{loss}}, and training ends")
            break
        optimizer.update(network.params, grads)
{flush}        if i % {tell_every} == 0:
            print(f"iteration {{i}}: loss {{loss:.6f}}")


'''
_MASKS = "        Dropout.rng = np.random.default_rng([seed, i])\n"
_FLUSH = """        if i % 64 == 0:  # what has decayed to nothing becomes 0: such tiny numbers are slow
            for slot in optimizer.slots:
                for values in getattr(optimizer, slot).values():
                    values *= np.abs(values) >= 1e-30
"""

_ENDING = """
{accuracy}digest = hashlib.sha256(b"".join((p + 0.0).tobytes() for p in params.values())).hexdigest()
same = digest.startswith("{digest}")
print("the weights are those of the window, bit for bit" if same else "the weights differ from those of the window")
"""

_OWN_ENDING = """
{accuracy}size = sum(np.sum(np.abs(p), dtype=np.float64) for p in params.values())
same = math.isclose(size, {size!r}, rel_tol=1e-4)
print("the weights are those of the window, to rounding" if same else "the weights differ from those of the window")
"""


@export("numpy", ".py", "A Python program on NumPy alone that does the run again, bit for bit.")
def write_numpy_program(path: Path, run: Run, watch: Watch = unwatched) -> tuple[Path, ...]:
    """Write the program; see `nn.exports.Export.write`."""
    aside = Aside()
    data, params = data_text(run, aside), params_text(run, aside)
    training = "\n".join(_training_lines(run, aside)) + "\n"
    libraries = ["import hashlib", "import math", *(["from pathlib import Path"] if aside.arrays else [])]
    imports, needs = "\n".join([*libraries, "", "import numpy as np"]), "Python 3.10 or later, and NumPy 2"
    text = "".join(
        [
            head(description(run, f"on NumPy alone, {_how_near(run)}"), needs, imports, run.threads),
            section("the layers", _layer_classes(run)),
            section("the optimizer", _sources("optimizers", [each.config.optimizer for each in run.stretches])),
            section("the data", opening(path, aside) + data),
            section("the network", _network(run) + params),
            section("training", _train(run) + training + _ending(run)),
        ]
    )
    return write_program(path, text, aside, watch)


def _how_near(run: Run) -> str:
    return "with a layer of one's own, equal to rounding" if brought(run) else "bit for bit"


def _layer_classes(run: Run) -> str:
    """Return the source text of the layers and the loss that the program needs."""
    kinds = [layer.kind for layer in run.network.spec.layers if layer not in brought(run)]
    parts = [part for part in (_layer_sources(kinds), _sources("losses", [run.network.spec.loss])) if part]
    if any("sigmoid(" in part for part in parts):
        parts.insert(0, source_of("numpy_layers", ["sigmoid"]))
    parts += [own_classes(run)] if brought(run) else []
    return "\n\n".join(parts)


def _sources(family: str, names: list[str]) -> str:
    for name in names:
        if name not in pieces_in(f"numpy_{family}"):
            raise Unfit(Message("There is no NumPy program with {name} yet; export the program on nn.", name=name))
    return source_of(f"numpy_{family}", names)


def _layer_sources(kinds: list[str]) -> str:
    """Return the classes of layers; with pictures some others, which know how those lie in memory."""
    if not any(LAYERS[kind].takes_images for kind in kinds):
        return _sources("layers", kinds)
    of_pictures = pieces_in("numpy_pictures")
    plain = _sources("layers", [kind for kind in kinds if kind not in of_pictures])
    needed = [kind for kind in kinds if kind in of_pictures]
    helpers = [name for name in of_pictures if name[0].islower()]
    return "\n\n".join(part for part in (source_of("numpy_pictures", [*helpers, *needed]), plain) if part)


def _network(run: Run) -> str:
    spec = run.network.spec
    is_modal = any(layer.kind in _MODAL for layer in spec.layers)
    decays = any(stretch.config.weight_decay for stretch in run.stretches)
    return _NETWORK.format(
        decay_argument=", weight_decay_lambda" if decays else "",
        decay_kept="        self.weight_decay_lambda = weight_decay_lambda\n" if decays else "",
        layers="".join(f'            "{name}": {call},\n' for name, call in _layers(run)),
        loss=spec.loss,
        each="name, layer in self.layers.items()" if is_modal else "layer in self.layers.values()",
        forward=_MODAL_FORWARD if is_modal else _PLAIN_FORWARD,
        accuracy=_ACCURACY.format(hits=_hits(run)) if _is_measured(run) else "",
        grads="".join(f'            "{name}": {text},\n' for name, text in _grads(run, decays=decays)),
    )


def _layers(run: Run) -> Iterator[tuple[str, str]]:
    """Yield the name of every layer and how it is made: its parameters first, then the options not about drawing."""
    spec, own = run.network.spec, brought(run)
    check_rows(spec)
    taken = spec.input_shape
    named = zip(spec.layers, spec.plans, layer_names(spec), param_names(spec), strict=True)
    split = split_outputs(list(run.network.layers.values()), [plan.output for plan in spec.plans])
    for place, (layer, plan, layer_name, names) in enumerate(named):
        if layer in own and LAYERS[layer.kind].weighted and len(taken) > 1:
            raise Unfit(Message("{name} gets pictures; put a Flatten before it.", name=layer.name))
        given = [f'params["{name}"]' for name in names.values()]
        options = {} if layer in own else dict(_options(layer, taken))
        if layer.kind == "Convolution" and place in split:
            options["parts"] = 2
        yield layer_name, f"{own.get(layer, layer.kind)}({', '.join(given + arguments(options))})"
        taken = plan.output


def _options(layer: LayerSpec, taken: Shape) -> Mapping[str, object]:
    """Return what a layer of the book is made with, beside its parameters."""
    kind = LAYERS[layer.kind]
    if issubclass(kind, ImageLayer):
        return kind.arguments(taken, layer.options)
    return {} if layer.kind == "Affine" else layer.options


def _grads(run: Run, *, decays: bool) -> Iterator[tuple[str, str]]:
    """Yield the name of every parameter and where its gradient is; weights decay, biases do not."""
    spec = run.network.spec
    for layer_name, names in zip(layer_names(spec), param_names(spec), strict=True):
        for key, name in names.items():
            decay = f' + self.params["{name}"] * self.weight_decay_lambda' if decays and key == "W" else ""
            yield name, f'self.layers["{layer_name}"].d{key}{decay}'


def _is_measured(run: Run) -> bool:
    data = run.known_data()
    return bool(len(data.x_test)) and not data.is_regression


def _hits(run: Run) -> str:
    spec = run.network.spec
    if spec.outputs > 1 or spec.loss == "SoftmaxWithLoss":
        return "np.argmax(y, axis=1) == np.argmax(t, axis=1)"
    return "(y > 0) == (t > 0.5)" if spec.loss == "SigmoidWithLoss" else "np.abs(y - t) < 0.5"


def _train(run: Run) -> str:
    random = any(layer.kind == "Dropout" for layer in run.network.spec.layers)
    remembers = any(OPTIMIZERS[stretch.config.optimizer].slots for stretch in run.stretches)
    return _TRAIN.format(
        **drawing(run),
        masks=_MASKS if random else "",
        flush=_FLUSH if remembers else "",
        tell_every=max(1, run.iterations // 10),
    )


def _training_lines(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that make the network and train it, a call for each stretch."""
    decays = any(stretch.config.weight_decay for stretch in run.stretches)
    first = run.stretches[0].config
    yield f"network = Network(params{f', weight_decay_lambda={first.weight_decay!r}' if decays else ''})"
    yield from _state_lines(run, aside)
    yield f"optimizer = {_made(first)}"
    yield from _memory_lines(run, aside)
    done = run.start.iteration if run.start is not None else 0
    before = first
    for stretch in run.stretches:
        changes = list(_changes(before, stretch.config))
        yield from (f"\n# what was changed after iteration {done}", *changes) if changes else ()
        config = stretch.config
        span = f"range({done + 1}, {stretch.until + 1})"
        sampling = f"batch_size={config.batch_size}, seed={config.seed}{drawn(run, config)}"
        yield f"train(network, optimizer, {span}, {sampling})"
        before, done = config, stretch.until


def _changes(before: TrainingConfig, config: TrainingConfig) -> Iterator[str]:
    """Yield the lines that change the settings between two stretches."""
    if config.optimizer != before.optimizer:
        yield f"optimizer = {_made(config)}"
    else:
        old, new = _settings(before), _settings(config)
        yield from (f"optimizer.{name} = {value!r}" for name, value in new.items() if value != old[name])
    if config.weight_decay != before.weight_decay:
        yield f"network.weight_decay_lambda = {config.weight_decay!r}"


def _made(config: TrainingConfig) -> str:
    return f"{config.optimizer}({', '.join(arguments(_settings(config)))})"


def _settings(config: TrainingConfig) -> dict[str, object]:
    return {"lr": config.lr, **config.optimizer_options}


def _state_lines(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that give the layers what they remember, where training does not begin at its beginning."""
    if run.start is None or run.begins_as_drawn:
        return
    at = 0
    for layer, plan in zip(layer_names(run.network.spec), run.network.spec.plans, strict=True):
        for key, shape in plan.state.items():
            size = int(np.prod(shape))
            values = run.start.state[at : at + size].reshape(shape)
            yield f'network.layers["{layer}"].{key} = {aside.expression(f"{layer}_{key}", values)}'
            at += size


def _memory_lines(run: Run, aside: Aside) -> Iterator[str]:
    """Yield the lines that give the optimizer its memory, where training does not begin at its beginning."""
    for slot, arrays in memory_arrays(run).items():
        yield f"optimizer.{slot} = {{"
        yield from (f'    "{name}": {aside.expression(f"{slot}_{name}", part)},' for name, part in arrays.items())
        yield "}"
    counts = "self.iter" in _sources("optimizers", [run.stretches[0].config.optimizer])
    if run.start is not None and memory_arrays(run) and counts:
        yield f"optimizer.iter = {run.start.iteration - run.start.since}"


def _ending(run: Run) -> str:
    told = 'print(f"right on the test data: {network.accuracy(x_test, t_test):.4f}")\n\n' if _is_measured(run) else ""
    if brought(run):  # the window added in another order than the person's own lines do
        return _OWN_ENDING.format(accuracy=told, size=float(np.sum(np.abs(run.network.flat_params), dtype=np.float64)))
    return _ENDING.format(accuracy=told, digest=run.digest)
