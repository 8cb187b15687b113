// The canvas behind the page: its size, when it is painted, and what becomes of it when the GPU forgets it. Painted only
// when something changed: scrolled, resized, another theme, or the app says so.
import { call } from './app.js';
import { themeNow, watchThemes } from './theme.js';

// The canvas has no size until it is shown: nothing is laid out by it. Its context takes long to make, so it is asked for
// while the app is still on its way; gl.js asks for the same again and gets it.
export function makeCanvas() {
  const element = document.createElement('canvas');
  if (!forcedColours()) element.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power' });
  element.id = 'canvas';
  element.setAttribute('aria-hidden', 'true');
  return element;
}

const windowWidth = () => document.documentElement.clientWidth;
const windowHeight = () => document.documentElement.clientHeight;

const forcedColours = () => matchMedia('(forced-colors: active)').matches;

// null if the page is better left to the browser's own rendering: no WebGL 2 (web/platform/js/gl.js asks for it), a font
// that cannot be used, or colours that only the browser knows (forced colours).
export function startCanvas({ state, element, font, onLost }) {
  if (forcedColours()) return null;
  if (!call('use_canvas', [font], windowWidth(), windowHeight())) return null;
  document.body.prepend(element);

  let pending = false;
  let left = false;

  function paint() {
    pending = false;
    if (left) return;
    const began = performance.now();
    call('frame', [], scrollY, element.clientHeight, devicePixelRatio);
    state.milliseconds += performance.now() - began;
    if (!state.frames++) performance.mark('takeover');
  }

  function requestFrame() {
    if (pending || left) return;
    pending = true;
    requestAnimationFrame(paint);
  }

  let width = windowWidth();
  let height = windowHeight();
  function layOut() {
    width = windowWidth();
    height = windowHeight();
    call('resize', [], width, height);
    requestFrame();
  }

  // The browser's setting for the size of text; it tells nobody when it changes.
  let textScale = 1;
  function scaleChanged() {
    const before = textScale;
    textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    return textScale !== before;
  }
  const measureText = () => {
    if (left || !scaleChanged()) return;
    call('text_scale', [], textScale);
    layOut();
  };

  function resize() {
    if (left) return;
    measureText();
    if (width !== windowWidth() || height !== windowHeight()) layOut();
    else requestFrame();
  }

  function theme() {
    if (left) return;
    const now = themeNow();
    call('theme', [], now.dark ? 1 : 0, now.contrast ? 1 : 0);
    requestFrame();
  }

  function leave() {
    if (left) return;
    left = true;
    element.remove();
    onLost();
  }

  addEventListener('scroll', requestFrame, { passive: true });
  addEventListener('resize', resize);
  addEventListener('focus', measureText);
  addEventListener('visibilitychange', measureText);
  // The scroll bar came or went.
  new ResizeObserver(() => width !== windowWidth() && resize()).observe(document.documentElement);
  watchThemes(theme);
  // The window moved to a screen with other pixels, or was zoomed.
  if (self.ResizeObserverEntry && 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype) {
    new ResizeObserver(requestFrame).observe(element, { box: 'device-pixel-content-box' });
  }
  const watchPixels = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => (requestFrame(), watchPixels()), { once: true });
  watchPixels();
  // gl.js says that we want the context back; if it does not come, the browser's own rendering does.
  let waiting;
  element.addEventListener('webglcontextlost', () => (waiting = setTimeout(leave, 3000)));
  element.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    call('context_restored');
    requestFrame();
  });
  theme();
  if (scaleChanged()) call('text_scale', [], textScale);
  return { requestFrame, layOut };
}
