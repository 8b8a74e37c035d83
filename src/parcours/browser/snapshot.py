"""One page at one moment, as facts."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from parcours.browser.axe import run_axe
from parcours.browser.collect import collect_frames
from parcours.browser.observe import Observer
from parcours.facts.model import AppLinks, Device, PageSnapshot

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page


async def take_snapshot(
    page: Page,
    session: CDPSession | None,
    observer: Observer,
    *,
    device: Device,
    key: str,
    app: AppLinks,
    axe: bool,
) -> PageSnapshot:
    """The page's facts. Raises Overrun when the page does not answer."""
    # While the page's own process measures, ours reads what the server sent.
    (asked, frames, gaps), served, certificate = await asyncio.gather(
        collect_frames(page, session, key), observer.served(), observer.certificate()
    )
    sizes = {url: size for frame in frames for url, size in frame.sizes}
    frames = tuple(replace(frame, sizes=()) for frame in frames)
    frames = (replace(frames[0], served=served), *frames[1:])
    found = await run_axe(asked, frames) if axe else None
    facets = {"frames"} | ({"axe"} if found else set()) | ({"served"} if served is not None else set())
    facets |= {"vitals"} if frames[0].vitals else set()
    if axe and found is None:
        gaps = (*gaps, "axe-core could not look at the page")
    hops = observer.hops()
    last = observer.documents[-1].existing_response if observer.documents else None
    mime = last.headers.get("content-type", "").partition(";")[0].strip().lower() if last else ""
    return PageSnapshot(
        device=device,
        url=frames[0].url,
        title=frames[0].title,
        status=last.status if last else 0,
        mime=mime[:100],
        headers=observer.headers(),
        certificate=certificate,
        navigation=hops,
        frames=frames,
        requests=observer.answers(sizes),
        hand_offs=tuple(observer.hand_offs),
        dialogs=tuple(observer.dialogs),
        app=app,
        axe=found,
        facets=frozenset(facets),
        gaps=gaps,
        taken_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
