"""Everything a user can do, one line each: menus, tool bar, keys and the README's table are made from this.

Keys are in Qt's portable spelling. A key without a modifier works only while the article or the cards have the focus,
so that typing in a field never marks anything. No Qt in here.
"""

from dataclasses import dataclass
from enum import Enum, auto


class When(Enum):
    """What must be there for an action to make sense."""

    ALWAYS = auto()
    ARTICLE = auto()
    PAGES = auto()
    ANNOTATION = auto()
    UNDOABLE = auto()
    REDOABLE = auto()
    READING = auto()


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the table. The first key is the one that is shown on buttons and in menus."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    when: When = When.ALWAYS

    @property
    def in_text(self) -> bool:
        """Whether its keys are for the text alone: letters, digits, Delete, Return."""
        return any(map(_is_typed, self.keys))


def _is_typed(key: str) -> bool:
    """Whether a key would write something into a field, or edit what is there: “+” and Shift+C, not Ctrl+C or F3."""
    plain = key.removeprefix("Shift+")
    return len(plain) == 1 or ("+" not in plain and not plain.startswith("F"))


ACTIONS = (
    Action("open", "File", "Open…", ("Ctrl+O",), "open"),
    Action("open_folder", "File", "Open folder…", ("Ctrl+Alt+O",), "folder"),
    Action("new_story", "File", "New story…", ("Ctrl+N",), "plus"),
    Action("paste_story", "File", "Paste as a story", ("Ctrl+Shift+V",)),
    Action("stop_reading", "File", "Stop reading files", ("Ctrl+.",), "", When.READING),
    Action("draft", "File", "Add as new draft of this story…", ("Ctrl+D",), "", When.ARTICLE),
    Action("export", "File", "Export…", ("Ctrl+E",), "export", When.ARTICLE),
    Action("open_original", "File", "Open the original", ("Ctrl+Shift+E",), "", When.ARTICLE),
    Action("quit", "File", "Quit", ("Ctrl+Q",)),
    Action("undo", "Edit", "Undo", ("Ctrl+Z",), "undo", When.UNDOABLE),
    Action("redo", "Edit", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", When.REDOABLE),
    Action("undo_to_here", "Edit", "Undo to the chosen act", ("Ctrl+Return",), "", When.UNDOABLE),
    Action("copy", "Edit", "Copy", ("Ctrl+C",), "", When.ARTICLE),
    Action("find", "Edit", "Find in this story…", ("Ctrl+F",), "search", When.ARTICLE),
    Action("palette", "Edit", "Find anything", ("Ctrl+K",), "search"),
    Action("search", "Library", "Search all stories", ("Ctrl+Shift+F",), "search"),
    Action("next_hit", "Edit", "Next hit", ("F3",), "", When.ARTICLE),
    Action("previous_hit", "Edit", "Previous hit", ("Shift+F3",), "", When.ARTICLE),
    Action("deselect", "Edit", "Select nothing", ("Esc",), "", When.ANNOTATION),
    Action("settings", "Edit", "Settings…", ("Ctrl+,",)),
    Action("claim", "Annotate", "Claim", ("1", "C"), "claim", When.ARTICLE),
    Action("quote", "Annotate", "Quote", ("2", "Q"), "quote", When.ARTICLE),
    Action("source", "Annotate", "Source", ("3", "S"), "source", When.ARTICLE),
    Action("add_part", "Annotate", "Add the selected words as a part", ("+",), "", When.ARTICLE),
    Action("add_to_claim", "Annotate", "Add to the claim", ("Shift+1", "Shift+C"), "", When.ARTICLE),
    Action("add_to_quote", "Annotate", "Add to the quote", ("Shift+2", "Shift+Q"), "", When.ARTICLE),
    Action("add_to_source", "Annotate", "Add to the source", ("Shift+3", "Shift+S"), "", When.ARTICLE),
    Action("drop_part", "Annotate", "Take this part away", ("-",), "", When.ANNOTATION),
    Action("split", "Annotate", "Split here", ("/",), "", When.ARTICLE),
    Action("join", "Annotate", "Merge", ("M",), "", When.ANNOTATION),
    Action("near_duplicates", "Annotate", "Merge near-duplicates…", ("Ctrl+Shift+M",), "", When.ARTICLE),
    Action("identical", "Annotate", "Mark all with the same words", ("A",), "", When.ARTICLE),
    Action("claim_brush", "Annotate", "Claim brush", ("Alt+1",), "", When.ARTICLE),
    Action("quote_brush", "Annotate", "Quote brush", ("Alt+2",), "", When.ARTICLE),
    Action("source_brush", "Annotate", "Source brush", ("Alt+3",), "", When.ARTICLE),
    Action("start_edge", "Annotate", "Move the start", ("[",), "", When.ANNOTATION),
    Action("end_edge", "Annotate", "Move the end", ("]",), "", When.ANNOTATION),
    Action("remove", "Annotate", "Remove", ("Delete", "Backspace"), "trash", When.ANNOTATION),
    Action("note", "Annotate", "Write a note", ("Return",), "note", When.ARTICLE),
    Action("tag", "Annotate", "Write tags", ("Ctrl+T",), "", When.ARTICLE),
    Action("next", "Annotate", "Next annotation", ("N",), "next", When.ARTICLE),
    Action("previous", "Annotate", "Previous annotation", ("P",), "previous", When.ARTICLE),
    Action("next_sentence", "Annotate", "Next sentence", ("J",), "", When.ARTICLE),
    Action("previous_sentence", "Annotate", "Previous sentence", ("K",), "", When.ARTICLE),
    Action("untouched", "Annotate", "Next sentence without an annotation", ("U",), "", When.ARTICLE),
    Action("unchecked", "Check", "Unchecked", ("Ctrl+1",), "unchecked", When.ANNOTATION),
    Action("in_progress", "Check", "In progress", ("Ctrl+2",), "in_progress", When.ANNOTATION),
    Action("waiting", "Check", "Waiting", ("Ctrl+3",), "waiting", When.ANNOTATION),
    Action("checked", "Check", "Checked", ("Ctrl+4",), "checked", When.ANNOTATION),
    Action("dropped", "Check", "Dropped", ("Ctrl+5",), "dropped", When.ANNOTATION),
    Action("add", "Library", "Add a story…", (), "plus"),
    Action("sample", "Library", "Open the sample story", (), "sample"),
    Action("next_article", "Library", "Next story", ("Alt+Down",), "", When.ARTICLE),
    Action("previous_article", "Library", "Previous story", ("Alt+Up",), "", When.ARTICLE),
    Action("drafts", "Library", "Read another draft…", ("Ctrl+Shift+R",), "", When.ARTICLE),
    Action("lost", "Library", "Annotations without a place…", ("Ctrl+L",), "", When.ARTICLE),
    Action("details", "Library", "Details of the story…", ("Ctrl+I",), "", When.ARTICLE),
    Action("remove_article", "Library", "Remove this story", (), "trash", When.ARTICLE),
    Action("zoom_in", "View", "Larger text", ("Ctrl++", "Ctrl+="), "", When.ARTICLE),
    Action("zoom_out", "View", "Smaller text", ("Ctrl+-",), "", When.ARTICLE),
    Action("zoom_reset", "View", "Text at 100 %", ("Ctrl+0",), "", When.ARTICLE),
    Action("bare", "View", "Hide marks while held", ("H",), "", When.ARTICLE),
    Action("margins", "View", "Lanes and strip", ("Ctrl+Shift+L",)),
    Action("theme", "View", "Dark or light theme", ("Ctrl+Shift+D",), "theme"),
    Action("system_theme", "View", "Theme of the system"),
    Action("contrast", "View", "High contrast"),
    Action("order_cards", "View", "Cards by time or by place", ("Ctrl+Shift+O",), "", When.ARTICLE),
    Action("all_cards", "View", "Show all cards", ("Ctrl+Shift+A",), "", When.ARTICLE),
    Action("original", "View", "Original beside the text", ("Ctrl+Shift+P",), "", When.PAGES),
    Action("history", "View", "History", ("Ctrl+H",)),
    Action("next_pane", "View", "Next pane", ("F6",)),
    Action("previous_pane", "View", "Previous pane", ("Shift+F6",)),
    Action("keys", "Help", "Keys", ("F1",), "keyboard"),
    Action("about", "Help", "About Annotator", (), "help"),
)

MENUS = ("File", "Edit", "View", "Annotate", "Check", "Library", "Help")
