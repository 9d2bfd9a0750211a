"""A finding beside the account it concerns, so without its name; and the button that mends it."""

from PySide6.QtCore import QCoreApplication

from cmstation.domain.checks.findings import Finding, Topic
from cmstation.ui.wording_findings import Mend, finding_words

translate = QCoreApplication.translate
# What is left in front once the name of the account is not said.
_LEFT_OVER = " :,\u00a0\u202f"


def trouble_words(finding: Finding) -> str:
    """Say what is amiss, where the account is named already."""
    words = finding_words(finding).text.lstrip(_LEFT_OVER)
    return words[:1].upper() + words[1:]


def button_words(finding: Finding) -> str:
    """Name the step that mends a finding; "" when there is none."""
    if finding.topic is Topic.SIGN_IN_NEEDED:
        return translate("LastLook", "Sign in again")
    # A comment that this network has no place for is left out on purpose: nothing to mend.
    if finding.topic is Topic.COMMENT_IMPOSSIBLE:
        return ""
    words = {
        Mend.GO: translate("LastLook", "Change the text"),
        Mend.TITLE: translate("LastLook", "Change the title"),
        Mend.LINK: translate("LastLook", "Change the link"),
        Mend.COMMENT: translate("LastLook", "Change the comment"),
        Mend.WRITE: translate("LastLook", "Describe the picture"),
        Mend.PICTURE: translate("LastLook", "See the pictures"),
        Mend.ACCOUNT: translate("LastLook", "Open the accounts"),
        Mend.CHOOSE: translate("LastLook", "Choose accounts"),
        Mend.WHEN: translate("LastLook", "Change the time"),
    }
    return words.get(finding_words(finding).action, "")
