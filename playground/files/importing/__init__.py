"""Files of other makers: looked at in a dialog, corrected, then taken."""
