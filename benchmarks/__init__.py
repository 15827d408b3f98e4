"""Side-by-side measurements, not part of the tests: ``python -m benchmarks``."""
