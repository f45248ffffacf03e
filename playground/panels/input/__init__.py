"""The dock of what goes in and what comes out for it: a sheet, a plane, rows of numbers, as the data are."""
