"""``train``: what it leaves in the file, how it goes on, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nn.datasets import DATASETS
from nn.files.storage import load_network
from nn.network.presets import PRESETS
from nn.training import TrainingConfig, suggested_network, suggested_training
from playground.commands.endings import USAGE
from playground.commands.stored import open_stored
from playground.safety import cores
from playground.session.document.code import Code
from playground.session.document.file import pack, unpack
from playground.session.document.state import Run, RunLabel
from tests.patience import PROCESS_S

SMALL = "train --data circle --hidden 6 --activation Tanh --batch-size 100"


def started(line, folder, **options):
    """Start a command as a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
    return subprocess.Popen(
        [sys.executable, "-m", "playground", *line.split()], cwd=folder, env=environment, text=True, **options
    )


def in_a_process(program, folder, **options):
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PROCESS_S,
        check=False,
        **options,
    )


def as_at_a_terminal():
    """Let Ctrl+C be heard in what begins: a shell makes deaf what it starts with ``&``, and these tests inherit it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def params(name):
    return open_stored(Path(name)).checkpoint.params


def test_a_run_says_what_it_did_in_plain_lines(command):
    done = command(f"{SMALL} --epochs 3 --output a.safetensors")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[0].startswith("epoch 1/3  iteration 3/9  loss ")
    assert lines[-1] == "done: a.safetensors holds iteration 9"
    assert "\r" not in done.out + done.err


def test_going_on_equals_never_having_stopped(command):
    command(f"{SMALL} --iterations 50 --output whole.safetensors")
    command(f"{SMALL} --iterations 21 --output parts.safetensors")
    assert command("train --resume parts.safetensors --iterations 50").code == 0
    assert np.array_equal(params("whole.safetensors"), params("parts.safetensors"))
    assert [len(record.losses) for record in open_stored(Path("parts.safetensors")).history] == [21, 29]


def test_weights_alone_can_be_kept(command):
    assert command(f"{SMALL} --epochs 2 --output a.npz").code == 0
    network, notes = load_network("a.npz")
    assert network.spec.outputs == 2
    assert notes["iterations"] == 6


def test_options_of_data_and_optimizer(command):
    own = "--data-option samples=40 --optimizer Momentum --optimizer-option momentum=0.5"
    command(f"{SMALL} {own} --epochs 1 --output a.npz")
    stored = open_stored(Path("a.npz"))
    assert stored.choice.options == {"samples": 40}
    assert (stored.config.optimizer, stored.config.optimizer_options["momentum"]) == ("Momentum", 0.5)


def test_data_without_options_are_trained_by_their_recipe(command):
    done = command("train --data xor --output a.safetensors")
    stored, recipe = open_stored(Path("a.safetensors")), DATASETS["xor"].recipe_for(DATASETS["xor"]())
    assert stored.spec == suggested_network(recipe, DATASETS["xor"]())
    assert stored.config == suggested_training(recipe)
    assert "train 100.00%  test 100.00%" in done.out
    measured = [line for line in done.out.splitlines() if "train " in line]  # on a slow machine others come between
    assert len(measured) <= 101


def test_options_that_are_given_stand_in_place_of_the_recipes(command):
    command("train --data spiral --hidden 5 --dtype float64 --batch-size 50 --iterations 1 --output a.safetensors")
    stored = open_stored(Path("a.safetensors"))
    kinds = [(layer.kind, layer.options.get("units")) for layer in stored.spec.layers]
    assert kinds == [("Affine", 5), ("Relu", None), ("Affine", 2)]
    assert (stored.spec.dtype, stored.config.batch_size, stored.config.lr) == ("float64", 50, 0.01)
    command("train --data spiral --optimizer SGD --iterations 1 --output b.safetensors")
    config = open_stored(Path("b.safetensors")).config
    assert (config.optimizer, config.lr) == ("SGD", TrainingConfig().lr)  # the recipe's rate is that of Adam


def test_a_regression_gets_its_loss(command):
    assert command("train --data plane --hidden 4 --epochs 1 --output a.npz").code == 0
    assert open_stored(Path("a.npz")).spec.loss == "IdentityWithLoss"


def test_a_divergence_has_a_code_of_its_own_and_is_saved(command):
    done = command("train --data xor --lr 1e38 --output a.npz")
    assert done.code == 5
    assert "is inf: a.npz holds iteration 2" in done.out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("--data-option size=3", "'size=3' is no option"),
        ("--lr -1", "lr is -1.0"),
        ("--hidden many", "many"),
        ("--resume b.npz --data xor", "--data"),
        ("--iterations 0 --epochs 0", "epochs is 0"),
        ("--optimizer Best", "invalid choice"),
    ],
)
def test_a_wrong_command_line_is_refused(command, options, words):
    done = command(f"{SMALL.replace('--hidden 6', '') if '--hidden' in options else SMALL} {options} --output a.npz")
    assert done.code == 2
    assert words in done.err
    assert not Path("a.npz").exists()


def test_a_network_of_the_book_is_trained_by_its_name(command):
    done = command("train --network SmallConvNet --iterations 2 --output a.safetensors")
    assert done.code == 0
    spec = open_stored(Path("a.safetensors")).spec
    assert [layer.kind for layer in spec.layers] == [layer.kind for layer in PRESETS["SmallConvNet"]().layers]
    again = command("train a.safetensors --network SimpleConvNet --iterations 4")
    assert "--network: a.safetensors says that already" in again.err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("--network SimpleConvNet --hidden 50", "--hidden: --network SimpleConvNet says that already; leave it out"),
        ("--network SimpleConvNet --data spiral", "reads pictures of 1x28x28, but a sample of spiral is 2; take"),
        ("--network Net", "invalid choice: 'Net'"),
    ],
)
def test_a_network_of_the_book_that_does_not_fit_is_refused(command, line, words):
    done = command(f"train {line} --iterations 1 --output a.npz")
    assert done.code == 2
    assert words in done.err
    assert not Path("a.npz").exists()


def test_a_file_is_not_replaced_by_chance(command):
    Path("a.npz").write_text("dear")
    done = command(f"{SMALL} --epochs 1 --output a.npz")
    assert (done.code, Path("a.npz").read_text()) == (2, "dear")
    assert "--force" in done.err
    assert command(f"{SMALL} --epochs 1 --output a.npz --force").code == 0


def test_a_folder_that_is_not_there_is_told_before_the_training(command):
    done = command(f"{SMALL} --epochs 1 --output none/a.npz")
    assert done.code == 6
    assert done.out == ""


def test_nothing_left_to_do_is_said(command):
    command(f"{SMALL} --epochs 1 --output a.safetensors")
    assert "3 iterations are done already" in command("train --resume a.safetensors --epochs 1").err


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for another process")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_stops_cleanly_with_the_checkpoint_saved(tmp_path, name, code):
    with started(f"{SMALL} --epochs 1000000 --output a.safetensors", tmp_path) as process:
        assert process.stdout.readline().startswith("epoch 1/")
        process.send_signal(getattr(signal, name))
        rest = process.stdout.read()
        assert process.wait(timeout=PROCESS_S) == code
    stored = open_stored(tmp_path / "a.safetensors")
    assert rest.splitlines()[-1].startswith(f"stopped: a.safetensors holds iteration {stored.checkpoint.iteration};")
    assert stored.checkpoint.iteration == len(stored.history[0].losses) > 0


AT_ONCE = """
import os, signal, sys
def send(event, arguments):
    if event == "import" and arguments[0] == "numpy" and not sent:
        sent.append(True)
        os.kill(os.getpid(), signal.{name})
