"""What each kind of document promises about itself."""
