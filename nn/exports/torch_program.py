"""A program for PyTorch that does a run again, equal to rounding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nn.exports.base import Run, Unfit, export
from nn.exports.numpy_program import _DRAW
from nn.exports.program_files import head, opening, write_program
from nn.exports.program_parts import Aside, data_lines, weight_lines
from nn.exports.sources import source_of
from nn.naming import param_names
from nn.spec import LayerSpec

_IMPORTS = """import math
{path}
import numpy as np
import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.{dtype})
"""

_LINEAR = '''def linear(W, b):
    """Return PyTorch's layer with the book's weights: PyTorch keeps them transposed."""
    layer = torch.nn.Linear(*W.shape)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(W.T.copy()))
        layer.bias.copy_(torch.from_numpy(b))
    return layer
'''

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
    "Dropout": lambda layer: f"Dropout({layer.options['ratio']!r})",
}

# The mean over the batch of what each loss of the book says of a sample; y are scores.
_LOSSES = {
    "SoftmaxWithLoss": "torch.nn.functional.cross_entropy(y, t)",
    "SigmoidWithLoss": 'torch.nn.functional.binary_cross_entropy_with_logits(y, t, reduction="sum") / len(y)',
    "IdentityWithLoss": "0.5 * torch.sum((y - t) ** 2) / len(y)",
}

_OPTIMIZERS = {
    "SGD": "torch.optim.SGD(model.parameters(), lr={lr!r})",
    "Momentum": "torch.optim.SGD(model.parameters(), lr={lr!r}, momentum={momentum!r})",
    "Nesterov": "torch.optim.SGD(model.parameters(), lr={lr!r}, momentum={momentum!r}, nesterov={momentum!r} > 0)",
    "AdaGrad": "torch.optim.Adagrad(model.parameters(), lr={lr!r}, eps=1e-7)",
    "RMSprop": "torch.optim.RMSprop(model.parameters(), lr={lr!r}, alpha={decay!r}, eps=1e-7)",
    "Adam": "Adam(model.parameters(), lr={lr!r}, beta1={beta1!r}, beta2={beta2!r})",
}

_TRAINING = """

def loss_of(y, t):
    return {loss}


x, t = torch.from_numpy(inputs(x)), torch.from_numpy(targets(t))
optimizer = {optimizer}
per_epoch = math.ceil(len(x) / {batch_size})
size = min({batch_size}, len(x))

model.train()
for iteration in range(1, {iterations} + 1):
    epoch, position = divmod(iteration - 1, per_epoch)
    if position == 0:
        order = np.random.default_rng([{seed}, epoch]).permutation(len(x))
    chosen = order[position * size : (position + 1) * size]
{masks}    optimizer.zero_grad()
    loss = loss_of(model(x[chosen]), t[chosen])
    loss.backward()
{decay}    optimizer.step()
    if iteration % {tell_every} == 0:
        print(f"iteration {{iteration}}: loss {{loss.item():.6f}}")

model.eval()
{ending}"""

_DECAY = """    for module in model:
        if isinstance(module, torch.nn.Linear):  # biases do not decay
            module.weight.grad += {weight_decay!r} * module.weight.detach()
"""

_ACCURACY = """with torch.no_grad():
    scores, t_test = model(torch.from_numpy(inputs(x_test))), torch.from_numpy(targets(t_test))
    hits = {hits}
    print(f"right on the test data: {{hits.float().mean().item():.4f}}")
"""


@export("torch", ".py", "A Python program for PyTorch that does the run again, equal to rounding.")
def write_torch_program(path: Path, run: Run) -> tuple[Path, ...]:
    """Write the program; see `nn.exports.Export.write`."""
    aside = Aside()
    data, weights = data_lines(run, aside), weight_lines(run, aside)
    imports = _IMPORTS.format(path="from pathlib import Path\n" if aside.arrays else "", dtype=run.network.spec.dtype)
    draw = _DRAW.format(seed=run.config.seed) + "\n\n" if any("draw(" in line for line in weights) else ""
    made = [*weights, "", "model = torch.nn.Sequential(", *(f"    {line}," for line in _modules(run)), ")"]
    text = "\n".join([*data, "", "", draw + "\n".join(made)])
    title = f"Train the network for {run.iterations:,} iterations, as NN Playground did, with PyTorch."
    body = f"{_classes(run)}\n\n{opening(path, aside)}{text}\n"
    return write_program(path, head(title, imports) + "\n\n" + body + _training(run), aside)


def _classes(run: Run) -> str:
    needed = [layer.kind for layer in run.network.spec.layers] + [run.config.optimizer]
    own = [name for name in ("BatchNormalization", "Dropout", "Step", "Adam") if name in needed]
    return "\n\n".join(filter(None, [_LINEAR, source_of("torch_modules", own)]))


def _modules(run: Run) -> list[str]:
    spec = run.network.spec
    lines = []
    for layer, names, shape in zip(spec.layers, param_names(spec), _input_shapes(run), strict=True):
        arguments = [*names.values()]
        if layer.kind == "Affine":
            lines += ["torch.nn.Flatten()"] * (len(shape) > 1) + [f"linear({', '.join(arguments)})"]
        elif layer.kind == "BatchNormalization":
            options = [f"{key}={value!r}" for key, value in layer.options.items()]
            lines.append(f"BatchNormalization({', '.join(arguments + options)})")
        else:
            lines.append(_chosen(_MODULES, layer.kind, "layer")(layer))
    return lines


def _input_shapes(run: Run) -> list[tuple[int, ...]]:
    spec = run.network.spec
    return [spec.input_shape, *(plan.output for plan in spec.plans[:-1])][: len(spec.layers)]


def _chosen(known: dict[str, Callable[[LayerSpec], str]], name: str, what: str) -> Callable[[LayerSpec], str]:
    if name not in known:
        raise Unfit(f"There is no PyTorch program for the {what} {name} yet; export the program on nn.")
    return known[name]


def _training(run: Run) -> str:
    config, loss = run.config, run.network.spec.loss
    if loss not in _LOSSES or config.optimizer not in _OPTIMIZERS:
        raise Unfit(f"There is no PyTorch program for {loss} with {config.optimizer} yet; export the program on nn.")
    random = any(layer.kind == "Dropout" for layer in run.network.spec.layers)
    data = run.known_data()
    return _TRAINING.format(
        loss=_LOSSES[loss],
        optimizer=_OPTIMIZERS[config.optimizer].format(lr=config.lr, **config.optimizer_options),
        batch_size=config.batch_size,
        seed=config.seed,
        iterations=run.iterations,
        masks=f"    Dropout.rng = np.random.default_rng([{config.seed}, iteration])\n" if random else "",
        decay=_DECAY.format(weight_decay=config.weight_decay) if config.weight_decay else "",
        tell_every=max(1, run.iterations // 10),
        ending=_ACCURACY.format(hits=_hits(run)) if not data.is_regression and len(data.x_test) else "",
    )


def _hits(run: Run) -> str:
    if run.network.spec.outputs > 1 or run.network.spec.loss == "SoftmaxWithLoss":
        return "scores.argmax(1) == t_test.argmax(1)"
    return (
        "(scores > 0) == (t_test > 0.5)" if run.network.spec.loss == "SigmoidWithLoss" else "abs(scores - t_test) < 0.5"
    )
