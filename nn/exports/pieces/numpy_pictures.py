"""Layers of a network of pictures, on NumPy alone: in memory the batch comes last, so that whole rows are copied."""

import numpy as np


def picture_rows(x, pad, fill=0.0):
    """Return pictures (N, C, H, W) as (H, C, W, N), with padding around them."""
    x = x.transpose(2, 1, 3, 0)
    (H, C, W, N), (ph, pw) = x.shape, pad
    wide = np.full((H + 2 * ph, C, W + 2 * pw, N), fill, x.dtype)
    wide[ph : ph + H, :, pw : pw + W] = x
    return wide


def picture_order(x):
    """Return pictures in the order of memory that all of them have behind the first layer: (H, C, W, N)."""
    return np.ascontiguousarray(x.transpose(2, 1, 3, 0)).transpose(3, 1, 0, 2)


def row_matrices(wide, filter_h, filter_w, stride, out_h, out_w):
    """Return for each row of places what the filter sees there: (filter_h * C * filter_w, out_w, N)."""
    (sh, sw), (_, C, _, N) = stride, wide.shape
    col = np.stack([wide[:, :, j : j + sw * (out_w - 1) + 1 : sw] for j in range(filter_w)], axis=2)
    shape = (filter_h * C * filter_w, out_w, N)
    return [col[y * sh : y * sh + filter_h].reshape(shape) for y in range(out_h)]


def best_of(pieces):
    """Return the largest of several arrays, number by number, and where each but the first beats all before it."""
    best, wins = pieces[0], []
    for piece in pieces[1:]:
        wins.append(piece > best)
        best = np.maximum(best, piece)
    return best, wins


def give_to_winners(dout, wins):
    """Return what of a gradient each of several arrays gets: all of it goes to the last that beats all before it."""
    given = []
    for win in reversed(wins):
        given.append(dout * win)
        dout = dout - given[-1]
    return [*given, dout]


class Affine:
    """y = x·W + b"""

    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.original_x_shape = x.shape
        self.of_pictures = x.ndim == 4 and len(x) > 1 and not x.flags.c_contiguous
        if self.of_pictures:
            self.x = np.ascontiguousarray(x.transpose(1, 2, 3, 0)).reshape(-1, len(x)).T
        else:
            self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        self.dW = np.dot(self.x.T, dout)
        self.db = np.dot(np.ones(len(dout), dout.dtype), dout)  # the sum over the batch
        if self.of_pictures:
            N, C, H, W = self.original_x_shape
            return picture_order(np.dot(self.W, dout.T).reshape(C, H, W, N).transpose(3, 0, 1, 2))
        return np.dot(dout, self.W.T).reshape(self.original_x_shape)


