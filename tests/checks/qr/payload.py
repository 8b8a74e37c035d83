from dataclasses import replace

from parcours.facts.artwork import Artwork, Code
from parcours.facts.model import Device
from parcours.testing import fails, passes, silent
from parcours.trace import JourneyTrace, Start, StepTrace

ANDROID = Device(name="android", platform="android")


def holds(*texts: str, device: Device = Device(), **more: int) -> JourneyTrace:
    art = Artwork("letter.pdf", codes=tuple(Code(text) for text in texts), **more)
    return JourneyTrace(device=device, start=Start("qr", artwork=art))


def rehearsed(text: str) -> JourneyTrace:
    return replace(holds(text), steps=(StepTrace("start", "start", "Scan the code"),))


def broken(code: Code) -> JourneyTrace:
    return JourneyTrace(start=Start("qr", artwork=Artwork("letter.pdf", codes=(code,))))


EXAMPLES = (
    silent("a plain link has no code", JourneyTrace(start=Start(url="http://shop.example/"))),
    silent("nothing was read", holds()),
    passes("a web address", holds("https://shop.example/spring?src=letter")),
    passes("capitals, which make smaller codes", holds("HTTPS://SHOP.EXAMPLE/SPRING")),
    passes("letters that are no ASCII", holds("https://café.example/été")),
    passes("a store's web address", holds("https://apps.apple.com/fr/app/shop/id1234567890")),
    passes("WhatsApp by its web address", holds("https://wa.me/33612345678")),
    passes("a rehearsal on this machine", rehearsed("http://localhost:8000/spring")),
    passes("a rehearsal on this machine, by address", rehearsed("http://127.0.0.1:8000/spring")),
    passes("a rehearsal at a name below localhost", rehearsed("http://bottines.localhost/spring")),
    passes("a rehearsal in an office", rehearsed("https://staging.lan/spring")),
    passes("the code that is scanned", holds("tel:+33123456789", "https://shop.example/", chosen=2)),
    fails(
        "the code that is scanned is a number", holds("tel:+33123456789", "https://shop.example/", chosen=1), {"tel"}
    ),
    fails("this machine, which nobody walked to", holds("http://localhost:8000/spring"), {"private"}),
    fails("this machine by address", holds("https://127.0.0.1/spring"), {"private"}),
    fails("a number at home", holds("http://192.168.1.20/"), {"private"}),
    fails("a name that only an office knows", holds("https://intranet/spring"), {"private"}),
    fails("no TLS in an office, which a walk does not mend", rehearsed("http://192.168.1.20/"), {"http"}),
    fails("no TLS", holds("http://shop.example/"), {"http"}),
    fails("no TLS, in capitals", holds("HTTP://SHOP.EXAMPLE/"), {"http"}),
    fails("a host that only begins with localhost", holds("http://localhost.shop.example/"), {"http"}),
    fails("a host that only ends with the word", rehearsed("http://notlocalhost/"), {"http"}),
    fails("www without a scheme", holds("www.shop.example"), {"no-scheme"}),
    fails("a host and a path without a scheme", holds("shop.example/spring"), {"no-scheme"}),
    fails("a blank before it", holds(" https://shop.example/"), {"blanks"}),
    fails("a line end after it", holds("https://shop.example/\r\n"), {"blanks"}),
    fails("a line end after it, and no TLS", holds("http://shop.example/\n"), {"blanks", "http"}),
    fails("two addresses", holds("https://a.example/\r\nhttps://b.example/"), {"not-one-address"}),
    fails("a blank within", holds("https://shop.example/spring sale"), {"not-one-address"}),
    fails("a NUL", holds("https://shop.example/\x00"), {"not-one-address"}),
    fails("a scheme and nothing more", holds("https://"), {"no-host"}),
    fails("a number to call", holds("tel:+33123456789"), {"tel"}),
    fails("a text message", holds("SMSTO:+33123456789:hello"), {"sms"}),
    fails("an e-mail", holds("mailto:help@shop.example"), {"mail"}),
    fails("a Wi-Fi network", holds("WIFI:T:WPA;S:Shop;P:secret;;"), {"wifi"}),
    fails("a contact card", holds("BEGIN:VCARD\nFN:Shop\nEND:VCARD"), {"contact-card"}),
    fails("an event", holds("BEGIN:VEVENT\nSUMMARY:Sale\nEND:VEVENT"), {"event"}),
    fails("a place", holds("geo:48.85,2.35"), {"geo"}),
    fails("a one-time password", holds("otpauth://totp/Shop?secret=ABC"), {"otp"}),
    fails("a payment", holds("bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT"), {"payment"}),
    fails("a bookmark for old Japanese phones", holds("MEBKM:TITLE:Shop;URL:http\\://shop.example;;"), {"bookmark"}),
    fails("plain text", holds("Spring sale"), {"text"}),
    fails("a path", holds("/spring"), {"relative"}),
    fails("blanks", holds("  "), {"empty"}),
    fails("a script", holds("javascript:alert(1)"), {"dangerous"}),
    fails("a page in the address", holds("data:text/html,hello"), {"dangerous"}),
    fails("a file", holds("file:///etc/passwd"), {"dangerous"}),
    fails("an app's own scheme", holds("mybank://adviser"), {"custom"}),
    fails("Android's market on an iPhone", holds("market://details?id=com.example"), {"play-store"}),
    fails("Android's market on Android", holds("market://details?id=com.example", device=ANDROID), {"play-store"}),
    fails(
        "Apple's store on Android", holds("itms-apps://apps.apple.com/app/id1234567890", device=ANDROID), {"app-store"}
    ),
    fails("an intent on an iPhone", holds("intent://x#Intent;scheme=shop;package=com.example;end"), {"intent"}),
    fails("letters that phones read differently", broken(Code("", error="bytes that are no UTF-8 text")), {"encoding"}),
    fails(
        "one part of a divided message",
        broken(Code("https://shop.exa", error="part 1 of 4", part=1, parts=4)),
        {"split"},
    ),
    fails(
        "each code, when nobody says which is scanned", holds("Spring sale", "http://shop.example/"), {"text", "http"}
    ),
)
