"""Losses: output activation and error in one; one loss a file."""

from nn.losses.base import LOSSES as LOSSES
from nn.losses.base import Loss as Loss
from nn.losses.identity_with_loss import IdentityWithLoss as IdentityWithLoss
from nn.losses.sigmoid_with_loss import SigmoidWithLoss as SigmoidWithLoss
from nn.losses.softmax_with_loss import SoftmaxWithLoss as SoftmaxWithLoss
