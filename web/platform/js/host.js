// The browser's side of the app: starts it, gives it the functions of web/platform/host.h, and paints when something
// changed. Loaded by boot.js beside the WASM.
import { forget, isTyped, keep, queued, read, restore } from '../../shell/drafts.js';
import { changeRows, page, patch, place, places, release } from '../../mirror/mirror.js';
import { call, failed, load, memory } from './app.js';
import { startCanvas } from './canvas.js';
import { chosenEarly, grow, pressEarly, startEvents, tellAll } from './events.js';
import { currentMark, currentPath, go, guard, setMark, settle, startHistory } from './history.js';
import { abort, send } from './net.js';
import { chosenTheme } from './theme.js';
import { settleWidgets } from './widgets.js';

export { makeCanvas } from './canvas.js';

let state;
let canvas = null; // {resize, paint, leave} while it shows the page
let toFocus = '';
let opened = false; // toFocus is the heading of a page that was opened

function focusWanted() {
  const target = toFocus && document.getElementById(toFocus);
  if (!target) return;
  toFocus = '';
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const { top } = target.getBoundingClientRect();
  // A page that was opened is scrolled by history.js.
  if (opened) return;
  // Where it begins anew under the same address (an emptied form, the next page of a survey), its reader stands at its foot,
  // and wants all above the heading too. A list of errors or a notice may be out of sight; above a field stand its name and help.
  if (target.id === 'title') top < 0 && scrollTo(0, 0);
  else target.scrollIntoView({ block: target.matches('input,select,textarea') && top < 96 ? 'center' : 'nearest' });
}

const requestFrame = () => canvas?.requestFrame();
const repaint = () => canvas && call('needs_paint') && requestFrame();

// How long the mirror takes is a figure of tests/bench.
function timed(work, ...given) {
  const began = performance.now();
  const result = work(...given);
  state.mirrorMilliseconds += performance.now() - began;
  return result;
}

const host = {
  show(title) {
    state.renders++;
    document.title = title;
    // When this function and the app's have returned, all of the page is in its place.
    queueMicrotask(afterRender);
  },
  patch: (within, html) => timed(patch, within, html),
  place(ids, numbers, height) {
    if (matchMedia('print').matches) return;
    document.documentElement.classList.add('canvas');
    timed(place, ids, numbers, height);
  },
  changeRows: (...given) => timed(changeRows, ...given),
  requestFrame,
  fetch: send,
  abort,
  later: () => setTimeout(() => call('tick'), 0),
  // After the app's own function has returned: its controller goes.
  go: (path, replace) => queueMicrotask(() => go(path, replace)),
  focus(id) {
    toFocus = id;
    opened = false;
    queueMicrotask(focusWanted);
  },
  keep,
  forget,
  guard,
  mark: setMark,
};

function afterRender() {
  state.takenOver = true;
  page.querySelectorAll('textarea').forEach(grow);
  settleWidgets();
  focusWanted();
  settle();
  pressEarly();
}

function leaveCanvas() {
  if (!canvas) return;
  canvas = null;
  state.mode = 'dom';
  call('leave_canvas');
  document.documentElement.classList.remove('canvas');
  release();
}

const tellDraft = (fields) => Object.entries(fields).filter(isTyped).forEach((field) => call('input', field));

// Shows the page of an address that was followed here.
function open(path, mark) {
  toFocus = 'title';
  opened = true;
  call('hold');
  call('open', [decodeURI(path), mark]);
  tellDraft(read(path));
  call('adopt');
}

// The first page: the server's HTML is adopted, with what was typed into it meanwhile.
function adopt(keepNow) {
  const tellFiles = chosenEarly();
  keepNow();
  const answersForm = document.querySelector('#errors,#tracking_token,#asked');
  call('open', [decodeURI(currentPath()), currentMark()]);
  tellDraft(restore());
  tellAll();
  if (answersForm) call('resume');
  call('adopt');
  tellFiles();
}

export async function start({ state: shared, canvas: element, wasm, profile, font, keepNow, early }) {
  state = shared;
  await Promise.race([load(wasm, host, element), failed]);
  if (!call('start', [profile, chosenTheme()])) throw new Error('profile');
  failed.catch((error) => {
    // What is in the DOM goes on as plain HTML: its links and forms are the browser's again.
    state.failed = String(error);
    leaveCanvas();
    state.mode = 'html';
  });
  state.counts = () => ({
    frames: state.frames, milliseconds: state.milliseconds, mallocs: call('allocations'), shapes: call('shapes'),
  });
  state.memory = memory;
  const [sheet] = document.styleSheets;
  sheet.insertRule(CANVAS_STYLE, sheet.cssRules.length);  // web/shell/canvas.css, before the element is in the page
  canvas = startCanvas({ state, element, font, onLost: leaveCanvas });
  state.mode = canvas ? 'canvas' : 'dom';
  state.places = places;
  startHistory(open);
  adopt(keepNow);
  document.documentElement.classList.add('app');
  startEvents(repaint);
  pressEarly(early());
  tellFocus();
  startWaiting();
  // Without haste: it is for the next visit.
  setTimeout(() => navigator.serviceWorker?.register('/sw.js').catch(() => {}), 5000);
  addEventListener('pageshow', requestFrame);
  addEventListener('visibilitychange', requestFrame);
  // The event comes before the browser counts the sheets; the media, for whoever only looks at the page as paper, after.
  addEventListener('beforeprint', () => forPrinting({ matches: true }));
  matchMedia('print').addEventListener('change', forPrinting);
}

// Forms that were not sent for want of a network: those of this page and of others. Browsers often believe that they are
// online when they are not, so what waits is also tried from time to time.
function startWaiting() {
  const again = 20_000;
  for (const path of queued()) {
    if (path !== currentPath()) call('wait_for', [path, Object.entries(read(path)).flat().map((text) => `${text}\0`).join('')]);
  }
  const tell = () => {
    call('online', [], navigator.onLine ? 1 : 0);
    repaint();
  };
  addEventListener('online', tell);
  addEventListener('offline', tell);
  if (!navigator.onLine || call('waits')) tell();
  setInterval(() => navigator.onLine && call('waits') && tell(), again);
}

// Paper gets the browser's own layout, with the style sheet's rules for printing.
function forPrinting({ matches }) {
  if (!canvas) return;
  call('print', [], matches ? 1 : 0);
  if (!matches) return canvas.layOut();
  document.documentElement.classList.remove('canvas');
  release();
}

// A field may have had the focus since before the take-over.
function tellFocus() {
  const field = document.activeElement;
  if (page.contains(field)) field.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
}
