// The DOM of the page: made equal to the app's HTML, and laid over the picture. Nodes are kept by their ids, the server's
// first ones included, so that focus, caret, what was typed and the browser's own memory of a field stay.
import morphdomWith from 'morphdom/factory.js';

export const page = document.getElementById('page');
const isField = (node) => node.nodeName === 'INPUT' || node.nodeName === 'TEXTAREA' || node.nodeName === 'SELECT';
const given = new WeakMap(); // field -> the value that the app knows of
const lines = new WeakMap(); // element -> {text, breaks} as split

const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';
export const valueOf = (field) => (isTick(field) ? (field.checked ? '1' : '') : field.value);

// The app has taken over the value of a field: only when its view says something else is the field changed.
export const agree = (field) => given.set(field, valueOf(field));

const viewValue = (field) => {
  if (field.nodeName === 'TEXTAREA') return field.defaultValue;
  if (field.nodeName === 'SELECT') return (field.querySelector('[selected]') ?? field.options[0])?.value ?? '';
  return isTick(field) ? (field.defaultChecked ? '1' : '') : (field.getAttribute('value') ?? '');
};

// Before morphdom compares: the new node takes over what the person has put into the old one, unless the view's value
// changed since the app last heard of it.
function keepValue(from, to) {
  const wanted = viewValue(to);
  const known = given.has(from) ? given.get(from) : viewValue(from);
  given.set(from, wanted);
  if (to.type === 'password' || to.type === 'file' || wanted === known) {
    if (to.nodeName === 'SELECT') for (const option of to.options) option.toggleAttribute('selected', option.value === from.value);
    if (isTick(to)) to.checked = from.checked;
    else if (to.type !== 'file') to.value = from.value;
  }
}

// As with fields: a disclosure stays as the person left it, unless the view's own state has changed.
function keepOpen(from, to) {
  const wanted = to.open;
  const known = given.get(from) ?? wanted;
  given.set(from, wanted);
  if (known === wanted) to.open = from.open;
}

// But for what is ours: where the element stands.
const isOurs = (name) => name === 'style' || name === 'placed';
function copyAttributes(from, to) {
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  for (let index = from.attributes.length - 1; index >= 0; index--) {
    const { name } = from.attributes[index];
    if (!isOurs(name) && !to.hasAttribute(name)) from.removeAttribute(name);
  }
}
const morph = morphdomWith(copyAttributes);

function beforeUpdate(from, to) {
  if (to.hasAttribute('same')) return false;
  if (isField(from)) keepValue(from, to);
  if (from.nodeName === 'DETAILS') keepOpen(from, to);
  const split = lines.get(from);
  if (!split) return true;
  if (!to.firstElementChild && to.textContent === split.text) {
    copyAttributes(from, to);
    return false;
  }
  lines.delete(from);
  return true;
}

// A dialog that goes gives the focus back to what had it before.
function closeDialogs(node) {
  if (node.nodeName === 'DIALOG') node.close();
  else if (node.nodeType === 1) for (const dialog of node.querySelectorAll('dialog')) dialog.close();
}

// What a disclosure's view says is known from the beginning.
function added(node) {
  if (node.nodeName === 'DETAILS') given.set(node, node.open);
}

const hooks = { getNodeKey: (node) => node.id, onBeforeElUpdated: beforeUpdate, onNodeAdded: added, onBeforeNodeDiscarded: closeDialogs };

function morphChildren(from, to) {
  for (const one of to.querySelectorAll(':scope>i[same]')) {
    const kept = document.getElementById(one.id);
    if (!kept) continue;
    const named = kept.cloneNode(false);
    named.setAttribute('same', '');
    one.replaceWith(named);
  }
  morph(from, to, { ...hooks, childrenOnly: true });
}

// Whether the element and those in it are either new to the page or stand in `old` already.
function staysIn(old, element) {
  const isFree = ({ id }) => {
    const now = document.getElementById(id);
    return !now || (old && old.contains(now));
  };
  for (const one of element.querySelectorAll('[id]')) if (!isFree(one)) return false;
  return true;
}

