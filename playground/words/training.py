"""How training goes: optimizers, initial values and the training configuration."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.words.entry import Word
from playground.words.options import OPTIONS

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
    "initializer": OPTIONS["initializer"],
    "scale": OPTIONS["scale"],
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
    "clip_norm": Word(
        QT_TRANSLATE_NOOP("Words", "Clip gradient"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Gradient clipping: where the norm of the whole gradient is larger than this, it is made shorter, to this "
            "norm, and keeps its direction. One monstrous gradient can then do no harm. 0 is none.",
        ),
    ),
    "left_out": Word(
        QT_TRANSLATE_NOOP("Words", "Samples left out"),
        QT_TRANSLATE_NOOP(
            "Words", "Training samples that no batch holds, by their numbers; all other batches stay as they are."
        ),
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
    "threads": Word(
        QT_TRANSLATE_NOOP("Words", "Cores"),
        QT_TRANSLATE_NOOP(
            "Words",
            "How many processor cores compute the matrix products, of training and of all else in this window. "
            "It belongs to the run: another number adds in another order, and the last bits of the weights differ.",
        ),
    ),
    "replacement": Word(
        QT_TRANSLATE_NOOP("Words", "Draw again"),
        QT_TRANSLATE_NOOP(
            "Words",
            "As the book does: each batch is drawn from all samples, so that in an epoch some come twice and others "
            "not at all. Otherwise an epoch uses every sample once.",
        ),
    ),
}
