"""Chapter 8: six convolutions, three poolings and two affine layers, with the book's own Dropout."""

# ruff: noqa: NPY002 - written as in the book, which draws from NumPy's global generator
import numpy as np
from textbook import Dropout

from nn import Affine, Convolution, Pooling, Relu, SoftmaxWithLoss, load_mnist

iters_num = 2
batch_size = 20


class DeepConvNet:
    def __init__(self, input_dim=(1, 28, 28), hidden_size=50, output_size=10):
        conv_params = [(16, 1), (16, 1), (32, 1), (32, 2), (64, 1), (64, 1)]  # filters and padding, all 3x3
        pre_node_nums = np.array([1 * 9, 16 * 9, 16 * 9, 32 * 9, 32 * 9, 64 * 9, 64 * 4 * 4, hidden_size])
        scales = np.sqrt(2.0 / pre_node_nums)
        self.params, channels = {}, input_dim[0]
        for idx, (filter_num, _) in enumerate(conv_params):
            self.params[f"W{idx + 1}"] = scales[idx] * np.random.randn(filter_num, channels, 3, 3)
            self.params[f"b{idx + 1}"] = np.zeros(filter_num)
            channels = filter_num
        self.params["W7"] = scales[6] * np.random.randn(64 * 4 * 4, hidden_size)
        self.params["b7"] = np.zeros(hidden_size)
        self.params["W8"] = scales[7] * np.random.randn(hidden_size, output_size)
        self.params["b8"] = np.zeros(output_size)

        self.layers = []
        for idx, (_, pad) in enumerate(conv_params):
            self.layers.append(Convolution(self.params[f"W{idx + 1}"], self.params[f"b{idx + 1}"], 1, pad))
            self.layers.append(Relu())
            if idx % 2:
                self.layers.append(Pooling(pool_h=2, pool_w=2, stride=2))
        self.layers += [Affine(self.params["W7"], self.params["b7"]), Relu(), Dropout(0.5)]
        self.layers += [Affine(self.params["W8"], self.params["b8"]), Dropout(0.5)]
        self.last_layer = SoftmaxWithLoss()

    def predict(self, x, train_flg=False):
        for layer in self.layers:
            x = layer.forward(x, train_flg) if isinstance(layer, Dropout) else layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x, train_flg=True), t)

    def gradient(self, x, t):
        self.loss(x, t)
        dout = self.last_layer.backward(1)
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        weighted = [layer for layer in self.layers if hasattr(layer, "dW")]
        grads = {}
        for number, layer in enumerate(weighted, 1):
            grads[f"W{number}"], grads[f"b{number}"] = layer.dW, layer.db
        return grads


(x_train, t_train), (x_test, t_test) = load_mnist(flatten=False)
network = DeepConvNet()
shapes, x = [], x_test[:2]
for layer in network.layers:
    x = layer.forward(x, False) if isinstance(layer, Dropout) else layer.forward(x)
    shapes.append(x.shape[1:])
train_loss_list = []
for _ in range(iters_num):
    batch_mask = np.random.choice(len(x_train), batch_size)
    grads = network.gradient(x_train[batch_mask], t_train[batch_mask])
    train_loss_list.append(network.last_layer.loss)
    for key in network.params:
        network.params[key] -= 0.01 * grads[key]
