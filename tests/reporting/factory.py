"""A spring letter of a shoe shop, told on two phones: results as a run would leave them, pictures included.

The pages are drawn with absolute positions, so that the boxes of findings are the same figures.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import segno
from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser

from parcours.facts.artwork import Artwork, Code, Point, Sheet
from parcours.facts.geometry import Box
from parcours.facts.model import Engine, Hop
from parcours.findings import Advice, Certainty, Finding, Judgement, Owner, Severity, Verdict, Where
from parcours.results import JourneyResult, PageResult, Status
from parcours.storage.codec import to_plain
from parcours.trace import Effort, Start, StepTrace

LANDING = "https://www.chaussures-lumiere.example/printemps"
CODE_TEXT = "https://go.chaussures-lumiere.example/p26?src=mailer"
CONTACT = "https://www.chaussures-lumiere.example/contact"
SIZES = {"iphone": (390, 664), "android": (412, 839)}
PAGE_HEIGHT = 2100

SHEET = (1240, 1754)
CODE_BOX = Box(860, 1270, 250, 250)

BOXES = {
    "menu": Box(342, 18, 26, 26),
    "flash": Box(16, 76, 358, 250),
    "small-print": Box(16, 392, 358, 30),
    "offer": Box(16, 340, 240, 40),
    "buy": Box(16, 440, 358, 48),
    "wide": Box(16, 520, 560, 150),
    "phone": Box(16, 1500, 200, 22),
    "mail": Box(16, 1560, 200, 22),
    "help": Box(16, 1600, 120, 18),
    "legal": Box(150, 1600, 120, 18),
    "chat": Box(310, 580, 60, 60),
}

CHROMIUM_FOR_IPHONE = Engine("webkit", "chromium", "156.0.6820.2", "emulated")
CHROMIUM = Engine("chromium", "chromium", "156.0.6820.2", "native")


def finding(
    rule: str,
    message: str,
    severity: Severity,
    owner: Owner,
    *,
    box: str = "",
    about: str = "",
    page: int | None = 0,
    verdict: Verdict = Verdict.FAILED,
    certainty: Certainty = Certainty.HIGH,
    url: str = LANDING,
    step: str = "",
    device: str = "iphone",
    aspect: str = "",
    evidence: str = "",
    title: str = "",
    why: str = "",
    do: str = "",
    snippet: str = "",
    links: tuple[str, ...] = (),
) -> Finding:
    return Finding(
        rule=rule,
        verdict=verdict,
        severity=severity,
        certainty=certainty,
        owner=owner,
        message=message,
        aspect=aspect,
        about=about,
        where=Where(
            "spring-letter", device, step, "scenarios/spring-letter.yaml", 12, "" if page is None else url, page
        ),
        box=BOXES[box] if box else None,
        evidence=evidence,
        title=title,
        why=why,
        advice=Advice(do, snippet, links) if do else None,
    )


def letter_findings(device: str) -> tuple[Finding, ...]:
    """What both phones meet, and what only one of them does."""
    common = (
        finding(
            "plugin/flash",
            "The film at the top of the page needs Flash, which no phone has ever played since 2021",
            Severity.BLOCKER,
            Owner.WEB,
            box="flash",
            about="main > object:film-printemps",
            aspect="object",
            evidence='<object type="application/x-shockwave-flash" data="/media/printemps.swf" width="358" height="250">',
            title="Nothing on the page needs a plug-in",
            why="The first thing a customer sees is a grey box. Most people take it for a broken shop and leave.",
            do="Replace the film by an MP4 in a video element, with a still picture as its poster.",
            snippet='<video src="/media/printemps.mp4" poster="/media/printemps.jpg" muted playsinline controls></video>',
            links=("https://developer.mozilla.org/docs/Web/HTML/Reference/Elements/video",),
            device=device,
        ),
        finding(
            "viewport/zoom-blocked",
            "user-scalable=no stops visitors from zooming",
            Severity.MAJOR if device == "android" else Severity.MINOR,
            Owner.WEB,
            aspect="user-scalable",
            evidence='<meta name="viewport" content="width=device-width, user-scalable=no">',
            title="The page can be zoomed",
            why="People with low vision pinch to read the small print. Here they cannot.",
            do="Drop user-scalable and any maximum-scale below 2 from the viewport meta tag.",
            snippet='<meta name="viewport" content="width=device-width, initial-scale=1">',
            links=("https://www.w3.org/WAI/WCAG22/Understanding/resize-text.html",),
            device=device,
        ),
        finding(
            "text/tiny",
            "The conditions of the offer are set in 7.5 px: nobody reads them without zooming",
            Severity.MINOR,
            Owner.WEB,
            box="small-print",
            about="main > p:conditions",
            aspect="small",
            evidence="“Offre valable jusqu’au 30 avril dans la limite des stocks disponibles…”",
            title="Text can be read without zooming",
            why="Conditions that cannot be read make an offer look like a trap.",
            do="Set no text below 12 px.",
            snippet=".conditions { font-size: 0.875rem; }",
            device=device,
        ),
        *(
            finding(
                "touch/primary-too-small",
                f"The {name} is {BOXES[box].width:.0f} × {BOXES[box].height:.0f} px: a fingertip needs 44",
                Severity.MAJOR,
                Owner.WEB,
                box=box,
                about=about,
                aspect="small",
                title="What a journey depends on is easy to tap",
                why="A thumb covers 44 px. Smaller controls are missed, and the second miss is often the last.",
                do="Give the link or button a padding that makes it at least 44 px high and wide.",
                snippet=".menu { min-width: 44px; min-height: 44px; }",
                links=("https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html",),
                device=device,
            )
            for name, box, about in (
                ("menu button", "menu", "banner > button “Menu”"),
                ("link “Aide”", "help", "contentinfo > link “Aide”"),
                ("link “Mentions légales”", "legal", "contentinfo > link “Mentions légales”"),
            )
        ),
        finding(
            "contact/phone-not-tappable",
            "The number 01 23 45 67 89 is plain text: a tap does not call",
            Severity.MAJOR,
            Owner.CARE,
            box="phone",
            about="contentinfo > p:telephone",
            title="A telephone number can be tapped",
            why="On a phone a number that cannot be tapped must be learnt by heart and typed again.",
            do="Wrap the number in a tel: link in international form.",
            snippet='<a href="tel:+33123456789">01 23 45 67 89</a>',
            links=("https://www.rfc-editor.org/rfc/rfc3966",),
            device=device,
        ),
        finding(
            "qr/quiet-zone",
            "The white margin around the code is 1.5 modules; scanners expect 4",
            Severity.MINOR,
            Owner.PRINT,
            page=None,
            aspect="margin",
            evidence="Measured on the right-hand side; the text “Scannez-moi” stands too near.",
            title="The code has its white margin",
            why="A code without margin is read by good phones in good light only.",
            do="Keep four modules of white on every side of the code.",
            links=("https://www.qrcode.com/en/howto/code.html",),
            device=device,
        ),
        finding(
            "qr/no-human-url",
            "No address is printed near the code for people who do not scan",
            Severity.NOTE,
            Owner.PRINT,
            page=None,
            title="The address is printed too",
            why="One reader in four does not scan codes at all.",
            do="Print the short address beneath the code.",
            device=device,
        ),
        finding(
            "redirect/chain",
            "The code's address is forwarded 3 times before the page: 1.4 s of waiting",
            Severity.MINOR,
            Owner.WEB,
            aspect="hops",
            title="The code leads straight to the page",
            why="Every redirect is a chance to lose the customer in a lift or a train.",
            do="Point the short address at the final page.",
            device=device,
        ),
        finding(
            "chat/offline",
            "A chat bubble is there, but the facts do not tell whether anybody answers",
            Severity.MINOR,
            Owner.CARE,
            box="chat",
            about="button “Chat”",
            verdict=Verdict.REVIEW,
            certainty=Certainty.LOW,
            title="A chat that is offered is staffed",
            why="A chat that nobody answers is worse than none.",
            do="Open the chat during and after office hours and see who answers.",
            device=device,
        ),
    )
    own = {
        "iphone": (
            finding(
                "app/banner-missing",
                "The shop has an app, but nothing on the page leads an iPhone to it",
                Severity.BLOCKER,
                Owner.APP,
                step="find-app",
                title="The page leads to the app",
                why="The letter promises the app. A customer who finds no way to it searches the store, and finds competitors.",
                do="Add Apple's Smart App Banner to the head of the page, in the HTML as it is served.",
                snippet='<meta name="apple-itunes-app" content="app-id=1234567890, app-argument=https://www.chaussures-lumiere.example/printemps">',
                links=("https://developer.apple.com/documentation/webkit/promoting-apps-with-smart-app-banners",),
                device=device,
            ),
        ),
        "android": (
            finding(
                "layout/horizontal-scroll",
                "The page is 164 px wider than the screen: it slides sideways under the finger",
                Severity.MAJOR,
                Owner.WEB,
                box="wide",
                about="main > table:sizes",
                title="The page fits the screen's width",
                why="A page that slides sideways feels broken, and its right-hand side is never seen.",
                do="Let the size table wrap, or scroll within its own box.",
                snippet=".sizes { overflow-x: auto; }",
                device=device,
            ),
        ),
    }
    return tuple(_sorted((*common, *own[device])))


def hostile_findings(device: str) -> tuple[Finding, ...]:
    """What a page that wants to attack the report would have it say."""
    payload = "</style></script><img src=x onerror=\"document.title='PWNED'\"><script>document.title='PWNED'</script>"
    return (
        finding(
            "text/contrast",
            f"{payload} \u202egnp.exe\u200b \x1b[31m\x00 \ud800 {{{{ 7*7 }}}}",
            Severity.MINOR,
            Owner.WEB,
            box="offer",
            about=f'"><svg onload=alert(1)>{payload}',
            url="javascript:document.title='PWNED'",
            evidence=payload * 20,
            title=payload,
            why=f"::set-output name=a::b\n##vso[task.complete]{payload}",
            do=f"Read {payload}",
            snippet=payload,
            links=(
                "javascript:alert(1)",
                "https://bank.example\\@evil.example/",
                "https://user:pw@evil.example/",
                'https://x.example/"onmouseover="alert(1)',
            ),
            device=device,
        ),
    )


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: f.severity.rank)


def artwork() -> Artwork:
    x, y, w, h = CODE_BOX
    corners = (Point(x, y), Point(x + w, y), Point(x + w, y + h), Point(x, y + h))
    code = Code(CODE_TEXT, corners=corners, version=4, ecc="M", module_px=7.5)
    return Artwork("assets/printemps-2026.pdf", "pdf", (Sheet(*SHEET, 150),), (code,), picture="artwork.webp")


HOPS = (
    Hop(CODE_TEXT, 301, 210),
    Hop("http://chaussures-lumiere.example/p26?src=mailer", 301, 480),
    Hop("https://chaussures-lumiere.example/printemps", 302, 390),
    Hop(LANDING, 200, 320),
)


def judgements(findings: Iterable[Finding]) -> tuple[Judgement, ...]:
    """Judgements as the engine leaves them: what failed, what held, what could not be judged."""
    said = {f.rule: Judgement(f.rule, f.verdict, 3, page=f.where.page) for f in findings}
    held = (
        "viewport/missing",
        "landing/not-found",
        "landing/tls",
        "redirect/loop",
        "qr/unreadable",
        "access/lang",
        "media/autoplay",
    )
    return (
        *said.values(),
        *(Judgement(rule, Verdict.PASSED, 1, page=0) for rule in held),
        Judgement("viewport/notch", Verdict.NO_FACTS, note="missing: native"),
        Judgement("app/universal-links", Verdict.NO_FACTS, note="missing: wellknown"),
        Judgement("access/names", Verdict.BROKEN, note="KeyError: 'role'"),
        Judgement("plugin/java", Verdict.NOT_APPLICABLE),
    )


def letter(device: str, *, hostile: bool = False) -> JourneyResult:
    """The spring letter on one phone: the iPhone finds no way to the app, the Android gets there."""
    iphone = device == "iphone"
    width, height = SIZES[device]
    findings = letter_findings(device) + (hostile_findings(device) if hostile else ())
    title = '<script>document.title="PWNED"</script>\u202e' if hostile else "Printemps 2026 – Chaussures Lumière"
    tap = StepTrace(
        "find-app", "find", "find: app", 11, ms=4300, effort=Effort(taps=2, ms=2300), page=0, shot="step-02.webp"
    )
    contact = StepTrace(
        "find-contact",
        "find",
        "find: contact",
        14,
        ms=1900,
        effort=Effort(taps=1, scrolls=1.5, ms=1900),
        page=1,
        shot="step-03.webp",
    )
    if iphone:
        reason = "No banner, no store link and no app link was found within 2 taps"
        tap = replace(tap, ended="blocked", code="ELEMENT_MISSING", reason=reason)
        contact = replace(contact, ended="skipped", ms=0, effort=Effort(), page=None, shot="")
    steps = (
        StepTrace(
            "see-offer",
            "see",
            "see: “Les bottes de printemps”",
            9,
            ms=2840,
            effort=Effort(hops=3, ms=2840),
            page=0,
            shot="step-01.webp",
        ),
        tap,
        contact,
    )
    pages = (
        PageResult(LANDING, title, 200, HOPS, shot="page-00.webp", shot_width=width, full="page-00-long.webp",
                   full_width=width, full_height=PAGE_HEIGHT, layout_width=width, requests=48, bytes=3_410_000,
                   gaps=("the frame “https://ads.example/slot” could not be looked into",)),
        *(() if iphone else (PageResult(CONTACT, "Nous contacter", 200, (Hop(CONTACT, 200, 180),), shot="page-01.webp", layout_width=width),)),
    )  # fmt: skip
    return JourneyResult(
        scenario="spring-letter",
        device=device,
        engine=CHROMIUM_FOR_IPHONE if iphone else CHROMIUM,
        status=Status.FAILED,
        name="Spring letter: from the QR code to the app",
        file="scenarios/spring-letter.yaml",
        lang="fr",
        device_title="iPhone 15" if iphone else "Pixel 7",
        platform="ios" if iphone else "android",
        width=width,
        height=height,
        scale=3,
        code="ELEMENT_MISSING" if iphone else "",
        reason="No banner, no store link and no app link was found within 2 taps" if iphone else "",
        start=Start(
            "qr",
            CODE_TEXT,
            "https://go.chaussures-lumiere.example/p26?src=mailer",
            "Les bottes de printemps",
            artwork=artwork(),
        ),
        steps=steps,
        pages=pages,
        findings=findings,
        judgements=judgements(findings),
        effort=Effort(
            taps=2 if iphone else 3, scrolls=0 if iphone else 1.5, hops=3, ms=5140 if iphone else 7040, bytes=3_410_000
        ),
        started="2026-03-02T09:41:07+00:00",
        ms=8120,
        folder=f"spring-letter/{device}",
        parcours="0.1.0",
    )


def parcel(device: str) -> JourneyResult:
    """A text message that works."""
    width, height = SIZES[device]
    iphone = device == "iphone"
    url = "https://www.chaussures-lumiere.example/colis/4f2a"
    return JourneyResult(
        scenario="parcel-sms",
        device=device,
        engine=CHROMIUM_FOR_IPHONE if iphone else CHROMIUM,
        status=Status.PASSED,
        name="Text message: where is my parcel?",
        file="scenarios/parcel-sms.yaml",
        device_title="iPhone 15" if iphone else "Pixel 7",
        platform="ios" if iphone else "android",
        width=width,
        height=height,
        scale=3,
        start=Start("sms", f"{url}?token=s3cr3t-9921"),
        steps=(StepTrace("see-parcel", "see", "see: “En route”", 8, ms=1210, page=0, shot="step-01.webp"),),
        pages=(PageResult(url, "Votre colis", 200, (Hop(url, 200, 140),), shot="page-00.webp", layout_width=width),),
        judgements=(Judgement("viewport/missing", Verdict.PASSED, 1, page=0),),
        effort=Effort(taps=0, ms=1210, bytes=212_000),
        started="2026-03-02T09:41:20+00:00",
        ms=2210,
        folder=f"parcel-sms/{device}",
        parcours="0.1.0",
    )


def write_run(
    folder: Path, results: Iterable[JourneyResult], unfinished: Iterable[tuple[str, str]] = (), *, ended: bool = True
) -> Path:
    """A run's folder with its journal and results, as the writer of runs leaves it."""
    done = tuple(results)
    lines = [{"kind": "run", "parcours": "0.1.0", "started": "2026-03-02T09:41:02+00:00"}]
    lines += [{"kind": "planned", "id": r.id, "scenario": r.scenario, "device": r.device} for r in done]
    lines += [{"kind": "planned", "id": f"{s}[{d}-chromium]", "scenario": s, "device": d} for s, d in unfinished]
    for result in done:
        place = folder / result.folder
        place.mkdir(parents=True, exist_ok=True)
        plain = json.dumps(
            to_plain(result)
        )  # half a surrogate pair stays an escape, as a careless writer would leave it
        (place / "result.json").write_text(plain, encoding="ascii")
        lines.append({"kind": "result", "id": result.id, "status": result.status, "folder": result.folder})
    lines += [{"kind": "end"}] if ended else []
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "journal.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="ascii")
    return folder


