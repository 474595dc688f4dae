"""What is found, and what may be seen where."""
