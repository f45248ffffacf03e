"""The window that tells why a training went wrong, tries what would have helped, and opens it as a branch."""
