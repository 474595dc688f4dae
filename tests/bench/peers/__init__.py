"""The generators we are measured against, each by itself, with lean templates, at the addresses our press has."""
