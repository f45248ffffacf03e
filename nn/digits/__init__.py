"""Drawn digits: from ink to the 28x28 pixels of MNIST, and as other hands would have written them."""
