from __future__ import annotations

import io

import numpy as np

from nn.files.packing import packed


def test_what_is_packed_is_what_numpy_reads():
    arrays = {"W1": np.arange(6.0).reshape(2, 3), "x": np.zeros(0, np.uint8), "all": np.arange(9, dtype=">i2")[::2]}
    with np.load(io.BytesIO(packed(arrays))) as file:
        assert set(file) == set(arrays)
        assert all(np.array_equal(file[name], array) for name, array in arrays.items())


def test_it_is_bytes_and_no_view_of_a_buffer():
    """The collector cannot clear a buffer that a traceback still looks into: it says so on standard error."""
    assert type(packed({"W1": np.zeros(3)})) is bytes
