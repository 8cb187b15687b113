// What a person does in the DOM, passed to the app: delegated listeners on the document, none on single nodes.
import { agree, page, valueOf } from '../../mirror/mirror.js';
import { call, isStopped } from './app.js';
import { follow } from './history.js';
import { takeFiles } from './net.js';
import { chooseTheme } from './theme.js';
import { startStaff } from './staff.js';
import { copy, startWidgets } from './widgets.js';

const isField = (node) => node.matches?.('input,textarea,select');
const isText = (node) => node.matches?.('textarea,input:not([type=checkbox],[type=radio],[type=file],[type=hidden])');

function tell(field) {
  const isRadio = field.type === 'radio';
  if (!field.name || field.type === 'file' || (isRadio && !field.checked)) return;
  if (call('input', [field.name, isRadio ? field.value : valueOf(field)])) agree(field);
}

// Everything that stands in the forms: the app hears of what was typed before it came, restored, or filled in by the
// browser without an event.
export function tellAll(form) {
  for (const field of form ? form.elements : page.querySelectorAll('input,textarea,select')) tell(field);
}

// The button that was pressed before the app heard: it is pressed again as soon as it does.
let early = '';
export function pressEarly(id = early) {
  early = id;
  if (!early || !call('hears')) return;
  early = '';
  document.getElementById(id)?.click();
}

function intent(name, form, control) {
  if (name.startsWith('theme:')) return chooseTheme(name.slice(6));
  if (name.startsWith('copy:')) return copy(name.slice(5));
  if (name === 'print') return print();
  if (name.startsWith('pick:open:')) name += `:${document.getElementById(name.slice(10)).value}`;
  if (control && !call('hears')) return (early = control.id);
  if (form) tellAll(form);
  call('intent', [name]);
}

function onClick(event) {
  const control = event.target.closest?.('a,button');
  if (!control || event.defaultPrevented) return;
  if (control.ariaDisabled === 'true') return event.preventDefault();
  if (control.dataset.intent) {
    event.preventDefault();
    return intent(control.dataset.intent, control.form, control);
  }
  if (control.nodeName !== 'A') return;
  const target = control.hash && control.pathname === location.pathname && document.getElementById(decodeURIComponent(control.hash.slice(1)));
  if (target && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    // To a field or to the main part, without an entry in the history.
    event.preventDefault();
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: isField(target) ? 'center' : 'start' });
  } else if (follow(control, event)) {
    event.preventDefault();
  }
}

function onSubmit(event) {
  const name = event.submitter?.dataset.intent || event.target.dataset.intent;
  // Whoever is quicker than the application sends the form as without it.
  if (!name || !call('hears')) return;
  event.preventDefault();
  intent(name, event.target);
}

function onInput({ target }) {
  if (!isField(target)) return;
  tell(target);
  grow(target);
  const ticks = target.type === 'radio' ? document.getElementsByName(target.name) : target.type === 'checkbox' ? [target] : null;
  if (ticks) for (const one of ticks) call('show_checked', [one.id], one.checked ? 1 : 0);
  else call('show_value', [target.id, target.type === 'password' ? '•'.repeat(target.value.length) : valueOf(target)]);
}

// A form without an intent is the browser's to send: its file goes at once. Other files are the app's.
const isForApp = ({ form }) => !form || form.dataset.intent;

function sendFiles(field, dropped) {
  if (isForApp(field)) {
    const files = dropped ?? field.files;
    takeFiles(field, field.multiple ? files : [...files].slice(0, 1));
    return;
  }
  if (dropped) field.files = dropped;
  field.form.requestSubmit();
}

// The files that were chosen before the app came, for the browser tells of a choice once: as a function that hands them
// over, because the first rendering empties their fields.
export function chosenEarly() {
  const fields = [...page.querySelectorAll('input[type=file]')].filter((field) => field.files.length && isForApp(field));
  const chosen = fields.map((field) => [field, [...field.files]]);
  return () => chosen.forEach(([field, files]) => takeFiles(field, files));
}

