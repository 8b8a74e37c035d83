// Notes what a person does on a page, by the names that people see. It runs in a world of its own, in every frame, and
// holds no opinion of what should become a step; only what the person did themselves is heard (isTrusted).
(() => {
  const control = __CONTROL__;
  const TAPPED = 'a[href], button, summary, label, option, input, select, textarea, [role=button], [role=link],'
    + ' [role=menuitem], [role=tab], [role=checkbox], [role=radio], [role=switch], [role=option], [onclick]';
  const TEXT = /^(?:text|search|email|tel|url|password|number|date|time|month|week|datetime-local|)$/;
  const SECRET = /password|cc-|one-time-code/;
  const line = (text) => (text || '').replace(/\s+/g, ' ').trim().slice(0, 80);
  const shown = (el) => el.getClientRects().length > 0 && getComputedStyle(el).visibility === 'visible';
  const say = (act) => globalThis.parcoursDid(JSON.stringify(act));

  const byIds = (el) => (el.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
    .map((id) => el.getRootNode().getElementById(id)).map((found) => (found ? found.innerText : '')).join(' ');
  const nameOf = (el) => {
    const labels = el.labels && el.labels.length ? el.labels[0].innerText : '';
    const pictures = [...el.querySelectorAll('img[alt], svg[aria-label]')]
      .map((one) => one.getAttribute('alt') || one.getAttribute('aria-label')).join(' ');
    const button = /^(?:submit|button|reset)$/.test(el.type) && el.tagName === 'INPUT' ? el.value : '';
    const own = el.matches('input, select, textarea') ? '' : el.innerText;
    return [byIds(el), el.getAttribute('aria-label'), labels, el.getAttribute('alt'), button, own, pictures,
      el.getAttribute('placeholder'), el.getAttribute('title')].map(line).find(Boolean) || '';
  };
  const isText = (el) => el.matches('textarea, select') || (el.tagName === 'INPUT' && TEXT.test(el.type));
  const testId = (el) => {
    const id = el.getAttribute('data-testid');
    return id && document.querySelectorAll(`[data-testid="${CSS.escape(id)}"]`).length === 1 ? id : '';
  };

  let labelled = null; // a label taps its field once more by itself
  const tapped = (event) => {
    if (!event.isTrusted) return;
    const path = event.composedPath().filter((node) => node instanceof Element);
    const el = path.find((node) => node.matches(TAPPED)) || path[0];
    if (!el || el === labelled || isText(el) || el.matches('html, body')) { labelled = null; return; }
    labelled = el.tagName === 'LABEL' ? el.control : null;
    if (labelled && isText(labelled)) return;
    const name = nameOf(el);
    const alike = [...document.querySelectorAll(TAPPED)].filter((one) => shown(one) && nameOf(one) === name);
    say({ kind: 'tap', name, nth: Math.max(alike.indexOf(el), 0), of: alike.length || 1, test_id: testId(el),
      control: control(el) });
  };
  const changed = (event) => {
    const el = event.composedPath()[0];
    if (!event.isTrusted || !(el instanceof Element) || !isText(el)) return;
    const secret = SECRET.test(`${el.type} ${el.getAttribute('autocomplete') || ''}`);
    const chosen = el.tagName === 'SELECT' ? line(el.selectedOptions[0] && el.selectedOptions[0].text) : '';
    say({ kind: chosen ? 'choose' : 'type', name: nameOf(el), text: secret ? '' : chosen || el.value.slice(0, 2000), secret });
  };
  const submitted = (event) => {
    if (!event.isTrusted || event.submitter) return;
    const form = event.composedPath()[0];
    say({ kind: 'submit', name: line(form.getAttribute('aria-label') || form.getAttribute('name') || form.action) });
  };
  addEventListener('click', tapped, true);
  addEventListener('change', changed, true);
  addEventListener('submit', submitted, true);
})();
