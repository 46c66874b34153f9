"""What marks a file as a library of ours, and which tables it holds."""

APPLICATION_ID = 0x416E6E6F
"""`Anno`, in SQLite's header."""

USER_VERSION = 4
"""The number of migrations that this version of the app knows."""

TABLES = {
    "article": "id title publisher byline dateline date_published source_url language note",
    "blob": "sha256 size data",
    "version": "id article number file_name sha256 text layout media_type encoding encoding_guessed reader "
    "reader_version warnings imported_at",
    "annotation": "id version kind start end status note annotator created_at updated_at tags earlier",
    "span": "version annotation start end exact prefix suffix",
    "tally": "version annotations done",
    "edit": "n id previous at annotator verb undoes changes",
    "passage": "n owner version start end",
    "search": "words search rank",
    "search_data": "id block",
    "search_idx": "segid term pgno",
    "search_config": "k v",
    "_sqlite_migrations": "id migration_set name applied_at",
}
"""The columns of each table, in order."""

INDEXES = {
    "idx__sqlite_migrations_migration_set_name",
    "idx_version_article_number",
    "idx_version_sha256",
    "idx_annotation_version_start_end",
    "idx_edit_undoes",
    "idx_passage_owner_start",
}

_SINCE_2 = {"passage", "search", "search_data", "search_idx", "search_config"}
_TABLES_3 = {name: columns.removesuffix(" earlier") for name, columns in TABLES.items()}
_TABLES_1 = {name: columns.removesuffix(" tags") for name, columns in _TABLES_3.items() if name not in _SINCE_2}


def _objects(tables: dict[str, str], indexes: set[str]) -> set[str]:
    return {f"table {name} ({columns})" for name, columns in tables.items()} | {f"index {name}" for name in indexes}


OBJECTS = _objects(TABLES, INDEXES)
"""Everything in `sqlite_schema` but SQLite's own indexes. A library with anything else is from a stranger: a trigger or
a view of theirs would run at our first write."""

OLDER = {
    1: _objects(_TABLES_1, INDEXES - {"idx_passage_owner_start"}),
    2: _objects(_TABLES_3, INDEXES),
    3: _objects(_TABLES_3, INDEXES),
}
"""The same of each older format, by its number."""

QUERY = """SELECT type || ' ' || name || CASE type WHEN 'table' THEN
    (SELECT ' (' || group_concat(name, ' ') || ')' FROM pragma_table_xinfo(s.name)) ELSE '' END
    FROM sqlite_schema s WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"""
"""What is to be compared with OBJECTS."""
