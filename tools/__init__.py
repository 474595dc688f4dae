"""What developers run beside the press: it draws the illustrations and finds the browser of the tests."""
