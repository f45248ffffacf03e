"""A confined process is asked, stopped and killed, from any thread and at any time."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from playground.confined.checking import Check, check
from playground.confined.child import Child
from playground.confined.ending import How
from playground.confined.limits import TRAINING, Limits
from tests.patience import PROCESS_S

ROOT = Path(__file__).parents[3]


SAYS_A_WORD = """
import os, struct
word = b'{"kind": "report", "data": {"word": 1}, "prints": {"text": "", "left_out": 0}}'
for number in range(3, 9):
    try:
        os.write(number, struct.pack("<IQ", len(word), 0) + word)
    except OSError:
        pass
"""


def own(text):
    return {"source": text, "name": "own.py"}


@pytest.fixture
def child():
    child = Child("run", TRAINING)
    yield child
    child.kill()


def test_what_a_module_prints_comes_back_and_the_folder_goes(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("SECRET", "of the person")
    answer = check("run", own("import os\nprint(os.listdir('.') if 0 else 'hi', sorted(os.environ), os.getcwd())"))
    assert answer.ending.how is How.ANSWERED
    words = answer.printed.split(" ", 1)
    assert words[0] == "hi"
    assert "SECRET" not in words[1]
    assert str(tmp_path) in words[1]
    assert list(tmp_path.iterdir()) == []


def test_numpy_and_what_the_book_imports_are_there():
    text = "import numpy as np, random, copy, collections, pickle, time\nprint(np.dot([1., 2.], [3., 4.]))"
    assert check("run", own(text)).printed == "11.0\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = 1\ny = 1 / 0", "Line 2: ZeroDivisionError: division by zero"),
        ("x = 1\ndef f(:", "Line 2 is not Python"),
        ("import json\n\njson.loads('{')", "Line 3: JSONDecodeError: Expecting"),
        ("\nx = [0] * 10**9", "Line 2: it wanted more than 1,024 MB of memory"),
    ],
)
def test_a_failure_names_its_line(text, message):
    assert check("run", own(text)).ending.message.startswith(message)


def test_a_stop_ends_code_where_it_stands(child):
    child.start()
    assert child.protection is not None
    child.ask(own(SAYS_A_WORD + "import time\ntime.sleep(10**6)"))
    reports = child.reports()
    assert next(reports).data == {"word": 1}  # now it runs
    child.stop(PROCESS_S)
    assert next(reports).data["type"] == "KeyboardInterrupt"
    ended = child.wait(PROCESS_S)
    assert (ended.how, ended.line) == (How.STOPPED, len(SAYS_A_WORD.splitlines()) + 2)


def test_code_that_will_not_stop_is_killed(child):
    child.start()
    child.ask(own("import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"))
    assert child.protection is not None
    child.stop(0.1)
    ended = child.wait(PROCESS_S)
    assert (ended.how, ended.line) == (How.STOPPED, None)


def test_a_word_is_missed_in_time():
    child = Child("run", Limits(cpu_seconds=None, seconds=None, quiet_seconds=0.5))
    child.start()
    child.ask(own("import time\ntime.sleep(10**6)"))
    ended = child.wait(PROCESS_S)
    assert (ended.how, ended.line) == (How.QUIET, 2)


def test_it_can_be_ended_before_it_begins_and_asked_after_it_ended(child):
    child.kill()
    child.start()
    assert child.wait(PROCESS_S).how is How.STOPPED
    child.ask(own("1"))
    assert list(child.reports()) == []
    assert child.protection is None


def test_a_check_is_cancelled_from_outside():
    cancelled = Check("run")
    cancelled.start()
    cancelled.cancel()
    assert cancelled.run(own("while True: pass")).ending.how is How.STOPPED


def test_no_room_for_a_process_is_said(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    ended = check("run", own("1")).ending
    assert ended.how is How.NOT_STARTED
    assert "No such file" in ended.message


def test_only_tasks_of_the_list_can_be_asked_for():
    with pytest.raises(ValueError, match=r"os\.system"):
        Child("os.system")


def test_too_long_a_request_is_refused_here(child):
    child.start()
    with pytest.raises(ValueError, match=r"5,0.* bytes; a message has at most 4,194,304"):
        child.ask(own("#" * 5_000_000))


PARENT = """
import sys, threading, time
from pathlib import Path
from playground.confined.child import Child
from playground.confined.limits import TRAINING

child = Child("run", TRAINING)
threading.Thread(target=child.start).start()  # this thread ends at once, and the process does not
assert child.protection is not None
child.ask({"source": "import collections, itertools\\ncollections.deque(itertools.repeat(1), 0)", "name": "own.py"})
pids = [pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()]
time.sleep(1)  # until it computes, most likely
print(*pids, flush=True)
time.sleep(1000)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux for the numbers of processes")
def test_it_ends_with_the_program_even_where_it_listens_no_more():
    line = [sys.executable, "-c", PARENT]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        pid = parent.stdout.readline().strip()
        assert Path(f"/proc/{pid}").exists()
        parent.kill()
    patience = time.monotonic() + PROCESS_S
    while Path(f"/proc/{pid}").exists() and time.monotonic() < patience:
        time.sleep(0.05)
    assert not Path(f"/proc/{pid}").exists()


def test_nothing_of_it_brings_qt():
    line = "import sys, playground.confined.checking; print([m for m in sys.modules if 'PySide6' in m])"
    done = subprocess.run([sys.executable, "-c", line], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