# -- pictures ------------------------------------------------------------------------------------


def draw_pictures(folder: Path, results: Iterable[JourneyResult], browser: Browser) -> None:
    """Every picture that the results name: the letter by Pillow, the pages by the browser."""
    for result in results:
        place = folder / result.folder
        if result.start.artwork:
            draw_letter(place / result.start.artwork.picture)
        context = browser.new_context(viewport={"width": result.width, "height": result.height}, device_scale_factor=1)
        page = context.new_page()
        body = shop_page() if result.scenario == "spring-letter" else parcel_page()
        page.set_content(body)
        _shoot(
            page,
            place,
            [*(p.shot for p in result.pages[:1]), *(s.shot for s in result.steps if s.shot and s.page == 0)],
        )
        if result.pages[0].full:
            clip = {"x": 0, "y": 0, "width": result.width, "height": PAGE_HEIGHT}
            _webp(page.screenshot(full_page=True, clip=clip), place / result.pages[0].full)
        page.set_content(contact_page())
        _shoot(
            page,
            place,
            [*(p.shot for p in result.pages[1:]), *(s.shot for s in result.steps if s.shot and s.page == 1)],
        )
        context.close()


def _shoot(page, place: Path, names: Iterable[str]) -> None:
    for name in names:
        _webp(page.screenshot(), place / name)


