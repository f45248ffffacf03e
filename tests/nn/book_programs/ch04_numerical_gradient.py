"""Chapter 4: learn with a gradient that is measured, and write the same gradient down by hand.

The digits are shrunk to 7 by 7 points: measuring the gradient of 784 inputs takes the book a day.
"""

# ruff: noqa: B007, NPY002 - written as in the book, which draws from NumPy's global generator
import numpy as np

from nn import cross_entropy_error, load_mnist, numerical_gradient, sigmoid, sigmoid_grad, softmax


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.1):
        self.params = {}
        self.params["W1"] = weight_init_std * np.random.randn(input_size, hidden_size)
        self.params["b1"] = np.zeros(hidden_size)
        self.params["W2"] = weight_init_std * np.random.randn(hidden_size, output_size)
        self.params["b2"] = np.zeros(output_size)

    def predict(self, x):
        a1 = np.dot(x, self.params["W1"]) + self.params["b1"]
        z1 = sigmoid(a1)
        a2 = np.dot(z1, self.params["W2"]) + self.params["b2"]
        return softmax(a2)

    def loss(self, x, t):
        return cross_entropy_error(self.predict(x), t)

    def accuracy(self, x, t):
        return np.sum(np.argmax(self.predict(x), axis=1) == np.argmax(t, axis=1)) / float(x.shape[0])

    def numerical_gradient(self, x, t):
        def loss_W(W):
            return self.loss(x, t)

        return {key: numerical_gradient(loss_W, self.params[key]) for key in self.params}

    def gradient(self, x, t):
        W1, W2 = self.params["W1"], self.params["W2"]
        b1, b2 = self.params["b1"], self.params["b2"]
        a1 = np.dot(x, W1) + b1
        z1 = sigmoid(a1)
        y = softmax(np.dot(z1, W2) + b2)

        dy = (y - t) / x.shape[0]
        grads = {}
        grads["W2"] = np.dot(z1.T, dy)
        grads["b2"] = np.sum(dy, axis=0)
        da1 = sigmoid_grad(a1) * np.dot(dy, W2.T)
        grads["W1"] = np.dot(x.T, da1)
        grads["b1"] = np.sum(da1, axis=0)
        return grads


def shrink(x):
    return x.reshape(-1, 7, 4, 7, 4).mean(axis=(2, 4)).reshape(-1, 49)


(x_train, t_train), (x_test, t_test) = load_mnist(normalize=True, one_hot_label=True)
x_train, t_train = shrink(x_train[:500]), t_train[:500]

network = TwoLayerNet(input_size=49, hidden_size=4, output_size=10)

x_batch, t_batch = x_train[:10], t_train[:10]
measured = network.numerical_gradient(x_batch, t_batch)
by_hand = network.gradient(x_batch, t_batch)
differences = {key: np.average(np.abs(by_hand[key] - measured[key])) for key in measured}

iters_num = 12
batch_size = 20
learning_rate = 1.0
train_loss_list = []
for i in range(iters_num):
    batch_mask = np.random.choice(len(x_train), batch_size)
    x_batch, t_batch = x_train[batch_mask], t_train[batch_mask]
    grad = network.numerical_gradient(x_batch, t_batch)
    for key in ("W1", "b1", "W2", "b2"):
        network.params[key] -= learning_rate * grad[key]
    train_loss_list.append(network.loss(x_batch, t_batch))
train_acc = network.accuracy(x_train, t_train)
