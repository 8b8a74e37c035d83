"""Services that count a site's visitors, by the hosts that they count with.

Tag managers, consent walls, chats, tests of variants and advertisements are none of them: without those a page is
another one. What a site counts on a host of its own cannot be told from its other requests.

The hosts are those that the vendors have sites allow in their Content-Security-Policy, among them
https://developers.google.com/tag-platform/security/guides/csp (Google Analytics),
https://docs.contentsquare.com/en/web/content-security-policy/ (Contentsquare),
https://developers.atinternet-solutions.com/piano-analytics/data-collection/general/collection-methods (Piano),
https://help.hotjar.com/hc/en-us/articles/115011640307 (Hotjar),
https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-csp (Clarity).
"""

from __future__ import annotations

from parcours.facts.urls import place_of

# By what stands below them.
COUNTING = {
    "google-analytics.com": "Google Analytics", "analytics.google.com": "Google Analytics",
    "stats.g.doubleclick.net": "Google Analytics",
    "matomo.cloud": "Matomo", "piwik.pro": "Piwik PRO",
    "xiti.com": "Piano Analytics", "pa-cd.com": "Piano Analytics",
    "omtrdc.net": "Adobe Analytics", "2o7.net": "Adobe Analytics",
    "contentsquare.net": "Contentsquare", "heapanalytics.com": "Heap", "heap-api.com": "Heap",
    "hotjar.com": "Hotjar", "hotjar.io": "Hotjar",
    "clarity.ms": "Microsoft Clarity",
    "fullstory.com": "FullStory", "mouseflow.com": "Mouseflow", "smartlook.com": "Smartlook",
    "smartlook.cloud": "Smartlook", "logrocket.io": "LogRocket", "lr-ingest.io": "LogRocket",
    "mixpanel.com": "Mixpanel", "mxpnl.com": "Mixpanel", "amplitude.com": "Amplitude", "api.segment.io": "Segment",
    "plausible.io": "Plausible", "usefathom.com": "Fathom", "simpleanalyticscdn.com": "Simple Analytics",
    "mc.yandex.ru": "Yandex Metrica", "mc.yandex.com": "Yandex Metrica",
    "etracker.com": "etracker", "etracker.de": "etracker", "wt-eu02.net": "Mapp Intelligence",
    "chartbeat.net": "Chartbeat", "chartbeat.com": "Chartbeat",
    "scorecardresearch.com": "Comscore", "quantserve.com": "Quantcast", "cloudflareinsights.com": "Cloudflare",
    "estat.com": "Médiamétrie", "ioam.de": "INFOnline",
}  # fmt: skip


def counting(host: str) -> str:
    """The service that counts visitors at a host, "" for any other host."""
    labels = host.lower().rstrip(".").split(".")
    return next((COUNTING[name] for i in range(len(labels)) if (name := ".".join(labels[i:])) in COUNTING), "")


def counts(url: str) -> str:
    """The service that counts visitors at an address."""
    return counting(place_of(url).host)
