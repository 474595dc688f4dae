"""Kept renderings: what a change does to the output is read as a diff."""
