"""The options of layers, optimizers and datasets."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from playground.words.entry import Word

OPTIONS = {
    "program": Word(
        QT_TRANSLATE_NOOP("Words", "Recorded steps"),
        QT_TRANSLATE_NOOP("Words", "The steps that your class took, and its source with its hash."),
    ),
    "units": Word(
        QT_TRANSLATE_NOOP("Words", "Units"),
        QT_TRANSLATE_NOOP("Words", "How many neurons the layer has."),
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
    "Convolution.filters": Word(
        QT_TRANSLATE_NOOP("Words", "Filters"),
        QT_TRANSLATE_NOOP("Words", "How many filters the layer has: each makes one channel of the output."),
    ),
    "size": Word(
        QT_TRANSLATE_NOOP("Words", "Window height"),
        QT_TRANSLATE_NOOP("Words", "How many rows of pixels the filter or window sees at once."),
    ),
    "width": Word(
        QT_TRANSLATE_NOOP("Words", "Window width"),
        QT_TRANSLATE_NOOP("Words", "How many columns of pixels it sees at once; 0 is as many as rows."),
    ),
    "stride": Word(
        QT_TRANSLATE_NOOP("Words", "Stride"),
        QT_TRANSLATE_NOOP("Words", "How many pixels it moves on from one place to the next."),
    ),
    "pad": Word(
        QT_TRANSLATE_NOOP("Words", "Padding"),
        QT_TRANSLATE_NOOP("Words", "How many pixels are put around the picture, on each side."),
    ),
    "remainder": Word(
        QT_TRANSLATE_NOOP("Words", "Remainder"),
        QT_TRANSLATE_NOOP(
            "Words",
            "What becomes of pixels at the edge that it does not reach: floor leaves them out, as the book does; "
            "refuse does not build such a layer.",
        ),
    ),
    "Convolution.same": Word(
        QT_TRANSLATE_NOOP("Words", "Same size"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Pads so much that with stride 1 the output is as large as the picture; the padding is not asked then.",
        ),
    ),
    "Pooling.method": Word(
        QT_TRANSLATE_NOOP("Words", "Method"),
        QT_TRANSLATE_NOOP("Words", "What is taken of each window: its largest number, or the mean of all."),
    ),
    "Dropout.ratio": Word(
        QT_TRANSLATE_NOOP("Words", "Dropout"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Share of hidden neurons switched off by chance at each iteration, against overfitting; 0 is none.",
        ),
    ),
    "Dropout.inverted": Word(
        QT_TRANSLATE_NOOP("Words", "Inverted"),
        QT_TRANSLATE_NOOP(
            "Words",
            "What is kept in training grows by 1 / (1 - ratio), so that prediction needs nothing. The book's dropout "
            "does not grow it, and shrinks every prediction instead.",
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
    "BatchNormalization.initial_variance": Word(
        QT_TRANSLATE_NOOP("Words", "First variance"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The running variance before the first mini-batch: 1, or 0 as in the book, whose predictions are far too "
            "large after few mini-batches.",
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
    "leave_out": Word(
        QT_TRANSLATE_NOOP("Words", "Columns left out"),
        QT_TRANSLATE_NOOP("Words", "Columns that the network does not learn from."),
    ),
    "side": Word(
        QT_TRANSLATE_NOOP("Words", "Picture size"),
        QT_TRANSLATE_NOOP("Words", "Pixels along each side to which the pictures are brought."),
    ),
    "colour": Word(
        QT_TRANSLATE_NOOP("Words", "In colour"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Whether each picture is taken in red, green and blue, three pictures of one channel each, as it is; or in "
            "grey.",
        ),
    ),
    "ink": Word(
        QT_TRANSLATE_NOOP("Words", "Ink"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Whether pictures are dark on light or light on dark. A network gets 0 for paper and 1 for full ink, as "
            "from the digits of MNIST and from the Input panel: dark ink is turned round.",
        ),
    ),
    "crop": Word(
        QT_TRANSLATE_NOOP("Words", "Cut out"),
        QT_TRANSLATE_NOOP(
            "Words",
            "The middle of each picture as it is, or what is drawn on it, cut out and centred as the Input panel does: "
            "only then can the network read what you draw.",
        ),
    ),
    "pictures": Word(
        QT_TRANSLATE_NOOP("Words", "Pictures"),
        QT_TRANSLATE_NOOP(
            "Words",
            "Whether the arrays hold pictures: then they become grey values, are shown as pictures, and can be drawn; "
            "else each number is a column.",
        ),
    ),
    "target_zero": Word(
        QT_TRANSLATE_NOOP("Words", "Target zero"),
        QT_TRANSLATE_NOOP(
            "Words", "The target that the network knows as 0. It learns, and is measured by, (target − zero) ÷ unit."
        ),
    ),
    "target_unit": Word(
        QT_TRANSLATE_NOOP("Words", "Target unit"),
        QT_TRANSLATE_NOOP(
            "Words",
            "How much of the target is 1 for the network. It learns, and is measured by, (target − zero) ÷ unit; "
            "errors times this unit are errors of the target.",
        ),
    ),
    "standardise": Word(
        QT_TRANSLATE_NOOP("Words", "Standardise"),
        QT_TRANSLATE_NOOP(
            "Words", "Give every column mean 0 and standard deviation 1, so that none outweighs the others."
        ),
    ),
}
