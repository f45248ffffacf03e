"""The confined process: how soon a check is answered, how soon a stop, and what each step of its start takes.

    python tests/benchmarks/confined_process.py [rounds]

Times by the clock need a quiet machine; the child's processor time is robust against other work.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from playground.confined.checking import Check, check
from playground.confined.child import Child
from playground.confined.limits import TRAINING, Limits
from playground.confined.statement import expected

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
QUICK = Limits(nice=0)
OWN = {"source": "print('hi')", "name": "own.py"}
ENDLESS = {"source": "while True: pass", "name": "own.py"}
STUBBORN = {
    "source": "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
    "name": "own.py",
}


def milliseconds(work):
    times = []
    for _ in range(ROUNDS):
        prepared = work()
        start = time.perf_counter()
        prepared()
        times.append(1000 * (time.perf_counter() - start))
    times.sort()
    return f"median {statistics.median(times):7.1f} ms   least {times[0]:7.1f}   most {times[-1]:7.1f}"


def cold():
    return lambda: check("run", OWN, QUICK)


def prepared():
    one = Check("run", QUICK)
    one.start()
    assert one.protection is not None
    return lambda: one.run(OWN)


def stopped(request, grace):
    def begin():
        child = Child("run", TRAINING)
        child.start()
        assert child.protection is not None
        child.ask(request)
        time.sleep(0.3)  # until it runs

        def stop():
            child.stop(grace)
            child.wait()

        return stop

    return begin


def processor_time():
    before = os.times()
    for _ in range(ROUNDS):
        check("run", OWN, QUICK)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return f"{1000 * spent / ROUNDS:7.1f} ms"


print(f"{ROUNDS} rounds; {expected().sentence}")
print("a check, from nothing          ", milliseconds(cold))
print("a check, process prepared      ", milliseconds(prepared))
print("a stop of an endless loop      ", milliseconds(lambda: stopped(ENDLESS, 1.0)()))
print("one that will not stop (0.1 s) ", milliseconds(lambda: stopped(STUBBORN, 0.1)()))
print("processor time of a check      ", processor_time())
