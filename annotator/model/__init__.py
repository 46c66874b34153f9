"""The fact-checker's model: frozen values with no behaviour beyond their invariants."""
