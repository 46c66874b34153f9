"""The window: everything that knows Qt is below here."""
