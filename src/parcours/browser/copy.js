// Runs in every frame of a copy, in the page's own world, before any of its code: what a tap sets off that changes
// nothing on the page is told of by an event, and what would send something is kept from it once taps begin.
(() => {
  const KEY = '__PARCOURS_KEY__!';
  const Event_ = CustomEvent;
  const { dispatchEvent } = EventTarget.prototype;
  const call = Function.prototype.call.bind(Function.prototype.call);
  const tell = (what) => call(dispatchEvent, document, new Event_(KEY, { detail: what }));
  const put = (owner, name, value) => {
    try { Object.defineProperty(owner, name, { value, writable: true, configurable: true }); } catch { /* frozen */ }
  };
  const spy = (owner, name, what, instead) => {
    const original = owner && owner[name];
    if (!owner || (typeof original !== 'function' && !instead)) return;
    put(owner, name, { [name](...args) { tell(what); return instead ? instead() : call(original, this, ...args); } }[name]);
  };
  const nothing = () => undefined;
  const done = () => Promise.resolve();
  // An emulated phone has no sheet to share by, and no clipboard without a window: a real one has both.
  spy(Navigator.prototype, 'share', 'share', done);
  put(Navigator.prototype, 'canShare', () => true);
  spy(window.Clipboard && Clipboard.prototype, 'writeText', 'copy', done);
  spy(window.Clipboard && Clipboard.prototype, 'write', 'copy', done);
  spy(Document.prototype, 'execCommand', 'copy', () => true);
  spy(Navigator.prototype, 'vibrate', 'vibrate', () => true);
  spy(Navigator.prototype, 'sendBeacon', 'beacon', () => true);
  spy(window, 'print', 'print', nothing);
  spy(window, 'open', 'window', () => null);
  spy(window, 'alert', 'dialog', nothing);
  spy(window, 'confirm', 'dialog', () => false);
  spy(window, 'prompt', 'dialog', () => null);
  spy(window.Storage && Storage.prototype, 'setItem', 'storage');
  spy(window.HTMLMediaElement && HTMLMediaElement.prototype, 'play', 'sound');
  spy(window.AudioContext && AudioContext.prototype, 'resume', 'sound');
  spy(Element.prototype, 'requestFullscreen', 'fullscreen', done);
  spy(window.HTMLFormElement && HTMLFormElement.prototype, 'submit', 'form', nothing);
  spy(window.PushManager && PushManager.prototype, 'subscribe', 'push', () => Promise.reject(new DOMException('denied', 'NotAllowedError')));

  addEventListener('error', (event) => { if (event.message) tell('error ' + event.message); }, true);

  let armed = false;
  const send = window.WebSocket && WebSocket.prototype.send;
  if (send) put(WebSocket.prototype, 'send', { send(...args) { tell('socket'); return armed ? undefined : call(send, this, ...args); } }.send);
  document.addEventListener(KEY + 'armed', () => { armed = true; }, true);
  document.addEventListener(KEY + 'free', () => { armed = false; }, true);

  addEventListener('submit', (event) => { event.preventDefault(); tell('form'); }, true);
})();
