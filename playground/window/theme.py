"""The program's looks: Qt's Fusion style with a calm light and a calm dark palette."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

THEMES = ("system", "light", "dark")

Role = QPalette.ColorRole

# Contrast of text on every ground is at least 4.5:1, of disabled text and of a selection 3:1 (a test computes them).
LIGHT = {
    Role.Window: "#f4f6f9",
    Role.WindowText: "#1c2430",
    Role.Base: "#ffffff",
    Role.AlternateBase: "#f0f3f7",
    Role.Text: "#1c2430",
    Role.PlaceholderText: "#5c6878",
    Role.Button: "#ffffff",
    Role.ButtonText: "#26303d",
    Role.BrightText: "#b45309",
    Role.ToolTipBase: "#1f2937",
    Role.ToolTipText: "#f3f6fa",
    Role.Highlight: "#2563eb",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#2563eb",
    Role.Link: "#1d4ed8",
    Role.LinkVisited: "#6d28d9",
    Role.Light: "#ffffff",
    Role.Midlight: "#e6eaf0",
    Role.Mid: "#d3dae3",
    Role.Dark: "#aab4c2",
    Role.Shadow: "#8792a2",
}
DARK = {
    Role.Window: "#171b22",
    Role.WindowText: "#e4e8ef",
    Role.Base: "#262d39",
    Role.AlternateBase: "#2b3340",
    Role.Text: "#e4e8ef",
    Role.PlaceholderText: "#929dae",
    Role.Button: "#232934",
    Role.ButtonText: "#e0e5ed",
    Role.BrightText: "#fbbf24",
    Role.ToolTipBase: "#2b3340",
    Role.ToolTipText: "#eef2f7",
    Role.Highlight: "#356fe8",
    Role.HighlightedText: "#ffffff",
    Role.Accent: "#6ea3ff",
    Role.Link: "#7fb0ff",
    Role.LinkVisited: "#b79cff",
    Role.Light: "#39424f",
    Role.Midlight: "#2a313c",
    Role.Mid: "#333b47",
    Role.Dark: "#0b0e13",
    Role.Shadow: "#05070a",
}
TEXTS = (Role.WindowText, Role.Text, Role.ButtonText, Role.HighlightedText, Role.PlaceholderText, Role.Accent)
INDICATORS = {"light": "#a6b4c8", "dark": "#98a5ba"}
"""What Fusion darkens to draw the edge of a box to be ticked: the window's own colour gives none on a dark window."""
TICKED = ("QCheckBox", "QRadioButton")
DISABLED = {"light": "#858fa0", "dark": "#6f7a8b"}


def palette_of(name: str) -> QPalette:
    """Build a palette.

    Parameters
    ----------
    name : str
        ``light`` or ``dark``.

    Returns
    -------
    QPalette
    """
    palette = QPalette()
    for role, colour in (DARK if name == "dark" else LIGHT).items():
        palette.setColor(role, QColor(colour))
    disabled = QColor(DISABLED[name])
    for role in TEXTS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, disabled)
    palette.setColor(QPalette.ColorGroup.Disabled, Role.Highlight, palette.color(Role.Mid))
    return palette


class Theme(QObject):
    """The look of the moment: light, dark, or as the system says, even when the system changes its mind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = "system"
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def use(self, name: str) -> None:
        """Look so from now on.

        Parameters
        ----------
        name : str
            One of `THEMES`.

        Raises
        ------
        ValueError
            For an unknown name.
        """
        if name not in THEMES:
            raise ValueError(f"theme {name!r} is not available; choose one of {', '.join(THEMES)}")
        self.name = name
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Whether the dark palette is (or would be) in use."""
        if self.name == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self.name == "dark"

    @Slot()
    def _on_system_changed(self) -> None:
        if self.name == "system":
            self._apply()

    def _apply(self) -> None:
        # Qt's own colour scheme switch does nothing on X11 and offscreen, so the palettes are ours.
        name = "dark" if self.is_dark else "light"
        palette = palette_of(name)
        QApplication.setPalette(palette)
        edged = QPalette(palette)
        edged.setColor(Role.Window, QColor(INDICATORS[name]))
        for kind in TICKED:  # after the palette of all, which takes those of kinds away
            QApplication.setPalette(edged, kind)
        QToolTip.setPalette(palette)  # tooltips have a palette of their own
