from __future__ import annotations

import os
import shutil
import sys

import pytest

from playground.startup import preflight


@pytest.fixture
def bare_machine(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_this_machine_is_fit(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert preflight.problem() == ""


@pytest.mark.parametrize(
    ("is_root", "has_sudo", "sudo"), [(False, True, "sudo "), (True, True, ""), (False, False, "")]
)
def test_all_missing_libraries_are_named_with_one_line_that_installs_them(monkeypatch, is_root, has_sudo, sudo):
    monkeypatch.setattr(os, "geteuid", lambda: 0 if is_root else 1000, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if has_sudo else None)
    monkeypatch.setattr(preflight, "X11_LIBRARIES", {})  # a machine of the tests need not have them
    missing = {"libnowhere.so.1": ("libnowhere1", "nowhere"), "libnever.so.2": ("libnever2", "never-libs")}
    monkeypatch.setattr(preflight, "BASE_LIBRARIES", preflight.BASE_LIBRARIES | missing)
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)  # its import fails as on a machine that lacks them
    message = preflight.missing_libraries()
    assert "lacks 2 of the system libraries" in message
    assert f"    {sudo}apt-get install -y libnever2 libnowhere1 " in message
    assert f"    {sudo}dnf install -y never-libs nowhere " in message
    assert ("as root" in message) == (not is_root and not has_sudo)
    assert "libgl1" not in message


@pytest.mark.parametrize(
    ("environment", "needed"),
    [
        ({"DISPLAY": ":0"}, preflight.X11_LIBRARIES),
        ({"WAYLAND_DISPLAY": "wayland-0"}, preflight.WAYLAND_LIBRARIES),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb"}, preflight.X11_LIBRARIES),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, {}),
    ],
)
def test_only_the_platform_in_use_is_checked(bare_machine, environment, needed):
    for name, value in environment.items():
        bare_machine.setenv(name, value)
    assert preflight.plugin_libraries() == needed


def test_a_library_of_the_screen_alone_is_missed_too(bare_machine):
    bare_machine.setenv("DISPLAY", ":0")
    bare_machine.setattr(preflight, "X11_LIBRARIES", {"libnowhere.so.1": ("libnowhere1", "nowhere")})
    assert "apt-get install -y libnowhere1 " in preflight.missing_libraries()


def test_who_has_no_screen_yet_is_not_asked_twice(bare_machine):
    bare_machine.setenv("QT_QPA_PLATFORM", "offscreen")  # as the tour does
    bare_machine.setitem(sys.modules, "PySide6.QtWidgets", None)
    bare_machine.setattr(preflight, "BASE_LIBRARIES", {"libnever.so.2": ("libnever2", "never-libs")})
    bare_machine.setattr(preflight, "X11_LIBRARIES", {"libnowhere.so.1": ("libnowhere1", "nowhere")})
    assert "libnever2 libnowhere1 " in preflight.missing_libraries()


def test_a_screen_is_a_display_or_a_chosen_platform(bare_machine):
    assert not preflight.has_screen()
    bare_machine.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert preflight.has_screen()


@pytest.mark.parametrize(
    ("pyside", "python", "fit"),
    [
        ("6.11.3", (3, 11), True),
        ("6.12.0", (3, 11), False),
        ("6.12.0", (3, 12), True),
        ("6.13.1", (3, 11), False),
        ("6.8.0", (3, 13), True),
    ],
)
def test_a_qt_binding_that_would_abort_this_python_is_refused(pyside, python, fit):
    message = preflight.unfit_pair(pyside, python)
    assert (message == "") == fit
    assert fit or ('"PySide6-Essentials<6.12"' in message and pyside in message)
