from __future__ import annotations

import pytest

from parcours.facts.trackers import hidden_target, tracker


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://shop.us1.list-manage.com/track/click?u=1", "Mailchimp"),
        ("https://u1234.ct.sendgrid.net/ls/click?upn=x", "SendGrid"),
        ("https://0abc.mjt.lu/lnk/x", "Mailjet"),
        ("https://r.shop.sendibt3.com/tr/cl/x", "Brevo"),
        ("https://d1.hubspotlinks.com/Ctc/x", "HubSpot"),
        ("http://CL.S4.EXCT.NET/?qs=1", "Salesforce Marketing Cloud"),
        ("https://abc.r.eu-west-1.awstrack.me/L0/x", "Amazon SES"),
        ("https://list-manage.com.evil.example/", ""),
        ("https://mylist-manage.com/", ""),
        ("https://click.shop.example/", ""),
        ("mailto:a@list-manage.com", ""),
    ],
)
def test_a_service_is_known_by_what_its_hosts_stand_below(url: str, service: str) -> None:
    assert tracker(url) == service


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://t.example/c?id=1&url=https%3A%2F%2Fshop.example%2Fx%3Fa%3D1", "https://shop.example/x?a=1"),
        ("https://t.example/c?redirect_to=https://shop.example/", "https://shop.example/"),
        (
            "https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.example%2F&data=1",
            "https://shop.example/",
        ),
        ("https://urldefense.com/v3/__https://shop.example/x__;!!abc", "https://shop.example/x"),
        ("https://a.r.eu-west-1.awstrack.me/L0/https:%2F%2Fshop.example%2Fx/1/0102/sig", "https://shop.example/x"),
        ("https://t.example/go/https://shop.example/x", "https://shop.example/x"),
        ("https://t.example/go/https:/shop.example/x", "https://shop.example/x"),
        ("https://t.example/c?url=/x", ""),
        ("https://t.example/c?page=https://shop.example/", ""),
        ("https://t.example/c?url=javascript:alert(1)", ""),
        ("https://t.example/c?u=8ab1", ""),
        ("https://shop.example/spring", ""),
        ("tel:+33123456789", ""),
    ],
)
def test_the_address_within_an_address(url: str, target: str) -> None:
    assert hidden_target(url) == target
