from messages import mailed, texted
from parcours.testing import fails, passes, silent

EXAMPLES = (
    silent("a text message", texted("https://shop.example/")),
    silent("links of words", mailed('<a href="https://shop.example/">Boots</a>')),
    silent("a picture that leads nowhere", mailed('<img src="a.png"><a href="https://shop.example/">Boots</a>')),
    silent("a picture beside words", mailed('<a href="https://shop.example/"><img src="a.png"> Boots</a>')),
    passes("a picture with words", mailed('<a href="https://shop.example/"><img src="a.png" alt="Boots"></a>')),
    fails("the call to action", mailed('<a href="https://shop.example/"><img src="a.png"></a>'), {"call"}),
    fails("blanks are no words", mailed('<a href="https://shop.example/"><img src="a.png" alt=" "></a>'), {"call"}),
    fails(
        "another link",
        mailed(
            '<a href="https://shop.example/"><img src="a.png"></a><a class=btn href="https://shop.example/b">Boots</a>'
        ),
        {"other"},
    ),
)
