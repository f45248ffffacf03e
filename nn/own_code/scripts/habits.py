"""What may be as it was meant and is worth knowing all the same: notes, each with its line; never an error."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nn.messages import Message
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.checks.sentences import number
from nn.own_code.scripts.loop import NAMES_OF_RATE, is_draw
from nn.own_code.scripts.running import Run

_SMALL, _LARGE = 1e-5, 10.0


def check(run: Run, examination: Examination) -> None:
    """Note all that is seen in the text."""
    for line, kind, message in (
        *_replacement(run), *_recorded(run), *_other_data(run), *_accuracies(run), *_rates(run)
    ):  # fmt: skip
        examination.say(Finding(kind, "script", message, False, line))


_Note = tuple[int, str, Message]


def _calls(node: ast.AST, method: str) -> list[ast.Call]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Call) and _name(each) == method]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _replacement(run: Run) -> Iterator[_Note]:
    """Yield where a sample may be drawn twice."""
    for call in _calls(run.loop.node, "choice"):
        is_meant = any(keyword.arg in ("replace", "p") for keyword in call.keywords)
        if is_draw(call) and not is_meant and len(call.args) == 2:
            yield call.lineno, "replacement", _with_replacement()


def _recorded(run: Run) -> Iterator[_Note]:
    """Yield where the loss that is kept is that before the update."""
    for call in _calls(run.loop.node, "append"):
        if not call.args or not run.loop.updates:
            continue
        names = {each.id for each in ast.walk(call.args[0]) if isinstance(each, ast.Name)}
        is_loss = any("loss" in name.lower() for name in names) or bool(_calls(call.args[0], "loss"))
        if is_loss and call.lineno < run.loop.update_line:
            yield call.lineno, "recorded before", _recorded_before()


def _other_data(run: Run) -> Iterator[_Note]:
    """Yield where the loss is of other samples than the gradient."""
    gradients, losses = _calls(run.loop.node, "gradient"), _calls(run.loop.node, "loss")
    if not gradients or not losses or not gradients[0].args:
        return
    learned = ast.unparse(gradients[0].args[0])
    for call in losses:
        if call.args and ast.unparse(call.args[0]) != learned:
            yield call.lineno, "other data", _of_other_data(ast.unparse(call.args[0]), learned)


def _accuracies(run: Run) -> Iterator[_Note]:
    calls = [call for call in _calls(run.tree, "accuracy") if len(call.args) >= 2]
    texts = [ast.unparse(call.args[0]) for call in calls]
    for call, text in zip(calls, texts, strict=True):
        labels = ast.unparse(call.args[1])
        if ("test" in text) != ("test" in labels) and ("train" in text + labels):
            yield call.lineno, "accuracy of others", _accuracy_of_others(text, labels)
    is_left_out = "x_test" in run.names and calls and not any("test" in text or "val" in text for text in texts)
    if is_left_out and all("train" in text or "batch" in text for text in texts):
        yield calls[0].lineno, "no test", _no_test()


def _rates(run: Run) -> Iterator[_Note]:
    for node in ast.walk(run.tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, node.value
        elif isinstance(node, ast.keyword) and node.arg:
            name, value = node.arg, node.value
        else:
            continue
        rate = value.value if isinstance(value, ast.Constant) else None
        is_number = isinstance(rate, int | float) and not isinstance(rate, bool)
        if name in NAMES_OF_RATE and is_number and not _SMALL <= rate <= _LARGE:  # type: ignore[operator]
            yield value.lineno, "rate", _unusual_rate(name, float(rate))  # type: ignore[arg-type]


# ---- sentences


def _with_replacement() -> Message:
    return Message(
        "np.random.choice may draw a sample twice: in as many draws as there are samples 63% of them are seen. The "
        "book does it so; a permutation sees all."
    )


def _recorded_before() -> Message:
    return Message(
        "The loss that is kept here is that before the update; the book's is that of the same batch after it."
    )


def _of_other_data(measured: str, learned: str) -> Message:
    return Message("Perhaps: the loss is of {measured}, the gradient of {learned}.", measured=measured, learned=learned)


def _accuracy_of_others(x: str, t: str) -> Message:
    return Message("Perhaps: {t} are not the labels of {x}.", x=x, t=t)


def _no_test() -> Message:
    return Message(
        "Accuracy is measured on what was learned from only: that it is learned by heart is seen with x_test alone."
    )


def _unusual_rate(name: str, rate: float) -> Message:
    return Message("Perhaps: {name} = {rate} is far from what is usual, 0.001 to 1.", name=name, rate=number(rate))
