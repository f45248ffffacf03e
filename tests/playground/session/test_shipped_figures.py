"""The figure beside the shipped network is the one that its network really reaches."""

from __future__ import annotations

import numpy as np
import pytest

from nn.datasets import DATASETS
from playground.session import shipped_figures
from playground.session.library import load_shipped


def test_the_accuracy_on_record_is_the_network_s_own() -> None:
    data = DATASETS["mnist"]()
    accuracy = load_shipped().accuracy(data.x_test * np.float32(data.scale), data.t_test)

    assert shipped_figures.shipped_accuracy() == pytest.approx(accuracy, abs=2e-4)  # two images, for other BLAS


@pytest.mark.parametrize("content", [None, b"", b"no network", b"PK"])
def test_a_missing_or_damaged_file_has_no_figure(tmp_path, monkeypatch, content) -> None:
    (tmp_path / "networks").mkdir()
    if content is not None:
        (tmp_path / "networks" / "digits.npz").write_bytes(content)
    monkeypatch.setattr(shipped_figures.importlib.resources, "files", lambda package: tmp_path)

    assert shipped_figures.shipped_accuracy() is None
