"""The fields that a writer may change in a post, and how they are stored."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from cmstation.domain.crops import CropBox
from cmstation.domain.drafts import Draft, Stage
from cmstation.domain.planned_time import PlannedTime


class PostFields(TypedDict, total=False):
    """Fields of a post's base."""

    title: str
    text: str
    stage: Stage
    theme: int | None
    campaign: int | None
    tags: Sequence[str]
    language: str
    link: str
    first_comment: str
    sources: str
    planned: PlannedTime | None


class VersionFields(TypedDict, total=False):
    """Fields of one account's version; None means "same as base"."""

    text: str | None
    title: str | None
    link: str | None
    first_comment: str | None
    options: Mapping[str, str]


class AttachmentFields(TypedDict, total=False):
    """What a post says of one of its pictures."""

    alt_text: str
    decorative: bool
    crops: Mapping[str, CropBox]


# What readers of the network have seen, or will: it stays as it was when it left.
FROZEN = frozenset({"title", "text", "link", "first_comment", "sources", "language", "planned"})

_POST = frozenset(PostFields.__annotations__)
_VERSION = frozenset(VersionFields.__annotations__)
_ATTACHMENT = frozenset(AttachmentFields.__annotations__)


def changed_fields(draft: Draft, fields: PostFields) -> frozenset[str]:
    """Name the fields whose new value differs from what is stored."""
    _refuse_unknown(fields, _POST)
    return frozenset(
        name
        for name, value in fields.items()
        if (tuple(fields["tags"]) if name == "tags" and "tags" in fields else value) != getattr(draft, name)
    )


def post_columns(fields: PostFields) -> dict[str, object]:
    """Turn fields of a post into columns."""
    _refuse_unknown(fields, _POST)
    columns: dict[str, object] = dict(fields)
    if "theme" in fields:
        columns["theme_id"] = columns.pop("theme")
    if "campaign" in fields:
        columns["campaign_id"] = columns.pop("campaign")
    if "tags" in fields:
        columns["tags"] = list(fields["tags"])
    if "planned" in fields:
        columns |= planned_columns(fields["planned"])
        del columns["planned"]
    return columns


def planned_columns(planned: PlannedTime | None) -> dict[str, object]:
    """Turn a planned time into columns."""
    if planned is None:
        return {"planned_at": None, "planned_zone": None, "planned_wall": None}
    return {"planned_at": planned.instant, "planned_zone": planned.zone, "planned_wall": planned.wall}


def version_columns(fields: VersionFields) -> dict[str, object]:
    """Turn fields of a version into columns."""
    _refuse_unknown(fields, _VERSION)
    columns: dict[str, object] = dict(fields)
    if "options" in fields:
        columns["options"] = dict(fields["options"])
    return columns


def attachment_columns(fields: AttachmentFields) -> dict[str, object]:
    """Turn fields of an attachment into columns."""
    _refuse_unknown(fields, _ATTACHMENT)
    columns: dict[str, object] = dict(fields)
    if "crops" in fields:
        columns["crops"] = crops_json(fields["crops"])
    return columns


def crops_json(crops: Mapping[str, CropBox]) -> dict[str, dict[str, float]]:
    """Turn crops into what is stored."""
    return {
        network: {"left": box.left, "top": box.top, "width": box.width, "height": box.height}
        for network, box in crops.items()
    }


def _refuse_unknown(fields: Mapping[str, object], known: frozenset[str]) -> None:
    unknown = sorted(set(fields) - known)
    if unknown:
        raise TypeError(f"unknown fields: {', '.join(unknown)}")
