// Measures one frame and holds no opinion. Evaluated in an isolated world where the engine has one, so
// that nothing the page did to its built-ins matters; DOM properties are read through the prototypes'
// getters, because a form's fields can hide its own properties (DOM clobbering). Returns JSON text.
// The values that people typed are never read. With `addresses` nothing is told: only elements get their addresses.
// With `mark` the frame remembers what it has said; with `unless`, an earlier mark, it says nothing where nothing changed.
((options) => {
  const getter = (type, name) => {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
    return (node) => get.call(node);
  };
  const localName = getter(Element, 'localName');
  const shadowRoot = getter(Element, 'shadowRoot');
  const childNodes = getter(Node, 'childNodes');
  const firstChild = getter(Node, 'firstChild');
  const nextSibling = getter(Node, 'nextSibling');
  const nodeType = getter(Node, 'nodeType');
  const nodeValue = getter(Node, 'nodeValue');
  const textContent = getter(Node, 'textContent');
  const scrollWidth = getter(Element, 'scrollWidth');
  const clientWidth = getter(Element, 'clientWidth');
  const scrollHeight = getter(Element, 'scrollHeight');
  const clientHeight = getter(Element, 'clientHeight');
  const parentElement = getter(Node, 'parentElement');
  const rectOf = (el) => Element.prototype.getBoundingClientRect.call(el);
  const attribute = (el, name) => Element.prototype.getAttribute.call(el, name);
  const matches = (el, selector) => Element.prototype.matches.call(el, selector);
  const rendered = (el) => Element.prototype.checkVisibility
    ? Element.prototype.checkVisibility.call(el)
    : Element.prototype.getClientRects.call(el).length > 0;

  const MOST = options.elements;
  const TEXT = 200;
  const VALUE = 500;
  const root = document.documentElement;
  const left = window.scrollX;
  const top = window.scrollY;

  const ATTRIBUTES = new Set(('id class form href src data-src srcset type name rel target role alt title onclick style width height data ' +
    'classid codebase code archive object content for placeholder inputmode autocomplete required pattern action method lang ' +
    'download sandbox allow autoplay muted playsinline loop controls poster language tabindex usemap media dir hidden open ' +
    'contenteditable maxlength crossorigin charset accept capture datetime cite integrity is align background bgcolor pluginspage disabled').split(' '));
  // Only the root of a drawing counts, and text that is never drawn does not.
  const LEAVES = new Set(['svg', 'math', 'canvas', 'picture', 'video', 'audio', 'select', 'textarea', 'iframe', 'script']);
  const DEEPER = new Set(['picture', 'video', 'audio', 'select']);
  const SKIPPED = new Set(['br', 'wbr', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'base', 'option', 'optgroup']);

  const ROLES = {
    a: 'link', area: 'link', button: 'button', nav: 'navigation', main: 'main', header: 'banner', footer: 'contentinfo',
    aside: 'complementary', form: 'form', img: 'img', h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading',
    h6: 'heading', ul: 'list', ol: 'list', li: 'listitem', table: 'table', tr: 'row', td: 'cell', th: 'columnheader',
    select: 'combobox', textarea: 'textbox', dialog: 'dialog', summary: 'button', section: 'region', article: 'article',
    p: 'paragraph', hr: 'separator', progress: 'progressbar', output: 'status', option: 'option', fieldset: 'group',
  };
  const INPUTS = {
    checkbox: 'checkbox', radio: 'radio', button: 'button', submit: 'button', reset: 'button', image: 'button', range: 'slider',
    number: 'spinbutton', search: 'searchbox',
  };
  const LANDMARKS = new Set(['banner', 'navigation', 'main', 'contentinfo', 'complementary', 'search', 'form', 'dialog', 'region']);
  const NAMED = new Set(['link', 'button', 'heading', 'img', 'checkbox', 'radio', 'combobox', 'textbox', 'searchbox', 'slider',
    'spinbutton', 'tab', 'menuitem', 'switch', 'option', 'dialog', 'navigation', 'region', 'form']);
  const TARGETS = 'a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,[onclick],[role=button],[role=link],' +
    '[role=tab],[role=checkbox],[role=radio],[role=menuitem],[role=switch]';

  const squeeze = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();
  const CLEAR = 'rgba(0, 0, 0, 0)';
  // What Lighthouse took for tap targets, up to version 11.
  const TAPPED = 'button,a,input,textarea,select,[role=button],[role=checkbox],[role=link],[role=menuitem],' +
    '[role=menuitemcheckbox],[role=menuitemradio],[role=option],[role=scrollbar],[role=slider],[role=spinbutton]';
  const FIELDS = new Set(['input', 'select', 'textarea']);

  const points = (text) => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) || []).length;
  const round = (number) => Math.round(number * 100) / 100 || 0; // a style that is not computed has no number
  const quad = (box) => [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
  const meet = (a, b) => {
    if (!b) return a;
    const x = Math.max(a[0], b[0]);
    const y = Math.max(a[1], b[1]);
    const r = Math.min(a[0] + a[2], b[0] + b[2]);
    const u = Math.min(a[1] + a[3], b[1] + b[3]);
    return [x, y, Math.max(0, r - x), Math.max(0, u - y)];
  };

  const ownText = (el) => {
    let text = '';
    for (let node = firstChild(el); node; node = nextSibling(node)) if (nodeType(node) === 3) text += nodeValue(node) + ' ';
    return text && squeeze(text);
  };
  const roleOf = (el, tag) => {
    const said = attribute(el, 'role');
    if (said) return said.trim().split(/\s+/)[0].toLowerCase();
    if (tag === 'input') return INPUTS[(attribute(el, 'type') || 'text').toLowerCase()] || 'textbox';
    if (tag === 'a' || tag === 'area') return attribute(el, 'href') === null ? '' : 'link';
    if ((tag === 'header' || tag === 'footer') && matches(el, 'article *, section *, main *, aside *, nav *')) return '';
    if (tag === 'section' && !attribute(el, 'aria-label') && !attribute(el, 'aria-labelledby')) return '';
    return ROLES[tag] || '';
  };
  const UNREAD = new Set(['script', 'style', 'noscript', 'template']);
  const INLINE = new Set(['span', 'b', 'i', 'em', 'strong', 'font', 'u', 'small', 'sup', 'sub', 'mark', 'abbr', 'code', 'bdi']);
  const readable = (el, most) => {
    let text = '';
    for (let node = firstChild(el); node; node = nextSibling(node)) {
      if (text.length > most) break;
      if (nodeType(node) === 3) text += nodeValue(node);
      else if (nodeType(node) === 1 && !UNREAD.has(localName(node))) {
        text += (INLINE.has(localName(node)) ? '' : ' ') + readable(node, most - text.length);
      }
    }
    return text;
  };
  const innerName = (el) => {
    let name = squeeze(readable(el, 2000).slice(0, 2000));
    if (!name) {
      const inner = Element.prototype.querySelector.call(el, '[alt]:not([alt=""]),[aria-label],svg title');
      if (inner) name = squeeze(attribute(inner, 'alt') || attribute(inner, 'aria-label') || textContent(inner) || '');
    }
    return name;
  };
  const nameOf = (el, tag, role) => {
    if (!NAMED.has(role) && attribute(el, 'aria-label') === null) return '';
    const by = attribute(el, 'aria-labelledby');
    let name = '';
    if (by) name = squeeze(by.split(/\s+/).map((id) => { const at = document.getElementById(id); return at ? textContent(at) : ''; }).join(' '));
    if (!name) name = squeeze(attribute(el, 'aria-label') || '');
    if (!name && (tag === 'img' || tag === 'area' || (tag === 'input' && attribute(el, 'type') === 'image'))) name = squeeze(attribute(el, 'alt') || '');
    if (!name && (tag === 'input' || tag === 'select' || tag === 'textarea')) {
      const labels = el.labels;
      if (labels && labels.length && labels[0]) name = squeeze((textContent(labels[0]) || '').slice(0, 400));
      if (!name && /^(submit|button|reset)$/.test(attribute(el, 'type') || '')) name = squeeze(attribute(el, 'value') || '');
      if (!name) name = squeeze(attribute(el, 'title') || attribute(el, 'placeholder') || '');
    } else if (!name && !LANDMARKS.has(role)) {
      name = innerName(el) || squeeze(attribute(el, 'title') || '');
    }
    return name.slice(0, TEXT);
  };

  // An address must outlive a re-rendering: ids made by machines (counters, hashes) do not.
  const COUNTED = /^(aria|cdk|css|downshift|ember|ext-comp|ext-gen|gwt-uid|headlessui|j_id|jss|mat|mui|ng|popper|radix|react|sc|svelte|tippy|ui-id|yui)[-_].*\d|^(ember|ext-gen|j_id|j_idt|jss|yui)\d/i;
  const WORDS = /^(b2[bc]|a11y|i18n|l10n|w3c|p2p)$/i; // where a digit stands between letters all the same
  const jumbled = (word) => { // bdVaJa, and not backToTop
    const parts = word.split(/(?=[A-Z])/);
    return word.length > 4 && parts.length > 2 && /[a-z]/.test(word) && parts.every((part) => part.length < 3);
  };
  const machineMade = (word) => (/\d[a-z]/i.test(word) && !/^\d{1,2}[a-z]{1,5}$/i.test(word) && !WORDS.test(word))
    || /^[bcdfghjklmnpqrstvwxz]{6,}$/i.test(word) || jumbled(word);
  const humanId = (id) => id.length <= 40 && /^[A-Za-z][\w-]*$/.test(id) && !/\d{3}|[a-f0-9]{8}/i.test(id) && !COUNTED.test(id)
    && !id.split(/[-_]+/).some(machineMade);

  // What a name says of today: numbers, prices, dates and the time that is left, in the languages of our customers.
  const DAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday montag ' +
    'dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo lunedì martedì ' +
    'mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag aujourd[\'’]hui demain ' +
    'today tomorrow yesterday heute morgen gestern hoy mañana ayer oggi domani ieri vandaag gisteren';
  const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr avr juil sept oct nov déc ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep dec januar ' +
    'februar märz juni juli oktober dezember jän mär okt dez enero febrero marzo abril mayo junio julio agosto septiembre octubre ' +
    'noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart mei augustus';
  const SHORT_DAYS = 'lun mar mer jeu ven sam dim mon tue wed thu fri sat sun mié jue vie sáb dom gio';
  const UNITS = 'secondes? seconds? sekunden? segundos? second[oi] seconden? secs? minutes? minuten? minutos? minut[oi] minuut mins? ' +
    'heures? hours? stunden? horas? or[ae] uur uren jours? days? tage?n? días? giorn[oi] dag dagen semaines? weeks? wochen? semanas? ' +
    'settiman[ae] week weken mois months? monate?n? mes meses mes[ei] maand maanden ans? années? years? jahre?n? años? ann[oi] jaar ' +
    'j h min s sec k m d am pm uhr';
  const MONEY = '€ £ \\$ ₣ fr\\. chf eur euros? usd gbp %';
  const any = (words) => '(?:' + words.split(' ').join('|') + ')';
  const alone = (words) => '(?<![\\p{L}\\p{N}])' + any(words) + '(?![\\p{L}\\p{N}])';
  const TODAY = new RegExp(alone(DAYS), 'giu');
  const AMOUNT = new RegExp('(?:' + any(MONEY) + ' ?)#|#(?: ?' + any(MONEY) + '(?![\\p{L}]))', 'giu');
  const MONTH = new RegExp(alone(MONTHS + ' ' + SHORT_DAYS) + '\\.?,? ?#|#[ .]*' + alone(MONTHS) + '\\.?', 'giu');
  const SPAN = new RegExp('# ?' + any(UNITS) + '(?![\\p{L}\\p{N}\'’])\\.?', 'giu');
  // Numbers and codes, with what stands between their parts: 1 299,00 and 12/03/2026 and 12:30 and A3F9C2.
  const NUMBER = /[-+−–]?[\p{L}\p{M}]*\p{N}[\p{L}\p{N}]*(?:[.,:/'’ -]?\p{L}*\p{N}[\p{L}\p{N}]*)*\+?/gu;
  // An engine takes long to make these ready, once a page, and few names have anything for them: they wait until one does.
  const TODAYS = new Set([...DAYS.split(' '), 'aujourd']);
  const MONTHLY = new Set((MONTHS + ' ' + SHORT_DAYS).split(' '));
  const speaksOf = (words, text) => text.toLowerCase().split(/[^\p{L}]+/u).some((word) => words.has(word));
  const steadied = (text) => {
    let name = text.slice(0, 160).replace(/[\u00ad\u200b-\u200f\u2060\ue000-\uf8ff]/g, '').replace(/[\u00a0\u202f]/g, ' ');
    if (speaksOf(TODAYS, name)) name = name.replace(TODAY, '#');
    if (/[\p{N}#]/u.test(name)) {
      name = name.replace(NUMBER, '#');
      if (/[€£$₣%]|fr\.|chf|eur|usd|gbp/i.test(name)) name = name.replace(AMOUNT, '#');
      if (speaksOf(MONTHLY, name)) name = name.replace(MONTH, '#').replace(MONTH, '#');
      if (/# ?\p{L}/u.test(name)) name = name.replace(SPAN, '#').replace(SPAN, '#');
      // One article or two; several figures in a row are one; a counter comes and goes at either end.
      name = name.replace(/#.*/su, (rest) => rest.replace(/(\p{L}{2}[^\P{L}ius])(?:\(s\)|s)(?!\p{L})/gu, '$1').replace(/(\p{L}eau|\p{L}eu)x(?!\p{L})/gu, '$1'));
      name = name.replace(/[([] ?# ?[)\]]/g, '#').replace(/#(?:[\s,.:·•|/–-]*(?:et |and |und |y |e |en )?#)+/g, '#');
      name = name.replace(/^[#\s,.:·•|/-]+|[#\s,.:·•|/-]+$/g, '') || '#';
    }
    return squeeze(name).slice(0, 60);
  };
  const steadyNames = new Map();
  const steady = (name) => {
    if (!steadyNames.has(name)) steadyNames.set(name, steadied(name));
    return steadyNames.get(name);
  };
  const taken = new Map();
  const unique = (address) => {
    const count = (taken.get(address) || 0) + 1;
    taken.set(address, count);
    return count === 1 ? address : address + ' (' + count + ')';
  };
  // A measuring pixel that comes and goes must not move its neighbours.
  const isNothing = (el, box) => box[2] * box[3] <= 1 && !Element.prototype.hasChildNodes.call(el);
  const addressOf = (el, tag, role, name, box, state, counts) => {
    for (const key of ['data-testid', 'data-test', 'data-test-id', 'data-qa', 'data-cy']) {
      const id = attribute(el, key);
      if (id && id.length <= 80) return unique('testid=' + id.replace(/[A-Za-z\d]*\d[A-Za-z\d]*/g, '#'));
    }
    const id = attribute(el, 'id');
    if (id && humanId(id)) return unique('#' + id);
    if (role && name && NAMED.has(role)) return unique((state.landmark ? state.landmark + ' > ' : '') + role + ' "' + steady(name) + '"');
    if (LANDMARKS.has(role)) return unique((state.landmark ? state.landmark + ' > ' : '') + role);
    const path = state.path + (state.path ? ' > ' : '') + tag;
    if (isNothing(el, box)) return unique(path + '[empty]');
    counts[tag] = (counts[tag] || 0) + 1;
    return unique(path + (counts[tag] > 1 ? '[' + counts[tag] + ']' : ''));
  };

  const elements = [];
  const nodes = [];
  const clips = [];
  const addresses = new WeakMap();
  const indexes = new WeakMap();
  let truncated = false;

  const attributesOf = (el, tag) => {
    let kept = null;
    const list = Element.prototype.getAttributeNames.call(el);
    for (let i = 0; i < list.length && i < 60; i += 1) {
      const key = list[i].toLowerCase();
      if (ATTRIBUTES.has(key) || key.startsWith('aria-') || (key === 'value' && tag === 'param')) {
        kept = kept || {};
        kept[key] = (attribute(el, list[i]) || '').slice(0, VALUE);
      }
    }
    return kept;
  };
  const hidesAll = (style, position) => {
    const path = style.getPropertyValue('clip-path');
    if (position !== 'absolute' && position !== 'fixed' && path === 'none') return false;
    return /^rect\((0px|1px)[, ]+(0px|1px)[, ]+(0px|1px)[, ]+(0px|1px)\)$/.test(style.clip) || /^inset\((50|100)%/.test(path) || /^circle\(0/.test(path);
  };
  const textBox = (el) => {
    let box = null;
    for (const node of childNodes(el)) {
      if (nodeType(node) !== 3 || !nodeValue(node).trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (!rect.width) continue;
      const own = [rect.left + left, rect.top + top, rect.width, rect.height];
      if (!box) { box = own; continue; }
      const x = Math.min(box[0], own[0]);
      const y = Math.min(box[1], own[1]);
      box = [x, y, Math.max(box[0] + box[2], own[0] + own[2]) - x, Math.max(box[1] + box[3], own[1] + own[3]) - y];
    }
    return box;
  };

  // A drawn pseudo-element of some size may lie behind the text; it needs a positioned box to fill.
  const drawnBeside = (el, rect) => {
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(el, pseudo);
      if (style.content === 'none' || style.content === 'normal' || style.position === 'static' || style.display === 'none') continue;
      if (style.backgroundImage === 'none' && style.backgroundColor === CLEAR) continue;
      if (parseFloat(style.width) * parseFloat(style.height) >= rect.width * rect.height / 4) return true;
    }
    return false;
  };
  const paintOf = (el, style, rect, { position, colour, opacity }) => {
    const blend = style.getPropertyValue('filter') !== 'none' || style.getPropertyValue('mix-blend-mode') !== 'normal' ||
      style.getPropertyValue('backdrop-filter') !== 'none' || style.getPropertyValue('mask-image') !== 'none';
    const picture = style.getPropertyValue('background-image') !== 'none' || (rect !== null && position !== 'static' && drawnBeside(el, rect));
    const clear = colour === CLEAR;
    if (clear && !blend && !picture && opacity === 1) return null;
    return [clear ? '' : colour, opacity, picture, blend];
  };

  const visit = (el, parent, state, counts) => {
    const tag = localName(el);
    if (elements.length >= MOST) { truncated = true; return; }
    // Every look at a computed style is dear, twice as much by the property's own name: each is read once.
    const style = getComputedStyle(el);
    const position = style.getPropertyValue('position');
    const display = style.getPropertyValue('display');
    const faded = Number(style.getPropertyValue('opacity'));
    const colour = style.getPropertyValue('background-color');
    const overflowX = style.getPropertyValue('overflow-x');
    const overflowY = style.getPropertyValue('overflow-y');
    const shownAtAll = rendered(el);
    const rect = shownAtAll ? rectOf(el) : null;
    const box = rect ? [rect.left + left, rect.top + top, rect.width, rect.height] : [0, 0, 0, 0];
    const clip = position === 'fixed' ? null : position === 'absolute' ? state.absolute : state.clip;
    const shown = rect ? meet(meet(box, clip), position === 'fixed' ? null : state.page) : box;
    const opacity = state.opacity * faded;
    const gone = state.gone || hidesAll(style, position);
    const text = LEAVES.has(tag) && tag !== 'textarea' ? '' : tag === 'textarea' ? '' : ownText(el);
    const role = roleOf(el, tag);
    const name = nameOf(el, tag, role);
    const address = addressOf(el, tag, role, name, box, state, counts);
    const background = colour === CLEAR ? state.background : colour;
    const inert = state.inert || attribute(el, 'aria-hidden') === 'true' || Element.prototype.hasAttribute.call(el, 'inert');
    const visible = shownAtAll && !gone && opacity > 0.05 && style.getPropertyValue('visibility') === 'visible' && shown[2] * shown[3] > 0 && (box[2] > 1 || box[3] > 1);
    const index = elements.length;
    // What is as usual is left out: the facts' own defaults say it, and the text is a third shorter.
    const fact = { address, tag, parent, visible, display, box: quad(box) };
    if (role) fact.role = role;
    if (name) fact.name = name;
    if (text) [fact.text, fact.length] = [text.slice(0, TEXT), points(text)];
    const attrs = attributesOf(el, tag);
    if (attrs) fact.attrs = attrs;
    if (rect) fact.shown = quad(shown);
    if (inert) fact.inert = true;
    if (position !== 'static') fact.position = position;
    if (overflowX !== 'visible') fact.overflow_x = overflowX;
    if (overflowY !== 'visible') fact.overflow_y = overflowY;
    if (text || FIELDS.has(tag)) {
      fact.ink = [
        style.getPropertyValue('-webkit-text-fill-color') || style.getPropertyValue('color'), background,
        round(parseFloat(style.getPropertyValue('font-size'))), parseInt(style.getPropertyValue('font-weight'), 10) || 400,
        style.getPropertyValue('text-shadow') !== 'none',
      ];
    }
    const paint = paintOf(el, style, rect, { position, colour, opacity: faded });
    if (paint) fact.paint = paint;
    const cutsX = overflowX === 'hidden' || overflowX === 'clip';
    const cutsY = overflowY === 'hidden' || overflowY === 'clip';
    const runsOut = shownAtAll && (cutsX || cutsY) &&
      ((cutsX && scrollWidth(el) > clientWidth(el) + 1) || (cutsY && scrollHeight(el) > clientHeight(el) + 1));
    const beyond = shownAtAll && (box[0] < -1 || box[0] + box[2] > across + 1);
    if (text && shownAtAll && (beyond || runsOut || scrollWidth(el) > clientWidth(el) + 1)) {
      const own = textBox(el);
      if (own) fact.text_box = quad(own);
    }
    const keys = [];
    if (beyond) keys.push('transform', 'white-space', 'min-width', 'margin-left', 'margin-right');
    if (runsOut) keys.push('text-overflow', '-webkit-line-clamp');
    if (position === 'sticky') keys.push('top', 'bottom');
    if (keys.length) {
      fact.styles = {};
      for (const key of keys) fact.styles[key] = style.getPropertyValue(key);
    }
    if (tag === 'video' || tag === 'audio') {
      fact.media = [el.error ? el.error.code : 0, el.readyState, el.videoWidth || 0, el.videoHeight || 0, el.muted === true];
    }
    if (tag === 'img' && el.complete) fact.media = [0, el.naturalWidth ? 4 : 0, el.naturalWidth, el.naturalHeight];
    elements.push(fact);
    nodes.push(el);
    clips.push(clip);
    addresses.set(el, address);
    indexes.set(el, index);

    // A frame's box is judged in its parent, its content in its own facts.
    if (LEAVES.has(tag) && !DEEPER.has(tag)) return;
    // The root's and the body's overflow belong to the viewport: see `page`.
    const own = (cutsX || cutsY) && rect && el !== root && el !== document.body && display !== 'inline'
      ? meet([cutsX ? box[0] : -1e7, cutsY ? box[1] : -1e7, cutsX ? box[2] : 2e7, cutsY ? box[3] : 2e7], clip || [-1e7, -1e7, 2e7, 2e7])
      : clip;
    const holds = own === state.absolute || position !== 'static' || style.getPropertyValue('transform') !== 'none';
    const landmark = LANDMARKS.has(role) ? role + (name ? ' "' + steady(name) + '"' : '') : state.landmark;
    const next = {
      clip: own, absolute: holds ? own : state.absolute, page: state.page, opacity, gone, background, inert, landmark,
      path: address.length < 160 ? address : state.landmark || tag,
    };
    descend(el, index, next);
    const shadow = shadowRoot(el);
    if (shadow) descend(shadow, index, { ...next, path: next.path + ' > shadow' });
  };
  const descend = (node, index, state) => {
    const counts = {};
    for (let child = firstChild(node); child; child = nextSibling(child)) {
      if (nodeType(child) !== 1) continue;
      const tag = localName(child);
      if (tag === 'head') { descend(child, index, state); continue; }
      if (!SKIPPED.has(tag)) visit(child, index, state, counts);
    }
  };

  const rootStyle = getComputedStyle(root);
  const bodyStyle = document.body ? getComputedStyle(document.body) : rootStyle;
  const hidesX = [rootStyle, bodyStyle].some((style) => style.overflowX === 'hidden' || style.overflowX === 'clip');
  const rtl = rootStyle.direction === 'rtl';
  const wide = hidesX ? clientWidth(root) : 1e7;
  // What lies before the page's start edge cannot be scrolled to.
  const across = clientWidth(root);
  const page = rtl ? [hidesX ? 0 : -1e7, 0, (hidesX ? 0 : 1e7) + clientWidth(root), 1e7] : [0, 0, wide, 1e7];
  visit(root, -1, { clip: null, absolute: null, page, opacity: 1, gone: false, background: 'rgb(255, 255, 255)', inert: false, landmark: '', path: '' }, {});

  globalThis.__parcoursAddress = (el) => addresses.get(el) || '';
  globalThis.__parcoursElement = (address) => nodes[elements.findIndex((fact) => fact.address === address)];
  if (options.addresses) return '';

  const width = window.innerWidth;
  const height = window.innerHeight;
  const topmost = (x, y) => {
    let over = document.elementFromPoint(x, y);
    while (over && shadowRoot(over)) {
      const inner = shadowRoot(over).elementFromPoint(x, y);
      if (!inner || inner === over) break;
      over = inner;
    }
    return over;
  };
  // Where a tap on an element lands: its boxes on every line, and those of what it holds where they stick out.
  const spotsOf = (el, clip) => {
    const kept = [];
    let left_over = 200;
    const add = (node) => {
      const rects = Element.prototype.getClientRects.call(node);
      for (let i = 0; i < rects.length; i += 1) {
        const { width: w, height: h } = rects[i];
        const x = rects[i].left + left;
        const y = rects[i].top + top;
        const [cx, cy] = [x + w / 2, y + h / 2];
        if (w <= 1 || h <= 1 || (clip && (cx < clip[0] || cy < clip[1] || cx > clip[0] + clip[2] || cy > clip[1] + clip[3]))) continue;
        if (kept.some((box) => x >= box[0] && y >= box[1] && x + w <= box[0] + box[2] && y + h <= box[1] + box[3])) continue;
        kept.push([x, y, w, h]);
      }
      for (let inside = firstChild(node); inside && left_over > 0; inside = nextSibling(inside)) {
        if (nodeType(inside) === 1) { left_over -= 1; add(inside); }
      }
    };
    add(el);
    return kept;
  };
  // A link within a line of text cannot be larger than its line. The test is Lighthouse's.
  const lengths = new WeakMap();
  const lengthOf = (el) => {
    if (!lengths.has(el)) lengths.set(el, (textContent(el) || '').length);
    return lengths.get(el);
  };
  const spoken = new WeakMap(); // whether words stand directly in an element
  const speaks = (el) => {
    if (!spoken.has(el)) {
      let found = false;
      for (let node = firstChild(el); node && !found; node = nextSibling(node)) found = nodeType(node) === 3 && nodeValue(node).trim() !== '';
      spoken.set(el, found);
    }
    return spoken.get(el);
  };
  const inLine = (el) => {
    for (let at = el; at; at = parentElement(at)) {
      const index = indexes.get(at);
      const display = index === undefined ? getComputedStyle(at).display : elements[index].display;
      const above = parentElement(at);
      if ((display !== 'inline' && display !== 'inline-block') || !above) return false;
      if (lengthOf(above) - lengthOf(at) >= 5 && speaks(above)) return true;
    }
    return false;
  };
  const THUMB = 44;
  for (let i = 0; i < nodes.length; i += 1) {
    const fact = elements[i];
    if (!fact.visible || !(matches(nodes[i], TARGETS) || matches(nodes[i], TAPPED))) continue;
    const spots = spotsOf(nodes[i], clips[i]);
    if (spots.length !== 1 || spots[0].some((side, at) => Math.abs(side - fact.box[at]) > 0.5)) fact.spots = spots.map(quad);
    if (inLine(nodes[i])) fact.in_line = true;
    const x = fact.box[0] - left + fact.box[2] / 2;
    const y = fact.box[1] - top + fact.box[3] / 2;
    if (x < 0 || y < 0 || x >= width || y >= height || !matches(nodes[i], TARGETS)) continue;
    const over = topmost(x, y);
    if (fact.box[2] < THUMB || fact.box[3] < THUMB) {
      // Padding by a pseudo-element is seen only by what a tap meets.
      const reach = THUMB / 2 - 0.5;
      fact.thumb = [[x - reach, y], [x + reach, y], [x, y - reach], [x, y + reach]].every(([px, py]) => {
        const met = topmost(px, py);
        return met && (met === nodes[i] || Node.prototype.contains.call(nodes[i], met));
      });
    }
    if (!over || over === nodes[i] || Node.prototype.contains.call(nodes[i], over) || Node.prototype.contains.call(over, nodes[i])) continue;
    const label = localName(over) === 'label' || (over.closest && Element.prototype.closest.call(over, 'label'));
    if (!label) fact.covered_by = addresses.get(over) || localName(over);
  }

  const COLUMNS = 6;
  const ROWS = 10;
  const surface = [];
  for (let i = 0; i < COLUMNS * ROWS && window.parent === window; i += 1) {
    const met = topmost((i % COLUMNS + 0.5) * width / COLUMNS, (Math.floor(i / COLUMNS) + 0.5) * height / ROWS);
    const index = met ? indexes.get(met) : undefined;
    surface.push(index === undefined ? -1 : index);
  }

  const metas = [];
  const metaNodes = document.getElementsByTagName('meta');
  for (let i = 0; i < metaNodes.length && i < 300; i += 1) {
    const name = attribute(metaNodes[i], 'name') || attribute(metaNodes[i], 'property') || attribute(metaNodes[i], 'http-equiv') || '';
    metas.push([name.toLowerCase().trim().slice(0, 100), (attribute(metaNodes[i], 'content') || '').slice(0, VALUE), 'meta[' + (i + 1) + ']']);
  }
  const inline = [];
  const scripts = document.getElementsByTagName('script');
  let room = 60000;
  for (let i = 0; i < scripts.length && room > 0; i += 1) {
    if (attribute(scripts[i], 'src')) continue;
    const text = (textContent(scripts[i]) || '').slice(0, Math.min(3000, room));
    if (text.trim()) { inline.push(text); room -= text.length; }
  }
  const queries = new Set();
  const envs = new Set();
  let opaque = 0;
  let rules = 5000;
  const turns = [];
  let adjust = bodyStyle.textSizeAdjust || bodyStyle.webkitTextSizeAdjust || '';
  const readRules = (list, applies, turned) => {
    for (let i = 0; i < list.length && rules > 0; i += 1) {
      rules -= 1;
      const rule = list[i];
      const query = rule.media ? rule.media.mediaText : '';
      if (query && queries.size < 60) queries.add(query.slice(0, 120));
      if (rule.cssRules && rule.cssRules.length) {
        readRules(rule.cssRules, applies && (!query || window.matchMedia(query).matches), /orientation/.test(query) ? query : turned);
        continue;
      }
      const text = rule.cssText;
      for (const found of text.matchAll(/env\(\s*([a-z-]+)/g)) envs.add(found[1]);
      const tall = applies && /[\s;{](?:min-)?height: (100[sdl]?vh)/.exec(text);
      if (tall) fullHeight(rule.selectorText, tall[1]);
      // The computed value of none is 100%: only the style sheet tells them apart.
      if (applies && /text-size-adjust: none/.test(text) && isThePage(rule.selectorText)) adjust = 'none';
      if (turned && /rotate/.test(text) && turns.length < 10 && isThePage(rule.selectorText)) turns.push((turned + ' { ' + text + ' }').slice(0, VALUE));
    }
  };
  const fullHeight = (selector, said) => {
    let found = [];
    try { found = document.querySelectorAll(selector); } catch { /* a pseudo-element's */ }
    for (let i = 0; i < found.length && i < 50; i += 1) {
      const index = indexes.get(found[i]);
      if (index !== undefined) elements[index].styles = { ...elements[index].styles, height: said };
    }
  };
  const isThePage = (selector) => {
    try {
      return [root, document.body, ...(document.body ? document.body.children : [])].some((el) => el && matches(el, selector));
    } catch { return false; }
  };
  for (let i = 0; i < document.styleSheets.length; i += 1) {
    const sheet = document.styleSheets[i];
    if (sheet.media && sheet.media.mediaText) queries.add(sheet.media.mediaText.slice(0, 120));
    const applies = !(sheet.media && sheet.media.mediaText) || window.matchMedia(sheet.media.mediaText).matches;
    try { readRules(sheet.cssRules, applies && !sheet.disabled, /orientation/.test(sheet.media ? sheet.media.mediaText : '') ? sheet.media.mediaText : ''); } catch { opaque += 1; }
  }

  // What the engine measured while the page came up: buffered entries are had at once.
  const measured = (type) => {
    const seen = new PerformanceObserver(() => {});
    seen.observe({ type, buffered: true });
    const entries = seen.takeRecords();
    seen.disconnect();
    return entries;
  };
  const safely = (measure, otherwise) => { try { return measure(); } catch { return otherwise; } };
  const vitalsOf = () => {
    const [kinds, top] = [PerformanceObserver.supportedEntryTypes || [], window === window.top];
    if (!top || !kinds.includes('largest-contentful-paint') || !kinds.includes('layout-shift')) return null;
    const paint = measured('paint').find((entry) => entry.name === 'first-contentful-paint');
    const largest = measured('largest-contentful-paint').pop();
    const [navigation] = performance.getEntriesByType('navigation');
    const loaded = navigation && navigation.loadEventEnd > 0 ? navigation.loadEventEnd : -1;
    let [worst, sum, first, last] = [0, 0, 0, 0];
    for (const shift of measured('layout-shift')) {
      if (shift.hadRecentInput) continue;
      if (shift.startTime - last > 1000 || shift.startTime - first > 5000) [sum, first] = [0, shift.startTime];
      last = shift.startTime;
      sum += shift.value;
      worst = Math.max(worst, sum);
    }
    let blocked = 0;
    for (const task of kinds.includes('longtask') && paint ? measured('longtask') : []) {
      const from = Math.max(task.startTime, paint.startTime);
      const until = loaded < 0 ? 1e12 : loaded;
      if (from < until) blocked += Math.max(0, task.startTime + task.duration - from - 50);
    }
    const element = largest && largest.element;
    return [
      paint ? round(paint.startTime) : -1, largest ? round(largest.startTime) : -1, (element && addresses.get(element)) || '',
      Math.round(worst * 10000) / 10000, round(blocked), round(loaded),
    ];
  };
  const sizesOf = () => {
    const sizes = [];
    const entries = performance.getEntriesByType('resource');
    for (let i = 0; i < entries.length && sizes.length < 400; i += 1) {
      if (entries[i].transferSize > 0) sizes.push([entries[i].name.slice(0, 2000), entries[i].transferSize]);
    }
    return sizes;
  };

  let said = '';
  const hear = (event) => { said = typeof event.detail === 'string' ? event.detail : ''; };
  document.addEventListener(options.key, hear, true);
  document.dispatchEvent(new CustomEvent(options.key + '?'));
  document.removeEventListener(options.key, hear, true);
  const [log, globals] = said.split('\u0002').map((part) => part.split('\u0001').filter(Boolean));

  const visual = window.visualViewport;
  const text = JSON.stringify({
    url: location.href.slice(0, 4000),
    title: document.title.slice(0, 300),
    lang: (attribute(root, 'lang') || '').slice(0, 40),
    doctype: document.doctype ? (document.doctype.name + ' ' + document.doctype.publicId).trim().slice(0, 200) : '',
    layout_width: clientWidth(root),
    layout_height: root.clientHeight,
    visible_width: visual ? round(visual.width) : width,
    visible_height: visual ? round(visual.height) : height,
    content_width: Math.max(scrollWidth(root), document.body ? scrollWidth(document.body) : 0),
    content_height: Math.max(root.scrollHeight, document.body ? document.body.scrollHeight : 0),
    scale: visual ? Math.round(visual.scale * 10000) / 10000 : 1,
    metas,
    elements,
    scripts: inline,
    media_queries: [...queries],
    css_env: [...envs],
    css_turns: turns,
    scroll_y: round(top),
    text_size_adjust: adjust,
    surface,
    opaque_sheets: opaque,
    globals: globals || [],
    prompts: log || [],
    truncated,
  });
  // How the page came up and what it weighs are no part of how it is: they are told, and not compared.
  const same = options.unless && globalThis.__parcoursSaid && globalThis.__parcoursSaid[0] === options.unless && globalThis.__parcoursSaid[1] === text;
  if (options.mark) globalThis.__parcoursSaid = [options.mark, text];
  if (same) return '';
  return text.slice(0, -1) + ',' + JSON.stringify({ vitals: safely(vitalsOf, null), sizes: safely(sizesOf, []) }).slice(1);
})
