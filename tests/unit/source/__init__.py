"""What an editor is told about a file."""
