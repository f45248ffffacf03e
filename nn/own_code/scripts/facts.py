"""What a training shows that cannot be right: nothing moves, uphill, other people's labels; each with its line."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np

from nn.messages import Message
from nn.own_code.checks.findings import Examination, Finding
from nn.own_code.checks.sentences import number
from nn.own_code.loading import Failure
from nn.own_code.scripts.labels import Origin, origin_of
from nn.own_code.scripts.loop import is_draw
from nn.own_code.scripts.running import Run
from nn.own_code.scripts.watching import ENOUGH, Learner

_NOT_HERE = ("ModuleNotFoundError", "ImportError", "MemoryError")
_FAR = 100_000
_UPHILL = 0.8
_GROWN = 1.5
_LARGEST_INPUT = 20.0


def check(run: Run, examination: Examination) -> None:
    """Ask all that the run can tell."""
    if run.loaded.failure is not None:
        _say_failure(run, run.loaded.failure, examination)
    if run.watch.turns == 0:
        return
    of_losses = []
    for learner in run.watch.learners.values():
        _check_movement(run, learner, examination)
        _check_beginning(run, learner, examination)
        of_losses.append(_examined_losses(run, learner))
        _check_batches(run, learner, examination)
    _take(of_losses, examination)
    if not run.watch.learners:
        _check_values(run, examination)
    _check_epochs(run, examination)
    _check_optimizers(run, examination)
    _check_made_anew(run, examination)


def _say_failure(run: Run, failure: Failure, examination: Examination) -> None:
    """Say why it did not come to its end; what is not here is no fault of it."""
    reason = failure.message.values.get("reason") if isinstance(failure.message, Message) else None
    error = reason.values.get("error") if isinstance(reason, Message) else None
    is_its_own = error is not None and error not in _NOT_HERE
    line = failure.line if failure.file == run.source.name else None
    message = failure.message if isinstance(failure.message, Message) else Message("{reason}", reason=failure.message)
    examination.say(Finding("raises" if is_its_own else "not here", "script", message, is_its_own, line))


def _examined_losses(run: Run, learner: Learner) -> Examination:
    examination = Examination()
    _check_losses(run, learner, examination)
    return examination


def _take(each: list[Examination], examination: Examination) -> None:
    """Take what was found of the losses: of a race in which others learn it is a note, for it may be what it shows."""
    is_race = any(not one.errors for one in each)
    for one in each:
        examination.passed += one.passed
        for finding in one.findings:
            examination.say(replace(finding, is_error=finding.is_error and not is_race))


class _At:
    """Asks at a line."""

    def __init__(self, examination: Examination, line: int) -> None:
        self._examination, self._line = examination, line

    def expect(self, good: bool, kind: str, message: Message) -> bool:
        if good:
            self._examination.passed += 1
        else:
            self._examination.say(Finding(kind, "script", message, True, self._line))
        return good


def _check_movement(run: Run, learner: Learner, examination: Examination) -> None:
    moved = learner.moved()
    if not moved or not run.watch.has_seen_enough:
        return
    ask = _At(examination, run.loop.update_line)
    if not ask.expect(any(moved.values()), "nothing moves", _nothing_moves(run.watch.turns)):
        return
    still = [key for key, has in moved.items() if not has]
    if not _begins_alike(learner):  # then what stands behind zeros gets no gradient
        ask = _At(examination, _line_of_parameter(run, still) or run.loop.update_line)
        ask.expect(not still, "one does not move", _one_does_not_move(", ".join(still), run.watch.turns))
    before = [one for one, _ in learner.pairs]
    is_held = len(before) >= ENOUGH and all(one == other for one, other in learner.pairs) and np.ptp(before) > 0
    ask.expect(not is_held, "old arrays", _old_arrays())


def _check_beginning(run: Run, learner: Learner, examination: Examination) -> None:
    if not any(value.ndim >= 2 for value in learner.start.values()):
        return
    line = _line_where_made(run, learner) or run.loop.line
    _At(examination, line).expect(not _begins_alike(learner), "all alike", _all_alike())


def _begins_alike(learner: Learner) -> bool:
    matrices = [value for value in learner.start.values() if value.ndim >= 2]
    return len(matrices) > 1 and all(np.ptp(value) == 0 for value in matrices)


def _check_losses(run: Run, learner: Learner, examination: Examination) -> None:
    ask = _At(examination, run.loop.update_line)
    losses = [loss for _, loss in learner.losses]
    after = [loss for _, loss in learner.pairs]
    first_bad = next((turn for turn, loss in learner.losses if not np.isfinite(loss)), None)
    is_finite = first_bad is None and np.isfinite(after).all()
    if not ask.expect(bool(is_finite), "not finite", _not_finite(first_bad or run.watch.turns)):
        return
    if len(learner.pairs) < ENOUGH:
        return
    pairs = learner.pairs[: 2 * ENOUGH]
    rises = sum(other > one for one, other in pairs)
    is_uphill = rises >= _UPHILL * len(pairs)
    ask.expect(not is_uphill, "uphill", _uphill(rises, len(pairs), losses[0], losses[-1]))
    last = float(np.median(losses[-5:]))
    grows = last > _GROWN * max(losses[0], 0.1) and not is_uphill
    ask.expect(not grows, "grows", _grows(losses[0], last, run.watch.turns))


def _check_batches(run: Run, learner: Learner, examination: Examination) -> None:
    if not learner.batches or np.ndim(learner.batches[0][0]) < 2:
        return
    x, t = learner.batches[0]
    origin = origin_of(x, t, run.names) if np.ndim(t) in (1, 2) else None
    line = _line_of_batch(run) or run.loop.line
    ask = _At(examination, line)
    if origin is not None and origin.t:
        ask.expect(origin.row < 0, "other labels", _other_labels(origin))
    if origin is not None and "x_train" in run.names:
        ask.expect("test" not in origin.x, "test data", _test_data(origin.x))
    drawn = _drawn_before(run)
    if drawn is not None and len(learner.batches) > 2 and origin is not None and len(run.names[origin.x]) > len(x):
        is_same = all(np.array_equal(one[0], other[0]) for one, other in pairwise(learner.batches))
        _At(examination, drawn).expect(not is_same, "same batch", _same_batch(len(x)))
    largest = float(np.max(np.abs(x), initial=0))
    if largest > _LARGEST_INPUT:
        examination.say(Finding("large inputs", "script", _large_inputs(largest), False, _line_of_data(run)))


def _check_values(run: Run, examination: Examination) -> None:
    """Ask of a script without a network: what it changes itself, and the loss that it names."""
    watch, ask = run.watch, _At(examination, run.loop.update_line)
    if watch.moving and watch.has_seen_enough:
        ask.expect(any(watch.moving.values()), "nothing moves", _nothing_moves(watch.turns))
    losses = watch.named_losses
    if losses:
        bad = next((k for k, loss in enumerate(losses, 1) if not np.isfinite(loss)), 0)
        if ask.expect(not bad, "not finite", _not_finite(bad)) and len(losses) >= ENOUGH:
            last = float(np.median(losses[-5:]))
            ask.expect(last <= _GROWN * max(losses[0], 0.1), "grows", _grows(losses[0], last, watch.turns))


def _check_epochs(run: Run, examination: Examination) -> None:
    """Ask whether what counts iterations of an epoch is whole: i % 39.0625 is 0 once in sixteen epochs."""
    for node in ast.walk(run.loop.node):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and isinstance(node.right, ast.Name):
            value = run.names.get(node.right.id)
            if isinstance(value, float):
                is_whole = value.is_integer()
                message = _not_whole(node.right.id, value)
                _At(examination, node.lineno).expect(is_whole, "not whole", message)


def _check_optimizers(run: Run, examination: Examination) -> None:
    watch = run.watch
    if not watch.has_memory:
        return
    ask = _At(examination, run.loop.update_line)
    shared = any(len(params) > 1 for _, params in watch.optimizers.values()) and len(watch.learners) > 1
    if watch.turns > 2 and len(watch.learners) < watch.turns:
        ask.expect(not shared, "shared optimizer", _shared_optimizer())
        is_anew = len(watch.optimizers) >= watch.turns
        ask.expect(not is_anew, "optimizer anew", _optimizer_anew())


def _check_made_anew(run: Run, examination: Examination) -> None:
    if run.watch.turns > 2 and run.watch.learners:
        is_anew = len(run.watch.learners) >= run.watch.turns
        _At(examination, run.loop.line).expect(not is_anew, "network anew", _network_anew())


# ---- lines


def _statements(run: Run) -> Iterator[ast.Assign]:
    return (node for node in ast.walk(run.loop.node) if isinstance(node, ast.Assign))


def _line_of_parameter(run: Run, keys: list[str]) -> int | None:
    """Return the line that should change a parameter and changes something else: ``db1 = b1 - lr * db1``."""
    for node in _statements(run):
        names = {each.id for each in ast.walk(node.value) if isinstance(each, ast.Name)}
        if names & set(keys) and isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.Sub | ast.Add):
            return node.lineno
    return None


def _line_where_made(run: Run, learner: Learner) -> int | None:
    name = type(learner.thing).__name__
    for node in ast.walk(run.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            return node.lineno
    return None


def _line_of_batch(run: Run) -> int | None:
    """Return the last line of the loop that takes samples or labels out of something."""
    taken = [node.lineno for node in _statements(run) if _takes(node.value)]
    return taken[-1] if taken else None


def _takes(value: ast.expr) -> bool:
    parts = list(ast.walk(value))
    has_key = any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in parts)
    return not has_key and any(isinstance(each, ast.Subscript) for each in parts)


def _line_of_data(run: Run) -> int | None:
    for node in ast.walk(run.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "load_mnist":
            return node.lineno
    return None


def _drawn_before(run: Run) -> int | None:
    """Return the line before the loop that draws what the loop uses as it is."""
    if any(map(is_draw, ast.walk(run.loop.node))):
        return None
    used = {each.id for each in ast.walk(run.loop.node) if isinstance(each, ast.Name)}
    for node in run.loop.before:
        if isinstance(node, ast.Assign) and any(map(is_draw, ast.walk(node.value))):
            names = {each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name)}
            if names & used or _is_used_between(run, names, used):
                return node.lineno
    return None


def _is_used_between(run: Run, names: set[str], used: set[str]) -> bool:
    for node in run.loop.before:
        if isinstance(node, ast.Assign):
            read = {each.id for each in ast.walk(node.value) if isinstance(each, ast.Name)}
            made = {each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name)}
            if read & names and made & used:
                return True
    return False


# ---- sentences


def _nothing_moves(turns: int) -> Message:
    return Message(
        "After {turns} iterations every parameter is as it was: nothing was changed where it is.", turns=turns
    )


def _one_does_not_move(names: str, turns: int) -> Message:
    return Message("After {turns} iterations {names} is as it was; the others have moved.", names=names, turns=turns)


def _old_arrays() -> Message:
    return Message(
        "`params` moves and the loss does not: new arrays were put into it, and the layers still hold the old ones. "
        "`-=` changes them where they are."
    )


def _all_alike() -> Message:
    return Message("All weights begin alike: every neuron of a layer learns the same, and remains like its neighbours.")


def _not_finite(turn: int) -> Message:
    return Message("The loss is inf or nan in iteration {turn}.", turn=turn)


def _uphill(rises: int, asked: int, first: float, last: float) -> Message:
    return Message(
        "It goes uphill: after {rises} of {asked} updates the loss of the same samples is larger than before; "
        "{first} became {last}.",
        rises=rises, asked=asked, first=number(first), last=number(last),
    )  # fmt: skip


def _grows(first: float, last: float, turns: int) -> Message:
    return Message(
        "The loss grows from {first} to {last} in {turns} iterations.",
        first=number(first), last=number(last), turns=turns,
    )  # fmt: skip


def _other_labels(origin: Origin) -> Message:
    return Message(
        "The labels are not those of the samples: {x}[{row}] is learned as {said}, in {t} it is {true}.",
        x=origin.x, t=origin.t, row=origin.row, said=origin.said, true=origin.true,
    )  # fmt: skip


def _test_data(name: str) -> Message:
    return Message("It learns from {name}: what is kept for the test must not be learned from.", name=name)


def _same_batch(size: int) -> Message:
    return Message("Every iteration sees the same {size} samples: they are drawn once, before the loop.", size=size)


def _large_inputs(largest: float) -> Message:
    return Message(
        "Perhaps: the inputs go up to {largest}; load_mnist(normalize=True) gives 0 to 1, which rates and weights of "
        "the book are meant for.",
        largest=number(largest),
    )


def _not_whole(name: str, value: float) -> Message:
    turns = np.arange(1, _FAR)
    hits = turns[turns % value == 0] if value > 0 else turns[:0]
    shown = f"{value:.7g}"
    if not hits.size:
        return Message(
            "{name} is {value}: i % {name} is never 0 again. `//` gives whole numbers.", name=name, value=shown
        )
    return Message(
        "{name} is {value}: i % {name} is 0 every {turns} iterations only, not once an epoch. "
        "`//` gives whole numbers.",
        name=name, value=shown, turns=int(hits[0]),
    )  # fmt: skip


def _shared_optimizer() -> Message:
    return Message(
        "Several networks have one optimizer, and it remembers the updates of all: they push each other. Each needs "
        "its own."
    )


def _optimizer_anew() -> Message:
    return Message("The optimizer is made anew in every iteration, and what it remembers is lost.")


def _network_anew() -> Message:
    return Message("The network is made anew in every iteration, and what it has learned is lost.")
