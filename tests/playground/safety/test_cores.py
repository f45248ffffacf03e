"""The matrix library uses as many threads as it is told, in the whole process."""

from __future__ import annotations

import pytest
import threadpoolctl

from playground.safety import cores

pytestmark = pytest.mark.skipif(not cores.is_settable(), reason="this NumPy's matrix library has no such number")


def blas_threads():
    return {each["num_threads"] for each in threadpoolctl.threadpool_info() if each["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def _one_again():
    yield
    cores.use(1)


def test_the_number_is_that_of_the_library():
    assert blas_threads() == {cores.in_use()} == {1}
    cores.use(2)
    assert blas_threads() == {cores.in_use()} == {2}
    cores.use(1)
    assert blas_threads() == {1}


def test_there_is_a_core_at_least():
    assert cores.here() >= 1


def test_the_kernel_is_that_of_the_library():
    (library,) = [each for each in threadpoolctl.threadpool_info() if each["user_api"] == "blas"]
    assert cores.kernel() == library.get("architecture", "")
