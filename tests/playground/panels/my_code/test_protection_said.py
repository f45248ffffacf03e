"""What holds a learner's code back is said before it can run, as the platform has it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from playground.confined import statement
from playground.confined.kernel import landlock, seccomp
from playground.panels.my_code.panel import MyCodePanel


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_not_protected_is_said_beside_the_buttons_and_in_the_question(platform, monkeypatch, request, qtbot):
    for asks in (landlock, seccomp, statement):
        monkeypatch.setattr(asks, "sys", SimpleNamespace(platform=platform))
    window = request.getfixturevalue("window")
    window.session.own_code.source.begin("def relu(x):\n    return x\n")
    window.session.panel_requested.emit("my_code")
    panel = window.findChild(MyCodePanel)
    qtbot.waitUntil(lambda: panel.view is not None and not panel.visibleRegion().isEmpty())
    view = panel.view
    label = view.findChild(QLabel, "codeProtection")
    assert label.isVisible()
    assert label.text() == "Not protected"
    assert "what any program of yours can do" in " ".join(label.toolTip().split())
    QTest.mouseClick(view.findChild(QPushButton, "codeCheck"), Qt.MouseButton.LeftButton)
    allow = view.findChild(QPushButton, "codeAllow")
    assert allow.isVisible()
    assert "Not protected" in view.consent.text.text()
    assert "Run only code that you have read" in view.consent.text.text()
    assert not window.session.own_code.source.may_run
    assert not window.session.own_code.checking.is_busy
