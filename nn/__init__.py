"""Layers, losses, optimizers and training in NumPy, with the names of *Deep Learning from Scratch*.

Everything a reader of the book needs can be imported from here: ``from nn import Affine, Relu, SoftmaxWithLoss``.
"""

from nn.datasets import DATASETS as DATASETS
from nn.datasets import Batches as Batches
from nn.datasets import load_mnist as load_mnist
from nn.files.storage import load_network as load_network
from nn.files.storage import save_network as save_network
from nn.functions import *  # noqa: F403 - every function of the book, listed in its module
from nn.gradient_check import check_gradients as check_gradients
from nn.gradient_check import check_layer as check_layer
from nn.gradient_check import numerical_gradient as numerical_gradient
from nn.initializers import INITIALIZERS as INITIALIZERS
from nn.layers import LAYERS as LAYERS
from nn.layers import Affine as Affine
from nn.layers import BatchNormalization as BatchNormalization
from nn.layers import Convolution as Convolution
from nn.layers import Dropout as Dropout
from nn.layers import Elu as Elu
from nn.layers import Flatten as Flatten
from nn.layers import Gelu as Gelu
from nn.layers import GlobalAveragePooling as GlobalAveragePooling
from nn.layers import Identity as Identity
from nn.layers import LeakyRelu as LeakyRelu
from nn.layers import Pooling as Pooling
from nn.layers import Relu as Relu
from nn.layers import Sigmoid as Sigmoid
from nn.layers import Softmax as Softmax
from nn.layers import Softplus as Softplus
from nn.layers import Step as Step
from nn.layers import Swish as Swish
from nn.layers import Tanh as Tanh
from nn.losses import LOSSES as LOSSES
from nn.losses import IdentityWithLoss as IdentityWithLoss
from nn.losses import SigmoidWithLoss as SigmoidWithLoss
from nn.losses import SoftmaxWithLoss as SoftmaxWithLoss
from nn.network import Network as Network
from nn.network.spec import LayerSpec as LayerSpec
from nn.network.spec import NetworkSpec as NetworkSpec
from nn.optimizers import OPTIMIZERS as OPTIMIZERS
from nn.optimizers import SGD as SGD
from nn.optimizers import AdaGrad as AdaGrad
from nn.optimizers import Adam as Adam
from nn.optimizers import Momentum as Momentum
from nn.optimizers import Nesterov as Nesterov
from nn.optimizers import RMSprop as RMSprop
from nn.training import Checkpoint as Checkpoint
from nn.training import Trainer as Trainer
from nn.training import TrainingConfig as TrainingConfig
from nn.training import train as train
from nn.windows import col2im as col2im
from nn.windows import im2col as im2col
