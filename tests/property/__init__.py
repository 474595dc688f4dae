"""What holds for any text there could be."""