class Convolution:
    """y = im2col(x)·W + b, a matrix product for each row of places; before a pooling two, of even and odd columns"""

    def __init__(self, W, b, stride, pad, parts=1):
        self.W, self.b, self.stride, self.pad, self.parts = W, b, stride, pad, parts

    def parts_of(self, line):
        """Return the places of a row in parts, each as one matrix."""
        return [np.ascontiguousarray(line[:, k :: self.parts]).reshape(len(line), -1) for k in range(self.parts)]

    def forward(self, x):
        FN, _, FH, FW = self.W.shape
        self.x_shape = (N, _, H, W) = x.shape
        OH = 1 + (H + 2 * self.pad[0] - FH) // self.stride[0]
        OW = 1 + (W + 2 * self.pad[1] - FW) // self.stride[1]
        self.col = row_matrices(picture_rows(x, self.pad), FH, FW, self.stride, OH, OW)
        col_W = np.ascontiguousarray(self.W.transpose(0, 2, 1, 3)).reshape(FN, -1)
        out = np.empty((OH, FN, OW, N), x.dtype)
        for y, col in enumerate(self.col):
            for k, part in enumerate(self.parts_of(col)):
                out[y, :, k :: self.parts] = (np.matmul(col_W, part) + self.b[:, np.newaxis]).reshape(FN, -1, N)
        return out.transpose(3, 1, 0, 2)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        (N, _, H, W), (OH, OW), (sh, sw), (ph, pw) = self.x_shape, dout.shape[2:], self.stride, self.pad
        rows = np.ascontiguousarray(dout.transpose(2, 1, 3, 0))
        ones = np.ones(OW // self.parts * N, dout.dtype)
        dW, self.db = np.zeros((FN, FH * C * FW), dout.dtype), np.zeros(FN, dout.dtype)
        for row, col in zip(rows, self.col, strict=True):
            for line, part in zip(self.parts_of(row), self.parts_of(col), strict=True):
                dW += np.matmul(line, part.T)
                self.db += np.matmul(line, ones)
        self.dW = np.ascontiguousarray(dW.reshape(FN, FH, C, FW).transpose(0, 2, 1, 3))

        # each pixel collects from every place that saw it: the filters turned round, over the gradient
        wide = np.zeros((H + 2 * ph + FH - 1, FN, W + 2 * pw + FW - 1, N), dout.dtype)
        wide[FH - 1 : FH + sh * (OH - 1) : sh, :, FW - 1 : FW + sw * (OW - 1) : sw] = rows
        seen = row_matrices(wide[ph : ph + H + FH - 1, :, pw : pw + W + FW - 1], FH, FW, (1, 1), H, W)
        turned = np.ascontiguousarray(self.W[:, :, ::-1, ::-1].transpose(1, 2, 0, 3)).reshape(C, -1)
        dx = np.stack([np.matmul(turned, col.reshape(len(col), -1)) for col in seen])
        return dx.reshape(H, C, W, N).transpose(3, 1, 0, 2)


class Pooling:
    """y = the largest, or the mean, of what a window sees; of equal ones the first counts."""

    def __init__(self, pool_h, pool_w, stride, pad, method):
        self.size, self.stride, self.pad, self.method = (pool_h, pool_w), stride, pad, method

    def across(self, wide):
        last = self.stride[1] * (self.places[1] - 1) + 1
        return [wide[:, :, j : j + last : self.stride[1]] for j in range(self.size[1])]

    def down(self, rows):
        last = self.stride[0] * (self.places[0] - 1) + 1
        return [rows[i : i + last : self.stride[0]] for i in range(self.size[0])]

    def forward(self, x):
        self.x_shape = x.shape
        sizes = zip(x.shape[2:], self.size, self.stride, self.pad, strict=True)
        self.places = [1 + (side + 2 * pad - size) // stride for side, size, stride, pad in sizes]
        wide = picture_rows(x, self.pad, -np.inf if self.method == "max" else 0.0)
        if self.method == "max":
            rows, self.across_wins = best_of(self.across(wide))
            out, self.down_wins = best_of(self.down(rows))
        else:
            out = 0
            for row in self.down(wide):
                for piece in self.across(row):
                    out = out + piece
            out = out * x.dtype.type(1 / (self.size[0] * self.size[1]))
        return np.ascontiguousarray(out).transpose(3, 1, 0, 2)

    def backward(self, dout):
        (N, C, H, W), (ph, pw) = self.x_shape, self.pad
        dout = dout.transpose(2, 1, 3, 0)
        wide = np.zeros((H + 2 * ph, C, W + 2 * pw, N), dout.dtype)
        if self.method == "max":
            rows = np.zeros((self.stride[0] * (self.places[0] - 1) + self.size[0], C, self.places[1], N), dout.dtype)
            for piece, given in zip(reversed(self.down(rows)), give_to_winners(dout, self.down_wins), strict=True):
                piece += given
            for piece, given in zip(
                reversed(self.across(wide[: len(rows)])), give_to_winners(rows, self.across_wins), strict=True
            ):
                piece += given
        else:
            share = dout * dout.dtype.type(1 / (self.size[0] * self.size[1]))
            for row in self.down(wide):
                for piece in self.across(row):
                    piece += share
        dx = np.ascontiguousarray(wide[ph : ph + H, :, pw : pw + W])
        return dx.transpose(3, 1, 0, 2)


class GlobalAveragePooling:
    """y = the mean of all pixels of a channel"""

    def forward(self, x):
        self.x_shape = x.shape
        rows = np.ascontiguousarray(x.transpose(2, 1, 3, 0))
        return np.ascontiguousarray(np.sum(rows, axis=(0, 2)).T * x.dtype.type(1 / (x.shape[2] * x.shape[3])))

    def backward(self, dout):
        N, C, H, W = self.x_shape
        dx = np.empty((H, C, W, N), dout.dtype).transpose(3, 1, 0, 2)
        dx[...] = (dout * dout.dtype.type(1 / (H * W)))[:, :, np.newaxis, np.newaxis]
        return dx


class BatchNormalization:
    """y = gamma·(x - mean) / sqrt(variance + epsilon) + beta, for each number of a row or channel of a picture"""

    def __init__(self, gamma, beta, momentum, epsilon, initial_variance):
        self.gamma, self.beta = gamma, beta
        self.momentum, self.epsilon = momentum, epsilon
        self.running_mean, self.running_var = np.zeros_like(gamma), np.full_like(gamma, initial_variance)

    def along(self, values):
        return values[:, np.newaxis, np.newaxis] if self.axis else values

    def forward(self, x, train_flg=True):
        self.axis = (0, 2, 3) if x.ndim == 4 else 0
        self.numbers = x.size // len(self.gamma)
        mean, var = self.running_mean, self.running_var
        if train_flg:
            mean = np.mean(x, axis=self.axis)
            var = np.mean((x - self.along(mean)) * (x - self.along(mean)), axis=self.axis)
            self.running_mean = self.running_mean * self.momentum + (1 - self.momentum) * mean
            self.running_var = self.running_var * self.momentum + (1 - self.momentum) * var
        self.std = np.sqrt(var + self.epsilon)
        self.xn = (x - self.along(mean)) / self.along(self.std)
        return self.xn * self.along(self.gamma) + self.along(self.beta)

    def backward(self, dout):
        ordered = np.empty_like(self.xn)  # numbers add up in the order of memory
        ordered[...] = dout
        self.dgamma, self.dbeta = np.sum(ordered * self.xn, axis=self.axis), np.sum(ordered, axis=self.axis)
        shared = (self.along(self.dbeta) + self.xn * self.along(self.dgamma)) / self.numbers
        return (dout - shared) * self.along(self.gamma / self.std)


class Dropout:
    """Switch off a share of the inputs while training; what is kept grows then, or all shrinks at prediction."""

    rng = None  # draws the masks of an iteration, for all these layers

    def __init__(self, ratio, inverted):
        self.dropout_ratio, self.inverted = ratio, inverted

    def forward(self, x, train_flg=True):
        if not train_flg:
            return x if self.inverted else x * np.array(1 - self.dropout_ratio, x.dtype)
        kept = Dropout.rng.random(x.shape, x.dtype) >= self.dropout_ratio
        self.mask = kept.astype(x.dtype) * (1 / (1 - self.dropout_ratio) if self.inverted else 1)
        return np.multiply(x, self.mask, out=np.empty_like(x))

    def backward(self, dout):
        return np.multiply(dout, self.mask, out=np.empty_like(dout))


class Flatten:
    """Each sample as one row."""

    def forward(self, x):
        self.shape = x.shape
        self.of_pictures = x.ndim == 4 and len(x) > 1 and not x.flags.c_contiguous
        return np.array(x, order="C").reshape(len(x), -1)

    def backward(self, dout):
        dx = dout.reshape(self.shape)
        return picture_order(dx) if self.of_pictures else dx