def _webp(png: bytes, target: Path) -> None:
    import io

    Image.open(io.BytesIO(png)).convert("RGB").save(target, "WEBP", quality=72)


def draw_letter(target: Path) -> None:
    paper = Image.new("RGB", SHEET, "#fffdf8")
    draw = ImageDraw.Draw(paper)
    draw.rectangle((0, 0, SHEET[0], 150), fill="#24483e")
    draw.text((90, 45), "CHAUSSURES LUMIÈRE", fill="#fff", font=ImageFont.load_default(52))
    draw.text((90, 240), "Les bottes de printemps\nsont arrivées.", fill="#24483e", font=ImageFont.load_default(76))
    lines = ("Chère cliente, cher client,", "", "Vingt modèles, trois couleurs, et −20 % jusqu’au 30 avril.",
             "Votre taille est déjà enregistrée dans l’application :", "un geste, et vos bottes partent.", "", "À bientôt,", "Lucie, votre conseillère")  # fmt: skip
    draw.multiline_text((90, 500), "\n".join(lines), fill="#333", font=ImageFont.load_default(34), spacing=18)
    draw.rectangle((90, 1180, 760, 1600), fill="#e6d3b3")
    draw.text((140, 1350), "photo : bottes", fill="#8a744c", font=ImageFont.load_default(44))
    code = segno.make(CODE_TEXT, error="m")
    size = code.symbol_size(border=0)[0]
    symbol = Image.new("1", (size, size), 1)
    symbol.putdata([0 if dark else 1 for row in code.matrix for dark in row])
    paper.paste(
        symbol.resize((int(CODE_BOX.width), int(CODE_BOX.height)), Image.Resampling.NEAREST),
        (int(CODE_BOX.x), int(CODE_BOX.y)),
    )
    draw.text((870, 1535), "Scannez-moi", fill="#24483e", font=ImageFont.load_default(38))
    paper.resize((620, 877)).save(target, "WEBP", quality=80)


