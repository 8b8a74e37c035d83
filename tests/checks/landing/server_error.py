from parcours.testing import fails, passes, silent

EXAMPLES = (
    passes("a page", "<p>hello</p>"),
    passes("a page that speaks of errors", "<h1>Error 500</h1>"),
    passes("not there is another rule's", "<p>hello</p>", status=404),
    silent("too many questions are not the server's fault", "<p>hello</p>", status=429),
    silent("a bot wall is not the server's fault", "<title>Just a moment...</title><p>Wait</p>", status=503),
    fails("an error of its own", "<p>hello</p>", {""}, status=500),
    fails("no answer from behind", "<p>hello</p>", {""}, status=502),
    fails("overloaded", "<p>hello</p>", {""}, status=503),
    fails("a status of somebody's own", "<p>hello</p>", {""}, status=520),
    fails("overloaded, on Android", "<p>hello</p>", {""}, status=503, device="android"),
)
