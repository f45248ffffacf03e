"""Chapter 7: a convolution, a pooling and two affine layers; the gradient checked on a tiny one, then trained."""

# ruff: noqa: NPY002 - written as in the book, which draws from NumPy's global generator
from collections import OrderedDict

import numpy as np

from nn import Affine, Convolution, Pooling, Relu, SoftmaxWithLoss, load_mnist, numerical_gradient

iters_num = 40
batch_size = 100


class SimpleConvNet:
    def __init__(self, input_dim, conv_param, hidden_size, output_size, weight_init_std=0.01):
        filter_num, filter_size = conv_param["filter_num"], conv_param["filter_size"]
        conv_size = (input_dim[1] - filter_size + 2 * conv_param["pad"]) / conv_param["stride"] + 1
        pool_size = int(filter_num * (conv_size / 2) * (conv_size / 2))
        self.params = {}
        self.params["W1"] = weight_init_std * np.random.randn(filter_num, input_dim[0], filter_size, filter_size)
        self.params["b1"] = np.zeros(filter_num)
        self.params["W2"] = weight_init_std * np.random.randn(pool_size, hidden_size)
        self.params["b2"] = np.zeros(hidden_size)
        self.params["W3"] = weight_init_std * np.random.randn(hidden_size, output_size)
        self.params["b3"] = np.zeros(output_size)

        self.layers = OrderedDict()
        self.layers["Conv1"] = Convolution(
            self.params["W1"], self.params["b1"], conv_param["stride"], conv_param["pad"]
        )
        self.layers["Relu1"] = Relu()
        self.layers["Pool1"] = Pooling(pool_h=2, pool_w=2, stride=2)
        self.layers["Affine1"] = Affine(self.params["W2"], self.params["b2"])
        self.layers["Relu2"] = Relu()
        self.layers["Affine2"] = Affine(self.params["W3"], self.params["b3"])
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
        def loss_w(w):
            return self.loss(x, t)

        return {key: numerical_gradient(loss_w, param) for key, param in self.params.items()}

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        grads = {}
        for number, name in enumerate(("Conv1", "Affine1", "Affine2"), 1):
            grads[f"W{number}"], grads[f"b{number}"] = self.layers[name].dW, self.layers[name].db
        return grads

    def load_params(self, params):
        self.params.update(params)
        for number, name in enumerate(("Conv1", "Affine1", "Affine2"), 1):
            self.layers[name].W = self.params[f"W{number}"]
            self.layers[name].b = self.params[f"b{number}"]


conv_param = {"filter_num": 10, "filter_size": 3, "pad": 0, "stride": 1}
network = SimpleConvNet(input_dim=(1, 10, 10), conv_param=conv_param, hidden_size=10, output_size=10)
X = np.random.rand(100).reshape((1, 1, 10, 10))
T = np.array([1]).reshape((1, 1))
grad_num = network.numerical_gradient(X, T)
grad = network.gradient(X, T)
differences = {key: np.abs(grad_num[key] - grad[key]).mean() for key in grad_num}

(x_train, t_train), (x_test, t_test) = load_mnist(flatten=False)
conv_param = {"filter_num": 30, "filter_size": 5, "pad": 0, "stride": 1}
network = SimpleConvNet(input_dim=(1, 28, 28), conv_param=conv_param, hidden_size=100, output_size=10)
train_loss_list = []
for _ in range(iters_num):
    batch_mask = np.random.choice(len(x_train), batch_size)
    x_batch, t_batch = x_train[batch_mask], t_train[batch_mask]
    grads = network.gradient(x_batch, t_batch)
    for key in network.params:
        network.params[key] -= 0.1 * grads[key]
    train_loss_list.append(network.loss(x_batch, t_batch))
test_acc = network.accuracy(x_test[:1000], t_test[:1000])
