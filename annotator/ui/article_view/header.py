"""The line above the article: where it is from, what is odd about it, how far the check is."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from annotator.ui import sizes, wording
from annotator.ui.fonts import scaled
from annotator.ui.look import Look
from annotator.ui.session import Opened
from annotator.ui.short_label import ShortLabel
from annotator.ui.style import dress

_BAR = QSize(96, 6)
_LEGIBLE = 80
"""A name of a file that is cut has at least this much room, in device-independent pixels, or is not shown."""


class ElidedLabel(QLabel):
    """A label that gives way: what does not fit is cut at the end, and whole in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        if cut != self.text() and self.width() < _LEGIBLE:
            return
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)


class ProgressLine(QWidget):
    """A thin bar: the share that is done."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._done, self._all = look, 0, 0
        self.setFixedSize(_BAR)
        look.changed.connect(self.update)

    def show_share(self, done: int, of: int) -> None:
        """So many of so many."""
        self._done, self._all = done, of
        self.setVisible(of > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme.color("tagbg" if theme.contrast else "line2"))
        painter.drawRoundedRect(whole, 3, 3)
        if self._done and self._all:
            whole.setWidth(whole.width() * self._done / self._all)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(whole, 3, 3)


class ArticleHeader(QWidget):
    """Publisher, date, file name; which draft; tags where the file was odd or passages were left out; the progress.

    `draft_chosen(str)`: this version is to be read; `notes_asked` and `left_out_asked` when those tags are pressed.
    """

    draft_chosen = Signal(str)
    notes_asked = Signal()
    left_out_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.drafts = QToolButton()
        dress(self.drafts, "chip")
        self.drafts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.drafts.setFixedHeight(scaled(sizes.CHIP))
        self.drafts.hide()
        self._place, self._file, self._far = QLabel(), ElidedLabel(), ShortLabel()
        self._odd, self._less = QToolButton(), QToolButton()
        self._bar = ProgressLine(look)
        self.setAccessibleName("About this story")
        dress(self, "paper", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self._place, "strong")
        dress(self._file, "hint")
        for tag, asked in ((self._odd, self.notes_asked), (self._less, self.left_out_asked)):
            tag.setFixedHeight(sizes.TEXT_LINE)
            tag.clicked.connect(asked)
        dress(self._odd, "tag", "warn")
        dress(self._less, "tag")
        dress(self._far, "secondary", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.MARGIN, 0, sizes.MARGIN, 0)
        row.setSpacing(sizes.GAP_WIDE)
        for label in (self._place, self._file):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for widget in (self._place, self._file, self.drafts, self._odd, self._less):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._far)
        row.addWidget(self._bar)

    def show_article(self, opened: Opened) -> None:
        """Another article."""
        version, article = opened.version, opened.article
        place = ", ".join(filter(None, (article.publisher, article.date_published)))
        self._place.setText(wording.plain(place))
        self._place.setVisible(bool(place))
        self._file.setText(wording.plain(version.file_name))
        self._file.setToolTip(wording.plain(version.file_name))
        odd = wording.oddities(version)
        self._odd.setText(odd)
        self._odd.setToolTip("\n".join(version.warnings))
        self._odd.setVisible(bool(odd))

        self._show_drafts(opened)

    def show_left_out(self, passages: int) -> None:
        """How many passages of the page are not in the article."""
        self._less.setText(wording.left_out(passages))
        self._less.setToolTip("Show them where they were, or read everything")
        self._less.setVisible(bool(passages))

    def corner(self) -> QPoint:
        """Where a menu about the file belongs, on the screen."""
        widget = self._odd if self._odd.isVisible() else self._file
        return widget.mapToGlobal(widget.rect().bottomLeft())

    def _show_drafts(self, opened: Opened) -> None:
        """Which of the drafts it is, and a menu of all; nothing where there is one only."""
        self.drafts.setVisible(len(opened.drafts) > 1)
        if len(opened.drafts) < 2:  # noqa: PLR2004  one is no choice
            return
        number = opened.version.number
        older = "" if opened.is_newest else ", read only"
        self.drafts.setText(f"Draft {number} of {opened.drafts[-1].number}{older}")
        menu = self.drafts.menu() or QMenu(self.drafts)
        menu.clear()
        for version in reversed(opened.drafts):
            words = f"Draft {version.number}, {wording.cut(wording.plain(version.file_name), 40)}".replace("&", "&&")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(version.id == opened.version.id)
            action.setData(version.id)
        if self.drafts.menu() is None:
            menu.setAccessibleName("Drafts of this story")
            menu.triggered.connect(self._choose)
            self.drafts.setMenu(menu)

    def _choose(self, action: QAction) -> None:
        self.draft_chosen.emit(str(action.data()))

    def show_progress(self, done: int, of: int) -> None:
        """How many annotations are checked or dropped."""
        whole = f"{done:,} of {wording.count(of, 'annotation', 'annotations')} done"
        self._far.tell(*((whole, f"{done:,} of {of:,} done") if of else ("",)))
        self._bar.show_share(done, of)
