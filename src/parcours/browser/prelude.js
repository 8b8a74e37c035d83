// Runs in every frame, in the page's own world, before any of its code. It records what a phone would
// have asked the customer for and where a tap would have left the browser; it changes nothing that the
// page can rely on. What was recorded is handed to the collector, in its isolated world, as one string
// in an event's detail: strings cross worlds, and joining by hand needs no built-in that a page can
// have replaced meanwhile.
(() => {
  const KEY = '__PARCOURS_KEY__';
  const MOST = 200;
  const log = [];
  const known = new Set(Object.keys(window));
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const Event_ = CustomEvent;
  const keysOf = Object.keys;
  const call = Function.prototype.call.bind(Function.prototype.call);
  const has = known.has.bind(known);
  const put = (word) => { if (log.length < MOST) log[log.length] = word; };

  const spy = (owner, name, word, after) => {
    const original = owner && owner[name];
    if (typeof original !== 'function') return;
    const wrapped = { [name](...args) {
      const detail = after ? ' ' + after(args[0]) : '';
      put(word + (navigator.userActivation && !navigator.userActivation.isActive ? ' unasked' : '') + detail);
      return call(original, this, ...args);
    } }[name];
    try { Object.defineProperty(owner, name, { value: wrapped, writable: true, configurable: true }); } catch { /* frozen */ }
  };
  spy(window.Notification, 'requestPermission', 'notification');
  spy(window.PushManager && PushManager.prototype, 'subscribe', 'push');
  spy(Navigator.prototype, 'setAppBadge', 'badge', (count) => (count === undefined ? 'dot' : '' + (count >>> 0)));
  spy(Navigator.prototype, 'clearAppBadge', 'badge-cleared');
  spy(window.Geolocation && Geolocation.prototype, 'getCurrentPosition', 'geolocation');
  spy(window.Geolocation && Geolocation.prototype, 'watchPosition', 'geolocation');
  spy(window.MediaDevices && MediaDevices.prototype, 'getUserMedia', 'camera');

  // Where a service worker's script stands and which pages it serves, whatever becomes of the registration.
  const Address = URL;
  const workers = window.ServiceWorkerContainer && ServiceWorkerContainer.prototype;
  const register = workers && workers.register;
  if (typeof register === 'function') {
    const wrapped = { register(...args) {
      try {
        const scope = args[1] && args[1].scope ? new Address(args[1].scope, document.baseURI).href : '';
        put(('worker ' + new Address(args[0], document.baseURI).href + ' ' + scope).slice(0, 2000));
      } catch { /* no address: the registration will say so itself */ }
      return call(register, this, ...args);
    } }.register;
    try { Object.defineProperty(workers, 'register', { value: wrapped, writable: true, configurable: true }); } catch { /* frozen */ }
  }
  // Without a window to ask in, Chromium says "denied" before anybody was asked; an Android phone says "default", and
  // "granted" once the customer has said yes.
  const Asked = window.Notification;
  let granted = false;
  if (Asked && Asked.permission !== 'default' && window === window.top && isSecureContext && /Android/.test(navigator.userAgent)) {
    const ask = Asked.requestPermission;
    const state = () => (granted ? 'granted' : 'default');
    const then = Promise.prototype.then;
    const wrapped = { requestPermission(...args) {
      const asked = call(ask, Asked, ...args);
      return call(then, asked, (answer) => { granted = answer === 'granted'; return answer; });
    } }.requestPermission;
    try {
      Object.defineProperty(Asked, 'permission', { get: state, configurable: true, enumerable: true });
      Object.defineProperty(Asked, 'requestPermission', { value: wrapped, writable: true, configurable: true });
    } catch { /* frozen */ }
  }
  // What the page shows itself; what its service worker shows is heard there.
  const registrations = window.ServiceWorkerRegistration && ServiceWorkerRegistration.prototype;
  const show = registrations && registrations.showNotification;
  if (typeof show === 'function') {
    const wrapped = { showNotification(title, options) {
      if (!granted) return call(show, this, title, options);
      put(('shown ' + title + ' ' + ((options && options.body) || '')).slice(0, 500));
      return Promise.resolve();
    } }.showNotification;
    try { Object.defineProperty(registrations, 'showNotification', { value: wrapped, writable: true, configurable: true }); } catch { /* frozen */ }
  }

  // No WebKit has client hints. Chromium keeps the object, empty, where the agent is not its own: "not a mobile".
  if (!/Chrom(e|ium)\//.test(navigator.userAgent)) delete Navigator.prototype.userAgentData;

  // Phones keep windows shut that nobody tapped for; Chromium without a window opens hundreds.
  const open = window.open;
  const asked = { open(...args) {
    return navigator.userActivation && !navigator.userActivation.isActive ? null : call(open, this, ...args);
  } }.open;
  try { Object.defineProperty(window, 'open', { value: asked, writable: true, configurable: true }); } catch { /* frozen */ }

  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    if (init && init.mode === 'closed') put('closed-shadow');
    return call(attachShadow, this, init);
  };

  // A followed tel:, sms: or store link blocks the page: it is kept from leaving, and noted.
  const STAYS = /^(https?|about|javascript|blob|data):$/;
  call(addEventListener, window, 'click', (event) => {
    const path = event.composedPath();
    for (let i = 0; i < path.length; i += 1) {
      const node = path[i];
      if (node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement) {
        if (node.href && !STAYS.test(node.protocol)) {
          event.preventDefault();
          put('handoff ' + node.href.slice(0, 2000));
        }
        return;
      }
    }
  }, true);

  call(addEventListener, document, KEY + '?', () => {
    let said = '';
    for (let i = 0; i < log.length; i += 1) said += log[i] + '\u0001';
    said += '\u0002';
    const now = keysOf(window);
    for (let i = 0, n = 0; i < now.length && n < 400; i += 1) {
      if (!has(now[i])) { said += now[i].slice(0, 80) + '\u0001'; n += 1; }
    }
    call(dispatchEvent, document, new Event_(KEY, { detail: said }));
  }, true);
})();