sent = []
from playground.app import main
sys.addaudithook(send)
sys.exit(main({words}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal for a process itself")
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_in_the_first_moments_is_one_like_any_other(tmp_path, name, code):
    words = f"{SMALL} --epochs 1000000 --output a.safetensors".split()
    done = in_a_process(AT_ONCE.format(name=name, words=words), tmp_path)
    assert done.returncode == code, done.stderr
    assert not done.stderr
    assert open_stored(tmp_path / "a.safetensors").checkpoint.iteration == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no signal for a process itself")
def test_ctrl_c_in_the_first_moments_of_another_command_is_no_crash(tmp_path):
    program = AT_ONCE.format(name="SIGINT", words=["check", "none.npz"])
    done = in_a_process(program, tmp_path, preexec_fn=as_at_a_terminal)
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.skipif(sys.platform == "win32", reason="no nohup")
def test_nohup_is_respected(tmp_path):
    line = f"{SMALL} --epochs 1000000 --output a.safetensors"
    with started(line, tmp_path, preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as process:
        assert process.stdout.readline().startswith("epoch 1/")
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PROCESS_S) == 143


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals")
def test_a_terminal_that_closes_costs_no_work(tmp_path):
    import fcntl
    import termios

    ours, theirs = os.openpty()
    process = started(
        f"{SMALL} --epochs 1000000 --output a.safetensors",
        tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    told = b""
    while b"epoch" not in told:  # a line comes in pieces
        told += os.read(ours, 1000)
    os.close(ours)
    assert process.wait(timeout=PROCESS_S) == 129
    assert open_stored(tmp_path / "a.safetensors").checkpoint.iteration > 0


def test_a_document_is_gone_on_with_by_its_name(command):
    command(f"{SMALL} --epochs 2 --output out.safetensors")
    assert command("train out.safetensors --epochs 4 --quiet").code == 0
    assert command("train out.safetensors --epochs 4").code == 2


def test_what_a_document_holds_besides_its_run_stays_in_it(command):
    """Watches, a person's code, the runs that are kept and their ways, what was looked at: all of it was lost."""
    path = Path("out.safetensors")
    command(f"{SMALL} --epochs 2 --output {path}")
    saved = unpack(path.read_bytes())
    state = saved.state
    other = Run(RunLabel(1, name="before"), state.spec, state.config, state.dataset, 0, state.history, state.checkpoint)
    state = replace(state, watches=("max(abs(W1))",), code=Code("a = 1\n"), runs=(other,), run_label=RunLabel(2))
    scene = replace(saved.scene, network="mine")
    whole = replace(saved, state=state, scene=scene, branches={1: saved.way})
    path.write_bytes(b"".join(bytes(piece) for piece in pack(whole)))
    assert command(f"train {path} --epochs 4 --quiet").code == 0
    after = unpack(path.read_bytes())
    assert after.state.checkpoint.iteration == 2 * saved.state.checkpoint.iteration == after.way.way.last
    assert (after.state.watches, after.state.code.text) == (("max(abs(W1))",), "a = 1\n")
    assert [run.label.name for run in after.state.runs] == ["before"]
    assert after.state.run_label.number == 2
    assert list(after.branches) == [1]
    assert after.scene.network == "mine"


def test_who_reads_the_lines_goes_away_and_the_work_is_kept(tmp_path):
    """As ``head`` does: what was learned until then is saved."""
    line = "train --data circle --hidden 8 --epochs 100000 --evaluate-every 10 --output out.safetensors"
    with started(line, tmp_path) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 141
        assert not process.stderr.read()
    assert open_stored(tmp_path / "out.safetensors").checkpoint.iteration > 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a file that is always full")
def test_lines_that_nobody_can_write_cost_no_work(tmp_path):
    line = "train --data circle --hidden 8 --epochs 3 --output out.safetensors"
    with Path("/dev/full").open("w") as full:
        process = started(line, tmp_path, stdout=full)
        _, told = process.communicate(timeout=PROCESS_S)
    assert process.returncode == 6
    assert "Traceback" not in told
    assert (tmp_path / "out.safetensors").exists()


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path):
    resource = pytest.importorskip("resource")
    line = "train --data circle --hidden 300 --epochs 1 --output out.safetensors"
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    smallest = (512, hard)
    process = started(line, tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, smallest))
    _, told = process.communicate(timeout=PROCESS_S)
    assert process.returncode == 6
    assert "the disk is full" in told
    assert "Traceback" not in told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["deep.safetensors", "deep.npz"])