// The usual change: among children that all have ids some come, some go, some change, and nothing in them moves from one
// to the other. Then only those are looked at. False, and nothing done, if it is not that.
function exchangeChildren(from, to) {
  const wanted = [...to.childNodes];
  const standing = [...from.childNodes];
  if (![...wanted, ...standing].every((node) => node.id)) return false;
  const olds = wanted.map(({ id }) => document.getElementById(id));
  const isUsual = (one, index) => {
    const old = olds[index];
    if (old && old.parentNode !== from) return false;
    if (one.hasAttribute('same')) return old;
    return (!old || old.nodeName === one.nodeName) && staysIn(old, one);
  };
  if (!wanted.every(isUsual)) return false;
  for (const old of standing) {
    if (olds.includes(old)) continue;
    closeDialogs(old);
    old.remove();
  }
  let next = from.firstChild;
  wanted.forEach((one, index) => {
    const old = olds[index];
    const node = old ?? one;
    if (node === next) next = next.nextSibling;
    else from.insertBefore(node, next);
    if (!old) for (const inside of [one, ...one.getElementsByTagName('details')]) added(inside);
    else if (!one.hasAttribute('same')) morph(old, one, hooks);
  });
  return true;
}

// What the element of this id holds shall be this; empty: the page. False if something is not there that should be
// (web/mirror/html_changes.h).
export function patch(within, html) {
  const from = within ? document.getElementById(within) : page;
  if (!from) return false;
  if (html && !/[<&]/.test(html)) {
    setWhole(from, html);
    return true;
  }
  const focused = page.contains(document.activeElement) ? document.activeElement : null;
  // Parts of tables are only parsed in their place.
  const to = /^T/.test(from.nodeName) ? from.cloneNode(false) : document.createElement('div');
  to.innerHTML = html;
  if (!exchangeChildren(from, to)) morphChildren(from, to);
  // A node that was moved has lost the focus; one that was replaced hands it on.
  if (focused && document.activeElement !== focused) {
    const heir = focused.isConnected ? focused : focused.id && document.getElementById(focused.id);
    heir?.focus?.({ preventScroll: true });
  }
  return !from.querySelector('[same]');
}

// Splits an element's text into one unbreakable span for each painted line; the space or line feed at the end of a line
// stands between two spans, where the browser breaks, and is copied all the same. Inline, so that find in page sees one text.
function splitLines(element, breaks) {
  const old = lines.get(element);
  if (!old && !breaks.length) return;
  const text = old ? old.text : element.textContent;
  if (old && old.breaks.length === breaks.length && old.breaks.every((at, index) => at === breaks[index])) return;
  if (!breaks.length) {
    element.textContent = text;
    lines.delete(element);
    return;
  }
  const parts = [];
  for (let index = 0; index <= breaks.length; index++) {
    const span = document.createElement('span');
    span.className = 'line';
    const line = text.slice(index ? breaks[index - 1] : 0, breaks[index]);
    span.textContent = line.trimEnd();
    parts.push(span);
    if (span.textContent.length < line.length) parts.push(line.slice(span.textContent.length));
    else if (index < breaks.length) parts.push(document.createElement('wbr'));
  }
  element.replaceChildren(...parts);
  lines.set(element, { text, breaks });
}

// What the canvas has painted where, for tests: [id, {x, y, width, height, lineHeight, textX, ...}].
export const places = () => [...painted];
let painted = new Map();
let stands = new WeakMap(); // element -> how it was placed, see gather()

