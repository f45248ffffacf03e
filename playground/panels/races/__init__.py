"""Races: the experiments of chapters 6 and 7 as cards, and contestants that learn side by side."""
