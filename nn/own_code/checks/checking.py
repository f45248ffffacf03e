"""One class or function, asked all that its role asks."""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from nn.messages import Message, message_of, printable
from nn.own_code.checks import functions, layers, losses, networks, optimizers, pairs
from nn.own_code.checks.building import NoFitError, UnknownArgumentError
from nn.own_code.checks.chance import undisturbed
from nn.own_code.checks.findings import EnoughSeenError, Examination, Finding
from nn.own_code.fuel import EndlessError, UnfinishedError
from nn.own_code.judgement import UNFINISHED
from nn.own_code.roles import METHODS, Role, Target

_OTHER = 1000
CHECKS: dict[Role, Callable[[Any, Target, Examination], None]] = {
    Role.FUNCTION: functions.check,
    Role.LAYER: layers.check,
    Role.PAIR: pairs.check,
    Role.LOSS: losses.check,
    Role.OPTIMIZER: optimizers.check,
    Role.NETWORK: networks.check,
}


def examine(thing: Any, target: Target, file: str, thorough: bool = True, seed: int = 0) -> Examination:
    """Ask all of a class or function; what its code raises is a finding with the line in its `file`.

    A gradient that is wrong must be so on other data as well: a value may lie in the very corner of a ReLU.
    """
    examination = _examined(thing, target, file, thorough, seed)
    if any(finding.kind == "gradient" for finding in examination.errors):
        again = _examined(thing, target, file, thorough, seed + _OTHER)
        if not any(finding.kind == "gradient" for finding in again.errors):
            examination.findings = [each for each in examination.findings if each.kind != "gradient"]
    return examination


def _examined(thing: Any, target: Target, file: str, thorough: bool, seed: int) -> Examination:
    examination = Examination(thorough, seed)
    with warnings.catch_warnings(), np.errstate(all="ignore"), undisturbed():
        warnings.simplefilter("ignore")
        try:
            if _has_its_methods(thing, target, examination):
                CHECKS[target.role](thing, target, examination)
        except EnoughSeenError:
            pass
        except NoFitError as error:
            examination.say(Finding("unknown argument", "__init__", _no_fit(target.name, error), False))
        except UnknownArgumentError as error:
            examination.say(Finding("unknown argument", "__init__", _unknown_argument(target.name, error), False))
        except Exception as error:  # noqa: BLE001 - it is the learner's
            _say_raised(error, target, file, examination)
    return examination


def _has_its_methods(thing: Any, target: Target, examination: Examination) -> bool:
    missing = [name for name in METHODS.get(target.role, ()) if not callable(getattr(thing, name, None))]
    for name in missing:
        examination.expect(
            False,
            "no method",
            name,
            lambda name=name: Message("{cls} has no `{name}`.", cls=target.name, name=name),  # type: ignore[misc]
        )
    return not missing


def _say_raised(error: Exception, target: Target, file: str, examination: Examination) -> None:
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    line = lines[-1] if lines else None
    kind, reason = type(error).__name__, _reason(error)
    if isinstance(error, EndlessError | UnfinishedError):
        message = Message("Line {line}: {reason}.", line=line, reason=reason)
    elif line is None:
        message = Message("{name} stops with {kind}: {reason}.", name=target.name, kind=kind, reason=reason)
    else:
        message = Message("Line {line} stops with {kind}: {reason}.", line=line, kind=kind, reason=reason)
    is_unfinished = isinstance(error, UnfinishedError)
    try:
        examination.say(Finding(UNFINISHED if is_unfinished else "raises", kind, message, not is_unfinished, line))
    except EnoughSeenError:
        return


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return Message("a function calls itself without end")
    said = message_of(error)
    return said if isinstance(said, Message) else printable(said)


def _no_fit(name: str, error: NoFitError) -> Message:
    return Message(
        "Which weights and inputs belong together in {name} is not known: {reason}. It can be stepped through, not "
        "checked.",
        name=name,
        reason=printable(message_of(error)),
    )


def _unknown_argument(name: str, error: UnknownArgumentError) -> Message:
    return Message(
        "How to make {name} is not known: what is {argument}? It can be stepped through, not checked.",
        name=name,
        argument=str(error),
    )
