"""The tests. With this file the folder is a package of its own, whatever “tests” other packages have installed."""
