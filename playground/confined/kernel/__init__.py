"""What the operating system has to keep a process from things: limits, Landlock, seccomp, by `ctypes` alone."""
