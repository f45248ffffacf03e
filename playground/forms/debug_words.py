"""Why the debugger stopped, in the language of the moment: `nn` knows English only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from nn.breakpoints import Finding, Stop

_CONTEXT = "DebugWords"

TEMPLATES = (
    QT_TRANSLATE_NOOP("DebugWords", "The pass comes through here."),
    QT_TRANSLATE_NOOP("DebugWords", "{name}, {phase}."),
    QT_TRANSLATE_NOOP("DebugWords", "{name}[{index}] is {number}."),
    QT_TRANSLATE_NOOP("DebugWords", "{statistic} of {name} is {got:.4g}, above {number:g}."),
    QT_TRANSLATE_NOOP("DebugWords", "{statistic} of {name} is {got:.4g}, below {number:g}."),
    QT_TRANSLATE_NOOP("DebugWords", "{share:.0%} of the ReLUs of {name} give 0 for all {samples} samples."),
    QT_TRANSLATE_NOOP("DebugWords", "{share:.0%} of {name} lie within {distance:g} of an end."),
    QT_TRANSLATE_NOOP("DebugWords", "The norm of {name} is {ratio:.2g} times that of {weights}: it has vanished."),
    QT_TRANSLATE_NOOP("DebugWords", "The norm of {name} is {ratio:.2g} times that of {weights}: it has exploded."),
    QT_TRANSLATE_NOOP("DebugWords", "The loss jumped from {before:.4g} to {now:.4g}."),
    QT_TRANSLATE_NOOP("DebugWords", "The loss has stayed at {loss:.4g} for {iterations} iterations."),
    QT_TRANSLATE_NOOP("DebugWords", "The probabilities of sample {row} add up to {total:.6g}, not to 1."),
    QT_TRANSLATE_NOOP("DebugWords", "The gradients of sample {row}'s scores add up to {total:.6g}, not to 0."),
    QT_TRANSLATE_NOOP("DebugWords", "Sample {row} of the batch is of class {true}, but was taken for {said}."),
    QT_TRANSLATE_NOOP("DebugWords", "{name}[{index}] went from {before:.4g} to {now:.4g}, across {number:g}."),
)
"""What `nn.breakpoints.conditions` says; another template is shown in English."""

_PHASES = {
    "forward": QT_TRANSLATE_NOOP("DebugWords", "forward"),
    "loss": QT_TRANSLATE_NOOP("DebugWords", "loss"),
    "backward": QT_TRANSLATE_NOOP("DebugWords", "backward"),
    "update": QT_TRANSLATE_NOOP("DebugWords", "update"),
}


def phase_name(phase: str) -> str:
    """Give a phase's name in the language of the moment."""
    return QCoreApplication.translate(_CONTEXT, _PHASES[phase])


def finding_text(finding: Finding) -> str:
    """Give why a condition holds, as a sentence."""
    numbers = dict(finding.numbers)
    if "phase" in numbers:
        numbers["phase"] = phase_name(numbers["phase"])
    return QCoreApplication.translate(_CONTEXT, finding.template).format(**numbers)


def stop_text(stop: Stop) -> str:
    """Give why the debugger stopped: one sentence for each condition."""
    return " ".join(map(finding_text, stop.findings))
