"""The losses, and the output activation that belongs to each."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.words.entry import Word

# The output activation that belongs to each loss.
OUTPUTS = {
    "SoftmaxWithLoss": Word(
        QT_TRANSLATE_NOOP("Words", "Softmax"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The scores become probabilities that sum to 1. Softmax belongs to the loss, because together "
            "their gradient is simply y - t; another loss brings another output.",
        ),
    ),
    "IdentityWithLoss": Word(
        QT_TRANSLATE_NOOP("Words", "Identity"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The scores are the answer as they are. The output belongs to the loss, because together their "
            "gradient is simply y - t; another loss brings another output.",
        ),
    ),
    "SigmoidWithLoss": Word(
        QT_TRANSLATE_NOOP("Words", "Sigmoid"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Each score becomes a probability of its own. The output belongs to the loss, because together "
            "their gradient is simply y - t; another loss brings another output.",
        ),
    ),
}

LOSSES = {
    "SoftmaxWithLoss": Word(
        QT_TRANSLATE_NOOP("Words", "Softmax with cross-entropy"),
        QT_TRANSLATE_NOOP(
            "Words",
            "For classes: softmax turns scores into probabilities, cross-entropy measures them "
            "against the right answer.",
        ),
    ),
    "IdentityWithLoss": Word(
        QT_TRANSLATE_NOOP("Words", "Identity with squared error"),
        QT_TRANSLATE_NOOP("Words", "For numbers to predict: half the sum of the squared differences."),
    ),
    "SigmoidWithLoss": Word(
        QT_TRANSLATE_NOOP("Words", "Sigmoid with cross-entropy"),
        QT_TRANSLATE_NOOP("Words", "A separate yes or no for each output: sigmoid, then cross-entropy."),
    ),
}
