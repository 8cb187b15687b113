// The keys of the inbox, and who else has a case open. Only on staff pages.
import { page } from '../../mirror/mirror.js';
import { currentPath, go } from './history.js';

const PRESENCE_EVERY = 12000; // ms; the server forgets a visit after 30 s
const isField = (node) => node?.matches?.('input,textarea,select');
const isInbox = () => currentPath() === '/staff' && page.querySelector('#inbox');

// To the next or the previous case; from nowhere to the first.
function step(by) {
  const links = [...page.querySelectorAll('#inbox-body tr a')];
  const at = links.indexOf(document.activeElement);
  const to = links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)];
  if (!to) return false;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: 'nearest' });
  return true;
}

const places = { KeyJ: 'j', KeyK: 'k', KeyN: 'n', Slash: '/' };

function onKey(event, intent) {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || !isInbox()) return;
  if (document.querySelector('dialog:modal')) return;
  const inTable = event.target.closest?.('#inbox-body');
  // On a Persian keyboard the same keys give «ت», «ن» and «د»: then the place of the key counts.
  const isLatin = /^[a-z/?]$/i.test(event.key) || event.key.length > 1;
  const key = isLatin || event.shiftKey ? event.key : (places[event.code] ?? event.key);
  const forward = key === 'j' || (inTable && key === 'ArrowDown');
  const back = key === 'k' || (inTable && key === 'ArrowUp');
  if (forward || back) {
    if (!step(forward ? 1 : -1)) return;
  } else if (key === '/') {
    document.getElementById('q')?.focus();
  } else if (key === 'n' && document.getElementById('register')) {
    go('/staff/new');
  } else if (key === '?' || key === '؟') {
    intent('keys');
  } else {
    return;
  }
  event.preventDefault();
}

// `on`: adds a listener to the document; `intent`: tells the app of a person's intent.
export function startStaff(on, intent) {
  on('keydown', (event) => onKey(event, intent));
  let asked = 0;
  const ask = () => {
    if (document.hidden || !/^\/staff\/cases\/[^/]+$/.test(currentPath())) return;
    asked = Date.now();
    intent('presence');
  };
  setInterval(ask, PRESENCE_EVERY);
  on('visibilitychange', () => !document.hidden && Date.now() - asked > PRESENCE_EVERY && ask());
}
