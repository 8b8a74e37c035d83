"""One page at one moment, as facts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from parcours.browser.axe import run_axe
from parcours.browser.collect import collect_frames
from parcours.browser.worlds import World
from parcours.facts.model import AppLinks, PageSnapshot

if TYPE_CHECKING:
    from parcours.browser.sessions import Session


async def take_snapshot(session: Session, app: AppLinks, *, axe: bool | Callable[[PageSnapshot], bool]) -> PageSnapshot:
    """The facts of a session's page. Raises Overrun when the page does not answer.

    `axe` may be a question about the page without it: axe-core takes longer than all else. What frames say is kept in
    the session, for another look.
    """
    observer = session.observer
    # While the page's own process measures, ours reads what the server sent.
    (asked, frames, gaps), served, certificate = await asyncio.gather(
        collect_frames(session.page, session.cdp, session.key, session.seen),
        observer.served(),
        observer.certificate(),
    )
    sizes = {url: size for frame in frames for url, size in frame.sizes}
    frames = tuple(replace(frame, sizes=()) for frame in frames)
    frames = (replace(frames[0], served=served), *frames[1:])
    facets = {"frames"} | ({"served"} if served is not None else set())
    facets |= {"vitals"} if frames[0].vitals else set()
    hops = observer.hops()
    last = observer.documents[-1].existing_response if observer.documents else None
    taken = PageSnapshot(
        device=session.device,
        url=frames[0].url,
        title=frames[0].title,
        status=last.status if last else 0,
        mime=observer.mime(),
        headers=observer.headers(),
        certificate=certificate,
        navigation=hops,
        frames=frames,
        requests=observer.answers(sizes),
        hand_offs=tuple(observer.hand_offs),
        dialogs=tuple(observer.dialogs),
        app=app,
        facets=frozenset(facets),
        gaps=gaps,
        taken_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    wanted = axe if isinstance(axe, bool) else axe(taken)
    return await _with_axe(taken, asked) if wanted else taken


async def _with_axe(page: PageSnapshot, asked: Sequence[World]) -> PageSnapshot:
    found = await run_axe(asked, page.frames)
    if found is None:
        return replace(page, gaps=(*page.gaps, "axe-core could not look at the page"))
    return replace(page, axe=found, facets=page.facets | {"axe"})
