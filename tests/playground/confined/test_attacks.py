"""Hostile code in a confined process: it ends within its limits, with one sentence, and gets at nothing.

What only Landlock or seccomp hold is skipped where the kernel has them not, and says so. Each such attack is also run
with the protections off that hold it, and must then get what it wants: else it would prove nothing.
"""

from __future__ import annotations

import platform
from dataclasses import replace
from pathlib import Path

import pytest

from playground.confined.checking import Check
from playground.confined.ending import How
from playground.confined.kernel import landlock, seccomp
from playground.confined.limits import Limits
from tests.playground.confined.attacks import ALL, TRACING
from tests.playground.confined.conftest import SECRET

LIMITS = Limits(cpu_seconds=1, seconds=60, megabytes=256, nice=0)
WAITING = replace(LIMITS, seconds=2)
HELD = {n for n, has in (("landlock", landlock.version() > 0), ("seccomp", seccomp.is_available())) if has}
YAMA = Path("/proc/sys/kernel/yama/ptrace_scope")
ON_X86 = platform.machine() == "x86_64"

pytestmark = pytest.mark.skipif(platform.system() == "Windows", reason="nothing is held there but time")


def attempt(attack, surroundings, without=()):
    text = attack.text
    for name, value in surroundings.places.items():
        text = text.replace(f"{{{name}!r}}", repr(value)).replace(f"{{{name}}}", str(value))
    limits = WAITING if attack.ends == {How.LATE} else LIMITS
    return Check("run", limits, without=without).run({"source": text, "name": "own.py"})


@pytest.mark.parametrize("name", ALL)
def test_it_ends_with_a_sentence_and_has_got_nothing(name, surroundings):
    attack = ALL[name]
    if attack.needs - HELD:
        pytest.skip(f"only {' or '.join(sorted(attack.needs))} holds this, and the kernel here lacks it")
    if "call(" in attack.text and not ON_X86:
        pytest.skip("its numbers of system calls are those of x86-64")
    answer = attempt(attack, surroundings)
    assert answer.ending.how in attack.ends, answer.ending
    assert "ESCAPED" not in answer.printed
    assert SECRET not in f"{answer}"
    assert surroundings.changes() == []
    assert answer.ending.message.isprintable()
    assert 3 < len(answer.ending.message) < 500
    assert all(line.isprintable() for line in answer.printed.split("\n"))
    assert len(answer.printed) <= LIMITS.printed
    assert f"{answer.data}".isprintable()


@pytest.mark.parametrize("name", [name for name, attack in ALL.items() if attack.needs])
def test_without_its_protection_it_would_have_got_it(name, surroundings):
    attack = ALL[name]
    if "call(" in attack.text and not ON_X86:
        pytest.skip("its numbers of system calls are those of x86-64")
    if name in TRACING and YAMA.exists() and YAMA.read_text().strip() != "0":
        pytest.skip("this system lets nobody trace")
    answer = attempt(attack, surroundings, without=(*attack.needs, "limits"))
    assert "ESCAPED" in answer.printed or surroundings.changes(), answer.ending


def test_the_first_protection_alone_holds_the_files(surroundings):
    answer = attempt(ALL["files: reading a secret"], surroundings, without=("seccomp",))
    assert (answer.ending.how, "ESCAPED" in answer.printed) == (How.FAILED, "landlock" not in HELD)
    assert answer.protection.degree.value == ("partly" if HELD else "not")


def test_there_are_enough_of_them():
    assert len(ALL) >= 50
    assert {how for attack in ALL.values() for how in attack.ends} >= set(How) - {How.NOT_STARTED, How.QUIET}
