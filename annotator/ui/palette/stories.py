"""Stories as lines of the palette, by title, publisher and file name."""

from collections.abc import Iterator
from functools import partial

from annotator.library import Listed
from annotator.text.titles import Titles
from annotator.ui import wording
from annotator.ui.icons import icon
from annotator.ui.look import Look
from annotator.ui.palette.found import Found
from annotator.ui.session import Session

_MOST = 8


class Stories:
    """Those of the library, the newest first; read once, until the library has changed."""

    def __init__(self, session: Session, look: Look) -> None:
        self._session, self._look = session, look
        self._titles: Titles[Listed] | None = None

    def forget(self) -> None:
        """The library has changed."""
        self._titles = None

    def found(self, letters: str) -> Iterator[Found]:
        """Those that fit best."""
        if self._titles is None:
            self._titles = Titles(self._session.library.articles(), _names)
        drawing = icon("sample", self._look.theme.color("ink2"))
        for article, fit in self._titles.best(letters, _MOST):
            act = partial(self._session.open, article.id)
            yield Found("Stories", wording.plain(article.title), fit.at, drawing, act, _hint(article))


def _names(article: Listed) -> tuple[str, ...]:
    return wording.plain(article.title), article.publisher, article.file_name


def _hint(article: Listed) -> str:
    """Where it is from, and how far the check is."""
    left = wording.left(article.annotations, article.done)
    return f"{wording.plain(article.publisher or article.file_name)}, {left[:1].lower()}{left[1:]}"
