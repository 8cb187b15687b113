// Every kind of node and every page of the slice under axe-core, light and dark, at 320 and 1440 px; no sideways scroll;
// targets of 44 px; and, so that a zero means something, broken pages that axe must find fault with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { launch } from './support/browser.mjs';
import { makeViews, showView, viewNames } from './support/kinds_page.mjs';

const axeSource = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const widths = [320, 1440];

let browser;
before(async () => {
  makeViews();
  browser = await launch({ webgl: false });
});
after(() => browser?.close());

async function show(name, width, dark) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  await showView(page, name);
  return page;
}

async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  // axe leaves the last word on ids that occur twice to us: for us they are always wrong.
  const twice = found.incomplete.filter((one) => one.id === 'duplicate-id-aria');
  return [...found.violations, ...twice].map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
}

for (const name of viewNames) {
  test(`${name} has no accessibility violation`, async () => {
    for (const width of widths) {
      for (const dark of [false, true]) {
        const page = await show(name, width, dark);
        assert.deepEqual(await violations(page), [], `${width} px, ${dark ? 'dark' : 'light'}`);
        await page.context().close();
      }
    }
  });

  test(`${name} fits a screen of 320 px`, async () => {
    const page = await show(name, 320, false);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(over, 0);
    await page.context().close();
  });
}

test('buttons, fields and links that stand alone are at least 44 px high', async () => {
  const page = await show('every_kind', 320, false);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, select, textarea, input:not([type=checkbox], [type=radio], [type=hidden]), nav a, main > a, dd > a, .grid li, .brand')]
      .map((node) => [node.id, node.getBoundingClientRect().height])
      .filter(([, height]) => height < 44));
  assert.deepEqual(small, []);
  await page.context().close();
});

// What the mutants break is what the zero above is relied on for.
const mutants = {
  'image-alt': () => document.querySelector('main').append(new Image()),
  'label': () => document.querySelector('#first_name-label').remove(),
  'button-name': () => (document.querySelector('#session button').textContent = ''),
  'link-name': () => (document.querySelector('.brand').textContent = ''),
  'color-contrast': () => (document.querySelector('#title').style.color = '#bbb'),
  'aria-required-children': () => document.querySelector('#errors-list li').setAttribute('role', 'button'),
  'heading-order': () => document.querySelector('h2').remove(),
  'page-has-heading-one': () => document.querySelector('h1').remove(),
  'landmark-one-main': () => document.querySelector('main').setAttribute('role', 'presentation'),
  'definition-list': () => document.querySelector('dl').append(document.createElement('p')),
  'select-name': () => document.querySelector('#category-label').remove(),
  'role-img-alt': () => document.querySelector('[role=img]').removeAttribute('aria-labelledby'),
  'aria-valid-attr-value': () => document.querySelector('#national_id').setAttribute('aria-invalid', 'perhaps'),
  'aria-progressbar-name': () => document.querySelector('[role=progressbar]').removeAttribute('aria-labelledby'),
  'aria-meter-name': () => document.querySelector('[role=meter]').removeAttribute('aria-labelledby'),
  'summary-name': () => (document.querySelector('summary').textContent = ''),
  'listitem': () => document.querySelector('#nav').append(document.createElement('li')),
  'aria-required-parent': () => document.querySelector('[role=tablist]').removeAttribute('role'),
  'aria-roles': () => document.querySelector('#tabs-list').setAttribute('role', 'tabs'),
  'aria-allowed-attr': () => document.querySelector('#title').setAttribute('aria-checked', 'true'),
  'aria-valid-attr': () => document.querySelector('#title').setAttribute('aria-colour', 'red'),
  'aria-toggle-field-name': () => document.querySelector('main').append(Object.assign(document.createElement('span'), { role: 'switch', tabIndex: 0 })),
  'aria-hidden-focus': () => document.querySelector('#session').setAttribute('aria-hidden', 'true'),
  'empty-heading': () => (document.querySelector('h2').textContent = ''),
  'empty-table-header': () => (document.querySelector('th').textContent = ''),
  'nested-interactive': () => document.querySelector('#session button').append(Object.assign(document.createElement('a'), { href: '/', textContent: 'x' })),
  'region': () => document.body.append(document.createTextNode('متن'), Object.assign(document.createElement('p'), { textContent: 'بیرون' })),
  'tabindex': () => (document.querySelector('#session button').tabIndex = 5),
  'target-size': () => {
    for (const node of document.querySelectorAll('#nav li, #nav a')) node.style.cssText = 'display:inline;min-height:0;padding:0;margin:0;font-size:5px;line-height:1';
  },
  'document-title': () => (document.title = ''),
  'meta-viewport': () => (document.querySelector('meta[name=viewport]').content = 'width=device-width,user-scalable=no'),
  'skip-link': () => document.querySelector('#main').removeAttribute('id'),
  'duplicate-id-aria': () => (document.querySelector('#email-label').id = 'subject-error'),
  'landmark-unique': () => document.querySelector('#nav').cloneNode(true) && document.querySelector('#banner').append(document.querySelector('#nav').cloneNode(true)),
  'html-has-lang': () => document.documentElement.removeAttribute('lang'),
};
for (const [rule, mutate] of Object.entries(mutants)) {
  test(`a page broken for ${rule} is caught`, async () => {
    const page = await show('every_kind', 1440, false);
    await page.evaluate(mutate);
    const found = await violations(page);
    assert.ok(found.some((one) => one.startsWith(`${rule}:`)), `found only ${found.join('; ') || 'nothing'}`);
    await page.context().close();
  });
}

