"""Changes of a script that may put it right: few, each for what was found, and each is tried."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.messages import Message
from nn.own_code.checks.findings import Finding
from nn.own_code.diagnosis.candidate import Change
from nn.own_code.scripts.loop import NAMES_OF_RATE, difference_of, is_step
from nn.own_code.scripts.running import Run

Proposal = tuple[Change, Message]
"""What is changed, and how the line was off."""


def proposals(run: Run, finding: Finding) -> Iterator[Proposal]:
    """Yield what may mend a finding, the likeliest first."""
    match finding.kind:
        case "nothing moves" | "one does not move" | "old arrays":
            yield from _in_place(run)
        case "uphill" | "not finite" | "grows":
            yield from _signs(run)
            yield from _rates(run)
            yield from _normalized(run)
        case "other labels":
            yield from _same_index(run)
        case "not whole":
            yield from _whole(run)
        case "all alike":
            yield from _spread(run)
        case "shared optimizer":
            yield from _own_optimizers(run)


def _replaced(node: ast.expr | ast.stmt, new: str) -> Change:
    return Change(node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0, new)


def _in_place(run: Run) -> Iterator[Proposal]:
    """Yield ``b -= rate * g`` for ``a = b - rate * g``, which makes a new array."""
    for node in ast.walk(run.loop.node):
        if isinstance(node, ast.Assign) and (difference := difference_of(node)) is not None:
            sign = "-=" if isinstance(difference.op, ast.Sub) else "+="
            new = f"{ast.unparse(difference.left)} {sign} {ast.unparse(difference.right)}"
            yield _replaced(node, new), Message(
                "`{old}` makes a new array and gives it a name; `{new}` changes the one that the network has.",
                old=ast.unparse(node), new=new,
            )  # fmt: skip


def _signs(run: Run) -> Iterator[Proposal]:
    for node in ast.walk(run.loop.node):
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add) and is_step(node.value):
            new = f"{ast.unparse(node.target)} -= {ast.unparse(node.value)}"
        elif isinstance(node, ast.Assign) and (d := difference_of(node)) is not None and isinstance(d.op, ast.Add):
            new = f"{ast.unparse(node.targets[0])} = {ast.unparse(d.left)} - {ast.unparse(d.right)}"
        else:
            continue
        yield (
            _replaced(node, new),
            Message("The sign is the other way round: `{old}` should be `{new}`.", old=ast.unparse(node), new=new),
        )


def _rates(run: Run) -> Iterator[Proposal]:
    """Yield rates that are ten, a hundred, a thousand times smaller."""
    constants = list(_constants_of_rate(run))
    for share in (10, 100, 1000):
        for node in constants:
            rate = node.value / share  # type: ignore[operator]
            yield _replaced(node, f"{rate:g}"), Message(
                "The learning rate is too large: with {new} the loss falls, with {old} it does not.",
                old=ast.unparse(node), new=f"{rate:g}",
            )  # fmt: skip


def _constants_of_rate(run: Run) -> Iterator[ast.Constant]:
    for node in ast.walk(run.tree):
        if isinstance(node, ast.Assign | ast.keyword) and _target(node) in NAMES_OF_RATE:
            yield from _number(node.value)
    for update in run.loop.updates:
        for node in ast.walk(update):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
                yield from _number(node.left)
                yield from _number(node.right)


def _target(node: ast.Assign | ast.keyword) -> str | None:
    return node.arg if isinstance(node, ast.keyword) else getattr(node.targets[0], "id", None)


def _number(node: ast.expr) -> Iterator[ast.Constant]:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value > 0:
        yield node


def _normalized(run: Run) -> Iterator[Proposal]:
    for node in ast.walk(run.tree):
        if isinstance(node, ast.keyword) and node.arg == "normalize" and ast.unparse(node.value) == "False":
            yield (
                _replaced(node.value, "True"),
                Message("The inputs go up to 255: with normalize=True they go from 0 to 1, and the loss falls."),
            )


def _same_index(run: Run) -> Iterator[Proposal]:
    """Take the labels by the index of the samples."""
    taken = [e for e in ast.walk(run.loop.node) if isinstance(e, ast.Subscript) and isinstance(e.ctx, ast.Load)]
    of_samples = [e for e in taken if ast.unparse(e.value).startswith("x")]
    of_labels = [e for e in taken if ast.unparse(e.value).startswith("t")]
    for samples in of_samples:
        for labels in of_labels:
            new = f"{ast.unparse(labels.value)}[{ast.unparse(samples.slice)}]"
            if new != ast.unparse(labels):
                yield _replaced(labels, new), Message(
                    "`{old}` are not the labels of `{samples}`: `{new}` are.",
                    old=ast.unparse(labels), samples=ast.unparse(samples), new=new,
                )  # fmt: skip


def _whole(run: Run) -> Iterator[Proposal]:
    for node in ast.walk(run.tree):
        if not isinstance(node, ast.Assign):
            continue
        for each in ast.walk(node.value):
            if isinstance(each, ast.BinOp) and isinstance(each.op, ast.Div):
                new = f"{ast.unparse(each.left)} // {ast.unparse(each.right)}"
                yield (
                    _replaced(each, new),
                    Message("`{old}` is no whole number: `{new}` is.", old=ast.unparse(each), new=new),
                )


def _spread(run: Run) -> Iterator[Proposal]:
    for node in ast.walk(run.tree):
        if isinstance(node, ast.Call):
            for value in (*node.args, *(keyword.value for keyword in node.keywords)):
                if isinstance(value, ast.Constant) and value.value == 0 and not isinstance(value.value, bool):
                    yield (
                        _replaced(value, "0.01"),
                        Message(
                            "Weights that begin at 0 remain alike: with {new} they begin as small random numbers.",
                            new="0.01",
                        ),
                    )


def _own_optimizers(run: Run) -> Iterator[Proposal]:
    """Make an optimizer where one is handed to several."""
    made = {
        node.targets[0].id: ast.unparse(node.value)
        for node in run.loop.before
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call)
    }
    for node in run.loop.before:
        for each in ast.walk(node):
            if isinstance(each, ast.DictComp | ast.ListComp):
                value = each.value if isinstance(each, ast.DictComp) else each.elt
                if isinstance(value, ast.Name) and value.id in made:
                    yield _replaced(value, made[value.id]), Message(
                        "`{old}` is one and the same for all: `{new}` makes one for each.",
                        old=value.id, new=made[value.id],
                    )  # fmt: skip
