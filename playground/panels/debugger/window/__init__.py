"""The stage of a convolution or a pooling, with the numbers of the pass that is stepped through."""
