"""Train a network for 35 iterations, as NN Playground did, on its own library, bit for bit.

Settings were changed while training went on; below stands which, and when.

Needs nn-playground, whose library nn does the work (pip install nn-playground).
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
# ... before NumPy is imported: more threads add in another order, and the last bits of a sum depend on it

import hashlib
from dataclasses import replace

import numpy as np

from nn.datasets import DATASETS
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Checkpoint, Divergence, Iteration, TrainingConfig, train

# -------------------- the data -----------------------------------------------------------------------------

data = DATASETS["circle"]()


# -------------------- the network --------------------------------------------------------------------------

spec = NetworkSpec(
    input_shape=(2,),
    layers=(
        LayerSpec.of("Affine", units=6, initializer="He", scale=0.01),
        LayerSpec.of("BatchNormalization", momentum=0.9, epsilon=1e-06),
        LayerSpec.of("Relu"),
        LayerSpec.of("Dropout", ratio=0.5),
        LayerSpec.of("Affine", units=2, initializer="Xavier", scale=0.01),
    ),
    loss="SoftmaxWithLoss",
    dtype="float64",
)


# -------------------- training -----------------------------------------------------------------------------

config = TrainingConfig(
    optimizer="Adam",
    optimizer_options={"beta1": 0.9, "beta2": 0.999},
    lr=0.05,
    batch_size=40,
    epochs=20,
    seed=0,
    weight_decay=0.0,
    evaluate_every=0,
    evaluate_samples=10000,
)
# the iteration at the end of each stretch, and the settings that held until then
stretches = [
    (20, config),
    (35, replace(config, optimizer="Momentum", optimizer_options={"momentum": 0.9}, lr=0.02)),
]
checkpoint = Checkpoint.initial(spec, seed=0)
network = Network(spec, None)
for until, config in stretches:
    optimizer = config.build_optimizer()
    checkpoint.restore(network, optimizer)
    with np.errstate(all="ignore"):  # a network that diverges says so by its loss
        for step in train(network, optimizer, data, config, checkpoint.iteration, until):
            if isinstance(step, Iteration) and step.iteration % 3 == 0:
                print(f"iteration {step.iteration}: loss {step.loss:.6f}")
            elif isinstance(step, Divergence):
                print(f"iteration {step.iteration}: the loss is {step.loss}, and training ends")
    checkpoint = Checkpoint.take(network, optimizer, until)

accuracy = network.accuracy(data.x_test * np.float32(data.scale), data.t_test)
print(f"right on the test data: {accuracy:.4f}")

same = hashlib.sha256((network.flat_params + 0.0).tobytes()).hexdigest().startswith("2c215ef6a4bbefda")
print("the weights are those of the window, bit for bit" if same else "the weights differ from those of the window")
