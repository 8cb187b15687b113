// What the browser's own elements need so that dialogs, disclosures and tabs behave as the ARIA Authoring Practices say.
import { page } from '../../mirror/mirror.js';
import { call } from './app.js';

// The app lays out what is open.
function tellOpen() {
  call('open_details', [[...page.querySelectorAll('details[open]')].map(({ id }) => id).join('\n')]);
}

// After the DOM has become equal to the view.
export function settleWidgets() {
  if (page.querySelector('details')) tellOpen();
  for (const dialog of page.querySelectorAll('dialog')) {
    if (dialog.matches(':modal')) continue;
    dialog.open = false; // as the server wrote it: a card of the page
    dialog.showModal();
  }
}

// Arrows, Home and End move between tabs, Space opens one as Enter does. In Persian the next one is to the left.
function moveTab(event) {
  const tab = event.target.closest?.('[role=tab]');
  if (!tab) return;
  const tabs = [...tab.parentElement.children];
  const at = tabs.indexOf(tab);
  const forward = getComputedStyle(tab).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const to = { ArrowLeft: -1, ArrowRight: -1, [forward]: 1 }[event.key];
  if (event.key === ' ') tab.click();
  else if (to) tabs.at((at + to) % tabs.length).focus();
  else if (event.key === 'Home') tabs[0].focus();
  else if (event.key === 'End') tabs.at(-1).focus();
  else return;
  event.preventDefault();
}

// A menu button: arrows open and move, Home and End, letters, Escape gives the focus back, Tab leaves.
function moveInMenu(event) {
  const menu = event.target.closest?.('.menu');
  if (!menu) return;
  const { key } = event;
  const button = menu.firstElementChild;
  const items = [...menu.querySelectorAll('[role=menuitem]')];
  const at = items.indexOf(event.target);
  const close = () => (menu.open = false);
  let to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[key];
  if (at < 0 && !menu.open && (key === 'Enter' || key === ' ')) to = 0;
  if (key.length === 1 && key !== ' ' && at >= 0) {
    const next = [...items.slice(at + 1), ...items].find((item) => item.textContent.startsWith(key));
    if (next) to = items.indexOf(next);
  }
  if (key === 'Tab') return close();
  if (to !== undefined && (menu.open || !['Home', 'End'].includes(key))) {
    menu.open = true;
    items.at(to % items.length).focus();
  } else if (key === 'Escape' && menu.open) {
    close();
    button.focus();
  } else if (key === ' ' && at >= 0) {
    event.target.click();
  } else return;
  event.preventDefault();
}

// A click beside a menu, or on what it offers, closes it.
function leaveMenus({ target }) {
  for (const menu of page.querySelectorAll('.menu[open]')) {
    if (!menu.contains(target) || target.closest('[role=menuitem]')) menu.open = false;
  }
}

// The keys of a month: days, weeks, ends of the week; with Page Up and Down months, with Shift too years.
function moveDay(event, intent) {
  const row = event.target.closest?.('.calendar [role=row]');
  if (!row) return;
  const forward = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const at = [...row.children].indexOf(event.target.parentElement);
  const days = { ArrowLeft: -1, ArrowRight: -1, ArrowUp: -7, ArrowDown: 7, Home: -at, End: 6 - at, [forward]: 1 }[event.key];
  const months = { PageUp: -1, PageDown: 1 }[event.key];
  if (days === undefined && !months) return;
  event.preventDefault();
  intent(months ? `pick:months:${event.shiftKey ? months * 12 : months}` : `pick:days:${days}`);
}

// The keys of a filtered list.
function moveOption(event, intent) {
  const field = event.target;
  if (field.role !== 'combobox' && field.getAttribute?.('role') !== 'combobox') return;
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) intent(`pick:option:${by}`);
  else if (event.key === 'Enter') document.getElementById(field.getAttribute('aria-activedescendant'))?.click();
  else return;
  event.preventDefault();
}

// A day or an option was chosen: the field gets it as if it had been typed.
function choose({ target }, intent) {
  const chosen = target.closest?.('[data-for] [data-value]');
  if (!chosen) return;
  const field = document.getElementById(chosen.closest('[data-for]').dataset.for);
  field.value = chosen.dataset.value;
  for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  intent('pick:close');
}

// Escape hides a tooltip until its button is left.
function hideTip({ key }) {
  if (key !== 'Escape') return;
  for (const tip of page.querySelectorAll('.tipped:is(:hover,:focus-within)')) {
    tip.classList.add('off');
    for (const name of ['focusout', 'pointerleave']) tip.addEventListener(name, () => tip.classList.remove('off'), { once: true });
  }
}

// What was done, said once: seen for five seconds, and heard.
let toast;
function say(text) {
  toast.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (toast.textContent = ''), 5000);
}

// «id:what to say»
export function copy(what) {
  const [id, text] = what.split(':');
  navigator.clipboard?.writeText(document.getElementById(id).textContent).then(() => say(text), () => {});
}

// `on`: adds a listener to the document; `intent`: tells the app of a person's intent.
export function startWidgets(on, intent) {
  toast = document.createElement('div');
  toast.id = 'toast';
  toast.setAttribute('role', 'status');
  document.body.append(toast);
  on('keydown', moveTab);
  on('keydown', moveInMenu);
  on('keydown', hideTip);
  on('keydown', (event) => moveDay(event, intent));
  on('keydown', (event) => moveOption(event, intent));
  on('click', leaveMenus);
  on('click', (event) => choose(event, intent));
  on('toggle', ({ target }) => target.nodeName === 'DETAILS' && tellOpen(), true);
  // Escape. The app takes the dialog out of its view; one without an intent stays.
  on('cancel', (event) => {
    if (event.target.nodeName !== 'DIALOG') return;
    event.preventDefault();
    if (event.target.dataset.intent) intent(event.target.dataset.intent);
  }, true);
}
