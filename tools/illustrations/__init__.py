"""The pictures of the sample content, drawn by code so that nobody's photo or licence is needed."""
