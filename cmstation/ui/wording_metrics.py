"""The words of figures: what a metric is called, what a network counts by it, where a figure comes from."""

from PySide6.QtCore import QCoreApplication

from cmstation.domain.metric_definitions import get
from cmstation.domain.metrics import Metric, Origin, PostForm
from cmstation.domain.statistics import NoteKind
from cmstation.ui.wording_definitions import DEFINITIONS

translate = QCoreApplication.translate


def metric_words(metric: Metric) -> str:
    """Name a metric, as the title of a column."""
    return {
        Metric.FOLLOWERS: translate("Metrics", "Followers"),
        Metric.POSTS: translate("Metrics", "Posts"),
        Metric.VIEWS: translate("Metrics", "Views"),
        Metric.REACH: translate("Metrics", "People reached"),
        Metric.IMPRESSIONS: translate("Metrics", "Displays"),
        Metric.REACTIONS: translate("Metrics", "Reactions"),
        Metric.COMMENTS: translate("Metrics", "Comments"),
        Metric.SHARES: translate("Metrics", "Shares"),
        Metric.CLICKS: translate("Metrics", "Clicks"),
        Metric.VIDEO_VIEWS: translate("Metrics", "Video views"),
        Metric.SAVES: translate("Metrics", "Saved"),
        Metric.VISITS: translate("Metrics", "Visits"),
        Metric.VISITORS: translate("Metrics", "Visitors"),
    }[metric]


def definition_words(key: str) -> str:
    """Say in a sentence what a definition counts; of an unknown key, that nobody knows."""
    sentence = DEFINITIONS.get(key)
    if sentence is None:
        return translate("Metrics", "What exactly was counted is not known.")
    return translate("MetricDefinitions", sentence)


def full_definition_words(key: str) -> str:
    """Say the network and the metric too: "Followers, Facebook: how many accounts …"."""
    found = get(key)
    if found is None:
        return definition_words(key)
    return translate("Metrics", "{metric} on {network}: {sentence}").format(
        metric=metric_words(found.metric), network=found.network.proper_name, sentence=definition_words(key)
    )


def origin_words(origin: Origin) -> str:
    """Say where a figure comes from."""
    return {
        Origin.NETWORK: translate("Metrics", "read from the network"),
        Origin.HAND: translate("Metrics", "entered by hand"),
        Origin.FILE: translate("Metrics", "taken from a file"),
        Origin.REHEARSAL: translate("Metrics", "a sample figure"),
    }[origin]


def form_words(form: PostForm) -> str:
    """Name what a post mainly shows."""
    return {
        PostForm.TEXT: translate("Metrics", "Text alone"),
        PostForm.PICTURE: translate("Metrics", "With a picture"),
        PostForm.VIDEO: translate("Metrics", "With a video"),
        PostForm.LINK: translate("Metrics", "With a link"),
    }[form]


def note_kind_words(kind: NoteKind) -> str:
    """Name what a note tells of."""
    return {
        NoteKind.TESTIMONIAL: translate("Metrics", "Testimonial"),
        NoteKind.THANKS: translate("Metrics", "Thanks"),
        NoteKind.FACT: translate("Metrics", "Fact"),
        NoteKind.OTHER: translate("Metrics", "Other"),
    }[kind]