// A text area grows with its text, and the page with it.
export function grow(field) {
  // An empty one has nothing to grow for, and asking for its height makes the browser lay out the page.
  if (field.nodeName !== 'TEXTAREA' || !field.value || field.scrollHeight <= field.clientHeight + 1) return;
  const height = field.scrollHeight + field.offsetHeight - field.clientHeight;
  if (document.documentElement.classList.contains('canvas')) call('field_height', [field.id], height);
  else field.style.height = `${height}px`;
}

// `repaint`: asks for a frame if the picture is another.
export function startEvents(repaint) {
  const on = (name, handler, options) =>
    document.addEventListener(name, (event) => {
      if (isStopped()) return;
      handler(event);
      repaint();
    }, options);

  let hovered = '';
  on('click', onClick);
  on('submit', onSubmit);
  on('input', onInput);
  on('change', ({ target }) => {
    if (target.type === 'file') sendFiles(target);
    else if (isField(target)) tell(target);
  });
  on('focusin', ({ target }) => {
    if (!page.contains(target)) return;
    call('focus', [target.id], target.matches(':focus-visible') ? 1 : 0, isText(target) ? 1 : 0);
  });
  on('focusout', ({ target }) => {
    // The app paints what stands in the field again.
    if (isField(target)) onInput({ target });
    call('focus', [''], 0, 0);
  });
  // Files that are dropped on a field for files, or beside it. Anywhere else the browser would leave the page for them.
  const filesOver = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
  const fieldUnder = ({ target }) => target.closest?.('.file')?.querySelector('input');
  on('dragover', (event) => {
    if (!filesOver(event)) return;
    event.preventDefault();
    const field = fieldUnder(event);
    event.dataTransfer.dropEffect = field ? 'copy' : 'none';
    call('hover', [(hovered = field?.id ?? '')]);
  });
  on('drop', (event) => {
    if (!filesOver(event)) return;
    event.preventDefault();
    const field = fieldUnder(event);
    if (field) sendFiles(field, event.dataTransfer.files);
    call('hover', [(hovered = '')]);
  });
  on('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'touch') return;
    const id = target.closest?.('a,button,input,textarea,select,label,summary,[role=option]')?.id ?? '';
    if (id !== hovered) call('hover', [(hovered = id)]);
  }, { passive: true });
  startWidgets(on, intent);
  startStaff(on, intent);
  on('selectionchange', showSelection);
  on('copy', copySelection);
}

let selected = false;

// The selected text as ranges, one for each text node.
function selectedParts() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount || isField(document.activeElement ?? document.body)) return [];
  const range = selection.getRangeAt(0);
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let node = walker.root.nodeType === 3 ? walker.root : walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const part = document.createRange();
    part.selectNodeContents(node);
    if (node === range.startContainer) part.setStart(node, range.startOffset);
    if (node === range.endContainer) part.setEnd(node, range.endOffset);
    parts.push(part);
  }
  return parts;
}

// The browser ends no line between elements with position:absolute: we do, and put a tab between neighbours on one line.
function copySelection(event) {
  if (!document.documentElement.classList.contains('canvas')) return;
  let text = '';
  let last = null;
  for (const part of selectedParts()) {
    const block = part.startContainer.parentElement.closest('[id]');
    if (last && block !== last) text += block.getBoundingClientRect().top === last.getBoundingClientRect().top ? '\t' : '\n';
    last = block;
    text += part.toString();
  }
  if (!text) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

// From text nodes: the rectangles of whole elements would be too large.
function showSelection() {
  const rects = [];
  for (const part of selectedParts()) {
    for (const { left, top, width, height } of part.getClientRects()) if (width > 1) rects.push(left + scrollX, top + scrollY, width, height);
  }
  if (!rects.length && !selected) return;
  selected = rects.length > 0;
  call('selection', [new Float32Array(rects).buffer]);
}
