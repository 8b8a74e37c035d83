from parcours.testing import fails, passes

EXAMPLES = (
    passes("a page", "<p>hello</p>"),
    passes("a page that says it is not there is another rule's", "<h1>404 Not Found</h1>"),
    passes("a page that wants a name", "<p>hello</p>", status=401),
    passes("a page that is barred", "<p>hello</p>", status=403),
    passes("a server's own fault is another rule's", "<p>hello</p>", status=500),
    passes("an odd success", "<p>hello</p>", status=203),
    fails("not there", "<p>hello</p>", {""}, status=404),
    fails("not there, on Android", "<p>hello</p>", {""}, status=404, device="android"),
    fails("taken away", "<p>hello</p>", {""}, status=410),
    fails("not there, by its status line", "HTTP/1.1 404 Not Found\n\n<p>hello</p>", {""}),
)
