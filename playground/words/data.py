"""The datasets and their classes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.words.entry import Word

DATASETS = {
    "file": Word(
        QT_TRANSLATE_NOOP("Words", "My own data"),
        QT_TRANSLATE_NOOP("Words", "A file or a folder of pictures that was imported with File > Import data."),
    ),
    "mnist": Word(
        QT_TRANSLATE_NOOP("Words", "MNIST digits"),
        QT_TRANSLATE_NOOP(
            "Words", "70,000 handwritten digits of 28 × 28 pixels: 60,000 to learn from, 10,000 for the test."
        ),
    ),
    "and": Word(
        QT_TRANSLATE_NOOP("Words", "AND gate"),
        QT_TRANSLATE_NOOP("Words", "1 only if both inputs are 1. A single perceptron can learn it."),
    ),
    "or": Word(
        QT_TRANSLATE_NOOP("Words", "OR gate"),
        QT_TRANSLATE_NOOP("Words", "1 if at least one input is 1. A single perceptron can learn it."),
    ),
    "nand": Word(
        QT_TRANSLATE_NOOP("Words", "NAND gate"),
        QT_TRANSLATE_NOOP("Words", "0 only if both inputs are 1. A single perceptron can learn it."),
    ),
    "xor": Word(
        QT_TRANSLATE_NOOP("Words", "XOR gate"),
        QT_TRANSLATE_NOOP(
            "Words", "1 if the inputs differ. No single perceptron can learn it: it takes a hidden layer."
        ),
    ),
    "circle": Word(
        QT_TRANSLATE_NOOP("Words", "Circle"),
        QT_TRANSLATE_NOOP("Words", "Points of one class inside a ring of the other."),
    ),
    "xor2d": Word(
        QT_TRANSLATE_NOOP("Words", "Four squares"),
        QT_TRANSLATE_NOOP("Words", "XOR as points in the plane: opposite squares belong to the same class."),
    ),
    "gauss": Word(
        QT_TRANSLATE_NOOP("Words", "Two clouds"),
        QT_TRANSLATE_NOOP("Words", "Two normally distributed clouds of points: a straight line separates them."),
    ),
    "spiral": Word(
        QT_TRANSLATE_NOOP("Words", "Spiral"),
        QT_TRANSLATE_NOOP("Words", "Two arms that turn around each other: the hardest of the four point sets."),
    ),
    "plane": Word(
        QT_TRANSLATE_NOOP("Words", "Plane (regression)"),
        QT_TRANSLATE_NOOP("Words", "A sloping plane whose height the network has to predict."),
    ),
    "regression_gauss": Word(
        QT_TRANSLATE_NOOP("Words", "Hills (regression)"),
        QT_TRANSLATE_NOOP("Words", "Hills and hollows whose height the network has to predict."),
    ),
}


# Digits name their classes themselves.
CLASSES = {
    "orange": QT_TRANSLATE_NOOP("Words", "orange"),
    "blue": QT_TRANSLATE_NOOP("Words", "blue"),
}
