from journeys import led
from parcours.testing import passes, reviews, silent
from parcours.trace import JourneyTrace

PARTNER = "https://partner.test/offer"

EXAMPLES = (
    silent("a journey without a page", JourneyTrace()),
    silent("a direct way", led("https://shop.example/")),
    silent("a number for the target", led("https://shop.example/go?id=7", PARTNER)),
    silent("within the site", led("https://shop.example/login?next=https://www.shop.example/a", "https://www.shop.example/a")),
    silent("a path", led("https://shop.example/login?next=/account", "https://shop.example/account")),
    silent("held, and not followed", led(f"https://shop.example/go?url={PARTNER}", "https://shop.example/")),
    silent("another word", led(f"https://shop.example/?ref={PARTNER}", PARTNER)),
    passes("signed", led(f"https://shop.example/go?url={PARTNER}&sig=3af9", PARTNER)),
    reviews("followed", led(f"https://shop.example/go?url={PARTNER}", PARTNER), {"url"}),
    reviews("percent signs", led("https://shop.example/go?redirect_to=https%3A%2F%2Fpartner.test%2Foffer", PARTNER),
            {"redirect_to"}),
    reviews("by script", led(f"https://shop.example/out?u={PARTNER}", PARTNER, how="script"), {"u"}),
    reviews("in the middle of the way", led("https://sho.rt/", f"https://a.example/r?to={PARTNER}", PARTNER), {"to"}),
)  # fmt: skip
