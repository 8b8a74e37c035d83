from messages import mailed, texted
from parcours.testing import fails, passes, silent

LINK = "https://shop.example/m/4f2a"  # 27 characters

EXAMPLES = (
    silent("a mail", mailed('<a href="https://shop.example/">Boots</a>')),
    passes("one message, link included", texted("a" * 132 + " " + LINK)),
    passes("foreign letters in a short one", texted("L’été " + LINK)),
    passes("no link at all", texted("a" * 160)),
    fails("a character too many", texted("a" * 133 + " " + LINK), {"long"}),
    fails("an apostrophe too many", texted("l’offre " + "a" * 63), {"alphabet"}),
    fails("a smiling face", texted("😀" + "a" * 69), {"alphabet"}),
    fails("both reasons are one", texted("ê" + "a" * 200), {"alphabet"}),
)
