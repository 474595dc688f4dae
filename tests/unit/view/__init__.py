"""What a template gets to see."""
