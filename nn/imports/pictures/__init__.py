"""Folders of pictures, one folder a class."""
