from dataclasses import replace

from messages import texted
from parcours.facts.message import Message, MessageLink
from parcours.testing import fails, silent
from parcours.trace import Start

POST = Message("social", links=(MessageLink("x", "https://shop.example/"),), chosen=1, app="instagram")
START = Start("social", message=POST)
GOOGLE = '<a href="https://accounts.google.com/o/oauth2/v2/auth?client_id=1">Sign in with Google</a>'

EXAMPLES = (
    silent("a text message", texted("https://shop.example/")),
    silent("a plain link", GOOGLE),
    silent("a page without it", '<a href="https://www.google.com/maps">Map</a>', start=START),
    silent("Google's help is no sign-in", '<a href="https://accounts.google.com/help">Help</a>', start=START),
    silent("a button that nobody sees", GOOGLE.replace("<a ", "<a hidden "), start=START),
    silent("X's browser passes", GOOGLE, start=replace(START, message=replace(POST, app="x"))),
    fails("a link", GOOGLE, {"google"}, start=START),
    fails(
        "Google's own button", '<div class="g_id_signin" style="height: 40px">Sign in</div>', {"google"}, start=START
    ),
    fails("two of them are one", GOOGLE + GOOGLE, {"google"}, start=START),
)
