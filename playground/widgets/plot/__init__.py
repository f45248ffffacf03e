"""Parts of plots: axes, lines, grid, marks."""
