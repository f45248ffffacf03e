"""The code a person works on: written here or in a file, allowed to run, checked in a process of its own."""
