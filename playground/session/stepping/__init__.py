"""Stepping through passes, forwards and backwards in time; breakpoints and watches."""
