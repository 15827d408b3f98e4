"""The local web application: pages over a built graph, read-only and on this machine alone."""
