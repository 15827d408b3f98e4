"""Documents that people add and take back: what is shown of them first, and where they are put.

The web and the command line put files in; the build alone makes the graph of them.
"""
