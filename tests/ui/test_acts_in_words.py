from annotator.library import Step
from annotator.ui.history_pane import words


def test_words_over_the_end_of_a_paragraph_are_told_on_one_line():
    step = Step("annotation", "a", None, {"spans": [{"exact": "No more.\n\nThe fee"}]})

    assert words.told([step]) == "Added: No more. The fee"
