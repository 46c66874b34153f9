import pytest
from PySide6.QtWidgets import QListView

from annotator import editing
from annotator.model.words import Status
from annotator.ui.library_pane import LibraryPane
from annotator.ui.library_pane.model import LISTED


@pytest.fixture
def pane(session, look, qtbot):
    made = LibraryPane(session, look)
    qtbot.addWidget(made)
    made.resize(256, 500)
    made.show()
    return made


@pytest.fixture
def other(tmp_path, add):
    path = tmp_path / "other.txt"
    path.write_text("Another story\n\nWith a sentence.", encoding="utf-8")

    def other():
        return add(path)

    return other


def rows(pane):
    model = pane.findChild(QListView).model()
    return [model.index(row).data(LISTED) for row in range(model.rowCount())]


def chosen(pane):
    row = pane.findChild(QListView).currentIndex().data(LISTED)
    return row and row.title


def test_the_newest_story_comes_first(pane, add, other):
    add()
    other()

    assert [row.file_name for row in rows(pane)] == ["other.txt", "harbour-tunnel.txt"]


def test_the_open_story_is_chosen(pane, add, other):
    add()
    other()

    assert chosen(pane) == "Another story"


def test_choosing_a_row_opens_its_story(pane, session, add, other):
    add()
    other()
    pane.step(1)

    assert session.current.article.file_name == "harbour-tunnel.txt"


def test_counts_follow_the_edits(pane, session, add, mark):
    add()
    mark("46 jobs")
    mark("740 million crowns")
    session.do(editing.set_status(session.selection, Status.CHECKED))

    assert [(row.annotations, row.done) for row in rows(pane)] == [(2, 1)]


def test_a_removed_story_leaves_the_list(pane, session, add, other):
    add()
    other()
    library, article = session.library, session.current.article.id
    session.do(editing.remove_article(library.article(article), library.versions(article), []))

    assert ([row.file_name for row in rows(pane)], session.current.article.file_name) == (
        ["harbour-tunnel.txt"],
        "harbour-tunnel.txt",
    )
