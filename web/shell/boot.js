// The first script: keeps drafts, then lets the app take over. Until it has, and if it never does, the page is the
// server's HTML and stays usable: whatever fails here is no fault of the page.
import { restore, watch } from './drafts.js';

// The addresses of the built files, put in by scripts/site: the font, and of each program of the client (web/programs) its
// wasm {url, bytes} and its host (web/platform/js/host.js). Which pages need which: pages::needs_staff_program.
const { font: fontUrl, citizens, staff } = ASSETS;
const program = /^\/(gallery|staff)(\/|$)/.test(location.pathname) ? staff : citizens;

// A thin line at the top, and the percentage beside it once waiting is felt. Decoration: nobody needs to wait.
function progressLine() {
  const line = document.createElement('div');
  line.id = 'takeover';
  line.setAttribute('aria-hidden', 'true');
  const started = performance.now();
  return {
    show(part) {
      const waited = performance.now() - started;
      if (waited < 300) return;
      if (!line.isConnected) document.body.append(line);
      line.style.insetInlineEnd = `${100 - part * 100}%`;
      if (waited > 2000) line.textContent = (Math.round(part * 100) / 100).toLocaleString('fa', { style: 'percent' });
    },
    end: () => line.remove(),
  };
}

// The answer with its bytes counted on their way; `bytes` is the length before compression.
function counted({ url, bytes }, show) {
  return fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(url);
    let arrived = 0;
    const counter = new TransformStream({
      transform(chunk, controller) {
        arrived += chunk.length;
        show(Math.min(1, arrived / bytes));
        controller.enqueue(chunk);
      },
    });
    return new Response(answer.body.pipeThrough(counter), { headers: { 'Content-Type': 'application/wasm' } });
  });
}

// Without JavaScript's help a form was posted and this page is the answer, made from what only the server knows: it stays
// as it is until the person goes on.
const isAnswer = () =>
  'answer' in document.documentElement.dataset || (location.pathname === '/track' && !document.getElementById('track'));

// The server's page is on the screen: only then the app may keep the processor busy. Browsers that do not tell wait a frame.
const painted = () =>
  new Promise((done) => {
    setTimeout(done, 3000);
    if (document.hidden || !PerformanceObserver.supportedEntryTypes?.includes('paint')) return setTimeout(done, 50);
    new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length && done()).observe({ type: 'paint', buffered: true });
  });

// Which button waits for the app: those without a form do nothing in plain HTML.
function watchPresses() {
  let id = '';
  const remember = ({ target }) => {
    const button = target.closest?.('button[data-intent]');
    if (button && !button.form) id = button.id;
  };
  document.addEventListener('click', remember);
  return () => {
    document.removeEventListener('click', remember);
    return id;
  };
}

async function takeOver(keepNow) {
  const line = progressLine();
  const state = (globalThis.hamandish = { mode: 'html', takenOver: false, frames: 0, milliseconds: 0, mirrorMilliseconds: 0, renders: 0, percent: 0 });
  const early = watchPresses();
  const show = (part) => {
    state.percent = Math.round(part * 100);
    line.show(part);
  };
  try {
    const ok = (answer) => (answer.ok ? answer : Promise.reject(new Error(answer.url)));
    // What is needed is on its way: index.html preloads it.
    await painted();
    const bytesOf = (url) => fetch(url).then(ok).then((answer) => answer.arrayBuffer());
    const host = import(program.host);
    const [{ start }, canvas, wasm, profile, font] = await Promise.all([
      host,
      host.then(({ makeCanvas }) => makeCanvas()),
      WebAssembly.compileStreaming(counted(program.wasm, show)),
      bytesOf('/api/v1/profile'),
      bytesOf(fontUrl),
    ]);
    await start({ state, canvas, wasm, profile, font, keepNow, early });
  } catch (error) {
    state.failed = String(error);
  }
  line.end();
}

// A recording's speed, and the place in it that was pointed at in its picture.
document.addEventListener('click', ({ target, offsetX }) => {
  const [, id, percent] = target.closest?.('[data-intent^="speed:"]')?.dataset.intent.split(':') ?? [];
  const sound = document.getElementById(id ?? target.id?.replace(/-wave$/, ''));
  if (sound?.tagName !== 'AUDIO') return;
  if (id) sound.playbackRate = percent / 100;
  else if (sound !== target && sound.duration) sound.currentTime = (offsetX / target.clientWidth) * sound.duration;
});

restore();
const keepNow = watch();
if (!isAnswer()) takeOver(keepNow);
