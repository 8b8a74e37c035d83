"""What a house adds to its phones: what may be set, who wins, and what must never be shown."""

from __future__ import annotations

import pytest

from parcours.contexts import ALLOWED, merged, secrets_in
from parcours.errors import UsageError


def test_the_first_source_wins_and_headers_are_put_together() -> None:
    first = {"locale": "fr-FR", "extra_http_headers": {"X-House": "a"}}
    second = {"locale": "en-GB", "timezone_id": "Europe/Paris", "extra_http_headers": {"X-House": "b", "X-Who": "qa"}}
    assert merged([("a", first), ("b", None), ("c", second)]) == {
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "extra_http_headers": {"X-House": "a", "X-Who": "qa"},
    }
    assert merged([]) == {}


@pytest.mark.parametrize(
    "option", ["proxy", "user_agent", "viewport", "service_workers", "ignore_https_errors", "loca1e"]
)
def test_what_a_phone_is_and_what_keeps_a_run_safe_cannot_be_set(option: str) -> None:
    assert option not in ALLOWED
    with pytest.raises(UsageError, match=f"house: {option!r} cannot be set for a phone"):
        merged([("house", {option: True})])


def test_passwords_cookies_and_headers_that_let_one_in_are_secrets_and_others_are_not() -> None:
    options = {
        "extra_http_headers": {"Authorization": "Bearer abc123", "X-House": "parcours", "X-Api-Key": "key-9"},
        "http_credentials": {"username": "parcours", "password": "opensesame"},
        "storage_state": {
            "cookies": [{"name": "sid", "value": "cookie-1"}],
            "origins": [{"origin": "https://a.example", "localStorage": [{"name": "jwt", "value": "stored-1"}]}],
        },
        "locale": "fr-FR",
    }
    assert set(secrets_in(options)) == {"Bearer abc123", "abc123", "key-9", "opensesame", "cookie-1", "stored-1"}
    assert list(secrets_in({"storage_state": "state.json"})) == []
