// The widgets that the browser does not have: charts, the calendar, the filter of a long list, switch, menu, tooltip, toast.
// By the keys of the ARIA Authoring Practices, through roles and names, and without a script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { pixels } from './support/pixels.mjs';
import { startServer } from './support/server.mjs';

let server, browser;
before(async () => {
  server = await startServer({ empty: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

async function gallery(device = 'desktop', options = {}) {
  const page = await open(browser, device, options);
  await page.goto(`${server.url}/gallery`);
  if (options.javaScriptEnabled !== false) await tookOver(page);
  return page;
}

const has = (locator) => locator.evaluate((node) => node === document.activeElement);
const focusedName = (page) =>
  page.evaluate(() => document.activeElement.ariaLabel || document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent);
async function focusIs(page, name) {
  await page.waitForFunction((wanted) => (document.activeElement.ariaLabel || document.activeElement.textContent) === wanted, name, { timeout: 5000 })
    .catch(async () => assert.equal(await focusedName(page), name));
}
const done = async (page) => {
  assert.deepEqual(page.faults, []);
  await page.context().close();
};

test('calendar: days, weeks, months and years by keyboard; what is chosen stands in the field, the focus on the button', async () => {
  const page = await gallery();
  const field = page.getByRole('textbox', { name: 'تاریخ', exact: true });
  const button = page.getByRole('button', { name: 'تقویم: تاریخ' });
  await field.fill('۱۴۰۵/۸/۲۹');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'انتخاب تاریخ' }).waitFor();
  await page.getByRole('grid', { name: 'آبان ۱۴۰۵' }).waitFor();
  assert.equal(await page.getByRole('grid').getByRole('columnheader').first().getAttribute('aria-label'), 'شنبه');
  await focusIs(page, 'جمعه ۲۹ آبان ۱۴۰۵، تعطیل');
  for (const [key, name] of [
    ['ArrowLeft', 'شنبه ۳۰ آبان ۱۴۰۵'], // the next day, in Persian
    ['ArrowLeft', 'یکشنبه ۱ آذر ۱۴۰۵'],
    ['ArrowRight', 'شنبه ۳۰ آبان ۱۴۰۵'],
    ['ArrowUp', 'شنبه ۲۳ آبان ۱۴۰۵'],
    ['End', 'جمعه ۲۹ آبان ۱۴۰۵، تعطیل'],
    ['Home', 'شنبه ۲۳ آبان ۱۴۰۵'],
    ['ArrowDown', 'شنبه ۳۰ آبان ۱۴۰۵'],
    ['PageDown', 'دوشنبه ۳۰ آذر ۱۴۰۵'],
    ['PageUp', 'شنبه ۳۰ آبان ۱۴۰۵'],
    ['Shift+PageUp', 'جمعه ۳۰ آبان ۱۴۰۴، تعطیل'],
    ['Shift+PageDown', 'شنبه ۳۰ آبان ۱۴۰۵'],
  ]) {
    await page.keyboard.press(key);
    await focusIs(page, name);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await field.inputValue(), '۱۴۰۵/۰۸/۳۰');
  assert.ok(await has(button));
  // Escape changes nothing.
  await page.keyboard.press('Space');
  await focusIs(page, 'شنبه ۳۰ آبان ۱۴۰۵');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await field.inputValue(), '۱۴۰۵/۰۸/۳۰');
  assert.ok(await has(button));
  await done(page);
});

test('calendar by touch: the month is turned by buttons, and said', async () => {
  const page = await gallery('phone');
  await page.getByRole('textbox', { name: 'تاریخ', exact: true }).fill('1405/08/30');
  await page.getByRole('button', { name: 'تقویم: تاریخ' }).tap();
  await page.getByRole('grid', { name: 'آبان ۱۴۰۵' }).waitFor();
  await page.getByRole('button', { name: 'ماه بعد' }).tap();
  await page.getByRole('grid', { name: 'آذر ۱۴۰۵' }).waitFor();
  assert.equal(await page.locator('#pick-name').textContent(), 'آذر ۱۴۰۵');
  await page.getByRole('button', { name: 'سه‌شنبه ۳ آذر ۱۴۰۵' }).tap();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('textbox', { name: 'تاریخ', exact: true }).inputValue(), '۱۴۰۵/۰۹/۰۳');
  await done(page);
});

