"""A pass without targets that goes on to what the network says."""

from __future__ import annotations

import numpy as np
import pytest

from nn.network import Network, NetworkSpec
from nn.trace import record


@pytest.mark.parametrize("form", ["elementary", "book"])
@pytest.mark.parametrize("loss", ["SoftmaxWithLoss", "SigmoidWithLoss"])
def test_the_output_activation_comes_after_the_scores(loss, form):
    network, x = Network(NetworkSpec.mlp(3, (4,), 2, loss=loss), 0), np.ones((2, 3))
    trace = record(network, x, form=form, answer=True)
    last = trace[-1]
    assert (last.phase, last.name, last.depth, list(last.outputs)) == ("loss", loss, "layer", ["y"])
    np.testing.assert_allclose(last.outputs["y"], network.output(x), rtol=1e-6)
    np.testing.assert_allclose(trace[-2].outputs["y"], network.output(x), rtol=1e-6)
    assert last.formula.startswith("y = ")


def test_scores_that_are_the_answer_are_not_said_twice():
    network = Network(NetworkSpec.mlp(3, (4,), 2, loss="IdentityWithLoss"), 0)
    assert record(network, np.ones(3), answer=True)[-1].phase == "forward"


def test_a_pass_with_targets_is_the_same_with_it_as_without():
    network = Network(NetworkSpec.mlp(3, (4,), 2), 0)
    steps = [[(e.phase, e.name) for e in record(network, np.ones(3), 1, answer=answer)] for answer in (False, True)]
    assert steps[0] == steps[1]
