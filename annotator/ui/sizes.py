"""Every size of the window, in device-independent pixels on a grid of four; letters are by their height."""

# Letters, and the lines they stand on: name, name_LINE
TEXT, TEXT_LINE = 13, 20
SMALL, SMALL_LINE = 12, 16
TAG, TAG_LINE = 11, 16
SHEET_TITLE, SHEET_TITLE_LINE = 15, 20

READING, READING_LINE = 17, 28
HEADLINE, HEADLINE_LINE = 26, 36
FOCUS, FOCUS_LINE = 21, 36
CARD, CARD_LINE = 14, 20
ARABIC, ARABIC_LINE = 19, 34

# The reading column
COLUMN = 608
PARAGRAPH_GAP = 16
BAND = 20
BAND_RADIUS = 2
UNDERLINE_DROP = 3.4
"""From the baseline to the top of the first underline."""
UNDERLINE_STEP = 4
UNDERLINE_LEVELS = 3

# Handles of the selected annotation
GRIP_STEM = 2
GRIP_KNOB, GRIP_INNER = 9, 7
GRIP_REACH = 24
"""How wide and high around its knob a handle can be taken."""

# Bars and panes
STRIP = 20
TOOL_BAR = 48
PANE_HEAD = 40
STATUS_BAR = 28
LIBRARY = 256
CARDS = 360
ORIGINAL = 440

# Controls
BUTTON = 32
FIELD = 28
CHIP = 24
ROW = 32
ICON = 16
SWATCH_WIDTH, SWATCH_HEIGHT = 16, 13
FOCUS_RING = 2

# Corners
RADIUS_TAG = 4
RADIUS_BUTTON = 6
RADIUS_CARD = 8
RADIUS_POPOVER = 10

# Room between things
GAP_HAIR = 4
GAP = 8
GAP_WIDE = 12
MARGIN = 16
MARGIN_WIDE = 24

# Milliseconds; none of it when less motion is asked for: look.lasting
APPEAR_MS = 120
GO_MS = 80
MOVE_MS = 160
