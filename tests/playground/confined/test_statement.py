"""What is protected is told as it is."""

from __future__ import annotations

import pytest

from playground.confined.checking import check
from playground.confined.statement import Degree, Held, expected, named, protection


@pytest.mark.parametrize(
    ("has_landlock", "has_seccomp", "degree", "missing"),
    [
        (True, True, Degree.FULL, ()),
        (True, False, Degree.PARTLY, (Held.NETWORK, Held.PROGRAMS)),
        (False, True, Degree.PARTLY, (Held.READING,)),
        (False, False, Degree.NOT, (Held.WRITING, Held.READING, Held.NETWORK, Held.PROGRAMS)),
    ],
)
def test_the_degree_follows_from_what_the_kernel_has(has_landlock, has_seccomp, degree, missing):
    told = protection(has_landlock=has_landlock, has_seccomp=has_seccomp, holds_memory=True)
    assert (told.degree, told.missing) == (degree, missing)
    assert told.sentence.startswith({"full": "Protected:", "partly": "Partly", "not": "Not"}[degree.value])


def test_what_is_missing_is_named_in_words():
    told = protection(has_landlock=False, has_seccomp=True, holds_memory=True)
    assert "nothing keeps it from this: reading files." in told.sentence


def test_what_is_expected_is_what_the_process_then_has():
    answer = check("run", {"source": "1", "name": "own.py"})
    assert answer.protection == expected()


def test_names_nobody_knows_protect_nothing():
    assert named(["writing", "everything", 7, None, ["reading"]]).held == {Held.WRITING}
