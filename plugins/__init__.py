"""The rooms of CLNM Press: singular rooms think, plural rooms make, the press writes."""
