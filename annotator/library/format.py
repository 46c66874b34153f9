"""What marks a file as a library of ours, and which tables it holds."""

APPLICATION_ID = 0x416E6E6F
"""`Anno`, in SQLite's header."""

USER_VERSION = 1
"""The number of migrations that this version of the app knows."""

OBJECTS = {
    "table article",
    "table blob",
    "table version",
    "table annotation",
    "table span",
    "table tally",
    "table edit",
    "table _sqlite_migrations",
    "index idx__sqlite_migrations_migration_set_name",
    "index idx_version_article_number",
    "index idx_version_sha256",
    "index idx_annotation_version_start_end",
    "index idx_edit_id",
    "index idx_edit_undoes",
}
"""Everything in `sqlite_schema` but SQLite's own indexes. A library with anything else is from a stranger: a trigger or
a view of theirs would run at our first write."""
