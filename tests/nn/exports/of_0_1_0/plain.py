"""Train a network for 40 iterations, as NN Playground did, on its own library, bit for bit.

Needs nn-playground, whose library nn does the work (pip install nn-playground).
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = "1"
# ... before NumPy is imported: more threads add in another order, and the last bits of a sum depend on it

import hashlib

import numpy as np

from nn.datasets import DATASETS
from nn.network import LayerSpec, Network, NetworkSpec
from nn.training import Divergence, Iteration, TrainingConfig, train

# -------------------- the data -----------------------------------------------------------------------------

data = DATASETS["xor"]()


# -------------------- the network --------------------------------------------------------------------------

spec = NetworkSpec(
    input_shape=(2,),
    layers=(
        LayerSpec.of("Affine", units=3, initializer="He", scale=0.01),
        LayerSpec.of("Tanh"),
        LayerSpec.of("Affine", units=2, initializer="He", scale=0.01),
    ),
    loss="SoftmaxWithLoss",
    dtype="float32",
)


# -------------------- training -----------------------------------------------------------------------------

config = TrainingConfig(
    optimizer="SGD",
    optimizer_options={},
    lr=0.5,
    batch_size=4,
    epochs=20,
    seed=0,
    weight_decay=0.0,
    evaluate_every=0,
    evaluate_samples=10000,
)
network = Network(spec, config.seed)
optimizer = config.build_optimizer()

with np.errstate(all="ignore"):  # a network that diverges says so by its loss
    for step in train(network, optimizer, data, config, until=40):
        if isinstance(step, Iteration) and step.iteration % 4 == 0:
            print(f"iteration {step.iteration}: loss {step.loss:.6f}")
        elif isinstance(step, Divergence):
            print(f"iteration {step.iteration}: the loss is {step.loss}, and training ends")

accuracy = network.accuracy(data.x_test * np.float32(data.scale), data.t_test)
print(f"right on the test data: {accuracy:.4f}")

same = hashlib.sha256((network.flat_params + 0.0).tobytes()).hexdigest().startswith("a4800692a94bfc1b")
print("the weights are those of the window, bit for bit" if same else "the weights differ from those of the window")