test('a long list is filtered whatever letters are typed, arrows choose, Enter takes', async () => {
  const page = await gallery();
  const list = page.getByRole('combobox', { name: 'فهرست بلند' });
  await page.getByRole('button', { name: 'یافتن در فهرست' }).click();
  const field = page.getByRole('combobox', { name: 'بخشی از نام' });
  await field.waitFor();
  assert.ok(await has(field));
  await page.keyboard.type('كاشان'); // with an Arabic kaf
  const option = page.getByRole('listbox').getByRole('option');
  await page.waitForFunction(() => document.querySelectorAll('[role=listbox] [role=option]').length === 1);
  assert.equal(await option.textContent(), 'کاشان');
  await field.fill('پرونده');
  await page.waitForFunction(() => document.querySelectorAll('[role=listbox] [role=option]').length === 7);
  const active = () => page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant')).textContent);
  assert.equal(await active(), 'پروندهٔ ۱');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-activedescendant') === 'pick-search-o1');
  assert.equal(await active(), 'پروندهٔ ۲');
  assert.equal(await page.getByRole('listbox').getByRole('option', { selected: true }).textContent(), 'پروندهٔ ۲');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-activedescendant') === 'pick-search-o6');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await list.inputValue(), 'row-7');
  await page.getByRole('button', { name: 'یافتن در فهرست' }).press('Enter');
  await field.fill('نيست');
  await page.getByText('چیزی با این نام یافت نشد').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(await list.inputValue(), 'row-7');
  await done(page);
});

test('a switch: Space turns it, its knob stands elsewhere', async () => {
  const page = await gallery();
  const one = page.getByRole('switch', { name: 'پیامک کوتاه' });
  await one.scrollIntoViewIfNeeded();
  await one.focus();
  const box = await one.boundingBox();
  const knob = async () => {
    await page.waitForTimeout(60);
    // At the start edge, where the knob stands while it is off, and at the end edge.
    const picture = await pixels(page, { clip: { x: box.x, y: box.y, width: 44, height: 24 } });
    return [picture.at(32, 12), picture.at(12, 12)].join(' ');
  };
  const off = await knob();
  await page.keyboard.press('Space');
  assert.ok(await one.isChecked());
  assert.notEqual(await knob(), off);
  await page.keyboard.press('Space');
  assert.ok(!(await one.isChecked()));
  assert.equal(await knob(), off);
  assert.ok(await page.getByRole('switch', { name: 'نامهٔ کاغذی' }).isDisabled());
  await done(page);
});

test('a menu button: arrows open and go round, Home, End and letters move, Escape gives the focus back', async () => {
  const page = await gallery();
  const button = page.locator('#g-menu-summary');
  const item = (name) => page.getByRole('menuitem', { name, exact: true });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menu', { name: 'کارهای دیگر' }).waitFor();
  assert.ok(await has(item('میز خدمت')));
  for (const [key, name] of [['ArrowDown', 'بررسی'], ['End', 'حذف'], ['ArrowDown', 'میز خدمت'], ['ArrowUp', 'حذف'], ['Home', 'میز خدمت'], ['', 'بررسی']]) {
    // Playwright knows no Persian keys.
    const letter = () => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ب', bubbles: true, cancelable: true }));
    await (key ? page.keyboard.press(key) : page.evaluate(letter));
    assert.ok(await has(item(name)), `${key}: ${await focusedName(page)}`);
  }
  // On the picture it lies over what follows, and a click goes where it is seen.
  const box = await item('حذف').boundingBox();
  const hit = await page.evaluate(([x, y]) => document.elementFromPoint(x, y).textContent, [box.x + box.width / 2, box.y + box.height / 2]);
  assert.equal(hit, 'حذف');
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('menu').count(), 0);
  assert.ok(await has(button));
  await page.keyboard.press('ArrowUp');
  assert.ok(await has(item('حذف')));
  await page.keyboard.press('Tab');
  assert.equal(await page.getByRole('menu').count(), 0);
  await button.click();
  await page.mouse.click(10, 300);
  assert.equal(await page.getByRole('menu').count(), 0, 'a click beside it closes it');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk');
  await done(page);
});

