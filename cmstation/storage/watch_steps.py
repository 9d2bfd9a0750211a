"""Keep the stories in step with their items, in the transaction that changes these."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, text

MOST_AT_ONCE = 500

_RENEW = text("""
INSERT INTO watch_stories (id, best_id, moment, count, unread, starred, decided)
SELECT story_id, MIN(CASE WHEN place = 1 THEN id END), MAX(moment), COUNT(*),
    SUM(CASE WHEN read_at IS NULL THEN 1 ELSE 0 END),
    MAX(CASE WHEN starred THEN 1 ELSE 0 END) = 1,
    (SELECT d.kind FROM watch_decisions AS d JOIN watch_items AS j ON j.id = d.item_id
        WHERE j.story_id = ranked.story_id AND d.undone_at IS NULL ORDER BY d.at DESC, d.id DESC LIMIT 1)
FROM (
    SELECT i.id, i.story_id, i.moment, i.read_at, i.starred, ROW_NUMBER()
        OVER (PARTITION BY i.story_id ORDER BY s.standing DESC, i.moment, i.id) AS place
    FROM watch_items AS i JOIN watch_sources AS s ON s.id = i.source_id WHERE i.story_id IN :stories
) AS ranked
GROUP BY story_id
ON CONFLICT (id) DO UPDATE SET best_id = excluded.best_id, moment = excluded.moment,
    count = excluded.count, unread = excluded.unread, starred = excluded.starred,
    decided = excluded.decided
""").bindparams(bindparam("stories", expanding=True))
_DROP = text(
    "DELETE FROM watch_stories WHERE id IN :stories"
    " AND NOT EXISTS (SELECT 1 FROM watch_items WHERE watch_items.story_id = watch_stories.id)"
).bindparams(bindparam("stories", expanding=True))


def renew_stories(connection: Connection, stories: Iterable[int]) -> None:
    """Derive stories anew from their items; one without items goes.

    The best item is that of the best source; among equals, the one that came out first.
    """
    wanted = sorted(set(stories))
    for at in range(0, len(wanted), MOST_AT_ONCE):
        some = {"stories": wanted[at : at + MOST_AT_ONCE]}
        connection.execute(_RENEW, some)
        connection.execute(_DROP, some)
