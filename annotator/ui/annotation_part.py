"""An annotation as assistive technology meets it, wherever it is painted: in the text, or as a card."""

from annotator.errors import AnnotatorError
from annotator.model.annotations import Annotation
from annotator.ui import wording
from annotator.ui.faces import Face, Part, Role
from annotator.ui.session import Session


class AnnotationPart(Part):
    """Its name, what was written about it, and a press, which selects it."""

    def __init__(self, whole: Face, role: Role, session: Session, annotation_id: str) -> None:
        super().__init__(whole, role)
        self._session, self._id = session, annotation_id

    def _annotation(self) -> Annotation | None:
        try:
            return self._session.library.annotation(self._id)
        except AnnotatorError:
            return None  # it was removed a moment ago

    def name(self) -> str:
        found = self._annotation()
        return wording.annotation(found.kind, found.status, found.words) if found else ""

    def details(self) -> str:
        found = self._annotation()
        return wording.remarks(found.note, found.tags) if found else ""

    def press(self) -> None:
        self._session.select((self._id,))
