"""Benchmarks: each prints its ratio and the parts of it, all measured in one run."""
