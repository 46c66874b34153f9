"""The page of the settings on how the story and the window look, and in whose name is worked."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from annotator import people
from annotator.ui import sizes
from annotator.ui.dialogs.choice import Choice
from annotator.ui.fonts import families_for_reading
from annotator.ui.look import Choice as Theme
from annotator.ui.look import Wish
from annotator.ui.settings import Settings
from annotator.ui.style import dress
from annotator.ui.typography import CHARACTERS, LINE_HEIGHT, SIZE, Typography

_THEMES: tuple[Theme, ...] = ("system", "light", "dark")
_WISHES: tuple[Wish, ...] = ("system", "on", "off")
_FIELD, _INSET = 176, 5
_STEP = 0.05
"""Of the line height, in heights of the letters."""


class AppearancePage(QWidget):
    """Theme, the story’s face and lines, motion, name. What is changed is said at once; the name is read at the end.

    themed(Choice), strengthened(Wish), stilled(Wish), set_anew(Typography): what is chosen
    """

    themed = Signal(str)
    set_anew = Signal(object)
    stilled = Signal(str)
    strengthened = Signal(str)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._typography = settings.typography
        self.theme, self.contrast = Choice("System", "Light", "Dark"), Choice("System", "More", "Normal")
        self.motion = Choice("System", "Less", "Full")
        self.family, self.letters = QComboBox(), QSpinBox()
        self.line_height, self.characters = QDoubleSpinBox(), QSpinBox()
        self.name, self._hint = QLineEdit(), QLabel()
        self._build()
        self.theme.choose(_THEMES.index(settings.theme))
        self.contrast.choose(_WISHES.index(settings.contrast))
        self.motion.choose(_WISHES.index(settings.less_motion))
        self._fill()
        self._connect()

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, sizes.GAP_HAIR, sizes.GAP, 0)
        form.setHorizontalSpacing(sizes.MARGIN)
        form.setVerticalSpacing(sizes.GAP_WIDE)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows: dict[str, QWidget] = {
            "&Theme": self.theme,
            "&Contrast": self.contrast,
            "Text &font": self.family,
            "Si&ze": self.letters,
            "Line &height": self.line_height,
            "Line &length": self.characters,
            "&Motion": self.motion,
            "Your &name": self.name,
        }
        for words, field in rows.items():
            label = QLabel(words)
            dress(label, "secondary")
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            field.setMinimumWidth(_FIELD)
            if isinstance(field, QAbstractSpinBox):  # whose padding the style sheet does not reach
                field.lineEdit().setTextMargins(_INSET, 0, 0, 0)
            form.addRow(label, field)
        dress(self._hint, "hint", "small")
        self._hint.setWordWrap(True)
        self._hint.setMinimumWidth(2 * _FIELD + sizes.MARGIN_WIDE)
        form.addRow("", self._hint)

    def _fill(self) -> None:
        """The fields as things are."""
        chosen = self._typography
        families = families_for_reading()
        self.family.addItem("Standard", "")
        for family in sorted({*families, chosen.family} - {""}):
            self.family.addItem(family, family)
        self.family.setCurrentIndex(self.family.findData(chosen.family))
        self.letters.setRange(SIZE[0], SIZE[-1])
        self.letters.setSuffix(" pixels")
        self.line_height.setRange(*LINE_HEIGHT)
        self.line_height.setSingleStep(_STEP)
        self.characters.setRange(CHARACTERS[0], CHARACTERS[-1])
        self.characters.setSuffix(" characters")
        self._show(chosen)
        given = people.named_by_system()
        self.name.setEnabled(not given)
        self.name.setText(given or people.given_name())
        self.name.setPlaceholderText(people.user_name())
        self._hint.setText(
            "ANNOTATOR_NAME says this." if given else "Stands on new annotations. Undo takes back acts of this name."
        )

    def refuse(self, sentence: str) -> None:
        """Say below the name why it cannot be."""
        dress(self._hint, "bad", "small")
        self._hint.setText(sentence)
        self.name.setFocus()

    def _show(self, chosen: Typography) -> None:
        self.letters.setValue(chosen.size)
        self.line_height.setValue(chosen.line_height)
        self.characters.setValue(chosen.characters)

    def _connect(self) -> None:
        self.theme.group.idClicked.connect(self._turn)
        self.contrast.group.idClicked.connect(self._strengthen)
        self.motion.group.idClicked.connect(self._still)
        self.family.currentIndexChanged.connect(self._set_family)
        self.letters.valueChanged.connect(self._set_size)
        self.line_height.valueChanged.connect(self._set_line_height)
        self.characters.valueChanged.connect(self._set_characters)

    def _turn(self, number: int) -> None:
        self.themed.emit(_THEMES[number])

    def _strengthen(self, number: int) -> None:
        self.strengthened.emit(_WISHES[number])

    def _still(self, number: int) -> None:
        self.stilled.emit(_WISHES[number])

    def _set_family(self, _row: int) -> None:
        self._set(replace(self._typography, family=self.family.currentData()))

    def _set_size(self, pixels: int) -> None:
        self._set(replace(self._typography, size=pixels))

    def _set_line_height(self, share: float) -> None:
        self._set(replace(self._typography, line_height=round(share, 2)))

    def _set_characters(self, number: int) -> None:
        self._set(replace(self._typography, characters=number))

    def _set(self, typography: Typography) -> None:
        self._typography = typography
        self.set_anew.emit(typography)
