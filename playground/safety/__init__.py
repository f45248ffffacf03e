"""What keeps an error, a signal or a thread from ending the program silently."""
