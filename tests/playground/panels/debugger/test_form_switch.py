"""The switch between the book's form of loss and update and their elementary circles, in the real window."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox


def signs_of(window):
    return {event.symbol for event in window.session.debugger.trace}


def test_it_rewrites_the_pass_and_is_remembered(open_window, fill):
    window = open_window()
    window.session.looking.show_row(0)
    window.session.debugger.open("sample")
    assert "softmax" in signs_of(window)
    assert "log" not in signs_of(window)
    fill(window.findChild(QComboBox, "debugForm"), "elementary")
    assert "softmax" not in signs_of(window)
    assert "log" in signs_of(window)
    again = open_window()
    assert again.session.debugger.stepped.form == "elementary"
    assert again.findChild(QComboBox, "debugForm").value() == "elementary"
