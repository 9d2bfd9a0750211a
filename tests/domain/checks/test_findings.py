"""Findings stand in the order in which they matter."""

from hypothesis import given
from hypothesis import strategies as st

from cmstation.domain.checks.findings import Finding, Severity, Topic, in_order, worst

findings = st.lists(
    st.builds(Finding, st.sampled_from(Severity), st.sampled_from(Topic), st.integers(1, 3)), max_size=12
)
ORDER = (Severity.BLOCKING, Severity.WARNING, Severity.PASSED)


@given(found=findings)
def test_failures_come_first_then_warnings_and_the_rest_keeps_its_order(found: list[Finding]) -> None:
    ordered = in_order(found)

    expected = [one for severity in ORDER for one in found if one.severity is severity]
    assert list(ordered) == expected


@given(found=findings)
def test_the_worst_is_the_first_in_order(found: list[Finding]) -> None:
    ordered = in_order(found)

    assert worst(tuple(found)) is (ordered[0].severity if ordered else Severity.PASSED)
