from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import editing
from annotator.library import Library
from annotator.model.words import Kind
from tests.shelf import Shelf

WORDS = ("budget", "budgets", "rose", "rosé", "prices")


def places(library, typed) -> list[str]:
    return [hit.words for hit in library.search(typed)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("percent", ["percent"]),
        ("perc", ["perc"]),
        ("PRICES perc", ["Prices"]),
        ('"4 percent"', ["4 percent"]),
        ('"percent 4"', []),
        ('"4 perc"', []),
        ("naive", ["naïve"]),
        ("東京", ["東京"]),
        ("京都", []),
        ("budget OR percent", []),
    ],
)
def test_words_are_found_in_a_text(library, shelf, typed, found):
    shelf.add("Prices rose by 4 percent.\n\nA naïve plan.\n\n私は東京に行く。", title="A story")

    assert places(library, typed) == found


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("قال الكِتَابُ كلامًا.", "الكتاب", ["الكِتَابُ"]),
        ("قال الكتاب.", "الكِتَاب", ["الكتاب"]),
        ("اتفق الأطراف.", "الاطراف", ["الأطراف"]),
        ("שָׁלוֹם עולם", "שלום", ["שָׁלוֹם"]),
        ("שלום עולם", "שָׁלוֹם", ["שלום"]),
        ("汉语是语言。", "语言", ["语言"]),
        ("汉语是语言。", "语", ["语"]),
        ("정부는 말했다", "정부", ["정부"]),
        ("정부는 말했다", "자본", []),
    ],
)
def test_other_scripts_are_found_as_they_are_typed(library, shelf, text, typed, found):
    shelf.add(text, title="A story")

    assert places(library, typed) == found


@pytest.mark.parametrize(
    "typed", ["", " ", '"', '""', "*", "🙂", "(", "a:b", "-", "NEAR(", "^", "AND", '"\0', "{}", "'"]
)
def test_anything_may_be_typed(library, shelf, typed):
    shelf.add("Nothing here.", title="Plain")

    assert library.search(typed) == []


def test_a_hit_in_a_text_stands_in_its_context(library, shelf):
    version = shelf.add("First.\n\nPrices rose by 4 percent.")
    (hit,) = library.search("rose")

    assert (hit.version, hit.start, hit.end, hit.before, hit.words, hit.after) == (
        *(version.id, 15, 19),
        *("Prices ", "rose", " by 4 percent."),
    )


def test_annotations_are_found_by_note_and_tag_the_newest_first(library, shelf):
    version = shelf.add()
    first = shelf.mark(version, "Officials", note="zebra")
    second = shelf.mark(version, "We knew")
    library.apply(editing.set_tags([second], ["zebra crossing"]))

    assert [hit.annotation for hit in library.search("zeb")] == [second.id, first.id]


def test_a_title_is_found_by_its_newest_name(library, shelf):
    version = shelf.add(title="Walrus")
    library.apply(editing.describe_article(library.article(version.article), {"title": "Octopus"}))

    assert (places(library, "walrus"), places(library, "octopus")) == ([], ["Octopus"])


def test_nothing_of_a_removed_article_is_found_until_it_is_back(library, shelf):
    version = shelf.add(title="Walrus")
    shelf.mark(version, "Officials", note="Walrus")
    before = library.search("walrus")
    gone = [library.annotation(before[0].annotation)]
    library.apply(editing.remove_article(library.article(version.article), [version], gone))
    between = library.search("walrus")
    library.undo()

    assert (between, Counter(library.search("walrus"))) == ([], Counter(before))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from("mnturx"), st.sampled_from(WORDS)), max_size=25))
def test_after_any_acts_search_finds_what_reading_all_finds(tmp_path_factory, acts):
    with Library(tmp_path_factory.mktemp("s") / "l.db", annotator="checker") as library:
        shelf = Shelf(library)
        version = shelf.add("Officials said no more.", title="T")
        for act, word in acts:
            there = list(library.annotations(version.id))
            if act == "m":
                shelf.mark(version, "Officials", kind=list(Kind)[len(there) % 3], note=word)
            elif act in "ur":
                (library.undo if act == "u" and there else library.redo)()
            elif there:
                library.apply(
                    {
                        "n": editing.set_note(there[0], word),
                        "t": editing.add_tag(there, word),
                        "x": editing.remove(there[:1]),
                    }[act]
                )
        left = list(library.annotations(version.id))
        held = {a.id for a in left if any(w.startswith("budget") for w in (a.note, *a.tags))}

        assert ({hit.annotation for hit in library.search("budget")}, list(library.problems())) == (held, [])
