"""Rules in words: what looks wrong in one, and why it leaves something out."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from cmstation.domain.watch_rule_remarks import Remark, RemarkKind
from cmstation.domain.watch_rule_terms import Term, terms_text
from cmstation.domain.watch_rules import Reason

translate = QCoreApplication.translate


def remark_words(remark: Remark, sources: Mapping[int, str] | None = None) -> str:
    """Say what looks wrong, and what to do.

    Args:
        sources: names, for a remark about the rule of one source.
    """
    words = {
        RemarkKind.EMPTY: translate("WatchRule", "{term} holds no letter or digit: it is left out."),
        RemarkKind.ONE_LETTER: translate(
            "WatchRule", "{term} is a single letter: almost everything says it."
        ),
        RemarkKind.NEAR_ZERO: translate(
            "WatchRule", "{term}: nothing stands within no word. Write ~5 for five words."
        ),
        RemarkKind.TWICE: translate("WatchRule", "{term} is there twice."),
        RemarkKind.MUST_AND_NONE: translate(
            "WatchRule",
            "{term} is wanted and refused at once: nothing would be shown. Take one of them away.",
        ),
        RemarkKind.MUST_FORBIDDEN: translate(
            "WatchRule",
            "{term} is wanted, but whoever says it says {other}, which is refused: nothing would be shown.",
        ),
        RemarkKind.ANY_FORBIDDEN: translate(
            "WatchRule", "{term} never helps: whoever says it says {other}, which is refused."
        ),
        RemarkKind.ALL_ANY_FORBIDDEN: translate(
            "WatchRule",
            "Each word of “At least one of these” is refused as well: nothing would be shown.",
        ),
    }
    told = words[remark.kind].format(term=term_words(remark.term), other=term_words(remark.other))
    if remark.source is None:
        return told
    name = (sources or {}).get(remark.source, "")
    return translate("WatchRule", "For “{source}”: {remark}").format(source=name, remark=told)


def reason_words(reason: Reason | None, terms: Iterable[Term] = ()) -> str:
    """Say why an item is left out."""
    named = ", ".join(term_words(term) for term in terms)
    if reason is Reason.MISSING:
        return translate("WatchRule", "does not say {terms}").format(terms=named)
    if reason is Reason.FORBIDDEN:
        return translate("WatchRule", "says {terms}").format(terms=named)
    if reason is Reason.NONE_OF_ANY:
        return translate("WatchRule", "says none of the words")
    return ""


def term_words(term: Term | None) -> str:
    """Write a term as it would be typed, in quotation marks of the language."""
    if term is None:
        return ""
    written = terms_text([term]).strip('"')
    return translate("WatchRule", "“{term}”").format(term=written)
