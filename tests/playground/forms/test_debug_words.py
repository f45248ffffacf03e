"""Every sentence that nn says of a stop is in the table of translations."""

from __future__ import annotations

import ast
import inspect

import numpy as np
import pytest

from nn.breakpoints import Breakpoint, Finding, Stop, conditions
from nn.breakpoints.inspector import first_match
from nn.network import Network, NetworkSpec
from nn.trace import record
from playground.forms.debug_words import TEMPLATES, finding_text, stop_text


def said_by_nn():
    """Read the sentences from the source of the conditions: templates and parts of them have places in braces."""
    tree = ast.parse(inspect.getsource(conditions))
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if "{" in text}


def test_no_sentence_is_missing_from_the_table():
    assert len(said_by_nn()) > 10
    assert [text for text in said_by_nn() if not any(text in template for template in TEMPLATES)] == []


def test_a_finding_is_said_with_its_numbers():
    finding = Finding("{name}, {phase}.", {"name": "Relu1", "phase": "backward"})
    assert finding_text(finding) == "Relu1, backward."
    assert stop_text(Stop(3, 0, (finding, finding))) == "Relu1, backward. Relu1, backward."


@pytest.mark.parametrize(("kind", "options"), [("misclassified", {}), ("place", {"phase": "loss"}), ("not_finite", {})])
def test_real_findings_can_be_said(kind, options):
    network = Network(NetworkSpec.mlp(2, (3,), 2), 0)
    x = np.array([[np.nan, 1.0], [0.5, 2.0]] if kind == "not_finite" else [[1.0, 1.0], [0.5, 2.0]])
    trace = record(network, x, np.array([0, 1]))
    match = first_match(network.spec, trace, (Breakpoint.when(kind, **options),))
    assert all(finding_text(finding) == str(finding) for finding in match.findings)
    assert all(finding.template in TEMPLATES for finding in match.findings)
