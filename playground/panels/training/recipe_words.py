"""A recipe and what it would cost, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nn.datasets import DATASETS
from playground.words import word

if TYPE_CHECKING:
    from nn.datasets.base import Dataset
    from nn.datasets.recipe import Recipe


def recipe_text(name: str, data: Dataset) -> str:
    """Say which network and training a dataset asks for."""
    recipe_for = DATASETS[name].recipe_for
    if recipe_for is None:
        return ""
    recipe = recipe_for(data)
    text = QCoreApplication.translate(
        "RecipeWords", "{network}; {optimizer}, learning rate {lr:g}, batches of {batch:,}, {epochs:,} epochs."
    )
    return text.format(
        network=_network(recipe, data),
        optimizer=word("optimizer", recipe.optimizer).label,
        lr=recipe.lr,
        batch=recipe.batch_size,
        epochs=recipe.epochs,
    )


def _network(recipe: Recipe, data: Dataset) -> str:
    inputs = len(data.input_names)
    activation = word("layer", recipe.activation).label
    sizes = [str(inputs), *(f"{units} {activation}" for units in recipe.hidden), str(data.outputs)]
    return " – ".join(sizes)


def lost_text(iterations: int) -> str:
    """Say that Undo brings back what was trained, empty if nothing would be lost; how long may change meanwhile."""
    if not iterations:
        return ""
    return QCoreApplication.translate("RecipeWords", "Undo brings back the trained network.")
