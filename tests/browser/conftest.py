"""A real browser for tests: the system's Chromium, driven by Playwright.

Every page collects what the console complains about; a test with a complaint fails. That is also the check of the
content security policy: what it refuses is written to the console.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.cache import caches
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize, sync_playwright

from accounts.models import User
from tests.conftest import SignIn
from tests.factories import PASSWORD

# Playwright's own loop runs in the test's thread, and Django would refuse the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

Colors = Literal["light", "dark"]
SignInPage = Callable[[Page, User], None]

PHONE: ViewportSize = {"width": 390, "height": 844}
DESK: ViewportSize = {"width": 1280, "height": 900}
# How pages open where a test is about their looks; `assert_accessible` looks at the page on a phone, in dark, as well.
LOOKS = [("desk", "light")]
_AXE = Axe()
# Without `resultTypes`, everything that is right comes back as well, node by node, and takes most of the time.
_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "preload": False,
    "resultTypes": ["violations"],
}
# Colors of Django's admin change slowly.
_SETTLED = "Promise.all(document.getAnimations().map((one) => one.finished)).then(() => null)"
# What sticks out at the right.
_TOO_WIDE = """[...document.body.querySelectorAll('*')]
    .filter((item) => item.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .slice(0, 5).map((item) => item.outerHTML.slice(0, 120))"""
# The first is the same engine without a window, which is quicker.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# No picture is looked at, and nothing is asked of the outside.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    # A microphone that beeps, and that nobody has to allow.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication",
]
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find_browser() -> str | None:
    """The browser that this machine has, or the one that CHROMIUM names."""
    named = os.environ.get("CHROMIUM")
    found = (shutil.which(name) for name in _NAMES)
    return named or next((place for place in (*found, *_PLACES) if place and Path(place).exists()), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    place = find_browser()
    if place is None:
        pytest.fail(
            "The browser tests need Chromium (Debian: apt install chromium), or CHROMIUM=/path/to/it.", pytrace=False
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What pages wrote to the console in this test; a test that expects a complaint clears the list."""
    return []


OpenContext = Callable[..., BrowserContext]


@pytest.fixture
def open_context(chromium: Browser, live_server, complaints: list[str]) -> Iterator[OpenContext]:
    """Opens a browser of its own (own cookies, size and colors) and watches its console."""
    contexts: list[BrowserContext] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.type}: {message.text}")

    def watch(page: Page) -> None:
        page.on("console", hear)
        page.on("pageerror", lambda trouble: complaints.append(f"script: {trouble}"))
        page.set_default_timeout(10_000)

    def opened(*, size: str = "desk", colors: Colors = "light", script: bool = True) -> BrowserContext:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport=PHONE if size == "phone" else DESK,
            color_scheme=colors,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        context.on("page", watch)
        contexts.append(context)
        return context

    # Tries are counted in the shared cache, which outlives a test with a live server.
    caches["default"].clear()
    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(open_context: OpenContext) -> Page:
    """A page at a desk, in light colors, of nobody."""
    return open_context().new_page()


@pytest.fixture
def phone(open_context: OpenContext) -> Page:
    return open_context(size="phone").new_page()


@pytest.fixture
def without_script(open_context: OpenContext) -> Page:
    return open_context(size="phone", script=False).new_page()


@pytest.fixture
def sign_in_page(sign_in: SignIn, live_server) -> SignInPage:
    """Gives the browser the session of the person; how people get one is tried in `test_account.py`."""

    def signed_in(page: Page, user: User) -> None:
        session = sign_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])

    return signed_in


@pytest.fixture
def sign_in_by_form() -> SignInPage:
    """Signs the person in as they would do it themselves."""

    def signed_in(page: Page, user: User) -> None:
        page.goto("/accounts/login/")
        page.locator("input[name=login]").fill(user.email)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url(lambda address: "/accounts/login/" not in address)

    return signed_in


@pytest.fixture
def assert_accessible() -> Callable[[Page], None]:
    """Fails with axe's own words where a page breaks WCAG 2.2 A or AA, or spills over its sides.

    It looks twice: at the page as it stands, then in the other width and the other colors. Nothing is loaded anew for
    that, because styles alone decide how a page looks. The other two pairs would show the same once more.
    """

    def checked(page: Page) -> None:
        window = page.viewport_size
        _check(page)
        dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        page.emulate_media(color_scheme="light" if dark else "dark")
        page.set_viewport_size(PHONE if window == DESK else DESK)
        page.evaluate(_SETTLED)
        _check(page)
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_viewport_size(window or DESK)

    return checked


def _check(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE.axe_script)
    found = AxeResults(page.evaluate("(options) => axe.run(options)", _OPTIONS))
    assert found.violations_count == 0, found.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels wider than the window: {page.evaluate(_TOO_WIDE)}"
