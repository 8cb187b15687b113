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

// `on`: adds a listener to the document; `intent`: tells the app of a person's intent.
export function startWidgets(on, intent) {
  on('keydown', moveTab);
  on('toggle', ({ target }) => target.nodeName === 'DETAILS' && tellOpen(), true);
  // Escape. The app takes the dialog out of its view; one without an intent stays.
  on('cancel', (event) => {
    if (event.target.nodeName !== 'DIALOG') return;
    event.preventDefault();
    if (event.target.dataset.intent) intent(event.target.dataset.intent);
  }, true);
}
