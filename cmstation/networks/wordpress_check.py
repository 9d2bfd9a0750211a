"""Checks a WordPress account step by step, and names the cause where it does not work."""

import html
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from time import perf_counter

from cmstation.domain.errors import AddressNotFound, NetworkError, StationError
from cmstation.domain.networks import AccountReport, CheckStep, Json, StepState, TellStep, tell_nobody
from cmstation.networks.answers import as_mapping, content_of, field_of, refusal_of, within
from cmstation.networks.check_steps import cause_of
from cmstation.networks.wordpress_site import POSTS, WORDS, WordPressSite, text_of

RIGHTS = ("publish_posts", "upload_files")
STEPS = ("address", "rest", "application_passwords", "password", "rights", "trial")
_CAUSES = {
    "incorrect_password": "incorrect_password",
    "invalid_username": "unknown_user",
    "invalid_email": "unknown_user",
    "application_passwords_disabled": "application_passwords_disabled",
    "application_passwords_disabled_for_user": "application_passwords_disabled",
    "no_secret": "no_secret",
}


class StepFailed(Exception):
    """A step did not pass.

    Args:
        cause: key of the cause.
        warned: True when publishing may work all the same.
    """

    def __init__(
        self, cause: str, *, status: int | None = None, remark: str = "", warned: bool = False
    ) -> None:
        super().__init__(cause)
        self.cause = cause
        self.status = status
        self.remark = remark
        self.warned = warned


class WordPressCheck:
    """One check of one site.

    Steps: address, rest, application_passwords, password, rights, trial (a draft, made and erased).
    """

    def __init__(self, site: WordPressSite, tell: TellStep = tell_nobody) -> None:
        self._site = site
        self._tell = tell
        self._software = ""
        self._display_name = ""
        self._handle = ""

    def run(self) -> AccountReport:
        """Try each step; after one that failed, the rest is skipped."""
        steps: list[CheckStep] = []
        failed = False
        for name, act in zip(
            STEPS,
            (
                self._address,
                self._rest,
                self._application_passwords,
                self._password,
                self._rights,
                self._trial,
            ),
            strict=True,
        ):
            step = CheckStep(name, StepState.SKIPPED) if failed else _tried(name, act)
            failed = failed or step.state is StepState.FAILED
            steps.append(step)
            if step.state is not StepState.SKIPPED:
                self._tell(step)
        return AccountReport(
            tuple(steps),
            display_name=self._display_name,
            handle=self._handle,
            address=text_of(self._site.index, "home") or self._site.address,
            software=self._software,
        )

    def _address(self) -> str:
        """Reach the site, whatever it answers."""
        home = self._site.visit("/", step="check")
        if home.status >= 500:
            raise StepFailed("server_error", status=home.status)
        generator = re.search(r'name="generator" content="(WordPress [\w.\-]{1,20})', home.text)
        self._software = generator.group(1) if generator else "WordPress"
        return self._software.removeprefix("WordPress").strip()

    def _rest(self) -> str:
        self._site.root("check")
        return text_of(self._site.index, "name")[:80]

    def _application_passwords(self) -> str:
        if within(self._site.index, "authentication", "application-passwords") is None:
            raise StepFailed("application_passwords_disabled")
        return ""

    def _password(self) -> str:
        answer = self._site.read("/wp/v2/users/me", step="check", params={"context": "edit"})
        if answer.status == 401:
            refusal = refusal_of(answer, WORDS)
            raise StepFailed(
                _CAUSES.get(refusal.code) or self._silent_cause(), status=401, remark=refusal.code
            )
        me = as_mapping(content_of(answer, WORDS), answer)
        self._display_name = text_of(me, "name")
        self._handle = text_of(me, "username") or self._site.login
        return self._handle

    def _silent_cause(self) -> str:
        """Tell a wrong password from a host that drops the header: WordPress says the same to both.

        Its older XML-RPC door takes the password in the body, where no host drops it.
        """
        if not self._looks_right():
            return "not_an_application_password"
        login, password = html.escape(self._site.login), html.escape(self._site.password)
        values = "".join(f"<param><value><string>{one}</string></value></param>" for one in (login, password))
        call = f"<methodCall><methodName>wp.getUsersBlogs</methodName><params>{values}</params></methodCall>"
        try:
            answer = self._site.strange_write(
                "/xmlrpc.php", call.encode("utf-8", "replace"), kind="text/xml", step="check"
            )
        except StationError:
            return "password_or_header"
        if answer.status == 200 and b"<name>isAdmin</name>" in answer.body:
            return "header_stripped"
        if re.search(rb"<int>403</int>", answer.body):
            return "incorrect_password"
        return "password_or_header"

    def _looks_right(self) -> bool:
        """Tell whether the password has the form of an application password; people type their own one."""
        return re.fullmatch(r"[A-Za-z0-9]{24}", re.sub(r"\s", "", self._site.password)) is not None

    def _rights(self) -> str:
        answer = self._site.read(
            "/wp/v2/users/me", step="check", params={"context": "edit", "_fields": "roles,capabilities"}
        )
        me = as_mapping(content_of(answer, WORDS), answer)
        for right in RIGHTS:
            if within(me, "capabilities", right) is not True:
                raise StepFailed(f"missing_{right}", status=answer.status)
        roles = me.get("roles")
        return ", ".join(str(role) for role in roles) if isinstance(roles, (list, tuple)) else ""

    def _trial(self) -> str:
        """Make a draft and erase it: the only proof that a fire wall lets writing through."""
        words: Mapping[str, Json] = {"status": "draft", "title": "CM Station", "content": "CM Station"}
        answer = self._site.change("POST", POSTS, step="check", json=dict(words))
        post = field_of(as_mapping(content_of(answer, WORDS), answer), "id", int, answer)
        answer = self._site.change("DELETE", f"{POSTS}/{post}", step="check", form={"force": "true"})
        if answer.status >= 400:
            raise StepFailed("trial_left", status=answer.status, remark=str(post), warned=True)
        return ""


def _tried(name: str, act: Callable[[], str]) -> CheckStep:
    began = perf_counter()
    state, cause, remark, status = StepState.PASSED, "", "", None
    try:
        remark = act()
    except StepFailed as failed:
        state = StepState.WARNED if failed.warned else StepState.FAILED
        cause, remark, status = failed.cause, failed.remark, failed.status
    except StationError as trouble:
        state, cause = StepState.FAILED, _cause(trouble)
        status = trouble.status if isinstance(trouble, NetworkError) else None
    return CheckStep(name, state, cause, remark, status, timedelta(seconds=perf_counter() - began))


def _cause(trouble: StationError) -> str:
    """Name the cause: ours for this site, else the one that all networks share."""
    if isinstance(trouble, AddressNotFound):
        return trouble.code or "no_rest"
    if isinstance(trouble, NetworkError) and trouble.status is not None:
        if trouble.code in _CAUSES:
            return _CAUSES[trouble.code]
        if trouble.status == 403:
            return "forbidden"
    return cause_of(trouble)
