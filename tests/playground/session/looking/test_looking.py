"""The subject: what is told in which order, and how often a sample goes through the network."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import Dataset
from nn.network import Network, NetworkSpec
from playground.session.document.first import new_document
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
    for name in ("example", "prediction", "network", "moment", "sample"):
        getattr(looking, f"{name}_changed").connect(lambda _value, name=name: heard.append(name))
    looking.changed.connect(lambda: heard.append("changed"))
    return heard


@pytest.mark.parametrize("name", ["shipped", "mine"])
def test_a_pen_move_is_told_to_the_bars_before_anybody_else(looking, name):
    looking.choose(name)
    heard = told(looking)
    looking.show_example(digit())
    assert heard == ["example", "prediction", "sample", "changed"]


def test_the_state_is_whole_before_anybody_hears_of_it(looking):
    looking.choose("mine")
    example = digit()
    seen = []
    looking.example_changed.connect(lambda _: seen.append((looking.sample.origin, looking.prediction.network)))
    looking.show_example(example)
    assert seen == [("drawn", "mine")]


@pytest.mark.parametrize("name", ["shipped", "mine"])
def test_a_digit_goes_once_through_the_network_that_all_look_at_and_through_no_other(looking, passes, name):
    looking.choose(name)
    for each in passes.values():
        each.clear()
    looking.show_example(digit())
    assert np.array_equal(looking.observation.output[0], looking.prediction.outputs)
    assert {each: len(seen) for each, seen in passes.items()} == {"mine": 0, "shipped": 0, name: 1}


def test_a_lesson_is_told_of_the_own_network_whatever_is_looked_at(looking, passes):
    looking.choose("shipped")
    looking.show_example(digit())
    passes["mine"].clear()
    assert looking.own.observation is looking.own.observation
    assert (looking.own.name, looking.own.sample.origin, len(passes["mine"])) == ("mine", "drawn", 1)
    looking.choose("mine")
    assert looking.own is looking.subject


def test_moved_weights_are_another_moment_of_the_same_network(session, looking):
    before, heard = looking.subject, told(looking)
    session.weights.set("Zero", {"b3": np.arange(10)})
    assert heard == ["prediction", "moment", "changed"]
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
    assert heard == ["prediction", "network", "moment", "sample", "changed"]
    assert looking.network.spec == POINTS


def test_what_says_nothing_new_is_not_told(session, looking):
    heard = told(looking)
    session.editing.edit_config("Faster", lr=0.5)
    session.document.edit("Watch", watches=("max(W1)",))
    assert heard == []


def test_typed_numbers_are_looked_at_and_not_the_digit_any_more(looking):
    looking.show_example(digit())
    before = looking.prediction
    looking.type_sample(np.zeros(784))
    assert (looking.sample.origin, looking.shows_example) == ("typed", False)
    assert not np.array_equal(looking.prediction.outputs, before.outputs)
    looking.show_example(digit(1))
    assert (looking.sample.origin, looking.shows_example) == ("drawn", True)


# ---- whose network


EDITS = {
    "the configuration": lambda session: session.editing.edit_config("Faster", lr=0.5),
    "the layers": lambda session: session.editing.edit_spec("Small", NetworkSpec.mlp(784, (4,), 10)),
    "a weight": lambda session: session.weights.set("Set", {"b3": np.arange(10)}),
    "what undo takes back": lambda session: session.document.undo(),
    "another document": lambda session: session.editing.begin(new_document()),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whoever_edits_the_own_network_looks_at_it_from_then_on(session, looking, edit):
    session.editing.edit_config("First", lr=0.25)
    looking.choose("shipped")
    edit(session)
    assert (looking.choice, looking.subject.name) == ("mine", "mine")
    assert looking.subject.is_yours_now


def test_what_is_no_edit_of_the_network_leaves_the_shipped_one_in_sight(session, looking):
    looking.choose("shipped")
    session.document.edit("Watch", watches=("max(W1)",))
    assert looking.subject.name == "shipped"


def test_a_run_that_ends_turns_nobody_away_from_what_they_chose_meanwhile(session, looking, qtbot):
    looking.choose("shipped")
    session.control.train()
    qtbot.waitUntil(lambda: session.run.iteration > 2)
    assert looking.subject.name == "mine"
    looking.choose("shipped")
    session.control.stop()
    qtbot.waitUntil(lambda: not session.control.is_busy)
    assert looking.subject.name == "shipped"


def test_an_edit_in_a_picture_of_the_shipped_network_is_refused_with_the_way_out(looking):
    said, refusals = [], []
    looking.status.connect(said.append)
    looking.edit_refused.connect(lambda: refusals.append(True))
    assert looking.may_edit()
    looking.choose("shipped")
    assert not looking.may_edit()
    assert "copy it into your network" in said[-1]
    assert refusals == [True]


def test_a_label_of_other_classes_says_nothing_to_the_shipped_network(session, looking):
    x = np.zeros((4, 784), np.float32)
    shapes = Dataset("shapes", x, np.arange(4) % 2, x, np.arange(4) % 2, classes=("circle", "square"))
    session.editing.edit_spec("Two", NetworkSpec.mlp(784, (4,), 2))
    session.library.data = shapes
    session.library.data_changed.emit(shapes)
    looking.show_row(1)
    assert (looking.sample.t.tolist(), looking.subject.classes) == ([1], ("circle", "square"))
    looking.choose("shipped")
    assert (looking.sample.origin, looking.sample.t, looking.subject.classes) == ("test 1", None, tuple("0123456789"))


def test_undo_of_a_lesson_brings_back_whose_network_was_looked_at(session, looking):
    looking.choose("shipped")
    scene = session.scenes.now()
    session.editing.replace("Lesson", new_document(), scene)
    assert looking.subject.name == "mine"
    session.document.undo()
    assert looking.subject.name == "shipped"
    session.document.redo()
    assert looking.subject.name == "mine"
