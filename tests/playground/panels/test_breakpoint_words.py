"""What breakpoints and their findings are called."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

import nn.breakpoints.conditions
from nn.breakpoints import CONDITIONS, Breakpoint, Condition, Finding, Place, Stop
from nn.breakpoints.inspector import first_match
from nn.network import Network
from nn.network.spec import NetworkSpec
from nn.trace import record
from playground.panels.breakpoint_words import breakpoint_text, finding_text, kind_word, stop_text
from playground.window.language import RESOURCES

SPEC = NetworkSpec.mlp(4, (3,), 2, activation="Relu")


def sentences_of_findings():
    """Read every sentence with places in braces out of the conditions' source."""
    tree = ast.parse(Path(nn.breakpoints.conditions.__file__).read_text(encoding="utf-8"))
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if "{" in text]


@cache
def sentences_to_translate():
    """Read the sentences that the translators are given."""
    contexts = ElementTree.parse(RESOURCES / "i18n" / "playground_ko.ts").iter("context")
    ours = next(context for context in contexts if context.findtext("name") == "BreakpointWords")
    return {message.findtext("source") for message in ours.iter("message")}


@pytest.mark.parametrize("sentence", sentences_of_findings())
def test_every_sentence_of_a_finding_is_known_to_the_translators(sentence):
    assert any(sentence in known for known in sentences_to_translate())


@pytest.mark.parametrize("kind", CONDITIONS)
def test_every_kind_has_a_name_and_words_of_its_own(kind):
    word = kind_word(kind)
    assert word.label != kind
    assert word.explanation.endswith(".")
    assert breakpoint_text(Breakpoint.when(kind), SPEC)


def test_a_finding_says_its_numbers():
    found = Finding(
        "{statistic} of {name} is {got:.4g}, above {number:g}.",
        {"statistic": "max", "name": "a1", "got": 7.25, "number": 5.0},
    )
    assert finding_text(found) == "max of a1 is 7.25, above 5."


def test_a_stop_says_all_its_findings():
    finding = Finding("{name}, {phase}.", {"name": "Relu1", "phase": "backward"})
    assert (
        stop_text(Stop(3, Breakpoint.when("place"), (finding, finding), Place())) == "Relu1, backward. Relu1, backward."
    )


@pytest.mark.parametrize(("kind", "options"), [("misclassified", {}), ("place", {"phase": "loss"}), ("not_finite", {})])
def test_what_is_found_in_a_pass_can_be_said(kind, options):
    network = Network(NetworkSpec.mlp(2, (3,), 2), 0)
    x = np.array([[np.nan, 1.0], [0.5, 2.0]] if kind == "not_finite" else [[1.0, 1.0], [0.5, 2.0]])
    trace = record(network, x, np.array([0, 1]))
    match = first_match(network.spec, trace, (Breakpoint.when(kind, **options),))
    assert all(finding_text(finding) == str(finding) for finding in match.findings)
    assert all(finding.template in sentences_to_translate() for finding in match.findings)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition.of("place", layer=0, phase="backward"), "Affine1, backward"),
        (Condition.of("place", layer=-1), "SoftmaxWithLoss"),
        (Condition.of("place", phase="update"), "Every layer, update"),
        (Condition.of("place", layer=9), "Layer 9 (this network has none)"),
        (Condition.of("not_finite"), "Any value holds NaN or infinity"),
        (Condition.of("not_finite", name="dW1"), "dW1 holds NaN or infinity"),
        (Condition.of("not_finite", which="-Inf"), "Any value holds -Inf"),
        (Condition.of("threshold", name="a1", statistic="max", number=5.0), "max of a1 above 5"),
        (Condition.of("dead", share=0.5), "At least 50% of a layer's ReLUs dead"),
        (Condition.of("misclassified", label=3), "A sample of class 3 taken for another"),
        (Condition.of("crossing", name="b1", index="2"), "b1[2] crosses 0"),
    ],
)
def test_a_breakpoint_is_one_line_that_begins_like_a_sentence_or_with_a_name(condition, expected):
    assert breakpoint_text(Breakpoint((condition,)), SPEC) == expected


def test_conditions_are_joined():
    both = Breakpoint((Condition.of("dead", share=1.0), Condition.of("loss_jump", factor=2.0)))
    text = "At least 100% of a layer's ReLUs dead and loss more than 2 times the one before"
    assert breakpoint_text(both, SPEC) == text
