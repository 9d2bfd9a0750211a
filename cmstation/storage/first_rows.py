"""Read the list of posts as the window starts, before the mapper is loaded; `post_rows` reads all others."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from cmstation.domain.drafts import FirstRows, PostState
from cmstation.domain.networks import Network
from cmstation.domain.planned_time import USUAL_ZONE
from cmstation.storage.list_rows import READ_WORDS, ChosenAccounts, list_row
from cmstation.storage.read_only import read_only, revisions
from cmstation.storage.revisions import REVISIONS

_ACCOUNTS = "SELECT id, network FROM accounts ORDER BY position, id"
_ZONE = "SELECT value FROM settings WHERE name = 'zone'"
# One value for all rows: between two rows this thread would have to wait for the window's each time.
_ROWS = """
SELECT json_group_array(json_array(
    id, title, words, state, theme_id, campaign_id, shown_at, shown_zone, chosen, changed_at, has_media
))
FROM (
    SELECT id, title, substr(text, 1, :words) AS words, state, theme_id, campaign_id, shown_at, shown_zone,
        changed_at,
        (SELECT group_concat(account_id, ',') FROM versions WHERE post_id = posts.id AND included) AS chosen,
        EXISTS (SELECT 1 FROM attachments WHERE post_id = posts.id) AS has_media
    FROM posts
    WHERE deleted_at IS NULL AND archived_at IS NULL
    ORDER BY CASE state WHEN :uncertain THEN 0 WHEN :failed THEN 1 ELSE 2 END,
        shown_at IS NULL, shown_at, changed_at DESC, id DESC
)
"""
_WANTED = {"words": READ_WORDS, "uncertain": PostState.UNCERTAIN.value, "failed": PostState.FAILED.value}


def first_rows(file: Path) -> FirstRows | None:
    """Read the posts of a database file.

    Returns:
        None when there is no such file, or when it cannot be read as it is: opening it says why.
    """
    if not file.is_file():
        return None
    try:
        with closing(read_only(file)) as reader:
            if revisions(reader) != [REVISIONS[-1]]:
                return None
            return _read(reader)
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return None


def _read(reader: sqlite3.Connection) -> FirstRows:
    chosen = ChosenAccounts((account, Network(network)) for account, network in reader.execute(_ACCOUNTS))
    states = {state.value: state for state in PostState}
    rows = tuple(
        list_row(
            chosen,
            post,
            title,
            words,
            states[state],
            theme,
            campaign,
            datetime.fromisoformat(shown_at) if shown_at else None,
            zone,
            joined,
            datetime.fromisoformat(changed_at),
            bool(has_media),
        )
        for post, title, words, state, theme, campaign, shown_at, zone, joined, changed_at, has_media in (
            json.loads(reader.execute(_ROWS, _WANTED).fetchone()[0])
        )
    )
    chosen_zone = reader.execute(_ZONE).fetchone()
    return FirstRows(rows, str(json.loads(chosen_zone[0])) if chosen_zone else USUAL_ZONE)
