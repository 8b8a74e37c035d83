from parcours.testing import fails, passes, reviews, silent

V = '<meta name="viewport" content="width=device-width">'


def film(*sources: tuple[str, str]) -> str:
    inside = "".join(f'<source src="{src}"' + (f' type="{mime}"' if mime else "") + ">" for src, mime in sources)
    return V + f"<video controls width=300 height=200>{inside}</video>"


EXAMPLES = (
    silent("no film", V + "<p>Hello</p>"),
    silent("a film that a script will choose", V + "<video controls></video>"),
    silent("a film that a script feeds", V + '<video controls src="blob:https://shop.example/1"></video>'),
    silent("a film that nobody sees", V + '<video src="a.flv" hidden></video>'),
    passes("mp4", V + '<video controls src="a.mp4"></video>'),
    passes("mp4 by its type", film(("film?id=7", "video/mp4"))),
    passes("mp3", V + '<audio controls src="a.mp3"></audio>'),
    passes("nothing says what it is", film(("film?id=7", ""))),
    passes("a stream of Apple's kind", film(("film.m3u8", "application/vnd.apple.mpegurl"))),
    passes("webm with mp4 beside it", film(("a.webm", "video/webm"), ("a.mp4", "video/mp4"))),
    fails("Flash video", V + '<video controls src="a.flv"></video>', {"format"}),
    fails("Windows Media by its type", film(("film", "video/x-ms-wmv")), {"format"}),
    fails("Theora by its type", film(("film.ogg", 'video/ogg; codecs="theora, vorbis"')), {"format"}),
    fails("several formats, none of them playable", film(("a.avi", ""), ("a.ogv", "video/ogg")), {"format"}),
    fails("a sound in Windows Media, hidden or not", V + '<audio src="a.wma" autoplay></audio>', {"format"}),
    fails("an address with a query", V + '<video controls src="/a.flv?x=1#t"></video>', {"format"}),
    reviews("webm alone on an iPhone", film(("a.webm", "video/webm")), {"some"}),
    passes("webm on Android", film(("a.webm", "video/webm")), device="android"),
    reviews("mov on Android", film(("a.mov", "")), {"some"}, device="android"),
    fails("mkv on an iPhone", film(("a.mkv", "")), {"format"}),
    reviews("a format that nobody knows", film(("a.xyz", "")), {"some"}),
    fails(
        "a file that is not there",
        V + '<video controls src="/a.mp4"></video>',
        {"missing"},
        others={"https://shop.example/a.mp4": "HTTP/1.1 404 Not Found\n\nno"},
    ),
    passes("a file whose host does not answer", V + '<video controls src="/a.mp4"></video>'),
    fails("a film and a sound", film(("a.flv", "")) + '<audio controls src="a.mp3"></audio>', {"format"}),
)