def test_what_could_not_be_read_again_is_not_trained(command, name):
    hidden = ",".join(["2"] * 500)
    done = command(f"train --data xor --hidden {hidden} --iterations 1 --output {name}")
    assert done.code == 2
    assert "at most 1,000 layers" in done.err
    assert not Path(name).exists()


def test_the_deepest_network_that_is_trained_can_be_read_again(command):
    hidden = ",".join(["2"] * 499)
    assert command(f"train --data xor --hidden {hidden} --iterations 1 --output deep.safetensors").code == 0
    assert command("train deep.safetensors --iterations 2").code == 0


def test_a_finite_loss_beyond_float32_stays_finite_in_the_history(command):
    """A float64 network on its way to a divergence: its losses are kept as float32."""
    line = "train --data plane --hidden 4 --dtype float64 --optimizer SGD --lr 1e6 --epochs 1000 --output a.safetensors"
    assert command(line).code == 5
    (record,) = open_stored(Path("a.safetensors")).history
    assert np.isfinite(record.losses).all()
    assert record.losses.max() == np.finfo(np.float32).max


def test_the_number_of_threads_is_kept_with_the_run(command):
    assert command(f"{SMALL} --epochs 1 --threads 2 --output a.safetensors").code == 0
    assert open_stored(Path("a.safetensors")).config.threads == 2
    cores.use(1)
    assert command("train a.safetensors --epochs 2").code == 0
    assert cores.in_use() == 2
    assert open_stored(Path("a.safetensors")).config.threads == 2
    assert command("train a.safetensors --epochs 3 --threads 0").code == USAGE
    cores.use(1)
