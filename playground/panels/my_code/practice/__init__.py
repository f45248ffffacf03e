"""The course *Build it yourself* and the gallery of bugs: a list to choose from, and a sheet beside the code."""
