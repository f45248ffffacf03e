"""The recorded steps of a person's layer in the words of PyTorch and ONNX."""

from __future__ import annotations

from collections.abc import Mapping

from nn.recorded import Program
from nn.recorded.program import CONSTANT, INPUT

_TORCH: Mapping[str, str] = {
    "negate": "-{0}",
    "exp": "torch.exp({0})",
    "log": "torch.log({0})",
    "tanh": "torch.tanh({0})",
    "square root": "torch.sqrt({0})",
    "reciprocal": "1 / {0}",
    "abs": "torch.abs({0})",
    "add": "{0} + {1}",
    "multiply": "{0} * {1}",
    "maximum": "torch.maximum({0}, {1})",
    "minimum": "torch.minimum({0}, {1})",
    "greater": "{0} > {1}",
    "at most": "{0} <= {1}",
    "masked": "torch.where({1}, torch.zeros_like({0}), {0})",
    "as number": "{0}.to(x.dtype)",
}
ONNX: Mapping[str, str] = {
    "negate": "Neg",
    "exp": "Exp",
    "log": "Log",
    "tanh": "Tanh",
    "square root": "Sqrt",
    "reciprocal": "Reciprocal",
    "abs": "Abs",
    "add": "Add",
    "multiply": "Mul",
    "maximum": "Max",
    "minimum": "Min",
    "greater": "Greater",
    "at most": "LessOrEqual",
}
"""What most circles are among ONNX's operators; a mask takes two, masks as numbers a type."""


def torch_class(program: Program, name: str) -> str:
    """Return the text of a module that computes the steps."""
    lines = []
    for place, step in enumerate(program.steps):
        if step.name == INPUT:
            text = "x"
        elif step.name == CONSTANT:
            text = f"torch.tensor({step.value!r}, dtype=x.dtype)"
        else:
            text = _TORCH[step.name].format(*(f"s{each}" for each in step.inputs))
        lines.append(f"        s{place} = {text}")
    return "\n".join(
        [
            f"class {name}(torch.nn.Module):",
            f'    """{program.name} of {program.file}, in the steps that it was recorded in."""',
            "",
            "    def forward(self, x):",
            *lines,
            f"        return s{len(program.steps) - 1}",
            "",
        ]
    )
