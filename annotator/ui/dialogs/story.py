"""The sheet of a story's details: what its file suggested, to confirm or to put right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from annotator import editing
from annotator.model.documents import Article
from annotator.ui import sizes
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.session import Session
from annotator.ui.style import dress

_FIELDS = {
    "title": "&Title",
    "publisher": "&Publisher",
    "byline": "&By",
    "dateline": "Date&line",
    "date_published": "P&ublished",
    "source_url": "&Address",
    "language": "&Language",
}
_NOTE = "&Note"
_WIDTH, _LINES = 520, 4


class StorySheet(Sheet):
    """Fields of an article; what was changed in them becomes one edit."""

    def __init__(self, parent: QWidget, session: Session, article: Article) -> None:
        super().__init__(parent, "Details of the story")
        self._session, self._article = session, article
        self.fields = {name: QLineEdit(getattr(article, name)) for name in _FIELDS}
        self.note, self.confirm = QPlainTextEdit(article.note), QPushButton("Done")
        self._build()
        self.fields["title"].textChanged.connect(self._check)
        self.confirm.clicked.connect(self._describe)

    def _build(self) -> None:
        hint = QLabel("What the file said of itself is a suggestion: look at it before you rely on it.")
        dress(hint, "hint", "small")
        self.column.addWidget(hint)
        form = QFormLayout()
        form.setHorizontalSpacing(sizes.MARGIN)
        form.setVerticalSpacing(sizes.GAP)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for name, words in _FIELDS.items():
            self._add_row(form, words, self.fields[name])
            self.fields[name].setCursorPosition(0)
        self.note.setFixedHeight(_LINES * sizes.TEXT_LINE)
        self.note.setTabChangesFocus(True)
        self._add_row(form, _NOTE, self.note)
        self.column.addLayout(form)
        cancel = QPushButton("Cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.confirm.setDefault(True)
        dress(self.confirm, "primary")
        self.add_buttons(cancel, self.confirm)
        self.resize(_WIDTH, self.sizeHint().height())

    @staticmethod
    def _add_row(form: QFormLayout, words: str, field: QLineEdit | QPlainTextEdit) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        dress(label, "secondary")
        field.setAccessibleName(words.replace("&", ""))
        form.addRow(label, field)

    def _check(self, title: str) -> None:
        """A story has a title."""
        self.confirm.setEnabled(bool(title.strip()))

    def _describe(self) -> None:
        said = {name: field.text() for name, field in self.fields.items()} | {"note": self.note.toPlainText()}
        edit = editing.describe_article(self._article, said)
        if not edit or self._session.do(edit):
            self.accept()
