from parcours.testing import fails, passes, silent

V = '<meta name="viewport" content="width=device-width">'
TUBE = '<iframe width=300 height=200 src="https://www.youtube.com/embed/x'


def film(more: str) -> str:
    return V + f'<video {more} src="a.mp4" width=300 height=200></video>'


EXAMPLES = (
    silent("a film that waits", film("controls")),
    silent("a film that nobody sees", film("autoplay hidden")),
    passes("muted and in its place", film("autoplay muted playsinline")),
    fails("with sound", film("autoplay playsinline"), {"sound"}),
    fails("without playsinline, on an iPhone", film("autoplay muted"), {"inline"}),
    passes("without playsinline, on Android", film("autoplay muted"), device="android"),
    passes("without playsinline, on an iPad", film("autoplay muted"), device="ipad"),
    fails("with sound on Android", film("autoplay"), {"sound"}, device="android"),
    passes("muted by a script", film("autoplay playsinline id=v") + "<script>v.muted = true</script>"),
    fails("a sound", V + '<audio autoplay src="a.mp3"></audio>', {"sound"}),
    fails("a player in a frame", V + TUBE + '?autoplay=1"></iframe>', {"sound"}),
    passes("a silent player in a frame", V + TUBE + '?autoplay=1&mute=1"></iframe>'),
    silent("a player that waits", V + TUBE + '?autoplay=0"></iframe>'),
    silent("a frame of another kind", V + '<iframe src="https://maps.example/?autoplay=1"></iframe>'),
)
