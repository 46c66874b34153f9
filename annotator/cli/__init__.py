"""The command line: commands over the rooms of the core, which run without Qt, and the way to the window.

`table` knows the commands without importing any, or click; each lies with its like in a module of its own.
"""
