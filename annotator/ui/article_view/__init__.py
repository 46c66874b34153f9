"""The article: text that is read, selected and marked; the marks are painted, not formatted."""
