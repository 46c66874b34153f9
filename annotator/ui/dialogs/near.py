"""The sheet of an article's near-duplicates: which of them are to become one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from annotator.mending import join_each
from annotator.model.annotations import Annotation
from annotator.ui import sizes, wording
from annotator.ui.dialogs.sheet import Sheet
from annotator.ui.icons import swatch
from annotator.ui.session import Session
from annotator.ui.style import dress
from annotator.ui.theme import Theme

_LONGEST = 64


class NearSheet(Sheet):
    """Lists groups of annotations that are nearly the same; the checked ones are merged in one edit."""

    def __init__(
        self, parent: QWidget, session: Session, text: str, found: Sequence[Sequence[Annotation]], theme: Theme
    ) -> None:
        super().__init__(parent, "Merge near-duplicates")
        self._session, self._text, self._found = session, text, found
        self.groups, self.merge = QListWidget(), QPushButton("Merge")
        for group in found:
            words = wording.plain(wording.cut(max((a.words for a in group), key=len), _LONGEST))
            item = QListWidgetItem(swatch(group[0].kind, theme), f"\u2068{words}\u2069 × {len(group):,}")
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip("\n".join(wording.plain(wording.cut(a.words, _LONGEST)) for a in group))
            self.groups.addItem(item)
        self.groups.setAccessibleName("Groups of annotations that are nearly the same")
        self.groups.setMinimumSize(sizes.COLUMN, sizes.ROW * 6)
        self.groups.itemChanged.connect(self._follow)
        self.column.addWidget(QLabel("Each of these becomes one annotation, with all its words and notes."))
        self.column.addWidget(self.groups)
        cancel = QPushButton("Cancel")
        cancel.clicked.connect(self.reject)
        self.merge.clicked.connect(self._merge)
        self.merge.setDefault(True)
        dress(self.merge, "primary")
        self.add_buttons(cancel, self.merge)

    def _chosen(self) -> list[Sequence[Annotation]]:
        checked = Qt.CheckState.Checked
        return [group for row, group in enumerate(self._found) if self.groups.item(row).checkState() is checked]

    def _follow(self, _item: QListWidgetItem) -> None:
        self.merge.setEnabled(bool(self._chosen()))

    def _merge(self) -> None:
        self._session.do(join_each(self._chosen(), self._text))
        self.accept()