test('a tooltip shows on focus and hover and goes with Escape; a disabled button says why and does nothing', async () => {
  const page = await gallery();
  const tip = page.getByRole('tooltip', { name: '' }).filter({ hasText: 'تا پاسخی ثبت نشود' });
  const button = page.getByRole('button', { name: 'بستن پرونده' });
  assert.ok(!(await tip.isVisible()));
  await button.focus();
  assert.ok(await tip.isVisible());
  assert.equal(await button.getAttribute('aria-disabled'), 'true');
  const described = await button.evaluate((node) => document.getElementById(node.getAttribute('aria-describedby')).textContent);
  assert.match(described, /پرونده بسته نمی‌شود/);
  await page.keyboard.press('Escape');
  assert.ok(!(await tip.isVisible()));
  await page.mouse.move(5, 5);
  await page.keyboard.press('Tab');
  await button.hover();
  assert.ok(await tip.isVisible());
  const box = await tip.boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 1440);
  await done(page);
});

test('what was copied is said', async () => {
  const page = await gallery('desktop', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('button', { name: 'رونوشت کد' }).click();
  await page.getByText('کپی شد.').waitFor();
  assert.equal(await page.locator('#toast').getAttribute('role'), 'status');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '140508307391');
  await page.waitForFunction(() => !document.getElementById('toast').textContent, null, { timeout: 8000 });
  await done(page);
});

test('charts: an image with the main fact as its name, the figures in a table, the drawing on the canvas', async () => {
  const page = await gallery();
  for (const name of ['بیشترین پیام‌ها در ماه دوم رسید: ۴۰ پیام.', 'از ۶۵ پیام ۴۲ پیام در مهلت پاسخ گرفت.',
    'پیام‌ها در ماه سوم بیشترین بود: ۶۱ پیام.', 'نزدیک به نیمی از پیام‌ها در ماه نخست رسید.']) {
    const chart = page.getByRole('img', { name });
    await chart.scrollIntoViewIfNeeded();
    await page.waitForTimeout(80);
    const box = await chart.boundingBox();
    const picture = await pixels(page, { clip: box });
    const colours = new Set();
    for (let y = 0; y < box.height; y += 3) for (let x = 0; x < box.width; x += 7) colours.add(picture.at(x, y).join());
    assert.ok(colours.size > 3, `${name}: ${colours.size} colours`);
    const more = page.getByText(`جدول: ${name}`);
    await more.click();
    const table = page.locator('.chart').filter({ has: chart }).getByRole('table');
    await table.waitFor();
    assert.ok((await table.getByRole('row').count()) >= 4);
    await more.click();
  }
  // The first bar begins at the start edge and is as long as its share of the largest.
  const row = await page.locator('#page [id$="-value"]', { hasText: /^۱۲$/ }).first().evaluate((node) => {
    const box = node.closest('.row').getBoundingClientRect();
    return { right: box.right, left: box.left, bottom: box.bottom, top: box.top };
  });
  assert.ok(row.right > row.left);
  await done(page);
});

test('without a script: date and list are plain fields, the menu opens, charts are drawn', async () => {
  const page = await gallery('phone', { javaScriptEnabled: false });
  await page.getByRole('textbox', { name: 'تاریخ', exact: true }).fill('1405/08/30');
  assert.ok(!(await page.locator('#g-date-tool').isVisible()));
  await page.getByRole('combobox', { name: 'فهرست بلند' }).selectOption('row-3');
  assert.ok(!(await page.locator('#g-long-list-tool').isVisible()));
  await page.locator('#g-menu-summary').click();
  assert.ok(await page.getByRole('menuitem', { name: 'میز خدمت' }).isVisible());
  assert.ok((await page.locator('.plot svg line').count()) > 10);
  await done(page);
});
