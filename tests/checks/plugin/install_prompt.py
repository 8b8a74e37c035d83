from parcours.testing import fails, passes, reviews

V = '<meta name="viewport" content="width=device-width">'
MOVIE = '<embed src="m.swf" width="300" height="250">'


def said(text: str) -> str:
    return V + f"<p>{text}</p>"


EXAMPLES = (
    passes("a page without any", said("hello")),
    passes("a flash sale", said("Flash sale! Get 20 % off. Download our app and update your profile.")),
    passes("a French flash sale", said("Vente Flash : vous avez besoin d'un canapé ? Installez-vous.")),
    passes("a camera's flash", said("This camera needs a flash to see in the dark. Install the flash on top.")),
    passes("a memory stick", said("Get the flash drive with 64 GB.")),
    passes("JavaScript", said("JavaScript is required to view this page. Please enable JavaScript.")),
    passes("a Java course", said("Learn Java. You need three weeks.")),
    passes("a plug-in of a shop system", said("Install our WordPress plugin and download the plug-in's manual.")),
    passes(
        "news about Flash",
        said("Adobe urges users to update Flash Player after a new hole was found. Flash Player is dead, says Apple."),
    ),
    passes(
        "a prompt that nobody sees",
        V
        + '<p style="display:none">Please install Adobe Flash Player.</p><noscript>Please install Flash Player.</noscript>',
    ),
    passes(
        "a prompt for screen readers' ears alone is not shown",
        V + '<p aria-hidden="true" style="visibility:hidden">You need Flash Player to see this.</p>',
    ),
    fails("English, politely", said("Please install the latest version of Adobe Flash Player."), {"prompt"}),
    fails("English, a need", said("You need Flash Player to see this."), {"prompt"}),
    fails(
        "English, of the page",
        said("To view this page ensure that Adobe Flash Player version 10.0.0 or greater is installed."),
        {"prompt"},
    ),
    passes(
        "the maker's page about its end",
        V + '<p><a href="https://www.adobe.com/products/flashplayer/end-of-life-alternative.html">Read more</a></p>',
    ),
    fails("French", said("Vous devez installer Flash Player pour voir cette page."), {"prompt"}),
    fails("French, the plug-in", said("Le plugin Flash est nécessaire pour afficher ce contenu."), {"prompt"}),
    fails("German", said("Bitte installieren Sie den Adobe Flash Player."), {"prompt"}),
    fails("German, a need", said("Sie benötigen den Flash Player, um diese Seite zu sehen."), {"prompt"}),
    fails("Spanish", said("Para ver este contenido necesita Flash Player."), {"prompt"}),
    fails("Italian", said("Per visualizzare questo contenuto è necessario Adobe Flash Player."), {"prompt"}),
    fails("Dutch", said("Om deze video te bekijken heeft u Flash Player nodig."), {"prompt"}),
    fails("Silverlight", said("Um diesen Inhalt zu sehen, benötigen Sie Silverlight."), {"prompt"}),
    fails("Java's plug-in", said("Your browser does not have the Java plug-in."), {"prompt"}),
    fails("no name at all", said("A plugin is required to view this content."), {"prompt"}),
    fails("a sentence in pieces", V + "<p>This page requires <b>Adobe Flash Player</b>.</p>", {"prompt"}),
    fails("a short order beside the movie", V + MOVIE + "<p>Get Flash Player</p>", {"prompt"}),
    fails(
        "a short order that links to the installer",
        V + '<p><a href="https://get.adobe.com/flashplayer/">Get Flash Player</a></p>',
        {"prompt"},
    ),
    fails("a bare name beside the movie", V + MOVIE + "<p>Download Flash</p>", {"prompt"}),
    fails(
        "a badge that links to the installer",
        V + '<a href="http://www.macromedia.com/go/getflashplayer"><img alt="Flash" width="80" height="30"></a>',
        {"link"},
    ),
    reviews("a short order alone may be a headline", said("Update Flash Player now, Adobe warns"), {"prompt"}),
    reviews("a bare name alone", said("This page requires Flash."), {"prompt"}),
    reviews("Java may be meant for a desk", said("Download Java"), {"prompt"}),
)
