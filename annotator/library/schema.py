"""The tables, as migrations: each is written once and never changed.

Imported only when a library is made or brought up to date, since sqlite-utils costs a start 88 ms.
"""

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from annotator.library import reindexing
from annotator.library.format import APPLICATION_ID, USER_VERSION

migrations = Migrations("annotator")


@migrations()
def m001_main_job(db: Database) -> None:
    """Articles, versions, annotations with their spans, blobs by hash, the edit log, a tally for the library list."""
    _articles_of_m001(db)
    _annotations_of_m001(db)
    _log_of_m001(db)


def _articles_of_m001(db: Database) -> None:
    db.table("article").create(
        {
            "id": str,
            "title": str,
            "publisher": str,
            "byline": str,
            "dateline": str,
            "date_published": str,
            "source_url": str,
            "language": str,
            "note": str,
        },
        pk="id",
        not_null=("id", "title"),
    )
    db.table("blob").create({"sha256": str, "size": int, "data": bytes}, pk="sha256", not_null=("size", "data"))
    db.table("version").create(
        {
            "id": str,
            "article": str,
            "number": int,
            "file_name": str,
            "sha256": str,
            "text": str,
            "layout": str,
            "media_type": str,
            "encoding": str,
            "encoding_guessed": int,
            "reader": str,
            "reader_version": int,
            "warnings": str,
            "imported_at": str,
        },
        pk="id",
        not_null=("article", "number", "file_name", "sha256", "text", "layout", "imported_at"),
        foreign_keys=[
            ("article", "article", "id"),
            ("sha256", "blob", "sha256"),
            ("text", "blob", "sha256"),
            ("layout", "blob", "sha256"),
        ],
    )
    db.table("version").create_index(["article", "number"], unique=True)
    db.table("version").create_index(["sha256"])


def _annotations_of_m001(db: Database) -> None:
    db.table("annotation").create(
        {
            "id": str,
            "version": str,
            "kind": str,
            "start": int,
            "end": int,
            "status": str,
            "note": str,
            "annotator": str,
            "created_at": str,
            "updated_at": str,
        },
        pk="id",
        not_null=("version", "kind", "start", "end", "status", "annotator", "created_at", "updated_at"),
        foreign_keys=[("version", "version", "id")],
    )
    db.table("annotation").create_index(["version", "start", "end"])
    # Clustered by its key (sqlite-utils has no word for it): the spans of a version lie side by side, as they are read.
    # By the annotation's random id alone, reading the 200,000 of a library took twice as long. A reference to
    # `annotation` would need an index of its own, 10 MB for those; `problems` looks for what it would forbid.
    db.execute(
        """CREATE TABLE span (
            version TEXT NOT NULL REFERENCES version(id), annotation TEXT NOT NULL, start INTEGER NOT NULL,
            "end" INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
            PRIMARY KEY (version, annotation, start)) WITHOUT ROWID"""
    )
    db.table("tally").create(
        {"version": str, "annotations": int, "done": int},
        pk="version",
        not_null=("annotations", "done"),
        foreign_keys=[("version", "version", "id")],
    )


def _log_of_m001(db: Database) -> None:
    db.table("edit").create(
        {
            "n": int,
            "id": str,
            "previous": str,
            "at": str,
            "annotator": str,
            "verb": str,
            "undoes": int,
            "changes": str,
        },
        pk="n",
        not_null=("id", "previous", "at", "annotator", "verb", "changes"),
        foreign_keys=[("undoes", "edit", "n")],
    )
    # Nobody looks an edit up by its id. Of those that undo nothing the index knows nothing: it is a page less to write
    # at every press of a key (sqlite-utils has no word for such an index).
    db.execute("CREATE INDEX idx_edit_undoes ON edit (undoes) WHERE undoes IS NOT NULL")


@migrations()
def m002_tags_and_search(db: Database) -> None:
    """Tags of annotations, and the index of all that can be searched, to be filled from what is there."""
    db.execute("ALTER TABLE annotation ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'")
    db.table("passage").create(
        {"n": int, "owner": str, "version": str, "start": int, "end": int},
        pk="n",
        not_null=("owner", "version", "start", "end"),
    )
    db.table("passage").create_index(["owner", "start"])
    # Contentless, since every word of it is in the library already.
    db.execute(
        """CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, prefix='1 2',
            tokenize='unicode61 remove_diacritics 2')"""
    )
    reindexing.mark(db.conn)


@migrations()
def m003_search_as_people_write(db: Database) -> None:
    """Words in the index without vowel points; an index of their first three letters too, as one types them."""
    db.execute("DROP TABLE search")
    db.execute("DELETE FROM passage")
    db.execute(
        """CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, prefix='1 2 3',
            tokenize='unicode61 remove_diacritics 2')"""
    )
    reindexing.mark(db.conn)


@migrations()
def m004_drafts(db: Database) -> None:
    """What an annotation marked in an older draft, where a newer one changed its words."""
    db.execute("ALTER TABLE annotation ADD COLUMN earlier TEXT NOT NULL DEFAULT ''")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the library to this version; every step happens wholly or not at all.

    The index is made last and once: rows can be read only when they have every column that this version knows.
    """
    db = Database(connection)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.apply(db)
    if reindexing.is_marked(connection):
        reindexing.rebuild(connection)
    db.execute(f"PRAGMA user_version = {USER_VERSION}")
