"""What can go wrong, as one tree; a child lives in the module that raises it.

AnnotatorError                      one sentence for the user: what is wrong and what to do
├── reading.UnreadableFile          a file that cannot become a Document
├── anchoring.BadRange              words that cannot be marked
├── library.LibraryError            a library that cannot be opened or written
│   ├── library.LibraryInUse        open in another Annotator (exit code 5)
│   ├── library.ReadOnlyLibrary     it may be read, not changed
│   ├── library.StaleEdit           the edit was made against something that has changed since
│   └── library.NotFound            no such article or annotation
└── exporting.ExportError           a file that cannot be written
"""


class AnnotatorError(Exception):
    """An expected failure. Its text is one sentence for the user; `exit_code` is the command line's."""

    exit_code = 2
