// Addresses: the History API, where a page was scrolled to, and the question before leaving a receipt.
import { call, isStopped } from './app.js';

let open; // shows the page of an address: (path, how it was reached)
let question = '';
let wanted = null; // where to scroll once the page is high enough
let path = location.pathname;
let mark = history.state?.mark ?? ''; // what the page has written into the entry of the history that is shown

export const currentPath = () => path;
export const currentMark = () => mark;

const askBeforeUnload = (event) => event.preventDefault();

export function guard(text) {
  // Only while needed: a page with this handler is not kept in the back-forward cache.
  if (!question && text) addEventListener('beforeunload', askBeforeUnload);
  if (question && !text) removeEventListener('beforeunload', askBeforeUnload);
  question = text;
}

const mayLeave = () => !question || confirm(question);

function remember() {
  if (history.state?.y !== scrollY) history.replaceState({ ...history.state, y: scrollY }, '');
}

// See Browser::mark.
export function setMark(text, newEntry) {
  if (newEntry) remember();
  mark = text;
  if (newEntry) history.pushState({ y: 0, mark }, '');
  else history.replaceState({ ...history.state, mark }, '');
}

function show(how) {
  path = location.pathname;
  mark = history.state?.mark ?? '';
  wanted = (how === 'back' && history.state?.y) || null;
  // Before the page changes: after it the browser would have to lay it out at once only to know where it is.
  if (wanted === null && scrollY) scrollTo(0, 0);
  open(path, mark);
  settle();
}

// Scrolls to where the page was, as soon as it is high enough (a list may still be loading).
export function settle() {
  if (wanted === null) return;
  scrollTo(0, wanted);
  if (Math.abs(scrollY - wanted) < 2) wanted = null;
}

export function go(to, replace) {
  if (!mayLeave()) return false;
  guard('');
  // A page of the other program: the browser loads it.
  if (!call('knows', [decodeURI(new URL(to, location.href).pathname)])) return location.assign(to), true;
  if (replace || to === location.pathname + location.search) {
    history.replaceState({ y: 0 }, '', to);
  } else {
    remember();
    history.pushState({ y: 0 }, '', to);
  }
  show('forward');
  return true;
}

// A link of the app, clicked plainly: true if it was followed here.
export function follow(link, event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  if (link.target || link.hasAttribute('download') || link.origin !== location.origin) return false;
  if (link.hash && link.pathname === location.pathname) return false;
  if (!call('knows', [decodeURI(link.pathname)])) return false;
  go(link.pathname + link.search);
  return true;
}

export function startHistory(openPage) {
  open = openPage;
  history.scrollRestoration = 'manual';
  if (history.state?.y && !scrollY) wanted = history.state.y;
  let timer;
  addEventListener('scroll', () => {
    if (wanted !== null && Math.abs(scrollY - wanted) >= 2 && document.documentElement.scrollHeight > wanted + innerHeight) wanted = null;
    clearTimeout(timer);
    timer = setTimeout(remember, 200);
  }, { passive: true });
  addEventListener('popstate', () => {
    clearTimeout(timer);
    if (isStopped()) return location.reload();
    if (location.pathname === path) {
      const before = mark;
      mark = history.state?.mark ?? '';
      // Else only the fragment changed.
      if (mark !== before) call('revisit', [mark]);
      return;
    }
    if (!mayLeave()) return history.pushState({ y: scrollY, mark }, '', path);
    guard('');
    show('back');
  });
}
