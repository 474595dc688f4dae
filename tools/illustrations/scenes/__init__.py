"""One module a picture; each has a `draw` that returns the finished canvas."""
