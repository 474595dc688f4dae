"""Whole small sites, each written as one readable string, built and looked at."""
