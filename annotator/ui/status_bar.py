"""The bottom line, which always tells the truth about saving."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar

from annotator.model.annotations import Annotation
from annotator.ui import sizes, wording
from annotator.ui.icons import icon
from annotator.ui.look import Look
from annotator.ui.style import dress

_LONGEST_NAME = 32
_TELL_MS = 4000


class SavedLabel(QLabel):
    """“Saved” only after the library said so; “Saving…” while words wait; “Not saved” until the next success."""

    def __init__(self, glyph: QLabel, look: Look) -> None:
        super().__init__()
        self._glyph, self._look = glyph, look
        self._name, self._color = "check", "ok"
        look.changed.connect(self._draw)

    def ready(self) -> None:
        """Nothing was changed yet."""
        self._say("Ready", "check", "ok")

    def saved(self) -> None:
        """The library has it on disk."""
        self._say(f"Saved {datetime.now().astimezone():%H:%M}", "check", "ok")

    def saving(self) -> None:
        """Words wait to be saved."""
        self._say("Saving…", "clock", "ink2")

    def failed(self, why: str) -> None:
        """It was refused."""
        self._say("Not saved", "warning", "bad")
        self.setToolTip(why)

    def read_only(self) -> None:
        """It never will be."""
        self._say("Read-only library", "lock", "warn")

    def _say(self, words: str, name: str, color: str) -> None:
        self.setText(words)
        self.setToolTip("")
        self._name, self._color = name, color
        dress(self, "saving", color)
        self._draw()

    def _draw(self) -> None:
        drawn = icon(self._name, self._look.theme.color(self._color))
        self._glyph.setPixmap(drawn.pixmap(QSize(sizes.ICON, sizes.ICON), self.devicePixelRatio()))


class StatusBar(QStatusBar):
    """Saved, what is left, a passing remark; what is selected, who checks, how large the text is."""

    def __init__(self, look: Look, annotator: str) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setAccessibleName("Status bar")
        self.setContentsMargins(sizes.GAP, 0, sizes.GAP, 0)
        glyph = QLabel()
        self.saving = SavedLabel(glyph, look)
        self._left, self._remark, self._selected, self._zoom = QLabel(), QLabel(), QLabel(), QLabel("100 %")
        dress(glyph, "glyph")
        for label in (glyph, self.saving, self._left, self._remark):
            self.addWidget(label)
        self.addPermanentWidget(self._selected)
        self._checker = QLabel()
        self._checker.setTextFormat(Qt.TextFormat.PlainText)
        self._checker.setToolTip("Whose name stands on new annotations")
        self.show_checker(annotator)
        self.addPermanentWidget(self._checker)
        self.addPermanentWidget(self._zoom)
        self._quiet = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._quiet.timeout.connect(self._end_remark)
        self._edge = self._brush = ""

    def tell(self, words: str) -> None:
        """A remark that goes by itself; then what the keys do now is said again."""
        self._remark.setText(words or self._mode)
        self._quiet.start()

    def show_mode(self, words: str) -> None:
        """What the keys do now, until it is another; "" if they do what they always do."""
        self._edge = words
        self._end_remark()

    def show_brush(self, words: str) -> None:
        """What sweeps do now; an edge that is being moved meanwhile is told first, as Esc is its own first."""
        self._brush = words
        self._end_remark()

    @property
    def _mode(self) -> str:
        return " · ".join(words for words in (self._edge, self._brush) if words)

    def _end_remark(self) -> None:
        self._quiet.stop()
        self._remark.setText(self._mode)

    def show_left(self, annotations: int, done: int) -> None:
        """What is to be checked in this article."""
        left = wording.count(annotations, "annotation", "annotations")
        self._left.setText(f"{annotations - done:,} of {left} to check" if annotations else "")

    def show_hint(self, words: str) -> None:
        """Where the numbers stand while there is no article."""
        self._left.setText(words)

    def show_selection(self, selection: tuple[Annotation, ...]) -> None:
        """What is selected."""
        if len(selection) == 1:
            parts = len(selection[0].spans)
            self._selected.setText(
                f"{wording.KIND[selection[0].kind]} selected" + (f", {parts} parts" if parts > 1 else "")
            )
        else:
            self._selected.setText(f"{len(selection):,} selected" if selection else "")

    def show_checker(self, name: str) -> None:
        """Who checks."""
        self._checker.setText(f"Checker: {wording.cut(wording.plain(name), _LONGEST_NAME)}")

    def show_zoom(self, percent: int) -> None:
        """How large the text is."""
        self._zoom.setText(f"{percent} %")
