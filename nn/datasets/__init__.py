"""Data to learn from: MNIST, logic gates and point clouds, each a function that returns a `Dataset`."""

from nn.datasets.base import DATASETS, Dataset, DatasetMaker
from nn.datasets.batches import Batches
from nn.datasets.mnist import load_mnist

__all__ = ["DATASETS", "Batches", "Dataset", "DatasetMaker", "load_mnist"]
