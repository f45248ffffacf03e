"""Anything pressed at any moment: the document stays whole, nothing fails, and undo leads back to the start."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from nn.network import Network, NetworkSpec
from playground.session.looking.example import Example
from playground.session.session import Session

ACTIONS = 400


class Monkey:
    """Presses what a person can press, in any order."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.dice = random.Random(seed)
        self.presses: list[Callable[[], None]] = [
            session.control.train,
            session.control.train,
            session.control.pause,
            session.control.stop,
            session.control.step_iteration,
            session.control.step_epoch,
            session.editing.reset_weights,
            session.document.undo,
            session.document.undo,
            session.document.redo,
            self.edit_config,
            self.edit_config,
            self.edit_network,
            self.choose_dataset,
            self.show_example,
            self.choose_network,
        ]

    def press(self) -> None:
        self.dice.choice(self.presses)()
        for _ in range(self.dice.choice((0, 1, 3, 30))):
            QCoreApplication.processEvents()

    def edit_config(self) -> None:
        name, value = self.dice.choice(
            [
                ("lr", 10 ** self.dice.uniform(-5, 3)),
                ("batch_size", self.dice.randint(2, 500)),
                ("epochs", self.dice.randint(1, 5)),
                ("seed", self.dice.randint(0, 3)),
                ("optimizer", self.dice.choice(["SGD", "Momentum", "AdaGrad", "RMSprop", "Adam"])),
                ("lr", -1.0),
            ]
        )
        self.session.editing.edit_config(f"Set {name}", self.dice.choice(["", name]), **{name: value})

    def edit_network(self) -> None:
        spec = self.session.document.state.spec
        hidden = tuple(self.dice.choice((4, 8)) for _ in range(self.dice.randint(0, 2)))
        activation = self.dice.choice(["Relu", "Sigmoid", "Tanh"])
        inputs = int(np.prod(spec.input_shape))
        self.session.editing.edit_spec(
            "Edit network", NetworkSpec.mlp(inputs, hidden, spec.outputs, activation=activation, loss=spec.loss)
        )

    def choose_dataset(self) -> None:
        self.session.editing.choose_dataset(self.dice.choice(["xor", "spiral", "plane", "mnist"]))

    def show_example(self) -> None:
        pixels = np.random.default_rng(self.dice.randint(0, 9)).random(784, dtype=np.float32)
        self.session.looking.show_example(self.dice.choice([None, Example(pixels)]))

    def choose_network(self) -> None:
        self.session.looking.choose(self.dice.choice(["shipped", "mine"]))


def check_whole(session: Session) -> None:
    state = session.document.state
    assert state.checkpoint.params.shape == (state.spec.parameters,)
    assert sum(len(record.losses) for record in state.history) == state.checkpoint.iteration
    assert (session.looking.prediction is None) or session.looking.prediction.network == session.looking.subject.name
    assert session.live.network.spec == state.spec


@pytest.mark.timeout(120)
@pytest.mark.parametrize("seed", range(4))
def test_anything_pressed_at_any_moment_leaves_a_whole_document(qtbot: QtBot, session: Session, seed: int) -> None:
    failures: list[str] = []
    session.failed.connect(failures.append)
    start = session.document.state
    session.editing.edit_spec("small", NetworkSpec.mlp(784, (8,), 10))
    monkey = Monkey(session, seed)
    for _ in range(ACTIONS):
        monkey.press()
        check_whole(session)
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert failures == []
    while session.document.can_undo:
        session.document.undo()
        check_whole(session)
    assert session.document.state is start
    assert Network(start.spec).flat_params.tobytes() == start.checkpoint.params.tobytes()
