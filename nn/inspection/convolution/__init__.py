"""A window that slides over a picture: what it reads, what comes out, and the way back; for those who look."""
