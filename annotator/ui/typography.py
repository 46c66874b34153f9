"""How the reader wants the story set: face, size, line height, line length. No Qt in here."""

from dataclasses import dataclass

from annotator.ui import sizes

ZOOM_STEPS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Per cent."""

SIZE = range(12, 33)
"""Heights of the letters that can be chosen, in pixels; the zoom makes them larger still."""

LINE_HEIGHT = 1.4, 2.0
"""The least and the most, in heights of the letters."""

CHARACTERS = range(50, 91)
"""Lengths of a line that can be chosen: below and above, eyes tire of looking for the next one."""

USUAL_CHARACTERS = 70
"""So many are in sizes.COLUMN at sizes.READING, in the serif of this computer."""


@dataclass(frozen=True, slots=True)
class Typography:
    """How the reader wants words to be set, at a zoom of 100 %; the sizes of headings and captions follow.

    family: the face, "" for the serif of this computer; size: height of the letters, in pixels
    line_height: of a line, in sizes of its letters; characters: about so many in the widest line
    """

    family: str = ""
    size: int = sizes.READING
    line_height: float = sizes.READING_LINE / sizes.READING
    characters: int = USUAL_CHARACTERS
