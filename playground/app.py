"""Start the program."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playground.commands import COMMANDS
from playground.startup import preflight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from playground.window.main_window import MainWindow

UNFIT, NO_SCREEN, INTERRUPTED = 2, 3, 130  # exit codes
FRAME_LIMIT_S = 0.1
SCREEN = Path(__file__).parents[1] / "resources" / "screen_1366x768.json"
"""An invisible screen as large as that of a small laptop: Qt's own is smaller than any today."""
OPENABLE = (".safetensors", ".csv", ".tsv", ".txt", ".npz", ".npy", ".pkl", ".pickle", ".gz")
"""What names of files end in that a program's own name does not end in."""
_FOR_QT = "platform platformpluginpath platformtheme plugin style stylesheet geometry display name title session"
_QT_VALUES = {f"-{name}" for name in (*_FOR_QT.split(), "qwindowgeometry", "qwindowicon", "qwindowtitle")}
"""Options of Qt that a value follows, which is no file to be opened."""
_USUAL = {"file": None, "version": False, "language": None, "screenshot": None, "require_screen": False}
"""Our options where none is given."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program until its window closes.

    Parameters
    ----------
    argv : sequence of str, optional
        The command line, with or without the program's name; that of the process by default.

    Returns
    -------
    int
        The exit code, 0 when all went well.
    """
    command = _command(sys.argv if argv is None else argv)
    if command:
        return _run_command(command)
    options, _ = _parse(sys.argv if argv is None else argv)
    if options.version:
        return _tell_version()
    mistake = _mistake(options.file)
    if mistake:
        _complain(f"nn-playground: {mistake}")
        return UNFIT
    prepare_process()
    screen = preflight.has_screen()
    if not screen:
        _complain("There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set.")
        if options.require_screen:
            return NO_SCREEN
        _complain("The program shows itself on an invisible one: a short tour.")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    problem = preflight.problem()
    if problem:
        _complain(problem)
        return UNFIT
    return _run(sys.argv if argv is None else argv, options, tour=not screen or bool(options.screenshot))


def create(argv: Sequence[str] = ()) -> tuple[QApplication, MainWindow]:
    """Build the application and its window and show it, without starting the event loop.

    Parameters
    ----------
    argv : sequence of str
        The command line, with or without the program's name.

    Returns
    -------
    QApplication
        The one that exists already, or a new one.
    MainWindow
        Shown; its `ready` signal tells when every panel is alive.
    """
    app = _application(argv)
    options, _ = _parse(argv)
    from playground.safety import guard  # only now, after the preflight had its say
    from playground.safety.error_reports import ErrorReports
    from playground.safety.garbage import collect_in_gui_thread
    from playground.window.main_window import MainWindow
    from playground.window.settings import Settings

    net = guard.install()
    window = MainWindow(net, Settings(), options.language)
    window.ready.connect(collect_in_gui_thread().begin)
    ErrorReports(net, window)
    window.show()
    _paint_frame(app, window)
    window.furnish()
    if options.file is not None:
        window.open_file(options.file)
    return app, window


def _application(argv: Sequence[str]) -> QApplication:
    """Return the application, made on the first call."""
    prepare_process()
    _, for_qt = _parse(argv)
    from PySide6.QtWidgets import QApplication

    from playground.safety import guard
    from playground.startup.qt_features import read_no_sources

    read_no_sources()
    guard.install()
    # Fusion looks the same everywhere, and our palettes are made for it. Asked for in words, because
    # `setStyle` would make Python build the large class of all styles before the first paint.
    app = QApplication.instance() or QApplication(["nn-playground", "-style", "Fusion", *for_qt])
    app.setApplicationName("nn-playground")
    app.setApplicationDisplayName("NN Playground")
    app.setDesktopFileName("nn-playground")
    return app


def _paint_frame(app: QApplication, window: MainWindow) -> None:
    """Bring the window's frame to the screen before its panels are built, if the screen is quick enough."""
    from PySide6.QtCore import QEventLoop

    nobody_can_use_it = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
    end = time.perf_counter() + FRAME_LIMIT_S
    while not window.is_painted and time.perf_counter() < end:
        app.processEvents(nobody_can_use_it)


def prepare_process() -> None:
    """Set what must stand before Qt and NumPy are imported.

    One BLAS thread: on small batches two threads make training 2 to 20 times slower. A short switch interval,
    so that the event loop never waits long for a thread that runs Python code. And no automatic garbage
    collection: `GuiThreadCollector` does it from here on, and the imports find nothing to throw away.
    """
    gc.disable()
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"  # whatever it was: the number of threads is a setting of each run
    sys.setswitchinterval(0.0005)


