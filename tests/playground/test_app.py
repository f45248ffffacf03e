"""Start the program as a person does: its commands, their options and what they print."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from playground.app import create, main
from tests.patience import PROCESS_S


def run(*arguments, home, **environment):
    """Run the program in a process of its own, on a machine without a screen unless told otherwise."""
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, *arguments],
        env=bare | {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)} | environment,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
    )


ORDER_OF_IMPORTS = """
import sys
from playground.app import create
from playground.window.main_window import MainWindow

furnish = MainWindow.furnish

def watched_furnish(window):
    seen.append((window.is_painted, heavy(), "dataclasses" in sys.modules))
    furnish(window)

def heavy():
    return sorted({"numpy", "pyqtgraph", "nn", "playground.session.session"} & set(sys.modules))

seen = []
MainWindow.furnish = watched_furnish
app, window = create([])
assert seen == [(True, [], False)], seen
assert heavy() == [], heavy()
window.ready.connect(app.quit)
app.exec()
print(*heavy())
"""


WHAT_WAITS = """
import sys
from playground.app import create
from playground.panels.input.panel import InputPanel

large = {"html", "numpy.ma", "statistics"}  # imported by a careless call
later = {*InputPanel.modules_later, *large}
app, window = create([])
window.usable.connect(lambda: print(*sorted(later & set(sys.modules)), "usable"))
window.ready.connect(lambda: print(*sorted(later - large - set(sys.modules)), "ready"))
window.ready.connect(app.quit)
app.exec()
"""


def test_what_only_other_data_need_is_imported_when_the_panels_in_front_are_alive(tmp_path):
    done = run("-c", WHAT_WAITS, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["usable", "ready"]


def test_the_first_paint_comes_before_the_heavy_imports(tmp_path):
    done = run("-c", ORDER_OF_IMPORTS, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["nn", "numpy", "playground.session.session", "pyqtgraph"]


WHAT_A_DOCK_BEHIND_COSTS = """
import sys
from playground.app import create
from playground.window.panel_dock import PanelDock
from PySide6.QtWidgets import QWidget

def tell():
    for dock in window.findChildren(PanelDock):
        if not dock.panel.is_ready:
            room = type(dock.panel).__module__.rpartition(".")[0] + "."
            modules = [name for name in sys.modules if name.startswith(room) and name != room + "panel"]
            print(dock.panel.name, len(dock.findChildren(QWidget)), len(dock.panel.findChildren(QWidget)), *modules)

app, window = create([])
window.usable.connect(tell)
window.usable.connect(app.quit)
app.exec()
"""


def test_a_panel_behind_a_tab_costs_the_start_a_dock_and_one_module(tmp_path):
    done = run("-c", WHAT_A_DOCK_BEHIND_COSTS, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    docks = {name: rest for name, *rest in map(str.split, done.stdout.splitlines())}
    assert len(docks) >= 8
    for name, (around, inside, *modules) in docks.items():
        assert int(around) <= 13, f"{name}: widgets of a dock with its title"
        assert int(inside) == 0, f"{name}: a panel that nobody sees is built when the ones in front are alive"
        assert modules == [], name


MADE_BEFORE_THE_FIRST_PAINT = """
import sys
from playground.app import create
from playground.window.main_window import MainWindow

def tell(window):
    from PySide6 import QtGui, QtWidgets

    large = ("QAccessible", "QFont", "QGradient", "QFileDialog", "QGraphicsView", "QStyle", "QTreeView")
    print(*(name for name in large if name in vars(QtGui) or name in vars(QtWidgets)))
    print(len(window.actions()))
    sys.exit()

MainWindow.furnish = tell
create([])
"""


def test_before_the_first_paint_nothing_is_made_that_nobody_sees(tmp_path):
    done = run("-c", MADE_BEFORE_THE_FIRST_PAINT, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    classes, actions = done.stdout.splitlines()
    assert classes == "", "classes of Qt with long lists of constants: each costs milliseconds"
    assert int(actions) <= 30, "those of the tool bar, the arrangements and the window itself"


def test_without_a_screen_the_program_shows_itself_and_saves_a_picture(tmp_path):
    done = run("-m", "playground", home=tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    assert "no screen" in done.stderr
    assert "reads: 3" in done.stdout
    assert "Trained a new network" in done.stdout
    picture = QImage(str(tmp_path / "nn-playground.png"))
    assert picture.width() >= 1200
    assert len({picture.pixel(x, y) for x in range(0, 1200, 7) for y in range(0, 650, 7)}) > 20


def test_a_screen_can_be_required(tmp_path):
    done = run("-m", "playground", "--require-screen", home=tmp_path)
    assert done.returncode == 3
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in done.stderr


def test_the_version_is_told_without_qt(tmp_path):
    script = "import sys; from playground.app import main; code = main(['--version']); "
    done = run("-c", script + "assert 'PySide6' not in sys.modules; sys.exit(code)", home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("NN Playground 0.")


def test_an_unknown_language_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["nn-playground", "--language", "xx"])
    assert "invalid choice: 'xx'" in capsys.readouterr().err


def test_missing_libraries_end_the_start_with_a_message(tmp_path):
    script = (
        "from playground import app\nfrom playground.startup import preflight\n"
        "preflight.X11_LIBRARIES['libnowhere.so.1'] = ('libnowhere1', 'nowhere')\n"
        "raise SystemExit(app.main([]))"
    )
    done = run("-c", script, home=tmp_path, DISPLAY=":nowhere")
    assert done.returncode == 2
    assert "libnowhere1" in done.stderr
    assert "apt-get install -y " in done.stderr


def test_create_uses_the_application_that_is_there(qapp, qtbot):
    app, window = create(["nn-playground"])
    assert app is qapp is QApplication.instance()
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.is_ready)
    window.close()


def test_two_windows_live_side_by_side(open_window, qtbot):
    one, other = open_window(), open_window()
    other.session.control.step_iteration()
    qtbot.waitUntil(lambda: other.session.document.state.checkpoint.iteration == 1)
    assert one.session.document.state.checkpoint.iteration == 0
    other.close()
    one.session.control.step_iteration()
    qtbot.waitUntil(lambda: one.session.document.state.checkpoint.iteration == 1)


def test_qt_keeps_none_alive(qapp):
    """PySide6 6.12 on Python 3.11 loses a reference to None at each call, until the interpreter aborts."""
    before = sys.getrefcount(None)
    for _ in range(500):
        qapp.focusWidget()
    assert before - sys.getrefcount(None) < 100


LEFT_OPEN = """
import sys
from playground.app import create
app, window = create([])
until = {
    "painted": lambda: True,
    "importing": lambda: "numpy" in sys.modules,
    "ready": lambda: window.is_ready,
    "training": lambda: window.session is not None and window.session.run.is_running,
}[sys.argv[1]]
while not until():
    app.processEvents()
    if window.session is not None and window.session.library.data is not None:
        window.session.control.train()
