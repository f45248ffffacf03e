"""The subject: what is told in which order, and how often a sample goes through the network."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import Network, NetworkSpec
from playground.session.looking.example import Example

POINTS = NetworkSpec.mlp(2, (3,), 2)


def digit(seed=0):
    pixels = np.random.default_rng(seed).random(784, dtype=np.float32)
    pixels.flags.writeable = False
    return Example(pixels, 3, "drawn")


@pytest.fixture
def looking(session):
    return session.looking


@pytest.fixture
def passes(session, monkeypatch):
    """Count how often something goes through each of the two networks, by the first layer of each."""
    return {
        "mine": forwards(session.live.network, monkeypatch),
        "shipped": forwards(session.library.shipped, monkeypatch),
    }


def forwards(network: Network, monkeypatch) -> list[object]:
    layer = next(iter(network.layers.values()))
    forward, seen = layer.forward, []

    def counted(x, *args, **options):
        seen.append(x)
        return forward(x, *args, **options)

    monkeypatch.setattr(layer, "forward", counted)
    return seen


def told(looking) -> list[str]:
    """Note every signal of the subject, in its order."""
    heard: list[str] = []
    for name in ("example", "prediction", "recogniser", "network", "moment", "sample"):
        getattr(looking, f"{name}_changed").connect(lambda _value, name=name: heard.append(name))
    looking.changed.connect(lambda: heard.append("changed"))
    return heard


@pytest.mark.parametrize("recogniser", ["shipped", "mine"])
def test_a_pen_move_is_told_to_the_bars_before_anybody_else(looking, recogniser):
    looking.set_recogniser(recogniser)
    heard = told(looking)
    looking.show_example(digit())
    assert heard == ["example", "prediction", "sample", "changed"]


def test_the_state_is_whole_before_anybody_hears_of_it(looking):
    looking.set_recogniser("mine")
    example = digit()
    seen = []
    looking.example_changed.connect(lambda _: seen.append((looking.sample.origin, looking.prediction.recogniser)))
    looking.show_example(example)
    assert seen == [("drawn", "mine")]


def test_a_digit_goes_once_through_the_network_that_all_look_at(looking, passes):
    looking.set_recogniser("mine")
    passes["mine"].clear()
    looking.show_example(digit())
    assert looking.observation is looking.reading.observation
    assert np.array_equal(looking.observation.output[0], looking.prediction.outputs)
    assert (len(passes["mine"]), len(passes["shipped"])) == (1, 0)


def test_a_digit_goes_through_another_network_only_when_somebody_looks(looking, passes):
    looking.show_example(digit())
    assert (len(passes["mine"]), len(passes["shipped"])) == (0, 1)
    for _ in range(3):
        assert looking.observation is not None
    assert (len(passes["mine"]), len(passes["shipped"])) == (1, 1)


def test_moved_weights_are_another_moment_of_the_same_network(session, looking):
    before, heard = looking.subject, told(looking)
    session.weights.set("Zero", {"b3": np.arange(10)})
    assert heard == ["moment", "changed"]
    assert looking.subject.network is before.network
    assert looking.subject.sample is before.sample
    assert (looking.subject.moment.updates, looking.subject.moment.is_live) == (0, True)


def test_the_moment_says_how_many_updates_were_made(session, looking, qtbot):
    session.control.step_iteration()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert looking.subject.moment.updates == 1


def test_another_network_is_told_with_its_moment_and_its_sample(session, looking):
    heard = told(looking)
    session.editing.edit_spec("Points", POINTS)
    assert heard == ["network", "moment", "sample", "changed"]
    assert looking.network.spec == POINTS


def test_what_says_nothing_new_is_not_told(session, looking):
    heard = told(looking)
    session.editing.edit_config("Faster", lr=0.5)
    session.document.edit("Watch", watches=("max(W1)",))
    assert heard == []


def test_typed_numbers_leave_the_digit_to_the_bars(looking):
    looking.set_recogniser("mine")
    looking.show_example(digit())
    before = looking.prediction
    looking.type_sample(np.zeros(784))
    assert looking.sample.origin == "typed"
    assert looking.reading.sample.origin == "drawn"
    assert np.array_equal(looking.prediction.outputs, before.outputs)
