from parcours.testing import fails, passes, silent

V = '<!DOCTYPE html><meta name="viewport" content="width=device-width"><style>body{margin:0}button,a{height:40px;display:block}</style>'
FLEX = "display:flex;flex-direction:column;justify-content:flex-end"


def full(height: str, inside: str = "<button>Begin</button>", more: str = "") -> str:
    return V + f'<div style="{height};{FLEX};{more}">{inside}</div>'


EXAMPLES = (
    silent("a page of no such height", V + "<button>Begin</button>"),
    fails("a button at the foot of 100vh", full("height:100vh"), {""}),
    fails("the same with min-height", full("min-height:100vh"), {""}),
    fails(
        "said in a style sheet",
        V + f"<style>.hero{{height:100vh;{FLEX}}}</style><div class=hero><a href=/a>Begin</a></div>",
        {""},
    ),
    fails("79 px above the foot", full("height:100vh", more="box-sizing:border-box;padding-bottom:79px"), {""}),
    passes("80 px above the foot", full("height:100vh", more="box-sizing:border-box;padding-bottom:80px")),
    fails(
        "55 px on Android",
        full("height:100vh", more="box-sizing:border-box;padding-bottom:55px"),
        {""},
        device="android",
    ),
    passes(
        "56 px on Android", full("height:100vh", more="box-sizing:border-box;padding-bottom:56px"), device="android"
    ),
    silent("100svh", full("height:100svh")),
    silent("100dvh after 100vh", full("height:100vh;height:100dvh")),
    silent(
        "a style sheet that is for wide screens",
        V
        + f"<style>@media(min-width:900px){{.hero{{height:100vh;{FLEX}}}}}</style><div class=hero><button>Begin</button></div>",
    ),
    silent(
        "a style sheet that mends itself",
        V
        + f"<style>.hero{{height:100vh;{FLEX}}}@supports(height:100svh){{.hero{{height:100svh}}}}</style><div class=hero><button>Begin</button></div>",
    ),
    silent("a box further down", V + "<p>Hello</p>" + full("height:100vh")),
    silent(
        "a box that its content makes higher",
        full("min-height:100vh", "<p style='height:900px'></p><button>Begin</button>"),
    ),
    passes("nothing to tap in it", full("height:100vh", "<p>Welcome</p>")),
    silent("a tablet", full("height:100vh"), device="ipad"),
)
