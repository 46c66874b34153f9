import json

import pytest

from annotator.cli.items import BadItem, Item, items
from annotator.model.words import Kind, Status


def test_an_item_is_a_kind_and_a_place():
    assert items('[{"kind": "claim", "start": 3, "end": 9}]') == [Item(kind=Kind.CLAIM, ranges=((3, 9),))]


def test_an_item_may_have_several_spans_a_note_and_a_status():
    found = items('[{"kind": "quote", "spans": [[0, 4], [9, 12]], "note": "n", "status": "waiting"}]')

    assert found == [Item(kind=Kind.QUOTE, ranges=((0, 4), (9, 12)), note="n", status=Status.WAITING)]


def test_an_empty_list_is_nothing_to_do():
    assert items("[]") == []


GOOD = {"kind": "claim", "start": 0, "end": 1}


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (7, "is not an object"),
        ({**GOOD, "colour": "red"}, "“colour”"),
        ({"start": 0, "end": 1}, "no kind"),
        ({**GOOD, "kind": "rumour"}, "'rumour'; it has to be one of claim, quote, source"),
        ({**GOOD, "kind": ["claim"]}, "it has to be one of"),
        ({**GOOD, "status": "done"}, "'done'"),
        ({**GOOD, "status": None}, "None"),
        ({"kind": "claim"}, "either start and end or spans"),
        ({**GOOD, "spans": [[0, 1]]}, "either start and end or spans"),
        ({"kind": "claim", "start": 0}, "two whole numbers"),
        ({**GOOD, "end": 1.5}, "two whole numbers"),
        ({**GOOD, "end": True}, "two whole numbers"),
        ({**GOOD, "end": "1"}, "two whole numbers"),
        ({"kind": "claim", "spans": []}, "two whole numbers"),
        ({"kind": "claim", "spans": [[0, 1, 2]]}, "two whole numbers"),
        ({"kind": "claim", "spans": {"0": 1}}, "two whole numbers"),
        ({**GOOD, "note": 4}, "a note that is not text"),
    ],
)
def test_a_bad_item_is_one_sentence_that_names_it(bad, says):
    with pytest.raises(BadItem, match=r"^Item 2 of the list .*\.$") as caught:
        items(json.dumps([GOOD, bad]))
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("words", "says"),
    [("{", "not JSON"), ("", "not JSON"), ('{"kind": "claim"}', "not a JSON list"), ("[" * 100_000, "not JSON")],
)
def test_what_is_no_list_is_one_sentence(words, says):
    with pytest.raises(BadItem, match=says):
        items(words)
