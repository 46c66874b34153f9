"""A label that says the same in fewer words where there is less room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ShortLabel(QLabel):
    """Says the first of its wordings that fits, the longest one first; screen readers are told that one always."""

    def __init__(self) -> None:
        super().__init__()
        self._wordings: tuple[str, ...] = ("",)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def tell(self, *wordings: str) -> None:
        """Say this from now on, and where that is too long the next one."""
        self._wordings = wordings
        self.setAccessibleName(wordings[0])
        self._choose()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._wordings[0]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(map(self._wide, self._wordings)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 1

    def _choose(self) -> None:
        fitting = (words for words in self._wordings if self._wide(words) <= self.width())
        self.setText(next(fitting, self._wordings[-1]))
