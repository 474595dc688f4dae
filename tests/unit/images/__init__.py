"""What comes out of originals."""
