"""Whether a first comment follows a post on an account. Pure."""

from typing import Final

from cmstation.domain.accounts import Account
from cmstation.domain.drafts import Draft
from cmstation.domain.network_rules import rules_for
from cmstation.domain.networks import Way

# Keys under which a comment's delivery says why it was given up without the person.
COMMENT_TAKEN_OUT: Final = "comment_taken_out"
POST_NOT_LIVE: Final = "post_not_live"


def comment_follows(draft: Draft, account: Account) -> bool:
    """Tell whether a first comment leaves by itself after a post, as both are now."""
    return (
        account.id in draft.accounts
        and account.way is not Way.ASSISTED
        and rules_for(account).first_comment
        and bool(draft.first_comment_for(account.id).strip())
    )
