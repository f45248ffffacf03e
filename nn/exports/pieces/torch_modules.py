"""What PyTorch does in another way than the book, done as in the book."""

import math

import torch


class Affine(torch.nn.Linear):
    """PyTorch's layer with the book's weights, which PyTorch keeps transposed."""

    def __init__(self, W, b):
        super().__init__(*W.shape)
        with torch.no_grad():
            self.weight.copy_(torch.from_numpy(W.T.copy()))
            self.bias.copy_(torch.from_numpy(b))


class Convolution(torch.nn.Conv2d):
    """PyTorch's layer with the book's filters, which have the same shape."""

    def __init__(self, W, b, stride, pad):
        super().__init__(W.shape[1], W.shape[0], W.shape[2:], stride, pad)
        with torch.no_grad():
            self.weight.copy_(torch.from_numpy(W))
            self.bias.copy_(torch.from_numpy(b))


class BatchNormalization(torch.nn.Module):
    """PyTorch's remembers the variance over N - 1; this one, like the book's, that over N."""

    def __init__(self, gamma, beta, momentum, epsilon, initial_variance):
        super().__init__()
        self.gamma = torch.nn.Parameter(torch.from_numpy(gamma))
        self.beta = torch.nn.Parameter(torch.from_numpy(beta))
        self.register_buffer("running_mean", torch.zeros_like(self.gamma))
        self.register_buffer("running_var", torch.full_like(self.gamma, initial_variance))
        self.momentum, self.epsilon = momentum, epsilon

    def forward(self, x):
        shape = x.shape
        x = x.movedim(1, -1).flatten(0, 2) if x.ndim == 4 else x.flatten(1)  # pictures: channels over all pixels
        mean, var = self.running_mean, self.running_var
        if self.training:
            mean, var = x.mean(0), x.var(0, unbiased=False)
            self.running_mean.mul_(self.momentum).add_((1 - self.momentum) * mean.detach())
            self.running_var.mul_(self.momentum).add_((1 - self.momentum) * var.detach())
        y = (x - mean) / torch.sqrt(var + self.epsilon) * self.gamma + self.beta
        if len(shape) == 4:
            return y.reshape(shape[0], *shape[2:], shape[1]).movedim(-1, 1)
        return y.reshape(shape)


class Dropout(torch.nn.Module):
    """Dropout whose masks NumPy draws, so that they are the same masks."""

    rng = None  # the generator of the iteration, shared by all

    def __init__(self, ratio, inverted):
        super().__init__()
        self.ratio, self.inverted = ratio, inverted

    def forward(self, x):
        if not self.training:
            return x if self.inverted else x * (1 - self.ratio)
        dtype = "float64" if x.dtype == torch.float64 else "float32"
        kept = torch.from_numpy(Dropout.rng.random(tuple(x.shape), dtype)) >= self.ratio
        return x * kept / (1 - self.ratio) if self.inverted else x * kept


class Step(torch.nn.Module):
    """1 above 0, else 0; its gradient is 0."""

    def forward(self, x):
        return (x > 0).to(x.dtype) + 0 * x


class Adam(torch.optim.Optimizer):
    """Adam as in the book: PyTorch's adds its 1e-8 after the bias correction, the book's 1e-7 before it."""

    def __init__(self, params, lr, beta1, beta2):
        super().__init__(params, {"lr": lr, "beta1": beta1, "beta2": beta2})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                self._update(p, self.state[p], group["lr"], group["beta1"], group["beta2"])

    def _update(self, p, state, lr, beta1, beta2):
        if "m" not in state:
            state.update(iteration=0, m=torch.zeros_like(p), v=torch.zeros_like(p))
        state["iteration"] += 1
        state["m"].mul_(beta1).add_((1 - beta1) * p.grad)
        state["v"].mul_(beta2).add_((1 - beta2) * p.grad**2)
        rate = lr * math.sqrt(1 - beta2 ** state["iteration"]) / (1 - beta1 ** state["iteration"])
        p.sub_(rate * state["m"] / (state["v"].sqrt() + 1e-7))
