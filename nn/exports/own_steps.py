"""The recorded steps of a person's layer in the words of PyTorch and ONNX."""

from __future__ import annotations

from collections.abc import Mapping

from nn.recorded import Program
from nn.recorded.program import CONSTANT, INPUT, PARAMETER

_TORCH: Mapping[str, str] = {
    "negate": "-{0}",
    "exp": "torch.exp({0})",
    "log": "torch.log({0})",
    "tanh": "torch.tanh({0})",
    "sin": "torch.sin({0})",
    "cos": "torch.cos({0})",
    "arctan": "torch.atan({0})",
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
    "dot": "{0} @ {1}",
    "sum": "torch.sum({0}, -1, keepdim=True)",
    "mean": "torch.mean({0}, -1, keepdim=True)",
    "largest": "torch.amax({0}, -1, keepdim=True)",
}
ONNX: Mapping[str, str] = {
    "negate": "Neg",
    "exp": "Exp",
    "log": "Log",
    "tanh": "Tanh",
    "sin": "Sin",
    "cos": "Cos",
    "arctan": "Atan",
    "square root": "Sqrt",
    "reciprocal": "Reciprocal",
    "abs": "Abs",
    "add": "Add",
    "multiply": "Mul",
    "maximum": "Max",
    "minimum": "Min",
    "greater": "Greater",
    "at most": "LessOrEqual",
    "dot": "MatMul",
}
"""What most circles are among ONNX's operators; a mask takes two, masks as numbers a type."""


_LINEAR = """
    def __init__(self, W, b):
        super().__init__(*W.shape)  # which keeps the weights transposed
        with torch.no_grad():
            self.weight.copy_(torch.from_numpy(W.T.copy()))
            self.bias.copy_(torch.from_numpy(b))
"""


def torch_class(program: Program, name: str) -> str:
    """Return the text of a module that computes the steps."""
    has_neurons = program.kind == "OwnAffine"
    lines = []
    for place, step in enumerate(program.steps):
        if step.name == INPUT:
            text = "x"
        elif step.name == CONSTANT:
            text = f"torch.tensor({step.value!r}, dtype=x.dtype)"
        elif step.name == PARAMETER:
            text = {"W": "self.weight.T", "b": "self.bias"}[str(step.value)] if has_neurons else f"self.{step.value}"
        else:
            text = _TORCH[step.name].format(*(f"s{each}" for each in step.inputs))
        lines.append(f"        s{place} = {text}")
    return "\n".join(
        [
            f"class {name}(torch.nn.{'Linear' if has_neurons else 'Module'}):",
            f'    """{program.name} of {program.file}, in the steps that it was recorded in."""',
            *([_LINEAR] if has_neurons else _begun(program)),
            "    def forward(self, x):",
            *lines,
            f"        return s{len(program.steps) - 1}",
            "",
        ]
    )


def _begun(program: Program) -> list[str]:
    """Return the lines that make what a layer without neurons learns."""
    if not program.params:
        return [""]
    kept = [f"        self.{key} = torch.nn.Parameter(torch.from_numpy({key}))" for key in program.params]
    return ["", f"    def __init__(self, {', '.join(program.params)}):", "        super().__init__()", *kept, ""]
