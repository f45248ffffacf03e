"""The activation functions: what each gives, when to use it and what goes wrong."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.words.entry import ActivationWord

# What the activation panel says of each, beside its formula.
ACTIVATIONS = {
    "Step": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "0 or 1, nothing between."),
        QT_TRANSLATE_NOOP(
            "Words",
            "The perceptron's own function: it shows what a single neuron decides, and makes logic gates of "
            "weights that are set by hand.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "Its slope is 0 everywhere, so no gradient comes back through it and no weight in front of it "
            "ever changes: steps cannot be trained.",
        ),
    ),
    "Sigmoid": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "Between 0 and 1."),
        QT_TRANSLATE_NOOP(
            "Words",
            "In the book's first networks, and where a yes or no is wanted. Start with Xavier weights.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "Far from 0 it is flat, and its slope is at most 0.25: each layer passes on a quarter of the "
            "gradient or less, which vanishes in deep networks. Its outputs are never negative.",
        ),
    ),
    "Relu": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "0 and above."),
        QT_TRANSLATE_NOOP(
            "Words",
            "The usual choice for hidden layers: quick, and above 0 the gradient comes through whole. Start "
            "with He weights.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "A neuron whose sum is negative for every sample gives 0, gets no gradient and cannot recover: it "
            "is dead. Too large a learning rate kills many.",
        ),
    ),
    "Identity": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "All numbers."),
        QT_TRANSLATE_NOOP("Words", "At the output, where numbers are to be predicted."),
        QT_TRANSLATE_NOOP(
            "Words",
            "Between two Affine layers it adds nothing: however many there are, they compute no more than a "
            "single one.",
        ),
    ),
    "Tanh": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "Between -1 and 1."),
        QT_TRANSLATE_NOOP(
            "Words",
            "Like the sigmoid, but around 0, which makes learning easier: hidden layers of small networks. "
            "Start with Xavier weights.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "Far from 0 it is flat: there the gradient vanishes. Its slope is 1 only at 0 itself.",
        ),
    ),
    "LeakyRelu": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "All numbers."),
        QT_TRANSLATE_NOOP(
            "Words",
            "In place of ReLU when many neurons die: the small slope below 0 lets some gradient through.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "The slope is one more number to choose. At 1 it is the identity, and the network is no better "
            "than a single layer.",
        ),
    ),
    "Elu": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "Above -alpha."),
        QT_TRANSLATE_NOOP(
            "Words",
            "In place of ReLU when the outputs should lie around 0: below 0 it bends smoothly towards -alpha.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "Far below 0 it is flat, so neurons can still stop learning; and it takes longer to compute than ReLU.",
        ),
    ),
    "Softplus": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "Above 0."),
        QT_TRANSLATE_NOOP("Words", "Where an output must be positive, or a ReLU without a corner is wanted."),
        QT_TRANSLATE_NOOP(
            "Words",
            "Its outputs are never negative, below 0 the gradient fades, and it takes longer to compute than "
            "ReLU, which usually learns as well.",
        ),
    ),
    "Gelu": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "Above about -0.17."),
        QT_TRANSLATE_NOOP(
            "Words",
            "In large language models such as BERT and GPT: a ReLU that is smooth everywhere.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "It falls before it rises, far below 0 its slope is nearly 0, and it takes longer to compute than ReLU.",
        ),
    ),
    "Swish": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "Above about -0.28."),
        QT_TRANSLATE_NOOP("Words", "In deep networks in place of ReLU: smooth everywhere. It is also called SiLU."),
        QT_TRANSLATE_NOOP(
            "Words",
            "It falls before it rises, far below 0 its slope is nearly 0, and it takes longer to compute than ReLU.",
        ),
    ),
    "OwnActivation": ActivationWord(
        QT_TRANSLATE_NOOP("Words", "As your code says: look at the curve."),
        QT_TRANSLATE_NOOP(
            "Words",
            "What you wrote in My code, once it is right. The curve and its slope are those of the steps that your "
            "class took when it was recorded.",
        ),
        QT_TRANSLATE_NOOP(
            "Words",
            "It stays as it was recorded: after a change in My code, check it and use it in the network again.",
        ),
    ),
}
