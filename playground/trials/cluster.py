"""Trials on a cluster of Dask: several machines, or several processes that somebody else started."""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from nn.messages import Message, printable
from playground.trials.engine import EngineGone
from playground.trials.work import attempt

if TYPE_CHECKING:
    from nn.runs.trial import Result, Trial
    from playground.trials.work import Problem

_ANSWERS_WITHIN_S = 10
_LOOKS_EVERY_S, _LOOKS_FOR_S = 1.0, 0.3
"""How often it asks for the workers, and how long for the answer: Cancel waits behind that."""
_STOP = "nn-playground-stop"


class NoCluster(ValueError):
    """There is no scheduler that could be used; says why, and the way out."""


class Cluster:
    """The workers of a scheduler. Whoever may reach a scheduler can run anything on its workers.

    Parameters
    ----------
    problem : Problem
        What all trials share; it travels to each worker once.
    address : str
        Of the scheduler: ``tcp://host:8786``, or ``tls://`` where it has certificates.

    Raises
    ------
    NoCluster
        If nothing answers there, nobody works there, or the workers have another NumPy than this program.
    """

    lost: tuple[type[BaseException], ...]

    def __init__(self, problem: Problem, address: str) -> None:
        try:
            from distributed import Client, Event
            from distributed.scheduler import KilledWorker
        except ImportError:
            raise NoCluster(
                Message("Dask is not installed here; install it with: pip install 'nn-playground[distributed]'")
            ) from None
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what it would say, `EngineGone` says
        self.lost = (KilledWorker, CancelledError, ConnectionError)
        try:
            self._address = address
            self._client: Any = Client(address, timeout=_ANSWERS_WITHIN_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NoCluster(
                Message(
                    "no scheduler answers at {address}: {reason}; start one with `dask scheduler` or search without",
                    address=printable(address),
                    reason=printable(str(error)),
                )
            ) from error
        try:
            self._check_workers(address)
            self._stop = Event(f"{_STOP}-{self._client.id}", client=self._client)
            self._problem, self._there = problem, self._client.scatter(problem, broadcast=True)
        except BaseException:
            self._client.close()
            raise
        self._waits_for: Message | None = None
        self._asked = time.monotonic()

    def _check_workers(self, address: str) -> None:
        found = self._client.run(_versions)
        if not found:
            raise NoCluster(
                Message(
                    "the scheduler at {address} has no workers; start some: `dask worker {address}`", address=address
                )
            )
        self.places = sum(self._client.nthreads().values())
        others = {each for each in found.values() if each != _versions()}
        if others:
            raise NoCluster(
                Message(
                    "the workers have {theirs}, this program has {ours}: other bits would come out; install the same",
                    theirs=", ".join(sorted(map(printable, others))),
                    ours=_versions(),
                )
            )

    @property
    def _has_data(self) -> bool:
        """Whether somebody there still has the data."""
        return bool(self._there.status == "finished")

    def submit(self, trial: Trial) -> Future[Result]:
        """Begin a trial as soon as a worker is free; `EngineGone` if the scheduler is not there any more."""
        try:
            if self._client.status == "running":
                if not self._has_data:
                    self._there = self._client.scatter(self._problem, broadcast=True, timeout=_LOOKS_EVERY_S)
                return self._answer(
                    self._client.submit(_attempt, self._there, trial, self._stop, pure=False, retries=0)
                )
        except TimeoutError:  # nobody takes the data: the last worker has just gone, and `waits_for` will say so
            lost: Future[Result] = Future()
            lost.set_exception(CancelledError())
            return lost
        except OSError:
            pass  # it went away between the two lines
        raise EngineGone(Message("the scheduler at {address} went away", address=printable(self._address)))

    def _answer(self, of_dask: Any) -> Future[Result]:
        """Return a future that always ends; those of `Client.get_executor` do not, if a worker dies with its result."""

        async def answer() -> Result:
            result: Result = await of_dask
            return result

        return asyncio.run_coroutine_threadsafe(answer(), self._client.loop.asyncio_loop)

    def check(self) -> None:
        """Leave it to the scheduler, which gives back what its workers lose; `submit` says when it is gone itself."""

    def waits_for(self) -> Message | None:
        """Say so when all workers are gone, or the scheduler does not answer; it is asked once a second."""
        if time.monotonic() - self._asked >= _LOOKS_EVERY_S or not self._has_data:
            self._waits_for = self._missing()
            self._asked = time.monotonic()
        return self._waits_for

    def _missing(self) -> Message | None:
        client, address = self._client, printable(self._address)
        try:
            there = client.status != "running" or client.sync(client.scheduler.ncores, callback_timeout=_LOOKS_FOR_S)
        except TimeoutError:
            return Message("the scheduler at {address} does not answer: waiting for it; or cancel", address=address)
        except OSError:
            return None  # it went away, which its futures and `submit` say
        if there:
            return None
        return Message(
            "no worker at {address} any more: waiting; start one with `dask worker {address}`, or cancel",
            address=address,
        )

    def stop(self) -> None:
        """Tell all trials at work to end; they look about five times a second."""
        with suppress(OSError):  # where the scheduler is gone or hangs, nobody has to be told
            if self._client.status == "running":
                ask = self._client.scheduler.event_set  # as `Event.set` does, which would wait for ever
                self._client.sync(ask, name=self._stop.name, callback_timeout=_LOOKS_FOR_S)
        with suppress(OSError):
            self._client.close(timeout=_LOOKS_FOR_S)


def _versions() -> str:
    import nn

    return f"NumPy {np.__version__}, nn {getattr(nn, '__version__', 'of this program')}"


def _attempt(problem: Problem, trial: Trial, stop: Any) -> Result:
    return attempt(problem, trial, is_cancelled=stop.is_set)
