"""The window of a number's origin: the updates that made it, the samples of each, and the trail from one to the next."""