def _at(box: str, style: str, text: str = "") -> str:
    b = BOXES[box]
    return f'<div style="position:absolute;left:{b.x}px;top:{b.y}px;width:{b.width}px;height:{b.height}px;{style}">{html.escape(text)}</div>'


def shop_page() -> str:
    shoes = "".join(
        f'<div style="position:absolute;left:{16 + 183 * (i % 2)}px;top:{720 + 250 * (i // 2)}px;width:175px">'
        f'<div style="height:170px;border-radius:10px;background:hsl({30 + 40 * i} 38% 78%)"></div>'
        f'<b style="display:block;margin-top:8px">Bottine n° {i + 1}</b>{89 + 10 * i} €</div>'
        for i in range(6)
    )
    return f"""<!doctype html><meta charset=utf-8><body style="margin:0;height:{PAGE_HEIGHT}px;position:relative;overflow-x:hidden;font:15px Arial,sans-serif;color:#2b2b2b;background:#fff">
      <div style="height:62px;background:#24483e;color:#fff;font:700 19px/62px Georgia,serif;padding-left:16px">Chaussures Lumière</div>
      {_at("menu", "color:#fff;font:22px/26px Arial;text-align:center", "≡")}
      {_at("flash", "background:#d4d4d4 repeating-linear-gradient(45deg,#0000 0 14px,#00000009 14px 28px);display:grid;place-items:center;color:#777;font-size:14px", "Plug-in non pris en charge")}
      {_at("offer", "font:700 25px/40px Georgia,serif;color:#24483e;white-space:nowrap", "Les bottes de printemps")}
      {_at("small-print", "font-size:7.5px;color:#999", "Offre valable jusqu’au 30 avril 2026 dans la limite des stocks disponibles, hors marques partenaires et articles déjà remisés. Non cumulable avec la carte de fidélité.")}
      {_at("buy", "background:#b8722c;color:#fff;border-radius:8px;font:700 17px/48px Arial;text-align:center", "Voir les bottes  −20 %")}
      {_at("wide", "border:1px solid #ccc;background:repeating-linear-gradient(90deg,#faf7f2 0 79px,#ccc 79px 80px);font-size:14px", "Pointure   36    37    38    39    40    41    42")}
      {shoes}
      {_at("phone", "font-size:16px", "Tél. 01 23 45 67 89")}
      {_at("mail", "font-size:16px;color:#24483e", "bonjour@lumiere.example")}
      {_at("help", "font-size:13px;text-decoration:underline", "Aide")}
      {_at("legal", "font-size:13px;text-decoration:underline", "Mentions légales")}
      {_at("chat", "background:#24483e;border-radius:30px;color:#fff;font:26px/58px Arial;text-align:center", "…")}
      <div style="position:absolute;top:1680px;left:0;right:0;height:420px;background:#f0ece4"></div></body>"""


