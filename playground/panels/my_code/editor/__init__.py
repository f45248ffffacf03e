"""The editor: Python with line numbers, indentation, search, and marks beside the lines."""
