"""A table of real numbers with heat colours, edited like a spreadsheet."""
