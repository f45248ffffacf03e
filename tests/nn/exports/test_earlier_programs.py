"""Programs that an earlier version wrote go on running: the paths of the modules they name are promises."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
import pytest

from nn import load_network

EARLIER = sorted((Path(__file__).parent / "of_0_1_0").glob("*.py"))


@pytest.mark.parametrize("path", EARLIER, ids=lambda path: path.stem)
def test_a_program_of_version_0_1_0_leads_to_the_weights_of_then(path, capsys):
    network = runpy.run_path(str(path))["network"]
    then, _ = load_network(path.with_suffix(".npz"))
    assert capsys.readouterr().out.splitlines()[-1].startswith("the weights")
    # Another NumPy or processor may add in another order: the last bits are no promise across machines.
    np.testing.assert_allclose(network.flat_params, then.flat_params, rtol=1e-4, atol=1e-6)
