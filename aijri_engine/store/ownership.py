"""Who may see what on a server: rules of the database itself, by the login that wrote a row.

A client belongs to the login that added it; another coach sees what it was shared with. Private notes stay with who
wrote them. The random ids, hashes and content files of the tables without a rule lead to nobody.
"""

from sqlalchemy import Connection, text

from aijri_engine.store.schema import VERSION_TABLE, metadata

ME = "CAST(current_user AS text)"
MINE = f"login = {ME}"
CLIENT = "EXISTS (SELECT 1 FROM clients WHERE clients.id = client_id)"
"""The client is visible: the rule of that table holds inside."""

OWN_OR_CLIENT = f"CASE WHEN client_id IS NULL THEN {MINE} ELSE {CLIENT} END"
SEEN = f"{MINE} OR EXISTS (SELECT 1 FROM shares WHERE shares.client_id = clients.id AND shares.coach = {ME})"
SITTING = "EXISTS (SELECT 1 FROM sessions WHERE sessions.id = session_id)"

RULES: dict[str, dict[str, str]] = {
    "clients": {"SELECT": SEEN, "INSERT": MINE, "UPDATE": SEEN, "DELETE": MINE},
    "shares": {"SELECT": f"{MINE} OR coach = {ME}", "INSERT": MINE, "DELETE": MINE},
    "sessions": {"ALL": OWN_OR_CLIENT},
    "events": {"SELECT": SITTING, "INSERT": SITTING, "DELETE": SITTING},
    "consents": {"ALL": CLIENT},
    "notes": {"ALL": f"({OWN_OR_CLIENT}) AND (NOT private OR {MINE})"},
    "acts": {"ALL": OWN_OR_CLIENT},
    "files": {"ALL": f"{MINE} OR {CLIENT}"},
    "receipts": {"ALL": MINE},
    "settings": {"ALL": MINE},
}
"""Which rows a login reaches, by table and command. A row of another login can be given to nobody: the foreign key of
`shares` names client and login together."""

FOR_ALL = frozenset({"contents", "session_contents", "releases", "release_members", "erased"})
"""Tables that all coaches of a practice read and write."""


def unprotect(connection: Connection) -> None:
    """Take the rules away, so that whoever owns the tables can change them and every row of them."""
    known = text("SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'")
    for table, name in connection.execute(known).all():
        if table in RULES:
            connection.exec_driver_sql(f'DROP POLICY "{name}" ON {table}')
            connection.exec_driver_sql(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")


def protect(connection: Connection) -> None:
    """Set the rules anew, after migrations; they hold for whoever owns the tables too."""
    for table in metadata.tables:
        connection.exec_driver_sql(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO PUBLIC")
        rules = RULES.get(table)
        if rules is None:
            continue
        connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        connection.exec_driver_sql(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        for command, rule in rules.items():
            name = f"{table}_{command.lower()}"
            using = "" if command == "INSERT" else f" USING ({rule})"
            check = "" if command in ("SELECT", "DELETE") else f" WITH CHECK ({rule})"
            connection.exec_driver_sql(
                f"CREATE POLICY {name} ON {table} FOR {command} TO PUBLIC{using}{check}"
            )
    connection.exec_driver_sql(f"GRANT SELECT ON {VERSION_TABLE} TO PUBLIC")
    connection.exec_driver_sql("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO PUBLIC")
