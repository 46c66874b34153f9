from hypothesis import given

from annotator.text.aligning import Alignment
from tests.prose import prose

FIRST = "The mayor opened the new bridge on Monday morning before a crowd of hundreds."
SECOND = "Critics say that it cost far more than anybody in the town hall had promised."
THIRD = "Work on the second bridge is to begin next spring, the council has decided."


def shown(drafts):
    """Each run of older words that went somewhere together, as the newer draft has it."""
    runs, number = [], 0
    while number < len(drafts.there):
        if drafts.there[number] < 0:
            number += 1
            continue
        run = drafts.run(range(number, number + 1))
        first, last = drafts.there[run[0]], drafts.there[run[-1]]
        runs.append(drafts.new[drafts.new_words[first][0] : drafts.new_words[last][1]])
        number = run[-1] + 1
    return runs


def test_every_word_of_the_same_text_stays():
    drafts = Alignment(FIRST, FIRST)

    assert drafts.there == list(range(len(drafts.old_words)))


def test_a_moved_sentence_is_found():
    drafts = Alignment(f"{FIRST} {SECOND} {THIRD}", f"{THIRD} {FIRST} {SECOND}")

    assert shown(drafts) == [f"{FIRST} {SECOND}"[:-1], THIRD[:-1]]


def test_words_between_changed_ones_stay_in_their_order():
    drafts = Alignment(FIRST, FIRST.replace("new", "old").replace("Monday", "Friday"))

    assert drafts.there.count(-1) == 2


def test_what_is_there_twice_is_told_apart_by_what_is_beside_it():
    drafts = Alignment(f"{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{THIRD}", f"{SECOND}\n\n{FIRST}\n\n{THIRD}")

    assert -1 not in drafts.there[-len(drafts.new_words) :]


def test_few_words_that_are_elsewhere_are_others():
    drafts = Alignment(f"The mayor left. {SECOND}", f"{SECOND} The mayor left.")

    assert drafts.there[:3] == [-1, -1, -1]


@given(prose, prose)
def test_no_word_has_two_places_and_each_is_the_same_word(old, new):
    drafts = Alignment(old, new)

    pairs = [(n, there) for n, there in enumerate(drafts.there) if there >= 0]
    alike = all(old[slice(*drafts.old_words[a])] == new[slice(*drafts.new_words[b])] for a, b in pairs)
    assert (alike, len({there for _, there in pairs})) == (True, len(pairs))
