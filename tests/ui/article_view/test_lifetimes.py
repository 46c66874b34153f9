"""Nothing of Qt's is kept that Qt frees by itself."""

import gc

from PySide6.QtGui import QTextLayout


def test_no_layout_of_a_paragraph_is_kept(shown):
    shown.text("One paragraph.\n\nAnother one.").grab()

    assert [found for found in gc.get_objects() if isinstance(found, QTextLayout)] == []
