"""What more processor cores bring to training: iterations a second of wall time with 1, 2, 4 ... and all.

    python tests/benchmarks/cores.py

Each number takes turns with the others, as behind the button Measure; the machine's load is printed beside it.
"""

from __future__ import annotations

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

from dataclasses import replace

from nn import DATASETS, NetworkSpec, TrainingConfig
from nn.network.presets import PRESETS
from nn.training import Checkpoint
from playground.safety import cores
from playground.session.document.first import new_document
from playground.session.running.core_measuring import advice, counts, paces_of

NETWORKS = {"784-512-256-10": lambda: NetworkSpec.mlp(784, (512, 256), 10)} | {
    name: PRESETS[name] for name in ("SimpleConvNet", "DeepConvNet")
}


def main() -> None:
    """Print the table."""
    cores.govern()
    data, here = DATASETS["mnist"](), cores.here()
    for name, make in NETWORKS.items():
        spec = make()
        config = TrainingConfig(evaluate_every=10**9)
        state = replace(new_document(), spec=spec, config=config, checkpoint=Checkpoint.initial(spec, 0))
        paces = paces_of(state, data, counts(here), lambda: False, lambda _: None, seconds=1.5)
        line = ", ".join(f"{pace.cores}: {pace.iterations_a_second:.1f}/s" for pace in paces)
        said = advice(paces, here)
        print(f"{name:16s} {line}; all {here} are {said.with_all:.2f} times one (load {os.getloadavg()[0]:.1f})")


if __name__ == "__main__":
    main()
