"""What the cards show of annotations, asked for when they are first seen."""

from collections.abc import Callable

from annotator.model.annotations import Annotation


class Facts(dict[str, Annotation]):
    """Annotations by id; one that is not known yet is asked for."""

    def __init__(self, ask: Callable[[str], Annotation]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, annotation_id: str) -> Annotation:
        found = self[annotation_id] = self._ask(annotation_id)
        return found
