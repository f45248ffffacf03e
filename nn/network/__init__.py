"""A network: as plain data, with its numbers, and with the book's names for them."""

from nn.network.network import Network as Network
from nn.network.network import Workspace as Workspace
from nn.network.spec import LayerSpec as LayerSpec
from nn.network.spec import NetworkSpec as NetworkSpec
