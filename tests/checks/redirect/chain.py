from parcours.testing import fails, passes

OTHER = {"https://shop.example/offer": "<p>hello</p>"}

EXAMPLES = (
    passes("a page", "<p>hello</p>"),
    passes("a page that is not there", "<p>hello</p>", status=404),
    passes("a jump within the page", "<p>hello</p><script>location.hash = 'offer'</script>"),
    passes("a new address without a new page", "<p>hello</p><script>history.pushState({}, '', '/offer')</script>"),
    passes("a link that nobody tapped", '<a href="/offer">offer</a>', others=OTHER),
    passes("a frame that goes elsewhere", '<iframe src="https://shop.example/offer"></iframe>', others=OTHER),
    fails("a script sends the visitor on", "<script>location.replace('/offer')</script>", {"from-page"}, others=OTHER),
    fails(
        "a page loads itself again",
        "<script>if (performance.getEntriesByType('navigation')[0].type !== 'reload') location.reload()</script>",
        {"from-page"},
    ),
)