assert until()
"""


@pytest.mark.parametrize("state", ["painted", "importing", "ready", "training"])
def test_a_script_may_end_without_closing_the_window(tmp_path, state):
    done = run("-c", LEFT_OPEN, state, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_classes_of_file_dialogs_are_not_made_at_the_start(tmp_path):
    script = "import playground.files.desk; from PySide6 import QtWidgets; print(*vars(QtWidgets))"
    done = run("-c", script, home=tmp_path)
    assert not {"QMessageBox", "QFileDialog"} & set(done.stdout.split())


# ---- a file on the command line


def saved_document(path, lr):
    from playground.session.document.file import pack
    from playground.session.document.first import new_document
    from playground.session.document.saved import SavedDocument

    state = new_document()
    path.write_bytes(b"".join(pack(SavedDocument(replace(state, config=replace(state.config, lr=lr))))))
    return path


def test_a_document_on_the_command_line_is_opened(open_window, qtbot, tmp_path):
    path = saved_document(tmp_path / "a.safetensors", 0.125)
    window = open_window("nn-playground", "-platform", "offscreen", "--language", "en", str(path))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("a.safetensors"))
    assert window.session.document.state.config.lr == 0.125
    assert not window.isWindowModified()


def test_a_table_on_the_command_line_is_shown_before_it_is_imported(open_window, qtbot, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a,b,kind\n" + "\n".join(f"{n},{n * n},{'xy'[n % 2]}" for n in range(9)))
    open_window(str(path))  # without the program's name
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog.objectName() == "importDataDialog"
    qtbot.waitUntil(dialog.findChild(QPushButton, "buttonImport").isEnabled)
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [("none.safetensors", None, "is not there"), ("trian", None, "is not there"), ("bad.safetensors", "x", "too few")],
)
def test_a_bad_file_on_the_command_line_gives_the_window_and_a_message(
    open_window, qtbot, tmp_path, name, content, said
):
    if content is not None:
        (tmp_path / name).write_text(content)
    window = open_window("nn-playground", str(tmp_path / name))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    assert said in QApplication.activeModalWidget().text()
    QApplication.activeModalWidget().accept()
    assert window.windowTitle().startswith("Untitled")


def test_without_a_screen_a_file_is_only_shown(tmp_path):
    saved_document(tmp_path / "a.safetensors", 0.125)
    done = run("-m", "playground", "a.safetensors", home=tmp_path)
    assert done.returncode == 0, done.stderr + done.stdout
    assert "Opened a.safetensors: 89,610 parameters, trained for 0 iterations" in done.stdout
    assert "Trained a new network" not in done.stdout
    assert QImage(str(tmp_path / "nn-playground.png")).width() >= 1200
    done = run("-m", "playground", "b.safetensors", home=tmp_path)
    assert done.returncode == 1
    assert "b.safetensors is not there" in done.stdout


def test_help_tells_of_the_file(tmp_path):
    done = run("-m", "playground", "--help", home=tmp_path)
    assert "[FILE]" in done.stdout
    assert "a document to open, or a file to import" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("trian", "did you mean train?"),
        ("Check", "did you mean check?"),
        ("exprt", "export"),
        ("frobnicate", "predict"),
    ],
)
def test_a_mistyped_command_is_no_file_to_be_opened(capsys, monkeypatch, tmp_path, word, says):
    monkeypatch.chdir(tmp_path)
    assert main(["nn-playground", word, "--epochs", "3"]) == 2
    assert says in capsys.readouterr().err


def test_a_command_behind_an_option_is_told_to_come_first(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(["nn-playground", "--language", "ko", "check"]) == 2
    assert "'check' comes first: nn-playground check" in capsys.readouterr().err


def test_a_mistyped_command_is_told_clean(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(["nn-playground", "train\x1b]0;owned\x07\u202e"]) == 2
    assert capsys.readouterr().err.strip().isprintable()
