"""The dock beside the debugger: what the values are, what is watched, and where it stops."""