test('roles and names of the complaint form are those of the contract', async () => {
  const page = await show('complaint', 360, false);
  for (const name of ['نام', 'نام خانوادگی', 'کد ملی', 'تلفن همراه', 'رایانامه', 'موضوع', 'شرح']) {
    assert.equal(await page.getByRole('textbox', { name, exact: true }).count(), 1, name);
  }
  assert.equal(await page.getByRole('combobox', { name: 'دسته', exact: true }).count(), 1);
  assert.equal(await page.getByRole('checkbox', { name: 'بدون نام ثبت شود', exact: true }).count(), 1);
  for (const name of ['افزودن پیوست', 'ارسال']) {
    assert.equal(await page.getByRole('button', { name, exact: true }).count(), 1, name);
  }
  await page.context().close();
});

test('roles and names of desk, receipt, inbox and login are those of the contract', async () => {
  const expected = {
    desk: [['link', 'ثبت شکایت'], ['link', 'ارتباط با رئیس سازمان'], ['navigation', 'پیوندهای اصلی'], ['heading', 'میز خدمت']],
    receipt: [['heading', 'رسید ثبت'], ['button', 'کد را یادداشت کردم'], ['link', 'دریافت رسید']],
    track_found: [['list', 'روند رسیدگی'], ['region', 'پاسخ']],
    login: [['textbox', 'نام کاربری'], ['textbox', 'گذرواژه'], ['button', 'ورود']],
    inbox: [['table', 'کارتابل'], ['searchbox', 'جست‌وجو'], ['button', 'خروج']],
    staff_case: [['combobox', 'ارجاع به'], ['textbox', 'یادداشت داخلی'], ['textbox', 'متن پاسخ'], ['button', 'ثبت پاسخ']],
  };
  for (const [name, controls] of Object.entries(expected)) {
    for (const width of widths) {
      const page = await show(name, width, false);
      for (const [role, label] of controls) {
        assert.equal(await page.getByRole(role, { name: label, exact: true }).count(), 1, `${name}: ${role} ${label}`);
      }
      if (name === 'receipt') assert.equal(await page.getByTestId('tracking-code').textContent(), '140508307391');
      await page.context().close();
    }
  }
});
