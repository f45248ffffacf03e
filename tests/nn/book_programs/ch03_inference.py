"""Chapter 3: read digits with a network of three layers whose weights lie in a file, one by one and in batches."""

# ruff: noqa: RUF059 - written as in the book
import numpy as np

from nn import load_mnist, sigmoid, softmax

WEIGHT_FILE = "weights.npz"


def get_data():
    (x_train, t_train), (x_test, t_test) = load_mnist(normalize=True, flatten=True, one_hot_label=False)
    return x_test, t_test


def init_network():
    with np.load(WEIGHT_FILE) as file:
        return {key: file[key] for key in ("W1", "b1", "W2", "b2", "W3", "b3")}


def predict(network, x):
    W1, W2, W3 = network["W1"], network["W2"], network["W3"]
    b1, b2, b3 = network["b1"], network["b2"], network["b3"]
    z1 = sigmoid(np.dot(x, W1) + b1)
    z2 = sigmoid(np.dot(z1, W2) + b2)
    return softmax(np.dot(z2, W3) + b3)


x, t = get_data()
network = init_network()

accuracy_cnt = 0
samples = 2000
for i in range(samples):
    y = predict(network, x[i])
    p = np.argmax(y)
    if p == t[i]:
        accuracy_cnt += 1
accuracy = accuracy_cnt / samples

batch_size = 100
accuracy_cnt = 0
for i in range(0, len(x), batch_size):
    y_batch = predict(network, x[i : i + batch_size])
    p = np.argmax(y_batch, axis=1)
    accuracy_cnt += np.sum(p == t[i : i + batch_size])
batch_accuracy = accuracy_cnt / len(x)
