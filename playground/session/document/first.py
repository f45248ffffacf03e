"""The document that the program starts with."""

from __future__ import annotations

from nn.network import NetworkSpec
from nn.training import Checkpoint, TrainingConfig
from playground.session.document.state import DatasetChoice, DocumentState


def new_document() -> DocumentState:
    """Give the document that the program starts with: the book's network for MNIST, not yet trained."""
    spec = NetworkSpec.mlp(784, (100, 100), 10, activation="Relu", initializer="He")
    config = TrainingConfig()
    return DocumentState(spec, Checkpoint.initial(spec, config.seed), config, DatasetChoice("mnist"))
