"""What the confined process does, from its first line to its last."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import Any

from playground.confined.inside.confinement import confine
from playground.confined.inside.desk import Desk
from playground.confined.inside.failures import failure
from playground.confined.inside.prints import Prints
from playground.confined.tasks import TASKS


def main(order: dict[str, Any]) -> None:
    """Take over the pipes, import what the task needs, confine, and do it once.

    Parameters
    ----------
    order : dict
        From the command line: ``task``, ``limits``, ``without`` (protections to be left out).
    """
    if order["task"] not in TASKS:
        raise ValueError(f"no task {order['task']!r}")
    perform = import_module(f"playground.confined.tasks.{order['task']}").perform
    prints = Prints(order["limits"]["printed"])
    desk = Desk(*_pipes(), prints)
    _stand_back(order["limits"]["nice"])
    protection = confine(order["limits"], order["without"], desk.listen)
    if hasattr(signal, "SIGXCPU"):
        signal.signal(signal.SIGXCPU, _on_time_up)
    sys.stdout = sys.stderr = prints
    desk.ready({"held": [held.value for held in protection.held]})
    request = desk.next()
    if request is not None:
        _do(desk, perform, request)
    os._exit(0)  # nothing of the learner's runs at the end


class TimeIsUp(BaseException):
    """The processor time is used up: told where the code stands, and a second later the process is killed."""


def _do(desk: Desk, perform: Any, request: Any) -> None:
    try:
        desk.answer(perform(desk, request))
    except BaseException as error:  # noqa: BLE001 - whatever a learner's code raises, SystemExit too
        desk.fail(failure(error, str(request.data.get("name", ""))))


def _on_time_up(*_: object) -> None:
    raise TimeIsUp


def _pipes() -> tuple[int, int]:
    """Return orders and answers under other numbers, and let what is written to the usual ones go nowhere."""
    orders, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for usual in (0, 1, 2):
        os.dup2(nowhere, usual)
    os.close(nowhere)
    return orders, answers


def _stand_back(nice: int) -> None:
    if hasattr(os, "nice"):
        os.nice(nice)
