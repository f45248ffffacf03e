"""A learner's class as a layer of the program's network: its recorded steps, if they say all of it."""

from nn.own_code.as_layer.making import NoLayerError as NoLayerError
from nn.own_code.as_layer.making import make_program as make_program
