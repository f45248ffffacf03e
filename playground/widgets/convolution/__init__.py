"""The stage of convolution and pooling: a window slides over a picture, forwards and backwards."""
