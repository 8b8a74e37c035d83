from __future__ import annotations

import pytest

from parcours.browser.devices import descriptor
from parcours.facts.inapp import APPS, App, in_app_agent

NAMES = {
    "instagram": ("Instagram 385", "Instagram 385"),
    "facebook": ("[FBAN/FBIOS;", "[FB_IAB/FB4A;"),
    "tiktok": ("BytedanceWebview/", "BytedanceWebview/"),
    "linkedin": ("[LinkedInApp]/", "[LinkedInApp]/"),
    "snapchat": ("Snapchat/", "Snapchat/"),
    "x": ("Twitter for iPhone", "TwitterAndroid"),
}


@pytest.mark.parametrize("app", APPS)
def test_an_iphone_s_web_view_does_not_call_itself_safari(app: App) -> None:
    own = descriptor("iphone")["user_agent"]
    agent = in_app_agent(own, "ios", app)
    kept = own.partition(" Version/")[0]
    assert agent.startswith(f"{kept} Mobile/")
    assert " Safari/604" not in agent
    assert NAMES[app][0] in agent
    assert "{" not in agent


@pytest.mark.parametrize("app", APPS)
def test_an_android_s_web_view_says_that_it_is_one(app: App) -> None:
    agent = in_app_agent(descriptor("android")["user_agent"], "android", app)
    assert "; wv)" in agent
    assert " Version/4.0 Chrome/" in agent
    assert NAMES[app][1] in agent
    assert "{" not in agent


def test_it_is_the_phone_that_it_was() -> None:
    agent = in_app_agent(
        "Mozilla/5.0 (Linux; Android 13; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Mobile Safari/537.36",
        "android",
        "instagram",
    )
    assert "(Linux; Android 13; SM-A546B; wv)" in agent
    assert "Android (33/13; 420dpi; 1080x2400; Google/google; SM-A546B;" in agent
