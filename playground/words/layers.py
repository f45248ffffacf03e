"""The layers."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.words.entry import Word

LAYERS = {
    "Affine": Word(
        QT_TRANSLATE_NOOP("Words", "Affine"),
        QT_TRANSLATE_NOOP("Words", "Weighted sum of all inputs plus a bias: x·W + b."),
    ),
    "Step": Word(
        QT_TRANSLATE_NOOP("Words", "Step"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The perceptron's step function: 1 above 0, else 0. Its slope is 0, so nothing is learned through it.",
        ),
    ),
    "Sigmoid": Word(
        QT_TRANSLATE_NOOP("Words", "Sigmoid"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Squeezes every number smoothly between 0 and 1: 1 / (1 + exp(-x)). Its gradient fades far from 0.",
        ),
    ),
    "Relu": Word(
        QT_TRANSLATE_NOOP("Words", "ReLU"),
        QT_TRANSLATE_NOOP("Words", "Lets positive numbers through and turns negative ones into 0."),
    ),
    "Identity": Word(
        QT_TRANSLATE_NOOP("Words", "Identity"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Passes its input on unchanged. A network of such layers only is no better than a single layer.",
        ),
    ),
    "Tanh": Word(
        QT_TRANSLATE_NOOP("Words", "tanh"),
        QT_TRANSLATE_NOOP("Words", "Squeezes every number smoothly between -1 and 1."),
    ),
    "LeakyRelu": Word(
        QT_TRANSLATE_NOOP("Words", "Leaky ReLU"),
        QT_TRANSLATE_NOOP("Words", "ReLU with a small slope below 0, so that no neuron dies."),
    ),
    "Elu": Word(
        QT_TRANSLATE_NOOP("Words", "ELU"),
        QT_TRANSLATE_NOOP("Words", "ReLU that bends smoothly towards a negative value below 0."),
    ),
    "Softplus": Word(
        QT_TRANSLATE_NOOP("Words", "Softplus"),
        QT_TRANSLATE_NOOP("Words", "ReLU with a rounded corner: log(1 + exp(x))."),
    ),
    "Gelu": Word(
        QT_TRANSLATE_NOOP("Words", "GELU"),
        QT_TRANSLATE_NOOP("Words", "Weighs each number by the chance that a normally distributed one is smaller."),
    ),
    "Swish": Word(
        QT_TRANSLATE_NOOP("Words", "Swish"),
        QT_TRANSLATE_NOOP("Words", "Each number times its own sigmoid: x · sigmoid(x)."),
    ),
    "OwnActivation": Word(
        QT_TRANSLATE_NOOP("Words", "Your own activation"),
        QT_TRANSLATE_NOOP("Words", "An activation function that you wrote yourself, in My code."),
    ),
    "OwnLayer": Word(
        QT_TRANSLATE_NOOP("Words", "Your own layer"),
        QT_TRANSLATE_NOOP("Words", "A layer that you wrote yourself, in My code; it gives as many numbers as it gets."),
    ),
    "OwnAffine": Word(
        QT_TRANSLATE_NOOP("Words", "Your own layer with neurons"),
        QT_TRANSLATE_NOOP("Words", "A layer with weights W and biases b that you wrote yourself, in My code."),
    ),
    "Softmax": Word(
        QT_TRANSLATE_NOOP("Words", "Softmax"),
        QT_TRANSLATE_NOOP("Words", "Turns the scores of a sample into probabilities that sum to 1."),
    ),
    "Dropout": Word(
        QT_TRANSLATE_NOOP("Words", "Dropout"),
        QT_TRANSLATE_NOOP("Words", "Switches off neurons by chance while training, against overfitting."),
    ),
    "BatchNormalization": Word(
        QT_TRANSLATE_NOOP("Words", "Batch normalization"),
        QT_TRANSLATE_NOOP("Words", "Shifts and scales each neuron to mean 0 and variance 1 over the mini-batch."),
    ),
    "Flatten": Word(
        QT_TRANSLATE_NOOP("Words", "Flatten"),
        QT_TRANSLATE_NOOP("Words", "Lays an image out as one row of numbers."),
    ),
    "Convolution": Word(
        QT_TRANSLATE_NOOP("Words", "Convolution"),
        QT_TRANSLATE_NOOP(
            "Words", "Moves small filters across a picture: at each place a weighted sum of what the filter meets."
        ),
    ),
    "Pooling": Word(
        QT_TRANSLATE_NOOP("Words", "Pooling"),
        QT_TRANSLATE_NOOP("Words", "Makes pictures smaller: of each small window the largest number, or the mean."),
    ),
    "GlobalAveragePooling": Word(
        QT_TRANSLATE_NOOP("Words", "Global average pooling"),
        QT_TRANSLATE_NOOP("Words", "Of each channel of a picture the mean of all its pixels: a row of numbers."),
    ),
}