def _run(argv: Sequence[str], options: argparse.Namespace, *, tour: bool) -> int:
    app = _application(argv)
    from playground.files.recovery_place import recovery_root
    from playground.safety import guard
    from playground.safety.garbage import collect_in_gui_thread
    from playground.safety.stop_signals import StopSignals

    signals = StopSignals(app)  # before the window stands on the screen, where somebody may end it at once
    _, window = create(argv)
    window.ready.connect(collect_in_gui_thread().settle)
    if not tour:
        window.keep_recovery(recovery_root())
    earlier = guard.record_crashes()
    if earlier:
        guard.install().report("The program crashed when it ran last:\n" + earlier)
    signals.attend()
    if tour:
        from playground.startup.tour import take_tour

        return take_tour(app, window, options.screenshot or Path("nn-playground.png"), options.file)
    return app.exec()


def _run_command(words: Sequence[str]) -> int:
    from playground.commands.interrupts import Interrupts

    interrupts = Interrupts().listen() if words[0] == "train" else None  # the others leave nothing unfinished
    prepare_process()
    gc.enable()  # only the window collects by a timer
    try:
        from playground.commands.dispatch import run  # imports NumPy, for which the window does not wait

        return run(words, interrupts)
    except KeyboardInterrupt:
        return INTERRUPTED
    except ImportError as error:
        if "PySide6" not in f"{error.name} {error.path} {error}":
            raise
        missing = preflight.missing_libraries()
        _complain(missing or f"Qt cannot be imported here, which {words[0]} needs: {error}")
        return UNFIT


def _command(argv: Sequence[str]) -> Sequence[str]:
    """Return the words of a command that needs no window, nothing where there is none."""
    for words in (argv, argv[1:]):  # without and with the program's name
        if words and words[0] in COMMANDS:
            return words
    return ()


def _mistake(given: Path | None) -> str:
    """Say what is wrong with a word that is neither a command nor anything that looks like a file."""
    if given is None or given.suffix or given.name != str(given) or given.exists():
        return ""
    from difflib import get_close_matches  # only for who mistyped

    word = "".join(letter if letter.isprintable() else "?" for letter in given.name[:60])  # `nn` is not imported here
    if word in COMMANDS:
        return f"{word!r} comes first: nn-playground {word} …; these options are the window's"
    near = get_close_matches(word.lower(), COMMANDS, 1)
    way_out = f"did you mean {near[0]}?" if near else f"give a file, or one of {', '.join(COMMANDS)}"
    return f"{word!r} is no command, and there is no such file; {way_out}"


def _parse(argv: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Read our options; what is left is for Qt."""
    return _parsed(tuple(argv))


@cache  # three functions ask, and the first paint waits for the answer
def _parsed(argv: tuple[str, ...]) -> tuple[argparse.Namespace, list[str]]:
    words, for_qt = _divided(argv)
    if not words:  # the usual start: to make the parser takes as long as to make the menus
        return argparse.Namespace(**_USUAL), for_qt
    options, unknown = _parser().parse_known_args(words)
    return options, [*for_qt, *unknown]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="nn-playground",
        description="See inside a neural network while it thinks and learns.",
        epilog=f"Without a window: nn-playground {{{','.join(COMMANDS)}}}; each explains itself with --help.",
    )
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="a document to open, or a file to import: a table, arrays, weights, a folder of pictures",
    )
    parser.add_argument("--version", action="store_true", help="print the version and exit")
    parser.add_argument("--language", choices=("en", "ko"), help="the window's language for this once")
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="FILE",
        help="draw a digit, train for a moment, save a picture of the window and exit; with a file, only show that",
    )
    parser.add_argument("--require-screen", action="store_true", help="exit with code 3 where there is no screen")
    parser.set_defaults(**_USUAL)
    return parser


def _divided(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the words without the program's name, and those that are Qt's."""
    words = list(argv)
    if words and not words[0].startswith("-") and Path(words[0]).suffix.lower() not in OPENABLE:
        words = words[1:]
    ours: list[str] = []
    for_qt: list[str] = []
    for word, before in zip(words, ["", *words], strict=False):
        (for_qt if {word, before} & _QT_VALUES else ours).append(word)
    return ours, for_qt


def _tell_version() -> int:
    from importlib.metadata import version

    sys.stdout.write(f"NN Playground {version('nn-playground')}\n")
    return 0


def _complain(text: str) -> None:
    if sys.stderr is not None:  # a Windows program without console has none
        sys.stderr.write(text + "\n")
