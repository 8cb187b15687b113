// The DOM of the page: made equal to the app's HTML, and laid over the picture. Nodes are kept by their ids, the server's
// first ones included, so that focus, caret, what was typed and the browser's own memory of a field stay.
import morphdom from 'morphdom';

export const page = document.getElementById('page');
const isField = (node) => node.nodeName === 'INPUT' || node.nodeName === 'TEXTAREA' || node.nodeName === 'SELECT';
const given = new WeakMap(); // field -> the value that the app knows of
const lines = new WeakMap(); // element -> {text, breaks} as split
const styles = new WeakMap(); // element -> its style as placed

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

function copyAttributes(from, to) {
  for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  for (const { name } of [...from.attributes]) if (name !== 'style' && !to.hasAttribute(name)) from.removeAttribute(name);
}

function beforeUpdate(from, to) {
  // The style is ours; with the same text in both, morphdom does not touch it (and no style attribute is ever parsed,
  // which the CSP would refuse).
  if (from.style.length) to.style.cssText = from.style.cssText;
  if (isField(from)) keepValue(from, to);
  if (from.nodeName === 'DETAILS') keepOpen(from, to);
  const split = lines.get(from);
  if (split && !to.firstElementChild && to.textContent === split.text) {
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

export function patch(html) {
  const focused = page.contains(document.activeElement) ? document.activeElement : null;
  const next = page.cloneNode(false);
  next.innerHTML = html;
  morphdom(page, next, { childrenOnly: true, onBeforeElUpdated: beforeUpdate, onBeforeNodeDiscarded: closeDialogs });
  // A node that was moved has lost the focus; one that was replaced hands it on.
  if (!focused || document.activeElement === focused) return;
  const heir = focused.isConnected ? focused : focused.id && document.getElementById(focused.id);
  heir?.focus?.({ preventScroll: true });
}

// Splits an element's text into one unbreakable span for each painted line; the space or line feed at the end of a line
// stands between two spans, where the browser breaks, and is copied all the same. Inline, so that find in page sees one text.
function splitLines(element, breaks) {
  const old = lines.get(element);
  const text = old ? old.text : element.textContent;
  if (old && old.breaks.length === breaks.length && old.breaks.every((at, index) => at === breaks[index])) return;
  if (!breaks.length) {
    if (old) element.textContent = text;
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

const px = (number) => `${Math.round(number * 1000) / 1000}px`;

// One element over its place. `origin`: of the nearest placed element round it.
function styleOf(element, at, origin, holdsOthers) {
  let style =
    `position:absolute;inset:auto;left:${px(at.x - origin.x)};top:${px(at.y - origin.y)};width:${px(at.width)};height:${px(at.height)};`;
  if (at.lineHeight) {
    const start = at.textX - at.x;
    const end = at.width - start - at.textWidth;
    style += `font-size:${px(at.fontSize)};line-height:${px(at.lineHeight)};`;
    if (!isField(element)) {
      // The bottom too: a button would centre its text in what is left.
      const below = at.height - (at.textY - at.y) - at.lineHeight * (at.breaks.length + 1);
      const sides = [at.textY - at.y, end, below, start].map((side) => px(Math.max(0, side))).join(' ');
      style += `padding:${sides};white-space:${at.breaks.length ? 'pre-line' : 'pre'};`;
    }
    if (at.centred) style += 'text-align:center;';
  }
  return holdsOthers ? `${style}display:block;padding:0;border:0;` : `${style}opacity:.0001;`;
}

function setStyle(element, style) {
  if (styles.get(element) === style && element.style.length) return;
  styles.set(element, style);
  element.style.cssText = style;
}

// What only holds others (lists, forms, tables' rows) gets the rectangle round them: screen readers show it, test drivers
// look for it. Answers all elements that hold a placed one.
// `known`: stands already, with all that is round it.
function addHolders(placed, known = new WeakMap()) {
  const holders = new Set();
  for (const [element, at] of [...placed]) {
    for (let round = element.parentElement; round && round !== page && !known.has(round); round = round.parentElement) {
      holders.add(round);
      const box = placed.get(round);
      if (!box) {
        placed.set(round, { x: at.x, y: at.y, width: at.width, height: at.height, right: at.x + at.width, bottom: at.y + at.height });
      } else if (box.right !== undefined) {
        box.right = Math.max(box.right, at.x + at.width);
        box.bottom = Math.max(box.bottom, at.y + at.height);
        box.x = Math.min(box.x, at.x);
        box.y = Math.min(box.y, at.y);
        box.width = box.right - box.x;
        box.height = box.bottom - box.y;
      }
    }
  }
  return holders;
}

// Every element round a placed one is placed too, so the next one round is what it is counted from.
// A modal dialog lies in the browser's top layer and is counted from the page.
const originOf = (element, placed) =>
  (element.nodeName !== 'DIALOG' && (placed.get(element.parentElement) ?? boxes.get(element.parentElement))) || { x: 0, y: 0 };
let boxes = new WeakMap(); // element -> its box on the page, of the last placing

// What the canvas has painted where, for tests: [id, {x, y, width, height, lineHeight, textX, ...}].
export const places = () => [...lastPlaces];
let lastPlaces = new Map();

// See web/mirror/placements.h for the numbers.
function read(ids, numbers) {
  const placed = new Map();
  let next = 0;
  for (const id of ids ? ids.split('\n') : []) {
    const [x, y, width, h, fontSize, lineHeight, textX, textY, textWidth, centred, count] = numbers.subarray(next, next + 11);
    const breaks = [...numbers.subarray(next + 11, next + 11 + count)];
    next += 11 + count;
    const element = document.getElementById(id);
    const at = { x, y, width, height: h, fontSize, lineHeight, textX, textY, textWidth, centred, breaks };
    lastPlaces.set(id, at);
    if (element) placed.set(element, { ...at });
  }
  return placed;
}

function settle(placed, holders) {
  for (const [element, at] of placed) {
    boxes.set(element, at);
    if (at.lineHeight && !element.firstElementChild?.id && !isField(element)) splitLines(element, at.breaks);
    setStyle(element, styleOf(element, at, originOf(element, placed), holders.has(element)));
  }
}

// Elements over the painted ones.
export function place(ids, numbers, height) {
  lastPlaces.clear();
  boxes = new WeakMap();
  const placed = read(ids, numbers);
  settle(placed, addHolders(placed));
  for (const element of page.querySelectorAll('[style]')) if (!placed.has(element)) element.removeAttribute('style');
  page.style.cssText = `height:${px(height)}`;
}

// Rows of a long table go and come; what is round them stands (its place does not depend on them).
export function changeRows(gone, html, ids, numbers) {
  for (const id of gone ? gone.split('\n') : []) {
    const row = document.getElementById(id);
    for (const { id: within } of row?.querySelectorAll('[id]') ?? []) lastPlaces.delete(within);
    lastPlaces.delete(id);
    row?.remove();
  }
  const template = document.createElement('template');
  template.innerHTML = html;
  const from = template.content.querySelector('tbody');
  const body = document.getElementById(from.id);
  const numberOf = (row) => Number(row.getAttribute('aria-rowindex'));
  let next = body.firstElementChild;
  for (const row of [...from.children]) {
    while (next && numberOf(next) < numberOf(row)) next = next.nextElementSibling;
    body.insertBefore(row, next);
  }
  const placed = read(ids, numbers);
  settle(placed, addHolders(placed, boxes));
}

// Back to the browser's own layout.
export function release() {
  for (const element of page.querySelectorAll('[style]')) element.removeAttribute('style');
  for (const element of page.querySelectorAll('*')) if (lines.has(element)) splitLines(element, []);
  page.removeAttribute('style');
}
