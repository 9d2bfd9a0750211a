"""CM Station: one place for the day of a clinic's communication officer."""

__version__ = "0.1.0"
