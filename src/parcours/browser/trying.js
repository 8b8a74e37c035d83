// What comes of one tap, seen from the isolated world of a page's own frame: defines what the probes call.
(() => {
  const root = document.documentElement;
  const MOST = 4000;
  const CALLS = '__PARCOURS_KEY__!'; // the event by which the copy's init script tells of calls that nobody sees

  const elementAt = (address) => globalThis.__parcoursElement && globalThis.__parcoursElement(address);
  const frames = (count) => new Promise((done) => {
    const next = (left) => (left ? requestAnimationFrame(() => next(left - 1)) : done());
    next(count);
    setTimeout(done, 300);
  });
  const shadowRoots = () => {
    const found = [];
    const seek = (from) => {
      for (const el of from.querySelectorAll('*')) if (el.shadowRoot) { found.push(el.shadowRoot); seek(el.shadowRoot); }
    };
    seek(document);
    return found.slice(0, 100);
  };
  const holds = (outer, inner) => {
    for (let at = inner; at; at = at.parentNode || at.host) if (at === outer) return true;
    return false;
  };
  // Where everything stands that can be seen, as one number; what the tapped thing itself looks like does not count.
  const looks = (except) => {
    let sum = 0;
    let count = 0;
    const add = (from) => {
      for (const el of from.querySelectorAll('*')) {
        if (count > MOST) return;
        count += 1;
        if (el.shadowRoot) add(el.shadowRoot);
        if (holds(except, el)) continue;
        const shown = el.checkVisibility ? el.checkVisibility({ opacityProperty: true, visibilityProperty: true }) : true;
        const box = shown ? el.getBoundingClientRect() : null;
        const here = box ? box.left * 7 + box.top * 13 + box.width * 31 + box.height * 17 + 1 : 0;
        sum = (sum * 31 + Math.round(here * 4)) % 2147483647;
      }
    };
    add(document);
    return sum;
  };
  const place = () => location.href.replace(/#!?$/, '');

  globalThis.__parcoursPoint = async (address) => {
    const el = elementAt(address);
    if (!el || !el.isConnected) return null;
    const before = el.getBoundingClientRect();
    if (before.top < 0 || before.bottom > innerHeight || before.left < 0 || before.right > innerWidth) {
      el.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      await frames(3);
    }
    const box = el.getBoundingClientRect();
    if (!box.width || !box.height) return null;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let over = document.elementFromPoint(x, y);
    while (over && over.shadowRoot) {
      const inner = over.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === over) break;
      over = inner;
    }
    if (!over || !holds(el, over)) return null;
    const view = window.visualViewport || { scale: 1, offsetLeft: 0, offsetTop: 0 };
    return [(x - view.offsetLeft) * view.scale, (y - view.offsetTop) * view.scale];
  };

  globalThis.__parcoursSeen = (address) => {
    const el = elementAt(address);
    if (!el || !el.isConnected) return false;
    for (let at = el; at && at !== root; at = at.parentNode || at.host) {
      if (at.nodeType === 1 && Number(getComputedStyle(at).opacity) < 0.1) return false;
    }
    const box = el.getBoundingClientRect();
    const shown = !el.checkVisibility || el.checkVisibility({ visibilityProperty: true });
    return shown && box.width > 4 && box.height > 4 && box.right > 0 && box.bottom > 0 && box.left < root.clientWidth;
  };
  globalThis.__parcoursFrames = frames;

  // How a thing itself looks while it is pressed is left out of pictures that are compared.
  globalThis.__parcoursHide = (address, hidden) => {
    const el = elementAt(address);
    if (!el) return;
    if (hidden) el.style.setProperty('visibility', 'hidden', 'important');
    else el.style.removeProperty('visibility');
  };

  // From now on what happens is noted; `__parcoursTold(ms)` waits for the first thing that does, or for that long.
  globalThis.__parcoursWatch = (address) => {
    const el = elementAt(address);
    const stop = new AbortController();
    const way = { capture: true, passive: true, signal: stop.signal };
    let tell = null;
    let first = '';
    let clicked = false;
    let error = '';
    const say = (what) => {
      if (!clicked) return;
      if (!first) first = what;
      if (tell) tell();
    };
    const changes = new MutationObserver(() => say('page'));
    const what = { subtree: true, childList: true, attributes: true, characterData: true };
    changes.observe(document, what);
    for (const shadow of shadowRoots()) changes.observe(shadow, what);
    const from = place();
    const before = looks(el);
    const own = (event) => holds(el, event.composedPath()[0]);
    const href = el.getAttribute('href');
    for (const name of ['pointerdown', 'mousedown', 'touchstart', 'click']) {
      window.addEventListener(name, (event) => { if (own(event)) clicked = true; }, way);
    }
    // The jump to the top that "#" makes is no answer to a tap; whoever answers has heard of the click before this.
    window.addEventListener('click', (event) => { if (href && href.startsWith('#')) event.preventDefault(); }, { signal: stop.signal });
    window.addEventListener('focusin', (event) => { if (!own(event)) say('focus'); }, way);
    for (const name of ['play', 'pause', 'volumechange', 'seeking', 'input', 'change', 'toggle', 'fullscreenchange']) {
      window.addEventListener(name, () => say('page'), way);
    }
    for (const name of ['transitionrun', 'animationstart']) {
      window.addEventListener(name, (event) => { if (!own(event)) say('page'); }, way);
    }
    for (const name of ['popstate', 'scroll']) window.addEventListener(name, () => say('page'), way);
    document.addEventListener(CALLS, (event) => {
      const told = String(event.detail);
      if (told.startsWith('error ')) error = error || told.slice(6, 206);
      else if (told !== 'beacon') say('call ' + told);
    }, way);

    globalThis.__parcoursTold = async (most) => {
      if (!first) {
        await new Promise((done) => { tell = done; setTimeout(done, most); });
      }
      await frames(2);
      if (!first && place() !== from) first = 'page';
      if (!first && looks(el) !== before) first = 'looks';
      stop.abort();
      changes.disconnect();
      return JSON.stringify([clicked, first, error]);
    };
    return true;
  };
})()
