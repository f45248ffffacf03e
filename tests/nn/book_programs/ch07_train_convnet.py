"""Chapter 7: a network of a reader's own file, trained by the Trainer of the book."""

# ruff: noqa: F403, F405, NPY002 - written as in the book
from collections import OrderedDict

import numpy as np

from nn import *
from nn import Trainer, load_mnist, numerical_gradient

max_epochs = 3
OPTIMIZER = "Adam"


class SmallConvNet:
    def __init__(self, filter_num=4, weight_init_std=0.1):
        self.params = {"W1": weight_init_std * np.random.randn(filter_num, 1, 5, 5), "b1": np.zeros(filter_num)}
        self.params["W2"] = weight_init_std * np.random.randn(filter_num * 12 * 12, 10)
        self.params["b2"] = np.zeros(10)
        self.layers = OrderedDict()
        self.layers["Conv1"] = Convolution(self.params["W1"], self.params["b1"], 1, 0)
        self.layers["Relu1"] = Relu()
        self.layers["Pool1"] = Pooling(pool_h=2, pool_w=2, stride=2)
        self.layers["Affine1"] = Affine(self.params["W2"], self.params["b2"])
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x):
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        return np.mean(np.argmax(self.predict(x), axis=1) == t)

    def numerical_gradient(self, x, t):
        return {key: numerical_gradient(lambda w: self.loss(x, t), param) for key, param in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        conv, affine = self.layers["Conv1"], self.layers["Affine1"]
        return {"W1": conv.dW, "b1": conv.db, "W2": affine.dW, "b2": affine.db}


(x_train, t_train), (x_test, t_test) = load_mnist(flatten=False)
x_train, t_train = x_train[:1000], t_train[:1000]
x_test, t_test = x_test[:300], t_test[:300]

network = SmallConvNet()
trainer = Trainer(
    network,
    x_train,
    t_train,
    x_test,
    t_test,
    epochs=max_epochs,
    mini_batch_size=100,
    optimizer=OPTIMIZER,
    optimizer_param={"lr": 0.01},
    evaluate_sample_num_per_epoch=200,
)
trainer.train()
