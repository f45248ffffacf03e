"""Files of arrays, from bytes to numbers: every size is checked before anything is allocated."""
