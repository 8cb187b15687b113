// What is typed in a long form is kept on this device until the form was sent: it survives a reload, a crash, a failed
// send, and WebAssembly that never comes. One entry of localStorage for each address: {at, fields: {name: value}}. Where
// somebody edits what the page has brought, that stands there too («was:» and the name).
//
// Kept: forms with a text area, and surveys. Never kept: passwords and files. Personal data (name, national id, telephone) is kept
// too, for it is the most tedious to type on a phone, but all of a draft is forgotten a day after the last key, when the
// form was sent, when the form is emptied (a reset button), and those of staff when they sign out.
const prefix = 'draft:';
const lifetime = 24 * 60 * 60 * 1000;
const sentKey = 'sent';

// The draft of an address: {name: value}, {} if there is none.
export function read(path) {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + path));
    return draft && Date.now() - draft.at < lifetime ? draft.fields : {};
  } catch {
    return {};
  }
}

function write(path, fields) {
  try {
    if (Object.keys(fields).length) localStorage.setItem(prefix + path, JSON.stringify({ at: Date.now(), fields }));
    else localStorage.removeItem(prefix + path);
  } catch {
    // Private mode or a full disk: then nothing is kept.
  }
}

export function keep(path, name, value) {
  const fields = read(path);
  if (value) fields[name] = value;
  else delete fields[name];
  write(path, fields);
}

export function forget(path, alsoBelow) {
  brought = new WeakMap();
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const own = key.slice(prefix.length);
      if (own === path || (alsoBelow && own.startsWith(path))) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

// Addresses of the forms that wait to be sent (web/controllers/new_case_controller.cpp keeps «queued» with their drafts).
export function queued() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
      .filter((path) => read(path).queued === '1');
  } catch {
    return [];
  }
}

// What is written under a case that was opened with its secret belongs to nobody else who uses the device.
const isKept = (form) =>
  (form?.id === 'survey' || form?.querySelector('textarea')) && !form.querySelector('[name$=_token]');
// A session's token is never older than its page.
const controls = (form) =>
  [...form.elements].filter(({ name, type }) => name && type !== 'password' && type !== 'file' && !name.startsWith('csrf-'));

const isTick = (control) => control.type === 'checkbox' || control.type === 'radio';
export const valueOf = (control) => (isTick(control) && !control.checked ? '' : control.value);

function setValue(control, value) {
  if (isTick(control)) control.checked = control.value === value;
  else control.value = value;
}

// Whether somebody has filled in something that the page did not bring.
function isFilled(control) {
  if (isTick(control)) return control.checked !== control.defaultChecked;
  if (control.options) return control.selectedIndex > 0 && !control.options[control.selectedIndex].defaultSelected;
  return control.type !== 'hidden' && 'defaultValue' in control && control.value !== control.defaultValue;
}

// What the page has brought in a text that one edits; '' in a field that comes empty.
const was = 'was:';
export const isTyped = ([name]) => !name.startsWith(was);
const broughtText = (control) => (isTick(control) || control.options || control.type === 'hidden' ? '' : (control.defaultValue ?? ''));
let brought = new WeakMap(); // field -> broughtText before anybody wrote in it: the app's view follows what is typed

// Forms that were written in before this script came over a slow line: nothing had listened yet.
const hasty = [];

// Puts the draft of this address into the forms of the page; what stands in a field already is newer and stays, but for
// the key: an attempt to send under it may have arrived. Returns what stands in no field, by name.
export function restore() {
  // An answer shows the page of the form that is wanted now: from here on one comes back to it (surveys).
  const place = document.getElementById('survey_place');
  if (place && 'answer' in document.documentElement.dataset) keep(location.pathname, place.name, place.value);
  const fields = read(location.pathname);
  const used = new Set();
  const stale = [];
  for (const form of document.forms) {
    if (!isKept(form)) continue;
    if (controls(form).some(isFilled)) hasty.push(form);
    // What was edited is sent as an edit of the version that it began with: the server shows what others have stored since
    // (server/http/overtaken.h). An answer of the server knows all that, and has what was typed.
    const { version } = form.elements;
    const answered = version && 'answer' in document.documentElement.dataset;
    if (answered && fields.version) keep(location.pathname, version.name, version.value);
    for (const control of controls(form)) {
      const value = fields[control.name];
      if (value === undefined) continue;
      used.add(control.name);
      if (answered) continue;
      const chosen = control.type === 'radio' && [...document.getElementsByName(control.name)].some(valueOf);
      // A text that was edited is edited still, unless somebody else has changed it meanwhile.
      const base = fields[was + control.name];
      const isEdited = base !== undefined && base === control.value;
      if (base && !version && !isEdited && control.value === broughtText(control)) stale.push(control.name);
      if (control.type === 'hidden' || isEdited || (version && !isFilled(control)) || (!chosen && !valueOf(control))) {
        setValue(control, value);
      }
    }
  }
  for (const name of stale) for (const one of [name, was + name]) keep(location.pathname, one, '');
  for (const name of used) delete fields[name];
  return fields;
}

function keepForm(form) {
  const fields = read(location.pathname);
  for (const control of controls(form)) {
    const value = valueOf(control);
    if (control.type === 'radio' && !value) continue;
    if (value) fields[control.name] = value;
    else delete fields[control.name];
    const before = brought.get(control);
    if (before && before !== value) fields[was + control.name] ??= before;
  }
  write(location.pathname, fields);
}

export function watch() {
  // One write for many keys; what is waiting is written when the page is hidden.
  let waiting;
  const flush = () => {
    if (waiting?.isConnected) keepForm(waiting);
    waiting = null;
  };
  addEventListener('focusin', ({ target }) => {
    if (target.form && !brought.has(target)) brought.set(target, broughtText(target));
  }, true);
  hasty.forEach(keepForm);
  addEventListener('input', (event) => {
    const form = event.target.form;
    if (!isKept(form)) return;
    if (!waiting) setTimeout(flush, 300);
    waiting = form;
  });
  addEventListener('pagehide', flush);
  addEventListener('visibilitychange', flush);
  // Before anything else hears of it: what is lost is asked for.
  addEventListener('click', (event) => {
    const asked = event.target.closest?.('[data-ask]');
    if (asked && !confirm(asked.dataset.ask)) event.preventDefault();
  }, true);
  addEventListener('reset', () => {
    waiting = null;
    forget(location.pathname);
  });
  // Without the app the browser sends the form itself; that it arrived is seen on the next page: a receipt.
  addEventListener('submit', (event) => {
    flush();
    if (isKept(event.target)) sessionStorage.setItem(sentKey, location.pathname);
  });
  const sent = sessionStorage.getItem(sentKey);
  sessionStorage.removeItem(sentKey);
  // An answer that is another page than the form is its thanks, unless it is the login that the form had to go through.
  const arrived = document.documentElement.dataset.answer === 'taken' ||
    (performance.getEntriesByType('navigation')[0]?.redirectCount > 0 && !document.querySelector('[type=password]'));
  if (sent && arrived) forget(sent);
  return flush;
}
