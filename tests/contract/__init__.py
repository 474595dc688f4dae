"""What every member of a registry owes."""
