"""Tables as text: from lines of any make to numbers, row by row."""
