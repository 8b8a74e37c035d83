from parcours.facts.model import AppLinks, WellKnown
from parcours.testing import fails, passes

V = '<meta name="viewport" content="width=device-width">'


def lying(rules: str, query: str = "(orientation: landscape)") -> str:
    return V + f"<style>@media {query} {{ {rules} }}</style><main>Hello</main>"


def manifest(text: str, status: int = 200) -> AppLinks:
    return AppLinks(
        manifest=WellKnown("https://shop.example/app.webmanifest", status, "application/manifest+json", text)
    )


EXAMPLES = (
    passes("a page that lets itself be turned", V + "<p>Hello</p>"),
    passes("styles for a lying phone", lying("body { margin: 0 }")),
    fails("a body turned by a quarter", lying("body { transform: rotate(90deg) }"), {"turned"}),
    fails(
        "the other way", lying("html { transform: rotate(-90deg) }", "screen and (orientation: portrait)"), {"turned"}
    ),
    fails("three quarters", lying("main { transform: translateX(10px) rotate(270deg) }"), {"turned"}),
    fails("88 degrees", lying("body { transform: rotate(88deg) }"), {"turned"}),
    passes("87 degrees", lying("body { transform: rotate(87deg) }")),
    fails("a quarter of a turn", lying("body { rotate: 0.25turn }"), {"turned"}),
    passes("half a turn", lying("body { transform: rotate(180deg) }")),
    passes(
        "an arrow that turns",
        V
        + "<style>@media (orientation: landscape) { main i { transform: rotate(90deg) } }</style><main><i>»</i></main>",
    ),
    passes(
        "a page turned whichever way the phone is held",
        V + "<style>main { transform: rotate(90deg) }</style><main>Hello</main>",
    ),
    passes("a turn for wide screens", lying("body { transform: rotate(90deg) }", "(min-width: 900px)")),
    fails("a manifest that locks", V + "<p>Hello</p>", {"manifest"}, app=manifest('{"orientation": "portrait"}')),
    passes("a manifest that allows any", V + "<p>Hello</p>", app=manifest('{"orientation": "any"}')),
    passes("a manifest that says nothing", V + "<p>Hello</p>", app=manifest("{}")),
    passes("a manifest that is not there", V + "<p>Hello</p>", app=manifest('{"orientation": "portrait"}', 404)),
    passes("a manifest that is none", V + "<p>Hello</p>", app=manifest("[1")),
)
