"""Sheets over the window; each is imported when it is asked for."""
