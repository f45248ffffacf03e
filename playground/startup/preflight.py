"""Look at the machine before Qt does, and say in one message what is missing and how to get it.

Qt itself ends the process without a Python exception when a system library is missing, and names the wrong
library. Only the standard library is used here, but for the version number of the Qt binding.
"""

from __future__ import annotations

import os
import shutil
import sys

from playground.startup.qt_features import read_no_sources

# soname: (Debian and Ubuntu package, Fedora package)
BASE_LIBRARIES = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
}


def has_screen() -> bool:
    """Tell whether Qt will find a screen, or was told which platform to use."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def problem() -> str:
    """Say what keeps the program from starting.

    Returns
    -------
    str
        A message for the person with the way out, or nothing when all is well.
    """
    return missing_libraries() or unfit_qt()


def unfit_qt() -> str:
    """Say so when the installed Qt binding would end this Python with an abort."""
    from PySide6 import __version__ as found  # after the check of the libraries it may need

    return unfit_pair(found, sys.version_info[:2])


def unfit_pair(pyside: str, python: tuple[int, int]) -> str:
    """Say so when a version of PySide6 and one of Python do not go together."""
    release = tuple(int(part) for part in pyside.split(".")[:2])
    if python >= (3, 12) or release < (6, 12):
        return ""
    return (
        f"PySide6-Essentials {pyside} loses references to None on Python {python[0]}.{python[1]} "
        "and would end the program within seconds.\nInstall an earlier one, or use Python 3.12 or later:\n\n"
        f'    {sys.executable} -m pip install "PySide6-Essentials<6.12"\n'
    )


def missing_libraries() -> str:
    """Name every system library Qt needs and does not find, with the one line that installs them."""
    if not sys.platform.startswith("linux"):
        return ""
    if _qt_imports() and not plugin_libraries():
        return ""  # the usual start: nothing to look for one by one
    missing = [name for name in BASE_LIBRARIES | (plugin_libraries() or _libraries_of_a_screen()) if not _loads(name)]
    return _advice(missing) if missing else ""


def plugin_libraries() -> dict[str, tuple[str, str]]:
    """Collect what the plugin for this screen needs; Qt does not look for it before it is too late."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith("xcb") or (not platform and os.environ.get("DISPLAY")):
        return X11_LIBRARIES
    if platform.startswith("wayland") or (not platform and os.environ.get("WAYLAND_DISPLAY")):
        return WAYLAND_LIBRARIES
    return {}


def _libraries_of_a_screen() -> dict[str, tuple[str, str]]:
    """Return what a screen will need on a machine that has none yet, so that a person installs all at once."""
    has_one = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return {} if has_one else X11_LIBRARIES


def _qt_imports() -> bool:
    try:
        import PySide6.QtWidgets  # noqa: F401 - the question is whether it works
    except ImportError:
        return False
    read_no_sources()  # of what is imported from here on, which is nearly all of the program
    return True


def _loads(soname: str) -> bool:
    import ctypes  # only for a machine that may lack something

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _advice(missing: list[str]) -> str:
    known = BASE_LIBRARIES | X11_LIBRARIES | WAYLAND_LIBRARIES
    debian = " ".join(sorted({known[name][0] for name in missing}))
    fedora = " ".join(sorted({known[name][1] for name in missing}))
    sudo = "sudo " if shutil.which("sudo") and not _is_root() else ""
    who = "" if sudo or _is_root() else ", as root"
    return (
        f"This machine lacks {len(missing)} of the system libraries that Qt needs: {', '.join(missing)}.\n"
        f"One line installs them{who}:\n\n"
        f"    {sudo}apt-get install -y {debian}        (Debian, Ubuntu)\n"
        f"    {sudo}dnf install -y {fedora}        (Fedora)\n"
    )
