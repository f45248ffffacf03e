"""Layers; one family a file. A new file that registers a class is all that a new layer needs."""

from nn.layers.activations import Elu as Elu
from nn.layers.activations import Gelu as Gelu
from nn.layers.activations import Identity as Identity
from nn.layers.activations import LeakyRelu as LeakyRelu
from nn.layers.activations import Relu as Relu
from nn.layers.activations import Sigmoid as Sigmoid
from nn.layers.activations import Softplus as Softplus
from nn.layers.activations import Step as Step
from nn.layers.activations import Swish as Swish
from nn.layers.activations import Tanh as Tanh
from nn.layers.affine import Affine as Affine
from nn.layers.base import LAYERS as LAYERS
from nn.layers.base import Layer as Layer
from nn.layers.base import offered as offered
from nn.layers.batch_normalization import BatchNormalization as BatchNormalization
from nn.layers.convolution import Convolution as Convolution
from nn.layers.dropout import Dropout as Dropout
from nn.layers.flatten import Flatten as Flatten
from nn.layers.own import OwnActivation as OwnActivation
from nn.layers.own import OwnAffine as OwnAffine
from nn.layers.own import OwnLayer as OwnLayer
from nn.layers.pooling import GlobalAveragePooling as GlobalAveragePooling
from nn.layers.pooling import Pooling as Pooling
from nn.layers.softmax import Softmax as Softmax
