"""A program on NumPy alone that does a run again, bit for bit."""

from __future__ import annotations

from pathlib import Path

from nn.exports.base import Run, Unfit, export
from nn.exports.program_files import head, opening, write_program
from nn.exports.program_parts import Aside, data_lines, weight_lines
from nn.exports.sources import pieces_in, source_of
from nn.naming import param_names

_IMPORTS = """import hashlib
import math
{path}
import numpy as np
"""

_DRAW = '''def draw(shape, stream):
    """Draw from the normal distribution, each layer from a stream of its own."""
    return np.random.default_rng([{seed}, stream]).standard_normal(shape)
'''

_TRAINING = """

def predict(x, training=False, rng=None):
    for layer in layers:
        x = layer.forward(x, training, rng)
    return x


def gradients():
    dout = loss_layer.backward()
    for layer in reversed(layers):
        dout = layer.backward(dout)
    return [layer.grads[key] for layer in layers for key in layer.params]


x, t = inputs(x), targets(t)
params = [layer.params[key] for layer in layers for key in layer.params]
optimizer = {optimizer}
per_epoch = math.ceil(len(x) / {batch_size})
size = min({batch_size}, len(x))

with np.errstate(all="ignore"):
    for iteration in range(1, {iterations} + 1):
        epoch, position = divmod(iteration - 1, per_epoch)
        if position == 0:
            order = np.random.default_rng([{seed}, epoch]).permutation(len(x))
        chosen = order[position * size : (position + 1) * size]
        scores = predict(x[chosen], True, np.random.default_rng([{seed}, iteration]))
        loss = loss_layer.forward(scores, t[chosen])
        grads = gradients()
{decay}        if not math.isfinite(loss):
            print(f"the loss is no longer finite at iteration {{iteration}}")
            break
        optimizer.update(params, grads, iteration)
        if iteration % 64 == 0:
            for values in optimizer.memory:
                values *= np.abs(values) >= 1e-30  # smaller numbers are slow, and count for nothing
        if iteration % {tell_every} == 0:
            print(f"iteration {{iteration}}: loss {{loss:.6f}}")
{ending}
same = hashlib.sha256(b"".join((p + 0.0).tobytes() for p in params)).hexdigest()[:16] == "{digest}"
print("the weights are those of the window, bit for bit" if same else "the weights differ from those of the window")
"""

_DECAY = """        for layer in layers:
            if "W" in layer.params:  # biases do not decay
                layer.grads["W"] += layer.params["W"] * {weight_decay!r}
"""

_ACCURACY = """    scores, t_test = predict(inputs(x_test)), targets(t_test)
    print(f"right on the test data: {{loss_layer.hits(scores, t_test) / len(scores):.4f}}")
"""


@export("numpy", ".py", "A Python program on NumPy alone that does the run again, bit for bit.")
def write_numpy_program(path: Path, run: Run) -> tuple[Path, ...]:
    """Write the program; see `nn.exports.Export.write`."""
    aside = Aside()
    data, weights = data_lines(run, aside), weight_lines(run, aside)
    imports = _IMPORTS.format(path="from pathlib import Path\n" if aside.arrays else "")
    draw = _DRAW.format(seed=run.config.seed) + "\n\n" if any("draw(" in line for line in weights) else ""
    made = ["", *weights, "", "layers = [", *(f"    {line}," for line in _layers(run)), "]"]
    text = "\n".join([*data, "", "", draw + "\n".join(made).lstrip(), f"loss_layer = {run.network.spec.loss}()"])
    title = f"Train the network for {run.iterations:,} iterations, as NN Playground did, on NumPy alone."
    body = f"{_classes(run)}\n\n{opening(path, aside)}{text}\n"
    return write_program(path, head(title, imports) + "\n" + body + _training(run), aside)


def _classes(run: Run) -> str:
    kinds = [layer.kind for layer in run.network.spec.layers]
    texts = [_sources("layers", kinds), _sources("losses", [run.network.spec.loss])]
    text = "\n\n".join(filter(None, [*texts, _sources("optimizers", [run.config.optimizer])]))
    return f"{source_of('numpy_layers', ['sigmoid'])}\n\n{text}" if "sigmoid(" in text else text


def _sources(family: str, names: list[str]) -> str:
    for name in names:
        if name not in pieces_in(f"numpy_{family}"):
            raise Unfit(f"There is no NumPy program with {name} yet; export the program on nn.")
    return source_of(f"numpy_{family}", names)


def _layers(run: Run) -> list[str]:
    """Return a call for every layer: its parameters first, then the options that are not about drawing them."""
    calls = []
    for layer, names in zip(run.network.spec.layers, param_names(run.network.spec), strict=True):
        options = {} if layer.kind == "Affine" else layer.options
        calls.append(f"{layer.kind}({', '.join([*names.values(), *(f'{k}={v!r}' for k, v in options.items())])})")
    return calls


def _training(run: Run) -> str:
    config = run.config
    options = "".join(f", {name}={value!r}" for name, value in config.optimizer_options.items())
    classified = not run.known_data().is_regression and len(run.known_data().x_test)
    return _TRAINING.format(
        optimizer=f"{config.optimizer}(params, lr={config.lr!r}{options})",
        batch_size=config.batch_size,
        seed=config.seed,
        iterations=run.iterations,
        decay=_DECAY.format(weight_decay=config.weight_decay) if config.weight_decay else "",
        tell_every=max(1, run.iterations // 10),
        ending=_ACCURACY.format() if classified else "",
        digest=run.digest,
    )