def contact_page() -> str:
    return """<!doctype html><meta charset=utf-8><body style="margin:0;font:16px Arial,sans-serif;color:#2b2b2b">
      <div style="height:62px;background:#24483e;color:#fff;font:700 19px/62px Georgia,serif;padding-left:16px">Chaussures Lumière</div>
      <div style="padding:24px 16px"><h1 style="font:700 26px Georgia,serif">Nous contacter</h1><p>Du lundi au samedi, de 9 h à 19 h.</p>
      <p style="background:#24483e;color:#fff;padding:14px;border-radius:8px;text-align:center">Écrire un message</p>
      <p style="border:1px solid #24483e;padding:14px;border-radius:8px;text-align:center">Appeler</p></div></body>"""


def parcel_page() -> str:
    return """<!doctype html><meta charset=utf-8><body style="margin:0;font:16px Arial,sans-serif;color:#2b2b2b;background:#f6f3ee">
      <div style="height:62px;background:#24483e;color:#fff;font:700 19px/62px Georgia,serif;padding-left:16px">Chaussures Lumière</div>
      <div style="margin:20px 16px;padding:20px;background:#fff;border-radius:12px"><h1 style="font:700 24px Georgia,serif;margin:0">En route</h1>
      <p>Votre colis arrive demain entre 9 h et 12 h.</p><div style="height:8px;border-radius:4px;background:linear-gradient(90deg,#24483e 70%,#ddd 70%)"></div></div></body>"""


def showcase(folder: Path, browser: Browser, *, hostile: bool = False) -> Path:
    """The whole story: two phones, two journeys, one visit that did not finish."""
    results = (letter("iphone", hostile=hostile), letter("android", hostile=hostile), parcel("iphone"))
    write_run(folder, results, [("parcel-sms", "android")])
    draw_pictures(folder, results, browser)
    return folder
