"""A page of the original as a picture, the words that matter tinted as with a marker pen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.reading.pages import Page


class PagePicture(QWidget):
    """As wide as it is given room; paper is white in every theme, since it is a picture."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._boxes: tuple[QRectF, ...] = ()
        self._tint = QColor()
        self.setAccessibleName("Page of the original")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_page(self, page: Page | None, tint: QColor | None = None) -> None:
        """Show a page, its words tinted in this colour; or nothing."""
        self._tint, self._boxes = tint or QColor(), ()
        self._image = QImage()
        if page:
            row = 3 * page.width
            image = QImage(page.pixels, page.width, page.height, row, QImage.Format.Format_RGB888)
            self._image = image.copy()  # the bytes are only lent
            self._boxes = tuple(QRectF(*box) for box in page.boxes)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Be this wide, and as high as the page is then."""
        shape = self._image.size()
        self.setFixedHeight(round(width * shape.height() / shape.width()) if shape.width() else 0)
        self.update()

    @property
    def marked(self) -> QRectF:
        """Where the tinted words are, in this widget; empty if there are none."""
        united = QRectF()
        for box in self._boxes:
            united = united.united(box)
        scale = self._scale
        return QRectF(united.x() * scale, united.y() * scale, united.width() * scale, united.height() * scale)

    def sizeHint(self) -> QSize:
        return QSize(self._image.width(), self.height())

    @property
    def _scale(self) -> float:
        return self.width() / max(self._image.width(), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self._scale, self._scale)
        painter.drawImage(0, 0, self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in self._boxes:
            painter.fillRect(box, self._tint)
