"""The window of a number's origin: the updates that made it, their samples, and the trail from one to the next."""
