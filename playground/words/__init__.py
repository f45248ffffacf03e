"""How the things `nn` registers are called and explained on screen, in the words of the book.

A file holds the words of one kind of thing. Each table is keyed by the names of a registry; options by
``"Owner.option"``, or by ``"option"`` where it means the same for every owner. What has no entry yet (a layer somebody
has just written) is shown under its own name with the English help it brings along.
"""

from playground.words.activations import ACTIVATIONS as ACTIVATIONS
from playground.words.data import CLASSES as CLASSES
from playground.words.data import DATASETS as DATASETS
from playground.words.entry import ActivationWord as ActivationWord
from playground.words.entry import Word as Word
from playground.words.layers import LAYERS as LAYERS
from playground.words.look_up import activation_word as activation_word
from playground.words.look_up import class_word as class_word
from playground.words.look_up import option_word as option_word
from playground.words.look_up import output_word as output_word
from playground.words.look_up import own_word as own_word
from playground.words.look_up import word as word
from playground.words.losses import LOSSES as LOSSES
from playground.words.losses import OUTPUTS as OUTPUTS
from playground.words.options import OPTIONS as OPTIONS
from playground.words.training import CONFIG as CONFIG
from playground.words.training import INITIALIZERS as INITIALIZERS
from playground.words.training import OPTIMIZERS as OPTIMIZERS
