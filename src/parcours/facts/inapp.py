"""How the browsers inside social apps call themselves: what a site's server and scripts know them by.

The apps put their own name behind that of the system's web view (WKWebView on iPhones, which does not call itself
Safari; Android's WebView, whose mark is "; wv"). Versions stand for a recent one; sites look for the names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, get_args

from parcours.facts.model import Platform

App = Literal["instagram", "facebook", "tiktok", "linkedin", "snapchat", "x"]
APPS: tuple[App, ...] = get_args(App)

TITLES: Mapping[str, str] = {
    "instagram": "Instagram",
    "facebook": "Facebook",
    "tiktok": "TikTok",
    "linkedin": "LinkedIn",
    "snapchat": "Snapchat",
    "x": "X",
}

_IOS = {
    "instagram": "Instagram 385.0.0.32.78 (iPhone14,5; iOS {system}; fr_FR; fr; scale=3.00; 1170x2532; 740000000)",
    "facebook": "[FBAN/FBIOS;FBAV/516.0.0.38.97;FBBV/740000000;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/{dotted};"
    "FBSS/3;FBID/phone;FBLC/fr_FR;FBOP/5]",
    "tiktok": "musical_ly_39.8.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/fr Region/FR "
    "WKWebView/1 BytedanceWebview/d8a21c6",
    "linkedin": "[LinkedInApp]/9.31.2",
    "snapchat": "Snapchat/13.40.0.42 (like Safari/8619.1.11.10.5, panda)",
    "x": "Twitter for iPhone/11.2",
}
_ANDROID = {
    "instagram": "Instagram 385.0.0.47.74 Android ({api}/{system}; 420dpi; 1080x2400; Google/google; {model}; "
    "panther; panther; fr_FR; 740000000)",
    "facebook": "[FB_IAB/FB4A;FBAV/516.0.0.54.70;]",
    "tiktok": "musical_ly_2023908030 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/39.8.3 "
    "ByteLocale/fr Region/FR BytedanceWebview/d8a21c6",
    "linkedin": "[LinkedInApp]/4.1.1090",
    "snapchat": "Snapchat/13.40.0.50 ({model}; Android {system}#12345678#{api}; gzip)",
    "x": "TwitterAndroid",
}
_API = {"10": 29, "11": 30, "12": 32, "13": 33, "14": 34, "15": 35, "16": 36}


def in_app_agent(agent: str, platform: Platform, app: App) -> str:
    """The user agent of the browser inside an app, on the phone whose own browser calls itself `agent`."""
    if platform == "ios":
        found = re.search(r"OS (\d+(?:_\d+)*)", agent)
        system = found[1] if found else "18_5"
        bare = re.sub(r" (?:Version|Safari)/[\d.]+", "", agent)
        return f"{bare} {_IOS[app].format(system=system, dotted=system.replace('_', '.'))}"
    found = re.search(r"Android (\d+)(?:[\d.]*); ([^;)]+)", agent)
    system, model = (found[1], found[2].partition(" Build/")[0]) if found else ("14", "Pixel 7")
    viewed = re.sub(r"\((Linux; Android[^)]*)\)", r"(\1; wv)", agent, count=1)
    viewed = re.sub(r" (Chrome/)", r" Version/4.0 \1", viewed, count=1)
    return f"{viewed} {_ANDROID[app].format(system=system, model=model, api=_API.get(system, 34))}"
