import numpy as np


class BatchNormalization:
    """Give each column of a batch the mean 0 and the variance 1, then gamma·x + beta."""

    def __init__(self, gamma, beta, momentum=0.9, running_mean=None, running_var=None):
        self.gamma = gamma
        self.beta = beta
        self.momentum = momentum
        self.running_mean = running_mean  # None until the first batch: then 0
        self.running_var = running_var
        self.dgamma = None
        self.dbeta = None

    def forward(self, x, train_flg=True):
        """In training use the mean and variance of the batch, with 1e-6 under the root.

        Also move the running ones: momentum·running + (1 - momentum)·batch.
        In the test use the running ones.
        """
        pass

    def backward(self, dout):
        """Return the gradient by x; put those by gamma and beta into self.dgamma and self.dbeta."""
        pass
