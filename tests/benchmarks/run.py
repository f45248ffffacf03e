"""Run every benchmark, one after the other: ``python tests/benchmarks/run.py [NAME ...]``.

``pen_strokes`` needs a file of strokes, which is not part of the project, and runs only when it is named.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCRIPTS = (
    "training_speed",
    "trace_recording",
    "breakpoint_cost",
    "curve_frames",
    "draw_latency",
    "network_frames",
    "surface_frames",
    "function_plot",
    "weight_editing",
    "graph_frames",
    "event_matrices",
    "debug_step",
    "own_code_step",
    "own_training_stop",
    "variables",
    "app_training",
    "startup",
)


def main(names: list[str]) -> int:
    """Run the named benchmarks, all by default; return how many failed."""
    for folder in ("nn", "playground", "resources"):
        compileall.compile_dir(ROOT / folder, quiet=1)  # start-up is measured with compiled bytecode
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ  # the same everywhere, unless told otherwise
    failed = 0
    for name in names or SCRIPTS:
        print(f"== {name}", flush=True)
        failed += (
            subprocess.run([sys.executable, HERE / f"{name}.py"], cwd=ROOT, env=environment, check=False).returncode
            != 0
        )
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
