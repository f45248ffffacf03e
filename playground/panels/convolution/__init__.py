"""The playground of one convolution: a filter over the picture that all panels look at, or over one of your own."""
