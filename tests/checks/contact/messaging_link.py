from parcours.testing import fails, passes, silent

BUSINESS = "https://bcrw.apple.com/urn:biz:d3b8a1f0-1c2d-4e5f-8a9b-0c1d2e3f4a5b"


def link(href: str, more: str = "") -> str:
    return f'<meta name="viewport" content="width=device-width"><p><a href="{href}" {more}>Write to us</a></p>'


EXAMPLES = (
    silent("no messenger", link("/contact")),
    silent("the company's page", link("https://www.whatsapp.com/download")),
    silent("a button that shares on WhatsApp", link("https://wa.me/?text=look")),
    silent("another that shares", link("https://api.whatsapp.com/send?text=look")),
    silent("the app's own way to share", link("whatsapp://send?text=look")),
    silent("Telegram's share", link("https://t.me/share/url?url=https://shop.example/")),
    silent("LINE's share", link("https://line.me/R/msg/text/?look")),
    silent("a hidden link", link("https://wa.me/0612345678", 'style="display:none"')),
    silent("a service that ended is another rule's", link("https://businessmessages.google.com/x/agent")),
    passes("WhatsApp", link("https://wa.me/33612345678")),
    passes("WhatsApp with a text", link("https://wa.me/33612345678?text=Bonjour")),
    passes("WhatsApp's long address", link("https://api.whatsapp.com/send?phone=33612345678&amp;text=Bonjour")),
    passes("WhatsApp's short code", link("https://wa.me/message/ABCDEFGHIJ1234")),
    passes("WhatsApp's shortener", link("https://wa.link/abc123")),
    passes("a group", link("https://chat.whatsapp.com/ABCDEFGHIJ1234")),
    passes("eight digits", link("https://wa.me/37123456")),
    passes("Italy keeps its 0", link("https://wa.me/390612345678")),
    passes("Messenger", link("https://m.me/shop.example")),
    passes("Telegram", link("https://t.me/shop_example")),
    passes("Signal", link("https://signal.me/#p/+33612345678")),
    passes("Instagram", link("https://ig.me/m/shop.example")),
    passes("LINE", link("https://lin.ee/abc123")),
    passes("Apple's Messages on an iPhone", link(BUSINESS)),
    passes("FaceTime on an iPhone", link("facetime:aide@shop.example")),
    fails("Apple's Messages on Android", link(BUSINESS), {"apple-only"}, device="android"),
    fails("FaceTime on Android", link("facetime:aide@shop.example"), {"apple-only"}, device="android"),
    fails("Apple's Messages without an id", link("https://bcrw.apple.com/urn:biz:12"), {"business-id"}),
    fails("a national number", link("https://wa.me/0612345678"), {"national"}),
    fails("00 before the country", link("https://wa.me/0033612345678"), {"national"}),
    fails("the trunk 0", link("https://wa.me/330612345678"), {"trunk-zero"}),
    fails("a plus", link("https://wa.me/+33612345678"), {"separators"}),
    fails("blanks", link("https://wa.me/33%206%2012%2034%2056%2078"), {"separators"}),
    fails("words", link("https://wa.me/shop"), {"number"}),
    fails("nobody", link("https://wa.me/"), {"number"}),
    fails("seven digits", link("https://wa.me/3361234"), {"length"}),
    fails("sixteen digits", link("https://wa.me/3361234567890123"), {"length"}),
    fails("a placeholder", link("https://wa.me/1234567890"), {"placeholder"}),
    fails("a placeholder in words", link("https://wa.me/yournumber"), {"placeholder"}),
    fails("a placeholder on Messenger", link("https://m.me/your-page"), {"placeholder"}),
    fails("only for those who have the app", link("whatsapp://send?phone=33612345678"), {"app-only"}),
    fails("Telegram's own scheme", link("tg://resolve?domain=shop_example"), {"app-only"}),
    fails("Viber", link("viber://chat?number=%2B33612345678"), {"app-only"}),
    fails("Messenger without a page", link("https://m.me/"), {"nobody"}),
    fails("Skype", link("skype:shop.example?chat"), {"dead"}),
    fails("the same link twice is one", link("https://m.me/") + link("https://m.me/"), {"nobody"}),
)
