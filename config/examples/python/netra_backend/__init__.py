"""A small stand-in for a backend, imported by the example of the python-import check."""
