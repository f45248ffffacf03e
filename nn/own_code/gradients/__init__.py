"""The derivative of one recorded value by every other."""

from nn.own_code.gradients.reverse import Contribution as Contribution
from nn.own_code.gradients.reverse import Gradients as Gradients
from nn.own_code.gradients.reverse import gradients as gradients
from nn.own_code.gradients.rules import NoRule as NoRule
