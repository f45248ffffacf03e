"""One sentence for each step of a pass, in the words of the book."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

# By the sign in the circle: what a node does on the way forward, and what flows back through it.
NODES = {
    "dot": (
        QT_TRANSLATE_NOOP("StepWords", "dot: each number is a sum of inputs times weights."),
        QT_TRANSLATE_NOOP("StepWords", "dot: the gradient by one factor is the upstream gradient times the other one."),
    ),
    "+": (
        QT_TRANSLATE_NOOP("StepWords", "+: both values are added, number by number."),
        QT_TRANSLATE_NOOP("StepWords", "+: the upstream gradient flows on as it is, to both sides."),
    ),
    "×": (
        QT_TRANSLATE_NOOP("StepWords", "×: both values are multiplied, number by number."),
        QT_TRANSLATE_NOOP(
            "StepWords", "×: the upstream gradient times the value of the other side: they change places."
        ),
    ),
    "×(-1)": (
        QT_TRANSLATE_NOOP("StepWords", "×(-1): every number changes its sign."),
        QT_TRANSLATE_NOOP("StepWords", "×(-1): the gradient changes its sign, too."),
    ),
    "/": (
        QT_TRANSLATE_NOOP("StepWords", "/: one over every number."),
        QT_TRANSLATE_NOOP("StepWords", "/: the local derivative is minus the square of the output: -y²."),
    ),
    "exp": (
        QT_TRANSLATE_NOOP("StepWords", "exp: e to the power of every number; all of them become positive."),
        QT_TRANSLATE_NOOP("StepWords", "exp: the local derivative is the output itself."),
    ),
    "log": (
        QT_TRANSLATE_NOOP("StepWords", "log: the natural logarithm; it is 0 for 1, and far below 0 close to 0."),
        QT_TRANSLATE_NOOP("StepWords", "log: the local derivative is one over the input."),
    ),
    "√": (
        QT_TRANSLATE_NOOP("StepWords", "√: the square root of every number."),
        QT_TRANSLATE_NOOP("StepWords", "√: the local derivative is one over twice the output."),
    ),
    "tanh": (
        QT_TRANSLATE_NOOP("StepWords", "tanh: every number is squeezed between -1 and 1."),
        QT_TRANSLATE_NOOP(
            "StepWords", "tanh: the local derivative is 1 - y²: small where the output is close to -1 or 1."
        ),
    ),
    "sin": (
        QT_TRANSLATE_NOOP("StepWords", "sin: the sine of every number, between -1 and 1, again and again."),
        QT_TRANSLATE_NOOP("StepWords", "sin: the local derivative is the cosine of the input."),
    ),
    "cos": (
        QT_TRANSLATE_NOOP("StepWords", "cos: the cosine of every number, between -1 and 1, again and again."),
        QT_TRANSLATE_NOOP("StepWords", "cos: the local derivative is minus the sine of the input."),
    ),
    "arctan": (
        QT_TRANSLATE_NOOP("StepWords", "arctan: the angle whose tangent the number is, between -π/2 and π/2."),
        QT_TRANSLATE_NOOP("StepWords", "arctan: the local derivative is 1 / (1 + x²): small far from 0."),
    ),
    "abs": (
        QT_TRANSLATE_NOOP("StepWords", "abs: every number without its sign."),
        QT_TRANSLATE_NOOP("StepWords", "abs: the gradient keeps its sign above 0 and changes it below."),
    ),
    ">": (
        QT_TRANSLATE_NOOP("StepWords", ">: a mask of True and False: True where the number is above the other one."),
        QT_TRANSLATE_NOOP("StepWords", ">: a comparison is flat: nothing flows back through it."),
    ),
    "<=": (
        QT_TRANSLATE_NOOP("StepWords", "<=: the mask of the ReLU: True where the input is not above 0."),
        QT_TRANSLATE_NOOP("StepWords", "<=: a comparison is flat: nothing flows back through it."),
    ),
    "[mask] = 0": (
        QT_TRANSLATE_NOOP("StepWords", "[mask] = 0: where the mask is True the number becomes 0, all others stay."),
        QT_TRANSLATE_NOOP(
            "StepWords", "[mask] = 0: where the mask is True the gradient becomes 0, all others flow on."
        ),
    ),
    "astype": (
        QT_TRANSLATE_NOOP("StepWords", "astype: True becomes 1 and False becomes 0."),
        QT_TRANSLATE_NOOP("StepWords", "astype: the gradient flows on as it is."),
    ),
    "min": (
        QT_TRANSLATE_NOOP("StepWords", "min: the smaller one of both."),
        QT_TRANSLATE_NOOP("StepWords", "min: the gradient flows on to the smaller one only."),
    ),
    "max": (
        QT_TRANSLATE_NOOP("StepWords", "max: the largest number."),
        QT_TRANSLATE_NOOP("StepWords", "max: the gradient flows on to the largest one only."),
    ),
    "Σ": (
        QT_TRANSLATE_NOOP("StepWords", "Σ: the numbers are added up."),
        QT_TRANSLATE_NOOP("StepWords", "Σ: the gradient goes to every number that was added, as it is."),
    ),
    "flatten": (
        QT_TRANSLATE_NOOP("StepWords", "flatten: the numbers of each sample are laid out in one row."),
        QT_TRANSLATE_NOOP("StepWords", "flatten: the gradient gets the shape of the input back."),
    ),
    "unflatten": (
        QT_TRANSLATE_NOOP("StepWords", "unflatten: each row gets the shape of a sample back."),
        QT_TRANSLATE_NOOP("StepWords", "unflatten: the gradient is laid out in rows."),
    ),
    "im2col": (
        QT_TRANSLATE_NOOP("StepWords", "im2col: what the window sees at each place becomes a row."),
        QT_TRANSLATE_NOOP(
            "StepWords",
            "im2col: a pixel that stands in several rows collects the gradients of all of them: col2im adds.",
        ),
    ),
    "reshape": (
        QT_TRANSLATE_NOOP("StepWords", "reshape: the same numbers in the same order, in another shape."),
        QT_TRANSLATE_NOOP("StepWords", "reshape: the gradient gets the shape before back."),
    ),
    "transpose": (
        QT_TRANSLATE_NOOP("StepWords", "transpose: the axes change places, and each number goes along."),
        QT_TRANSLATE_NOOP("StepWords", "transpose: the axes of the gradient change places back."),
    ),
    "=": (
        QT_TRANSLATE_NOOP("StepWords", "Identity: the scores are the answer as they are."),
        QT_TRANSLATE_NOOP(
            "StepWords", "The gradient by the scores: what the network says minus what is right, over N."
        ),
    ),
    "sigmoid": (
        QT_TRANSLATE_NOOP("StepWords", "Sigmoid: each score becomes a probability between 0 and 1."),
        QT_TRANSLATE_NOOP(
            "StepWords", "The gradient by the scores: what the network says minus what is right, over N."
        ),
    ),
    "softmax": (
        QT_TRANSLATE_NOOP("StepWords", "Softmax: the scores of each row become probabilities that sum to 1."),
        QT_TRANSLATE_NOOP(
            "StepWords", "The gradient by the scores: what the network says minus what is right, over N."
        ),
    ),
    "cross entropy": (
        QT_TRANSLATE_NOOP(
            "StepWords", "Cross-entropy: minus the logarithm of the probability given to the right class."
        ),
        QT_TRANSLATE_NOOP(
            "StepWords", "Only the right class has a gradient here: -t / y, the larger the less it was believed."
        ),
    ),
    "binary entropy": (
        QT_TRANSLATE_NOOP(
            "StepWords", "Cross-entropy: minus the logarithm of the probability given to the right answer."
        ),
        QT_TRANSLATE_NOOP("StepWords", "The gradient is larger, the less the right answer was believed."),
    ),
    "squared error": (
        QT_TRANSLATE_NOOP(
            "StepWords", "Half the squares of the differences between what the network says and what is right."
        ),
        QT_TRANSLATE_NOOP("StepWords", "The gradient of half a square is the difference itself: y - t."),
    ),
}

# By the kind of layer: what it does on the way forward and on the way back.
LAYERS = {
    "Affine": (
        QT_TRANSLATE_NOOP("StepWords", "Affine: each neuron adds up its inputs times its weights, and its bias."),
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Affine: dW says how the loss moves with each weight, db with each bias; dx goes on to the layer before.",
        ),
    ),
    "Sigmoid": (
        QT_TRANSLATE_NOOP("StepWords", "Sigmoid: every number is squeezed between 0 and 1."),
        QT_TRANSLATE_NOOP("StepWords", "Sigmoid: the gradient times y(1 - y), which is at most 0.25."),
    ),
    "Relu": (
        QT_TRANSLATE_NOOP("StepWords", "ReLU: what is above 0 passes, everything else becomes 0."),
        QT_TRANSLATE_NOOP(
            "StepWords", "ReLU: the gradient passes where the input was above 0, and stops everywhere else."
        ),
    ),
    "Step": (
        QT_TRANSLATE_NOOP("StepWords", "Step: 1 above 0, else 0."),
        QT_TRANSLATE_NOOP(
            "StepWords", "Step: it is flat everywhere, so no gradient comes through and nothing before it learns."
        ),
    ),
    "Identity": (
        QT_TRANSLATE_NOOP("StepWords", "Identity: the numbers pass as they are."),
        QT_TRANSLATE_NOOP("StepWords", "Identity: the gradient passes as it is."),
    ),
    "Tanh": (
        QT_TRANSLATE_NOOP("StepWords", "tanh: every number is squeezed between -1 and 1."),
        QT_TRANSLATE_NOOP(
            "StepWords", "tanh: the gradient times 1 - y², which is small where the output is close to -1 or 1."
        ),
    ),
    "Softmax": (
        QT_TRANSLATE_NOOP("StepWords", "Softmax: the scores of each row become probabilities that sum to 1."),
        QT_TRANSLATE_NOOP("StepWords", "Softmax: every score moves every probability of its row."),
    ),
    "BatchNormalization": (
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Batch normalization: mean 0 and variance 1 for each neuron over the batch, then scale and shift.",
        ),
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Batch normalization: mean and variance depend on the whole batch, so every sample's gradient does.",
        ),
    ),
    "Dropout": (
        QT_TRANSLATE_NOOP(
            "StepWords", "Dropout: neurons are switched off at random; those that stay are made larger for it."
        ),
        QT_TRANSLATE_NOOP("StepWords", "Dropout: the gradient passes only where the neuron was on."),
    ),
    "Flatten": (
        QT_TRANSLATE_NOOP("StepWords", "Flatten: the numbers of each sample are laid out in one row."),
        QT_TRANSLATE_NOOP("StepWords", "Flatten: the gradient gets the shape of the input back."),
    ),
    "Convolution": (
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Convolution: at each place of the picture every filter adds up what it meets times its weights, and its "
            "bias.",
        ),
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Convolution: dW adds up over all places; each pixel collects the gradient of every place that saw it.",
        ),
    ),
    "Pooling": (
        QT_TRANSLATE_NOOP("StepWords", "Pooling: of each window one number stays, the largest or the mean."),
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Pooling: the gradient goes to the pixel that was the largest, the first of equal ones, or to all alike.",
        ),
    ),
    "GlobalAveragePooling": (
        QT_TRANSLATE_NOOP("StepWords", "Global average pooling: of each channel the mean of all pixels stays."),
        QT_TRANSLATE_NOOP("StepWords", "Global average pooling: each pixel of a channel gets the same share."),
    ),
}
ACTIVATION = (
    QT_TRANSLATE_NOOP("StepWords", "The activation function works on every number by itself."),
    QT_TRANSLATE_NOOP("StepWords", "The upstream gradient times the slope of the function at each number."),
)
LAYER = (
    QT_TRANSLATE_NOOP("StepWords", "The layer computes its output from its input."),
    QT_TRANSLATE_NOOP("StepWords", "The layer turns the gradient by its output into the gradient by its input."),
)

# By the kind of loss: the loss itself, and the gradient with which the way back begins.
LOSSES = {
    "SoftmaxWithLoss": (
        QT_TRANSLATE_NOOP(
            "StepWords",
            "Scores become probabilities; the loss is small when the right class has a probability close to 1.",
        ),
        QT_TRANSLATE_NOOP(
            "StepWords", "The way back begins with y - t, over N: what the network says minus what is right."
        ),
    ),
    "SigmoidWithLoss": (
        QT_TRANSLATE_NOOP(
            "StepWords", "Scores become answers between 0 and 1; the loss is small when they are close to t."
        ),
        QT_TRANSLATE_NOOP(
            "StepWords", "The way back begins with y - t, over N: what the network says minus what is right."
        ),
    ),
    "IdentityWithLoss": (
        QT_TRANSLATE_NOOP("StepWords", "Half the squared differences between what the network says and what is right."),
        QT_TRANSLATE_NOOP(
            "StepWords",
            "The way back begins with y - t, over N, here too: the derivative of half a square is the difference.",
        ),
    ),
}
LOSS = (
    QT_TRANSLATE_NOOP("StepWords", "The loss measures how far the answers are from what is right."),
    QT_TRANSLATE_NOOP("StepWords", "The way back begins with the gradient of the loss by the scores."),
)

# By the optimizer.
UPDATES = {
    "SGD": QT_TRANSLATE_NOOP("StepWords", "SGD: a small step against the gradient, lr times as long."),
    "Momentum": QT_TRANSLATE_NOOP(
        "StepWords", "Momentum: the gradient pushes a ball, and the parameter moves with its velocity v."
    ),
    "Nesterov": QT_TRANSLATE_NOOP("StepWords", "Nesterov: like Momentum, but looking one step ahead."),
    "AdaGrad": QT_TRANSLATE_NOOP(
        "StepWords", "AdaGrad: what has moved much so far moves less: h adds up the squares of the gradients."
    ),
    "RMSprop": QT_TRANSLATE_NOOP("StepWords", "RMSprop: like AdaGrad, but h forgets old gradients."),
    "Adam": QT_TRANSLATE_NOOP(
        "StepWords",
        "Adam: m is the mean gradient, v the mean of its square; the step is lr_t times m over the root of v.",
    ),
}
UPDATE = QT_TRANSLATE_NOOP("StepWords", "The optimizer moves the parameter, so that the loss becomes smaller.")

# What training itself computes with, where that is another form of the same.
INSIDE = {
    "Adam": QT_TRANSLATE_NOOP(
        "StepWords",
        "lr_t = lr·√(1 - β2ⁿ) / (1 - β1ⁿ) in update n. Training itself holds M = m / (1 - β1) and V = v / (1 - β2), "
        "which takes two passes less; its rate is then lr_t·(1 - β1) / √(1 - β2), and its ε 1e-7 / √(1 - β2). "
        "“Elementary” above shows that form.",
    ),
}
