"""The strengths of disturbances in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nn.evaluation.disturbing import NOISE, ROTATION, SHIFT


def strength_text(kind: str, strength: float) -> str:
    """Write a strength with its unit."""
    if kind == ROTATION:
        return f"{strength:+.0f}°" if strength else "0°"
    if kind == SHIFT:
        return QCoreApplication.translate("RobustPage", "{pixels:.0f} px").format(pixels=strength)
    return f"{strength:g}"


def disturbed_text(kind: str, strength: float) -> str:
    """Say what was done to a sample."""
    texts = {
        NOISE: QCoreApplication.translate("RobustPage", "noise {strength}"),
        SHIFT: QCoreApplication.translate("RobustPage", "shifted by {strength}"),
        ROTATION: QCoreApplication.translate("RobustPage", "turned by {strength}"),
    }
    return texts[kind].format(strength=strength_text(kind, strength))
