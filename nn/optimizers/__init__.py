"""Optimizers with the book's update rules (book 6.1), one family a file; a new file that registers a class is found."""

from nn.optimizers.adagrad import AdaGrad as AdaGrad
from nn.optimizers.adagrad import RMSprop as RMSprop
from nn.optimizers.adam import Adam as Adam
from nn.optimizers.base import OPTIMIZERS as OPTIMIZERS
from nn.optimizers.base import Optimizer as Optimizer
from nn.optimizers.momentum import Momentum as Momentum
from nn.optimizers.momentum import Nesterov as Nesterov
from nn.optimizers.sgd import SGD as SGD