// See web/mirror/placements.h for the numbers.
function read(ids, numbers) {
  let next = 0;
  for (const id of linesOf(ids)) {
    const count = numbers[next + 10];
    painted.set(id, {
      x: numbers[next],
      y: numbers[next + 1],
      width: numbers[next + 2],
      height: numbers[next + 3],
      fontSize: numbers[next + 4],
      lineHeight: numbers[next + 5],
      textX: numbers[next + 6],
      textY: numbers[next + 7],
      textWidth: numbers[next + 8],
      centred: numbers[next + 9],
      breaks: count ? [...numbers.subarray(next + 11, next + 11 + count)] : none,
    });
    next += 11 + count;
  }
}
const none = [];

// Values of `centred`; of a text that the mirror sets itself nothing is placed.
const centred = 1;
const inText = 2;

// The element and all in it that stands on the picture, in the order of the document: {element, round, at, box, holds}. What
// is painted has its place; what only holds others (lists, forms, tables' rows) gets the rectangle round them: screen
// readers show it, test drivers look for it. null if nothing of it is painted.
function gather(element, round, all) {
  let at = painted.get(element.id);
  if (at?.centred === inText) at = undefined;
  const here = { element, round, at, box: at, holds: false, isText: false, isField: false, placing: '', style: none };
  if (at?.lineHeight) {
    here.isField = isField(element);
    // A text that the browser sets in lines of its own holds no element with an id.
    here.isText = !here.isField && !element.firstElementChild?.id;
  }
  all.push(here);
  if (!here.isText && !here.isField) {
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
      const inner = gather(child, here, all)?.box;
      if (!inner) continue;
      here.holds = true;
      if (!at) here.box = here.box ? around(here.box, inner) : { x: inner.x, y: inner.y, width: inner.width, height: inner.height };
    }
  }
  if (here.box) return here;
  all.pop();
  if (stands.delete(element)) free(element);
  return null;
}

