"""What the singular rooms promise, each by itself."""
