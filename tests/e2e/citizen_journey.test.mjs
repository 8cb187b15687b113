// The main job, end to end: a complaint goes in from a phone, an answer comes back by tracking code.
//
// Journey: a citizen on a phone (and one at a desk) opens the portal, finds «ثبت شکایت», makes two mistakes and is taken to
// each, attaches a picture, sends, notes the code. An officer of the unit that the category is routed to finds the case on
// top of the inbox; one of another unit does not. She refers it with a note; an officer of that unit answers. The citizen
// types the code in Persian digits with spaces and reads the trail and the answer. Everything through roles and names.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { citizen, password, persianDigits, picture } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser, profile;

before(async () => {
  server = await startServer();
  browser = await launch();
  profile = await (await fetch(`${server.url}/api/v1/profile`)).json();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const box = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });

async function writeComplaint(page, subject, category) {
  await page.goto(server.url);
  await link(page.getByRole('main'), 'ثبت شکایت').click();
  await page.getByRole('heading', { name: 'ثبت شکایت', level: 1 }).waitFor();
  for (const [name, value] of Object.entries(citizen)) await box(page, name).fill(value);
  await box(page, 'کد ملی').fill('0684159415'); // wrong check digit
  await page.getByRole('combobox', { name: 'دسته' }).selectOption({ label: category.name });
  await box(page, 'شرح').fill('آب چاه كشاورزي ما از هفته پيش قطع است. لطفاً پی‌گیری کنید 🙏 شماره پروانه: ۱۲/۳۴۵');
}

// Two mistakes: each is in the list of errors, and its link leads to the field.
async function correctMistakes(page, subject) {
  await button(page, 'ارسال').click();
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await errors.waitFor();
  assert.equal(await errors.getByRole('link').count(), 2);
  await errors.getByRole('link', { name: /کد ملی/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'national_id');
  await box(page, 'کد ملی').fill(persianDigits(citizen['کد ملی']));
  await errors.getByRole('link', { name: /موضوع/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'subject');
  await box(page, 'موضوع').fill(subject);
}

async function sendAndNoteCode(page) {
  await button(page, 'افزودن پیوست').setInputFiles(picture);
  await page.getByText(/چاه\.png/).first().waitFor();
  await button(page, 'ارسال').click();
  await page.getByRole('heading', { name: 'رسید ثبت' }).waitFor();
  const code = (await page.getByTestId('tracking-code').textContent()).trim();
  assert.match(code, /^[0-9]{12}$/);
  const receipt = await page.request.get(await link(page, 'دریافت رسید').evaluate((node) => node.href));
  assert.equal((await receipt.body()).subarray(0, 5).toString(), '%PDF-');
  await button(page, 'کد را یادداشت کردم').click();
  return code;
}

async function signIn(page, username) {
  await page.goto(`${server.url}/staff`);
  await box(page, 'نام کاربری').fill(username);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
  await page.getByRole('table', { name: 'کارتابل' }).waitFor();
}

async function signOut(page) {
  await button(page.getByRole('banner'), 'خروج').click();
  await box(page, 'نام کاربری').waitFor();
}

async function refer(page, subject, toUnit) {
  const firstRow = page.getByRole('table', { name: 'کارتابل' }).getByRole('row').filter({ has: page.getByRole('link') }).first();
  assert.equal((await firstRow.getByRole('link').textContent()).trim(), subject);
  await firstRow.getByRole('link').click();
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
  await box(page, 'یادداشت داخلی').fill('با شهروند تماس گرفته شد.');
  await button(page, 'ثبت یادداشت').click();
  await page.getByText('با شهروند تماس گرفته شد.').first().waitFor();
  await page.getByRole('combobox', { name: 'ارجاع به' }).selectOption({ label: toUnit.name });
  await button(page, 'ارجاع').click();
  await page.getByText('پرونده ارجاع شد.').first().waitFor();
}

async function answer(page, subject, text) {
  await link(page.getByRole('table', { name: 'کارتابل' }), subject).click();
  await page.getByRole('heading', { name: subject, level: 1 }).waitFor();
  await box(page, 'متن پاسخ').fill(text);
  await button(page, 'ثبت پاسخ').click();
  await page.getByText(text).first().waitFor();
}

async function track(page, code, subject, text, unit) {
  await page.goto(`${server.url}/track`);
  await box(page, 'کد رهگیری').fill(persianDigits(code).replace(/(.{4})(?=.)/g, '$1 '));
  await box(page, 'چهار رقم آخر تلفن همراه').fill('۴۵۶۷');
  await button(page, 'پیگیری').click();
  await page.getByRole('heading', { name: subject }).waitFor();
  const steps = await page.getByRole('list', { name: 'روند رسیدگی' }).getByRole('listitem').allTextContents();
  assert.ok(steps.some((step) => step.includes('ارجاع') && step.includes(unit.name)), steps.join(' | '));
  assert.ok(!steps.join(' ').includes('با شهروند تماس گرفته شد'), 'an internal note must not reach the citizen');
  assert.match(await page.getByRole('region', { name: 'پاسخ' }).textContent(), new RegExp(text));
}

for (const device of ['phone', 'desktop']) {
  test(`a complaint and its answer, on a ${device}`, async () => {
    const category = profile.categories.find((one) => one.kinds.includes('complaint'));
    const others = profile.units.filter((unit) => unit.id !== category.unit_id);
    const [toUnit, thirdUnit] = others;
    const subject = `قطع آب چاه روستا (${device})`;
    const reply = 'کارشناس اعزام شد و آب از فردا وصل است.';
    const page = await open(browser, device);
    await writeComplaint(page, subject, category);
    await tookOver(page);
    await correctMistakes(page, subject);
    const code = await sendAndNoteCode(page);

    const staff = await open(browser, 'desktop');
    await signIn(staff, `karshenas-${thirdUnit.id}`);
    assert.equal(await link(staff, subject).count(), 0, 'an officer of another unit must not see the case');
    await signOut(staff);
    await signIn(staff, `karshenas-${category.unit_id}`);
    await refer(staff, subject, toUnit);
    await signOut(staff);
    await signIn(staff, `karshenas-${toUnit.id}`);
    await answer(staff, subject, reply);

    await track(page, code, subject, reply, toUnit);
    assert.deepEqual(page.faults, []);
    assert.deepEqual(staff.faults, []);
    await page.context().close();
    await staff.context().close();
  });
}
