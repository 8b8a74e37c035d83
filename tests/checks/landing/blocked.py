from parcours.testing import passes, reviews

TEXT = "<p>" + "Des bottes pour le printemps, faites à la main. " * 80 + "</p>"
TURNSTILE = '<iframe src="https://challenges.cloudflare.com/turnstile/v0/b" width=300 height=65></iframe>'

EXAMPLES = (
    passes("a page", "<h1>Bottes</h1>"),
    passes("a page that is not there is another rule's", "<h1>Introuvable</h1>", status=404),
    passes("maintenance is the server's", "<h1>Maintenance</h1>", status=503),
    passes("an article about bot walls", "<title>Just a moment...</title><h1>Are you a robot? CAPTCHAs</h1>" + TEXT),
    passes("a form with a CAPTCHA", f"<h1>Contact</h1><form><textarea></textarea>{TURNSTILE}</form>",
           others={"https://challenges.cloudflare.com/turnstile/v0/b": "<p>Verify</p>"}),
    passes("the invisible script that many sites carry",
           '<h1>Bottes</h1><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
           others={"https://shop.example/cdn-cgi/challenge-platform/scripts/jsd/main.js": "1"}),
    passes("a header that speaks of something else", "<h1>Bottes</h1>", headers={"cf-mitigated": "none"}),
    passes("a long page that was refused by its words only", "<title>Access denied</title>" + TEXT),
    reviews("Cloudflare's challenge, by its header", "<h1>hello</h1>", {"challenge"}, headers={"cf-mitigated": "challenge"}),
    reviews("Cloudflare's challenge, by its title", "<title>Just a moment...</title><p>shop.example</p>", {"challenge"},
            status=403),
    reviews("Cloudflare's challenge in French", "<title>Un instant…</title><p>Enable JavaScript and cookies to continue</p>",
            {"challenge"}, status=403),
    reviews("Cloudflare's refusal", "<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>",
            {"refused"}, status=403),
    reviews("Imperva's wall answers 200", "<title>Pardon Our Interruption</title><p>As you were browsing, something about "
            "your browser made us think you were a bot.</p>", {"challenge"}),
    reviews("HUMAN's wall", '<title>Access to this page has been denied</title><div id="px-captcha"></div>', {"challenge"},
            status=403),
    reviews("DataDome's frame", '<iframe src="https://geo.captcha-delivery.com/captcha/?id=1"></iframe>', {"challenge"},
            status=403, others={"https://geo.captcha-delivery.com/captcha/?id=1": "<p>Slide</p>"}),
    reviews("Akamai's refusal", "<title>Access Denied</title><h1>Access Denied</h1>You don't have permission to access "
            '"http://shop.example/" on this server.<p>Reference #18.2f1</p>', {"refused"}, status=403),
    reviews("AWS WAF, by its header", "<p></p>", {"challenge"}, status=202, headers={"x-amzn-waf-action": "challenge"}),
    reviews("Anubis", "<title>Making sure you're not a bot!</title><h1>Making sure you're not a bot!</h1>", {"challenge"}),
    reviews("a waiting room", "<h1>You are in line</h1>", {"queue"}, url="https://shop.queue-it.net/?c=shop"),
    reviews("a wall of nobody's make, in German", "<h1>Kein Roboter?</h1><p>Bitte das Captcha lösen</p>", {"challenge"},
            status=403),
    reviews("too many visits", "<p>hello</p>", {"limit"}, status=429),
    reviews("a page that is barred", "<h1>Forbidden</h1>", {"refused"}, status=403),
    reviews("a page that wants a password", "<h1>Unauthorized</h1>", {"refused"}, status=401),
    reviews("a page that the law keeps shut", "<h1>Unavailable</h1>", {"refused"}, status=451, device="android"),
)  # fmt: skip
