"""How the things `nn` registers are called and explained on screen, in the words of the book.

Each table is keyed by the names of a registry; options by ``"Owner.option"``, or by ``"option"`` where it
means the same for every owner. What has no entry yet (a layer somebody has just written) is shown under its
own name with the English help it brings along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Mapping


class Word(NamedTuple):
    """A name as it stands on screen, and the explanation that stands beside it on hover."""

    label: str
    explanation: str


class ActivationWord(NamedTuple):
    """What there is to know of an activation function beside its explanation."""

    values: str
    """Between which numbers its outputs lie."""
    use: str
    """When to choose it."""
    trouble: str
    """What goes wrong with it."""


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
}

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
}

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

OPTIMIZERS = {
    "SGD": Word(
        QT_TRANSLATE_NOOP("Words", "SGD"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Stochastic gradient descent: a step against the gradient. Usual learning rates: 0.01 to 0.1.",
        ),
    ),
    "Momentum": Word(
        QT_TRANSLATE_NOOP("Words", "Momentum"),
        QT_TRANSLATE_NOOP("Words", "SGD that gathers speed like a ball rolling downhill. Usual learning rate: 0.01."),
    ),
    "Nesterov": Word(
        QT_TRANSLATE_NOOP("Words", "Nesterov"),
        QT_TRANSLATE_NOOP(
            "Words", "Momentum that looks ahead before it corrects its course. Usual learning rate: 0.01."
        ),
    ),
    "AdaGrad": Word(
        QT_TRANSLATE_NOOP("Words", "AdaGrad"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Gives each weight its own step, smaller the more it has moved already. Usual learning rate: 0.01.",
        ),
    ),
    "RMSprop": Word(
        QT_TRANSLATE_NOOP("Words", "RMSprop"),
        QT_TRANSLATE_NOOP(
            "Words",
            "AdaGrad that forgets old gradients, so that it never stands still. Usual learning rate: 0.001 to 0.01.",
        ),
    ),
    "Adam": Word(
        QT_TRANSLATE_NOOP("Words", "Adam"),
        QT_TRANSLATE_NOOP("Words", "Momentum and RMSprop together. Usual learning rate: 0.001."),
    ),
}

INITIALIZERS = {
    "std": Word(
        QT_TRANSLATE_NOOP("Words", "Normal, fixed spread"),
        QT_TRANSLATE_NOOP(
            "Words", "Normally distributed with the standard deviation you choose; the book starts with 0.01."
        ),
    ),
    "constant": Word(
        QT_TRANSLATE_NOOP("Words", "Constant"),
        QT_TRANSLATE_NOOP("Words", "The same value everywhere: all neurons of a layer then learn the same."),
    ),
    "zeros": Word(
        QT_TRANSLATE_NOOP("Words", "Zeros"),
        QT_TRANSLATE_NOOP("Words", "Every weight starts at 0: all neurons of a layer then learn the same, or nothing."),
    ),
    "Xavier": Word(
        QT_TRANSLATE_NOOP("Words", "Xavier"),
        QT_TRANSLATE_NOOP("Words", "Standard deviation 1 / √n for n inputs: fits sigmoid and tanh."),
    ),
    "He": Word(
        QT_TRANSLATE_NOOP("Words", "He"),
        QT_TRANSLATE_NOOP("Words", "Standard deviation √(2 / n) for n inputs: fits ReLU."),
    ),
}

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

OPTIONS = {
    "Affine.units": Word(
        QT_TRANSLATE_NOOP("Words", "Units"),
        QT_TRANSLATE_NOOP("Words", "How many neurons the layer has."),
    ),
    "Affine.initializer": Word(
        QT_TRANSLATE_NOOP("Words", "Initial weights"),
        QT_TRANSLATE_NOOP("Words", "How the weights are drawn before training; the biases start at 0."),
    ),
    "Affine.scale": Word(
        QT_TRANSLATE_NOOP("Words", "Scale"),
        QT_TRANSLATE_NOOP(
            "Words", "The standard deviation of normally distributed weights, or the value of constant ones."
        ),
    ),
    "Dropout.ratio": Word(
        QT_TRANSLATE_NOOP("Words", "Dropout"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Share of hidden neurons switched off by chance at each iteration, against overfitting; 0 is none.",
        ),
    ),
    "LeakyRelu.slope": Word(
        QT_TRANSLATE_NOOP("Words", "Slope below 0"),
        QT_TRANSLATE_NOOP("Words", "How much of a negative number comes through; 0 makes it a ReLU."),
    ),
    "Elu.alpha": Word(
        QT_TRANSLATE_NOOP("Words", "Alpha"),
        QT_TRANSLATE_NOOP("Words", "The output far below 0 is minus this value."),
    ),
    "BatchNormalization.momentum": Word(
        QT_TRANSLATE_NOOP("Words", "Averaging"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Share of the old running mean and variance kept at each mini-batch; the test uses these averages.",
        ),
    ),
    "BatchNormalization.epsilon": Word(
        QT_TRANSLATE_NOOP("Words", "Epsilon"),
        QT_TRANSLATE_NOOP("Words", "Added to the variance, so that nothing is divided by 0."),
    ),
    "Momentum.momentum": Word(
        QT_TRANSLATE_NOOP("Words", "Momentum"),
        QT_TRANSLATE_NOOP("Words", "Share of the speed kept from one update to the next; 0 is SGD."),
    ),
    "Nesterov.momentum": Word(
        QT_TRANSLATE_NOOP("Words", "Momentum"),
        QT_TRANSLATE_NOOP("Words", "Share of the speed kept from one update to the next; 0 is SGD."),
    ),
    "RMSprop.decay": Word(
        QT_TRANSLATE_NOOP("Words", "Decay"),
        QT_TRANSLATE_NOOP("Words", "Share of the squared gradients remembered from one update to the next."),
    ),
    "Adam.beta1": Word(
        QT_TRANSLATE_NOOP("Words", "Beta 1"),
        QT_TRANSLATE_NOOP("Words", "Share of the mean gradient remembered from one update to the next."),
    ),
    "Adam.beta2": Word(
        QT_TRANSLATE_NOOP("Words", "Beta 2"),
        QT_TRANSLATE_NOOP("Words", "Share of the mean squared gradient remembered from one update to the next."),
    ),
    "samples": Word(
        QT_TRANSLATE_NOOP("Words", "Points"),
        QT_TRANSLATE_NOOP("Words", "How many points there are, those for the test included."),
    ),
    "noise": Word(
        QT_TRANSLATE_NOOP("Words", "Noise"),
        QT_TRANSLATE_NOOP("Words", "How far chance moves the points or their labels; 0 is not at all."),
    ),
    "test_share": Word(
        QT_TRANSLATE_NOOP("Words", "Test share"),
        QT_TRANSLATE_NOOP("Words", "Share of the points kept back for the test: the network never learns from them."),
    ),
    "seed": Word(
        QT_TRANSLATE_NOOP("Words", "Data seed"),
        QT_TRANSLATE_NOOP("Words", "Start of the random numbers: the same seed gives the same points."),
    ),
    "path": Word(
        QT_TRANSLATE_NOOP("Words", "File"),
        QT_TRANSLATE_NOOP("Words", "Where the imported file or folder is."),
    ),
    "digest": Word(
        QT_TRANSLATE_NOOP("Words", "Fingerprint"),
        QT_TRANSLATE_NOOP("Words", "Tells whether the file is still the one that was imported."),
    ),
    "encoding": Word(
        QT_TRANSLATE_NOOP("Words", "Encoding"),
        QT_TRANSLATE_NOOP("Words", "How the letters of the text are stored; auto finds out."),
    ),
    "separator": Word(
        QT_TRANSLATE_NOOP("Words", "Separator"),
        QT_TRANSLATE_NOOP("Words", "What stands between two cells of a row; auto finds out."),
    ),
    "decimal": Word(
        QT_TRANSLATE_NOOP("Words", "Decimal sign"),
        QT_TRANSLATE_NOOP("Words", "Whether 1.5 is written with a point or a comma; auto finds out."),
    ),
    "header": Word(
        QT_TRANSLATE_NOOP("Words", "Header"),
        QT_TRANSLATE_NOOP("Words", "Whether the first row names the columns; auto finds out."),
    ),
    "target": Word(
        QT_TRANSLATE_NOOP("Words", "Target column"),
        QT_TRANSLATE_NOOP(
            "Words", "The name of the column that the network is to predict, or its number from 1; empty finds out."
        ),
    ),
    "task": Word(
        QT_TRANSLATE_NOOP("Words", "Task"),
        QT_TRANSLATE_NOOP(
            "Words", "Whether the target is one of several classes, or a value to come close to; auto finds out."
        ),
    ),
    "missing": Word(
        QT_TRANSLATE_NOOP("Words", "Missing values"),
        QT_TRANSLATE_NOOP(
            "Words",
            "What becomes of rows in which a value is missing: refuse the file, leave them out, or take the mean.",
        ),
    ),
    "side": Word(
        QT_TRANSLATE_NOOP("Words", "Picture size"),
        QT_TRANSLATE_NOOP("Words", "Pixels along each side to which the pictures are brought."),
    ),
    "standardise": Word(
        QT_TRANSLATE_NOOP("Words", "Standardise"),
        QT_TRANSLATE_NOOP(
            "Words", "Give every column mean 0 and standard deviation 1, so that none outweighs the others."
        ),
    ),
}

CONFIG = {
    "dataset": Word(
        QT_TRANSLATE_NOOP("Words", "Dataset"),
        QT_TRANSLATE_NOOP("Words", "What the network learns from, and what it is tested with."),
    ),
    "loss": Word(
        QT_TRANSLATE_NOOP("Words", "Loss"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The loss function: the one number that says how wrong the network is. Training lowers it.",
        ),
    ),
    "initializer": Word(
        QT_TRANSLATE_NOOP("Words", "Initial weights"),
        QT_TRANSLATE_NOOP("Words", "How the weights are drawn before training; the biases start at 0."),
    ),
    "scale": Word(
        QT_TRANSLATE_NOOP("Words", "Scale"),
        QT_TRANSLATE_NOOP(
            "Words", "The standard deviation of normally distributed weights, or the value of constant ones."
        ),
    ),
    "dropout": Word(
        QT_TRANSLATE_NOOP("Words", "Dropout"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Share of each hidden layer's neurons switched off by chance at each iteration, against "
            "overfitting; 0 is none.",
        ),
    ),
    "normalization": Word(
        QT_TRANSLATE_NOOP("Words", "Batch norm"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Batch normalization before each activation: mean 0 and variance 1 over the mini-batch. "
            "Training becomes faster and less sensitive to the initial weights.",
        ),
    ),
    "dtype": Word(
        QT_TRANSLATE_NOOP("Words", "Precision"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Digits of each number: float32 has 7 and is fast, float64 has 16, for comparing with the book.",
        ),
    ),
    "optimizer": Word(
        QT_TRANSLATE_NOOP("Words", "Optimizer"),
        QT_TRANSLATE_NOOP("Words", "The rule that turns gradients into updates of the weights."),
    ),
    "lr": Word(
        QT_TRANSLATE_NOOP("Words", "Learning rate"),
        QT_TRANSLATE_NOOP(
            "Words",
            "How far each update moves the weights against the gradient. Too small learns slowly, too large diverges.",
        ),
    ),
    "weight_decay": Word(
        QT_TRANSLATE_NOOP("Words", "Weight decay"),
        QT_TRANSLATE_NOOP("Words", "Pulls every weight towards 0 at each update, against overfitting; 0 is none."),
    ),
    "batch_size": Word(
        QT_TRANSLATE_NOOP("Words", "Batch size"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Training samples in a mini-batch: the loss and its gradient are averaged over them before each update.",
        ),
    ),
    "epochs": Word(
        QT_TRANSLATE_NOOP("Words", "Epochs"),
        QT_TRANSLATE_NOOP("Words", "How many times a run goes through all training samples."),
    ),
    "seed": Word(
        QT_TRANSLATE_NOOP("Words", "Seed"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Start of the random numbers: initial weights, order of the samples, dropout. The same "
            "seed gives the same run.",
        ),
    ),
    "evaluate_every": Word(
        QT_TRANSLATE_NOOP("Words", "Evaluate every"),
        QT_TRANSLATE_NOOP("Words", "Iterations between two measurements of the accuracy; 0 measures after each epoch."),
    ),
}

# Digits name their classes themselves.
CLASSES = {
    "orange": QT_TRANSLATE_NOOP("Words", "orange"),
    "blue": QT_TRANSLATE_NOOP("Words", "blue"),
}

_FAMILIES: Mapping[str, Mapping[str, Word]] = {
    "layer": LAYERS,
    "loss": LOSSES,
    "optimizer": OPTIMIZERS,
    "initializer": INITIALIZERS,
    "dataset": DATASETS,
    "config": CONFIG,
}


def word(family: str, name: str, fallback: str = "") -> Word:
    """Give the translated name and explanation of a registered thing.

    Parameters
    ----------
    family : {"layer", "loss", "optimizer", "initializer", "dataset", "config"}
        The registry, or the fields of the training configuration.
    name : str
        Name in that registry.
    fallback : str
        English explanation for a thing that has no entry.
    """
    return _translated(_FAMILIES[family].get(name), name, fallback)


def option_word(owner: str, name: str, fallback: str = "") -> Word:
    """Give the translated name and explanation of an option of a registered thing."""
    entry = OPTIONS.get(f"{owner}.{name}") or OPTIONS.get(name)
    return _translated(entry, name, fallback)


def activation_word(name: str) -> ActivationWord:
    """Give what is known of an activation in the language of the moment: nothing of one that has no entry yet."""
    entry = ACTIVATIONS.get(name, ActivationWord("", "", ""))
    return ActivationWord(*(QCoreApplication.translate("Words", text) if text else "" for text in entry))


def output_word(loss: str, fallback: str = "") -> Word:
    """Give the name of the output activation that belongs to a loss, and why it does."""
    return _translated(OUTPUTS.get(loss), loss, fallback)


def class_word(name: str) -> str:
    """Give the translated name of a dataset's class."""
    return QCoreApplication.translate("Words", CLASSES[name]) if name in CLASSES else name


def _translated(entry: Word | None, name: str, fallback: str) -> Word:
    if entry is None:
        return Word(name.replace("_", " "), fallback)
    return Word(*(QCoreApplication.translate("Words", text) for text in entry))
