// Whether the page still fits when its text is larger or the screen narrower. Evaluated in the isolated world.
// With `ask.enlarge` the text is drawn larger and put back before this returns, all within one task: no frame is
// drawn meanwhile and no script of the page hears of it. `collect` gives the collector's JSON; it is called only
// where something no longer fits that did before.
((ask, collect) => {
  const getter = (type, name) => {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
    return (node) => get.call(node);
  };
  const scrollWidth = getter(Element, 'scrollWidth');
  const clientWidth = getter(Element, 'clientWidth');
  const scrollHeight = getter(Element, 'scrollHeight');
  const clientHeight = getter(Element, 'clientHeight');
  const parentElement = getter(Node, 'parentElement');
  const childNodes = getter(Node, 'childNodes');
  const localName = getter(Element, 'localName');
  const root = document.documentElement;
  const MOST = 6000;
  const MOST_TEXTS = 500;

  const every = () => {
    const found = document.querySelectorAll('*');
    return Array.prototype.slice.call(found, 0, MOST);
  };
  // The boxes that cut off some of what they hold.
  const cutting = (elements) => {
    const found = [];
    for (const el of elements) {
      const wide = scrollWidth(el) > clientWidth(el) + 1;
      const high = scrollHeight(el) > clientHeight(el) + 1;
      if ((!wide && !high) || !clientWidth(el)) continue;
      const style = getComputedStyle(el);
      const cuts = (way) => way === 'hidden' || way === 'clip';
      if ((wide && cuts(style.overflowX)) || (high && cuts(style.overflowY))) found.push(el);
    }
    return found;
  };
  const measure = () => [clientWidth(root), Math.max(scrollWidth(root), document.body ? scrollWidth(document.body) : 0)];
  const told = ([layout, content], facts) => JSON.stringify({ layout_width: layout, content_width: content, facts });

  // Android draws text of up to 16 px at the full factor; of what is larger every further pixel counts half
  // (Blink, TextAutosizer::ComputeAutosizedFontSize): headings grow less than the text that has to be read.
  const PLEASANT = 16;
  const grown = (size) => Math.max(size, size <= PLEASANT ? size * ask.enlarge : PLEASANT * ask.enlarge + (size - PLEASANT) / 2);
  const pathTo = (el) => {
    const steps = [];
    for (let at = el; at; at = parentElement(at)) {
      let nth = 1;
      for (let one = at.previousElementSibling; one; one = one.previousElementSibling) nth += 1;
      // With its tag the engine tries the rule on elements of that tag only, not on every one of the page.
      steps.push(at === root ? ':root' : CSS.escape(localName(at)) + ':nth-child(' + nth + ')');
    }
    return steps.reverse().join('>');
  };
  const speaks = (el) => {
    for (const node of childNodes(el)) if (node.nodeType === 3 && node.nodeValue.trim()) return true;
    return false;
  };
  const sizeOf = (el) => parseFloat(getComputedStyle(el).fontSize);
  const textIn = (elements) => elements.filter((el) => !/^(script|style)$/.test(localName(el)) && speaks(el)).slice(0, MOST_TEXTS);
  // As phones do it: the text alone grows, and lengths in em and rem stay what they were.
  const adjusted = (texts) => {
    const rule = (selector, share) => selector + '{-webkit-text-size-adjust:' + share + '% !important;text-size-adjust:' + share + '% !important}';
    const large = texts.filter((el) => sizeOf(el) > PLEASANT);
    return rule('*', Math.round(100 * ask.enlarge)) + large.map((el) => rule(pathTo(el), Math.round(100 * grown(sizeOf(el)) / sizeOf(el)))).join('');
  };
  // As WCAG's techniques have it: what is measured in em and rem grows along.
  const resized = (boxes) => {
    const rule = (selector, size) => selector + '{font-size:' + size + 'px !important}';
    return rule(':root', sizeOf(root) * ask.enlarge) + boxes.map((el) => rule(pathTo(el), grown(sizeOf(el)))).join('');
  };

  const elements = every();
  if (ask.remember) {
    globalThis.__parcoursCutting = new WeakSet(cutting(elements));
    return told(measure(), null);
  }
  const before = globalThis.__parcoursCutting || new WeakSet();
  const anew = () => cutting(elements).filter((el) => !before.has(el));
  const look = () => {
    const [size, cut] = [measure(), anew()];
    return { size, cut, fits: size[1] <= size[0] + 1 && !cut.length };
  };
  if (!ask.enlarge) {
    const seen = look();
    return told(seen.size, seen.fits ? null : JSON.parse(collect()));
  }
  const sheet = new CSSStyleSheet();
  const texts = textIn(elements);
  const sizing = adjusted(texts);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  try {
    sheet.replaceSync(sizing);
    const seen = look();
    if (seen.fits) return told(seen.size, null);
    const facts = JSON.parse(collect());
    sheet.replaceSync('');
    sheet.replaceSync(resized([...new Set([...texts, ...seen.cut])]));
    // A box that grows along with its text is well made, and so is a page that only slides the other way.
    const still = look();
    const cuts = new Set(still.cut.map((el) => globalThis.__parcoursAddress(el)));
    const grows = new Set(seen.cut.map((el) => globalThis.__parcoursAddress(el)).filter((address) => !cuts.has(address)));
    for (const fact of facts.elements) if (grows.has(fact.address)) delete fact.styles;
    return told([seen.size[0], Math.min(seen.size[1], still.size[1])], facts);
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }
})