function around(box, inner) {
  const right = Math.max(box.x + box.width, inner.x + inner.width);
  const bottom = Math.max(box.y + box.height, inner.y + inner.height);
  box.x = Math.min(box.x, inner.x);
  box.y = Math.min(box.y, inner.y);
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

function free(element) {
  element.removeAttribute('style');
  element.removeAttribute('placed');
}

// What of an element's style says where it stands, and how a text is set in its box. What is the same for all stands in
// web/shell/canvas.css.
// A function each: a property of a changing name is set slower.
const setters = [
  (style, px) => (style.left = px),
  (style, px) => (style.top = px),
  (style, px) => (style.width = px),
  (style, px) => (style.height = px),
  (style, px) => (style.fontSize = px),
  (style, px) => (style.lineHeight = px),
  (style, px) => (style.paddingTop = px),
  (style, px) => (style.paddingRight = px),
  (style, px) => (style.paddingBottom = px),
  (style, px) => (style.paddingLeft = px),
];
const ofBox = 4; // the first ones
const rounded = (number) => Math.round(number * 1000) / 1000;
const padding = (number) => Math.max(0, rounded(number));

// Their numbers, in CSS pixels; 0 among those of a text: not set. Every element round a placed one is placed too, so the
// next one round is what it is counted from. A modal dialog lies in the browser's top layer and is counted from the page.
function styleOf({ element, round, at, box, isField }) {
  const isFree = !round || element.nodeName === 'DIALOG';
  const left = rounded(isFree ? box.x : box.x - round.box.x);
  const top = rounded(isFree ? box.y : box.y - round.box.y);
  const style = [left, top, rounded(box.width), rounded(box.height), 0, 0, 0, 0, 0, 0];
  if (!at?.lineHeight) return style;
  style[4] = rounded(at.fontSize);
  style[5] = rounded(at.lineHeight);
  if (isField) return style;
  const [before, above] = [at.textX - at.x, at.textY - at.y];
  style[6] = padding(above);
  style[7] = padding(at.width - before - at.textWidth);
  // A button would centre its text in what is left below.
  style[8] = padding(at.height - above - at.lineHeight * (at.breaks.length + 1));
  // One line lies at the right edge, whatever its direction (web/shell/style.css), unless it is centred.
  if (at.breaks.length || at.centred === centred) style[9] = padding(before);
  return style;
}

// Only what is not as it was is set, one property after the other: many times faster than a text that has to be parsed.
function settle(all) {
  for (const here of all) {
    const { element, at } = here;
    if (here.isText) splitLines(element, at.breaks);
    const was = stands.get(element);
    stands.set(element, here);
    here.placing = placing(here);
    if (was?.placing !== here.placing) element.setAttribute('placed', here.placing);
    here.style = styleOf(here);
    let style = null;
    for (let index = 0; index < setters.length; index++) {
      const number = here.style[index];
      if (was ? number === was.style[index] : !number && index >= ofBox) continue;
      style ??= element.style;
      setters[index](style, number || index < ofBox ? `${number}px` : '');
    }
    const isCentred = at?.centred === centred;
    if (isCentred !== (was?.at?.centred === centred)) element.style.textAlign = isCentred ? 'center' : '';
  }
}

// What the rules of web/shell/canvas.css go by: round others, a text in one line or in many, or anything else.
function placing({ at, holds, isField }) {
  if (holds) return 'round';
  if (!at?.lineHeight || isField) return '';
  return at.breaks.length ? 'lines' : 'line';
}

// Elements over the painted ones. `height`: of the page.
export function place(ids, numbers, height) {
  painted = new Map();
  read(ids, numbers);
  const all = [];
  for (const element of page.children) gather(element, null, all);
  settle(all);
  page.style.height = `${height}px`;
}

const linesOf = (text) => (text ? text.split('\n') : []);
const numberOf = (row) => Number(row.getAttribute('aria-rowindex'));

// The row is taken out, and of what was painted.
function takeOut(row) {
  for (const { id } of row.querySelectorAll('[id]')) painted.delete(id);
  painted.delete(row.id);
  row.remove();
}

function setWhole(element, text) {
  lines.delete(element);
  if (element.childNodes.length === 1 && element.firstChild.nodeType === 3) element.firstChild.data = text;
  else element.textContent = text;
}

// Rows of a long table go, become others and come (web/mirror/row_changes.h); what is round them stands (its place does not
// depend on them). False, and nothing done, if something is not there that should be.
export function changeRows(gone, edits, html, ids, numbers) {
  const going = linesOf(gone).map((id) => document.getElementById(id));
  const becoming = linesOf(edits).map((edit) => {
    const [id, ...given] = edit.split('\u001F');
    return { element: document.getElementById(id), given };
  });
  const template = document.createElement('template');
  template.innerHTML = html;
  const changed = becoming.flatMap(({ element }) => (element?.nodeName === 'TR' ? [element] : []));
  const made = template.content.querySelector('tbody');
  const body = (going[0] ?? changed[0])?.parentNode ?? document.getElementById(made?.id);
  const rows = [...(made?.children ?? [])];
  if (!body || !going.every(Boolean) || !becoming.every(({ element }) => element)) return false;
  for (const row of [...going, ...changed]) takeOut(row);
  for (const { element, given } of becoming) {
    for (let index = 0; index < given.length; index += 2) {
      const [name, value] = [given[index], given[index + 1]];
      if (!name) setWhole(element, value);
      else if (name[0] === '-') element.removeAttribute(name.slice(1));
      else element.setAttribute(name, value);
    }
  }
  rows.push(...changed);
  rows.sort((a, b) => numberOf(a) - numberOf(b));
  let next = body.firstElementChild;
  for (const row of rows) {
    while (next && numberOf(next) < numberOf(row)) next = next.nextElementSibling;
    body.insertBefore(row, next);
  }
  read(ids, numbers);
  const all = [];
  for (const row of rows) gather(row, stands.get(body), all);
  settle(all);
  return true;
}

// Back to the browser's own layout.
export function release() {
  stands = new WeakMap();
  page.querySelectorAll('[placed]').forEach(free);
  for (const element of page.querySelectorAll('*')) if (lines.has(element)) splitLines(element, none);
  page.removeAttribute('style');
}
