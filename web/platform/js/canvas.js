// The canvas behind the page: its size, when it is painted, and what becomes of it when the GPU forgets it. Painted only
// when something changed: scrolled, resized, another theme, or the app says so.
import { call, glue } from './app.js';

const quiet = (query) => matchMedia(query).matches;

// null if the page is better left to the browser's own rendering: no WebGL 2, a font that cannot be used, or colours
// that only the browser knows (forced colours).
export function startCanvas({ state, font, onLost }) {
  if (quiet('(forced-colors: active)')) return null;
  const element = document.createElement('canvas');
  element.id = 'canvas';
  element.setAttribute('aria-hidden', 'true');
  const context = element.getContext('webgl2', { alpha: false, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: false });
  if (!context) return null;
  const { GL } = glue();
  GL.makeContextCurrent(GL.registerContext(context, { majorVersion: 2 }));
  if (!call('use_canvas', [font], document.documentElement.clientWidth)) return null;
  document.body.prepend(element);

  let pending = false;
  let left = false;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function paint() {
    pending = false;
    if (left || context.isContextLost()) return;
    const dpr = devicePixelRatio;
    const width = Math.round(element.clientWidth * dpr);
    const height = Math.round(element.clientHeight * dpr);
    if (element.width !== width || element.height !== height) {
      element.width = width;
      element.height = height;
    }
    state.frames++;
    call('frame', [], scrollY, element.clientHeight, dpr);
  }

  function requestFrame() {
    if (pending || left) return;
    pending = true;
    requestAnimationFrame(paint);
  }

  function resize() {
    if (left) return;
    call('resize', [], document.documentElement.clientWidth);
    requestFrame();
  }

  function theme() {
    if (left) return;
    call('theme', [], dark.matches ? 1 : 0);
    requestFrame();
  }

  function leave() {
    left = true;
    element.remove();
    onLost();
  }

  addEventListener('scroll', requestFrame, { passive: true });
  addEventListener('resize', resize);
  new ResizeObserver(resize).observe(document.documentElement);
  dark.addEventListener('change', theme);
  // The window moved to a screen with other pixels, or was zoomed.
  const watchPixels = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => (requestFrame(), watchPixels()), { once: true });
  watchPixels();
  let waiting;
  element.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    waiting = setTimeout(leave, 3000);
  });
  element.addEventListener('webglcontextrestored', () => {
    clearTimeout(waiting);
    call('context_restored');
    requestFrame();
  });
  theme();
  return { requestFrame };
}
