"""The undo stack: exact, bounded in bytes, and right about what the person did last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.session.document.undo import UndoStack

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class State:
    weights: NDArray[np.float64]
    lr: float = 0.1
    history: tuple[NDArray[np.float64], ...] = ()


def kilobytes(count: int) -> NDArray[np.float64]:
    return np.zeros(128 * count)


def test_undo_and_redo_give_back_the_very_same_values() -> None:
    values = [object() for _ in range(4)]
    stack = UndoStack(values[0])
    for number, value in enumerate(values[1:], start=1):
        stack.push(f"edit {number}", value)
    assert stack.undo_text == "edit 3"
    for value in reversed(values[:-1]):
        stack.undo()
        assert stack.value is value
    assert (stack.can_undo, stack.undo_text, stack.redo_text) == (False, "", "edit 1")
    for value in values[1:]:
        stack.redo()
        assert stack.value is value
    assert not stack.can_redo


def test_undo_and_redo_at_the_ends_change_nothing() -> None:
    stack = UndoStack("first")
    stack.undo()
    stack.redo()
    assert stack.value == "first"


def test_an_edit_after_an_undo_forgets_what_was_undone() -> None:
    stack = UndoStack("a")
    stack.push("to b", "b")
    stack.undo()
    stack.push("to c", "c")
    assert not stack.can_redo
    stack.undo()
    assert stack.value == "a"


def test_edits_in_a_row_with_one_key_are_one_step() -> None:
    stack = UndoStack(0)
    for value in range(1, 50):
        stack.push("Set learning rate", value, "lr")
    stack.undo()
    assert stack.value == 0


@pytest.mark.parametrize("between", ["other key", "undo", "clean", "seal"])
def test_a_step_that_is_over_is_not_merged_into(between: str) -> None:
    stack = UndoStack(0)
    stack.push("drag", 1, "lr")
    if between == "other key":
        stack.push("other", 1, "epochs")
    elif between == "undo":
        stack.push("drag", 1, "lr")
        stack.push("typed", 7)
        stack.undo()
    elif between == "clean":
        stack.mark_clean(stack.value)
    else:
        stack.seal()
    stack.push("drag", 2, "lr")
    stack.undo()
    assert stack.value == 1


def test_modified_follows_the_value_that_was_saved() -> None:
    stack = UndoStack("a")
    assert stack.is_clean
    stack.push("edit", "b")
    assert not stack.is_clean
    stack.mark_clean(stack.value)
    stack.undo()
    assert not stack.is_clean
    stack.redo()
    assert stack.is_clean


def test_arrays_are_counted_once_however_many_steps_share_them() -> None:
    state = State(kilobytes(8))
    stack = UndoStack(state)
    for number in range(100):
        stack.push("lr", replace(state, lr=number))
    assert stack.kept_bytes == 8 * 1024
    stack.push("weights", replace(state, weights=kilobytes(2)))
    assert stack.kept_bytes == 10 * 1024


def test_a_view_counts_as_the_array_it_keeps_alive() -> None:
    owner = kilobytes(4)
    assert UndoStack(State(owner[:1], history=(owner[1:],))).kept_bytes == 4 * 1024


def test_the_oldest_steps_go_when_the_budget_is_spent() -> None:
    stack = UndoStack(State(kilobytes(1)), budget=10 * 1024)
    for _ in range(30):
        stack.push("edit", State(kilobytes(1)))
    assert stack.kept_bytes == 10 * 1024
    steps = 0
    while stack.can_undo:
        stack.undo()
        steps += 1
    assert steps == 9


def test_one_step_back_stays_even_beyond_the_budget() -> None:
    first = State(kilobytes(100))
    stack = UndoStack(first, budget=1)
    stack.push("edit", State(kilobytes(100)))
    stack.undo()
    assert stack.value is first


def test_what_began_earlier_goes_below_what_was_done_since() -> None:
    base = State(kilobytes(1), lr=0.1)
    stack = UndoStack(base)
    stack.push("Set learning rate", replace(base, lr=0.5))
    learned = kilobytes(1)
    stack.insert(base, "Train", lambda state: replace(state, weights=learned))
    assert (stack.value.weights is learned, stack.value.lr) == (True, 0.5)
    assert stack.undo_text == "Set learning rate"
    stack.undo()
    assert (stack.value.weights is learned, stack.value.lr) == (True, 0.1)
    assert stack.undo_text == "Train"
    stack.undo()
    assert stack.value is base


def test_what_began_at_a_forgotten_value_goes_on_top() -> None:
    stack = UndoStack(1)
    stack.push("double", 2)
    stack.insert(99, "negate", lambda value: -value)
    assert (stack.value, stack.undo_text) == (-2, "negate")


@given(st.lists(st.sampled_from(["push", "merge", "undo", "redo", "insert", "seal"]), max_size=40))
def test_the_bytes_are_always_those_of_the_kept_values(actions: list[str]) -> None:
    stack = UndoStack(State(kilobytes(1)), budget=6 * 1024)
    for action in actions:
        if action in ("push", "merge"):
            state = replace(stack.value, weights=kilobytes(1), history=(stack.value.weights,))
            stack.push("edit", state, "key" if action == "merge" else "")
        elif action == "insert":
            stack.insert(stack.value, "insert", lambda state: replace(state, weights=kilobytes(2)))
        else:
            getattr(stack, action)()
    assert stack.kept_bytes == bytes_by_walking(stack)


def bytes_by_walking(stack: UndoStack[State]) -> int:
    while stack.can_undo:
        stack.undo()
    arrays = {}
    while True:
        for array in (stack.value.weights, *stack.value.history):
            arrays[id(array)] = array
        if not stack.can_redo:
            return sum(array.nbytes for array in arrays.values())
        stack.redo()
