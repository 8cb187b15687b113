// A draft regulation under comment: a farmer on a phone reads it clause by clause, comments on one clause, keeps the code and
// later reads what became of the comment. Public relations publish it; the regulations office makes a new draft.
// With the application and without JavaScript, through roles and names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { password } from './support/people.mjs';
import { startServer } from './support/server.mjs';

let server, browser;

before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const box = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });

async function commentOnClause(page, text) {
  await page.goto(`${server.url}/drafts`);
  await page.getByRole('heading', { name: 'پیش‌نویس مقررات', level: 1 }).waitFor();
  const list = page.getByRole('list', { name: 'در حال نظرخواهی' });
  await list.getByRole('link').first().click();
  const clause = page.getByRole('region', { name: 'ماده ۱', exact: true });
  await clause.waitFor();
  assert.match(await page.getByRole('main').innerText(), /تا پایان .*۱۴۰[۰-۹]/, 'says until when');
  await button(page, 'نظر بر ماده ۱').click();
  await box(page, 'نظر شما').waitFor();
  await button(page, 'ثبت نظر').click();
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await errors.waitFor();
  assert.equal(await errors.getByRole('link').count(), 3, 'the comment, who, and what may be published');
  await box(page, 'نظر شما').fill(text);
  await page.getByRole('combobox', { name: 'شما که هستید؟' }).selectOption({ label: 'شهروند' });
  await page.getByRole('combobox', { name: 'انتشار نظر' }).selectOption({ label: 'بی‌نام منتشر شود' });
  await button(page, 'ثبت نظر').click();
  await page.getByRole('heading', { name: 'نظر شما ثبت شد' }).waitFor();
  const code = (await page.getByTestId('comment-code').textContent()).trim();
  assert.match(code, /^[0-9]{16}$/);
  return code;
}

test('by keyboard: the form of a clause has the focus when it opens, and is seen', async () => {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/drafts`);
  await tookOver(page);
  await page.getByRole('list', { name: 'در حال نظرخواهی' }).getByRole('link').first().click();
  for (const clause of ['ماده ۱', 'ماده ۲']) {
    await button(page, `نظر بر ${clause}`).focus();
    await page.keyboard.press('Enter');
    const words = page.getByRole('region', { name: clause, exact: true }).getByRole('textbox', { name: 'نظر شما' });
    await words.waitFor();
    await page.waitForFunction(() => document.activeElement.id === 'body');
    const seen = await words.evaluate((node) => [node.getBoundingClientRect().top, node.getBoundingClientRect().top - innerHeight]);
    assert.ok(seen[0] >= 0 && seen[1] < 0, `${clause}: at ${seen[0]}`);
  }
  await page.context().close();
});

async function readOutcome(page, code, text) {
  await page.goto(`${server.url}/drafts`);
  await box(page, 'کد رهگیری نظر').fill(code);
  await button(page, 'دیدن نتیجه').click();
  await page.getByRole('heading', { name: 'نتیجهٔ نظر شما' }).waitFor();
  const main = await page.getByRole('main').innerText();
  assert.ok(main.includes(text), 'the own words');
  assert.match(main, /ماده ۱/);
}

test('with the application, on a phone', async () => {
  const page = await open(browser, 'phone');
  await page.goto(server.url);
  await tookOver(page);
  const text = 'ثبت درخواست در روستا دشوار است؛ دفتر پیشخوان هم باشد.';
  const code = await commentOnClause(page, text);
  await readOutcome(page, code, text);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('without JavaScript', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  const text = 'مهلت بررسی کوتاه‌تر شود.';
  const code = await commentOnClause(page, text);
  await readOutcome(page, code, text);
  await page.context().close();
});

test('an unknown code is told beside its field, and what was typed stays', async () => {
  const page = await open(browser, 'desktop');
  await page.goto(`${server.url}/drafts`);
  await tookOver(page);
  await box(page, 'کد رهگیری نظر').fill('1234');
  await button(page, 'دیدن نتیجه').click();
  await page.getByRole('alert').filter({ has: page.getByRole('link') }).waitFor();
  assert.equal(await box(page, 'کد رهگیری نظر').inputValue(), '1234');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('staff make a draft, and moderate a comment', async () => {
  const page = await open(browser, 'desktop');
  await page.goto(`${server.url}/staff/drafts`);
  await box(page, 'نام کاربری').fill('hoghoghi');
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
  await page.getByRole('heading', { name: 'پیش‌نویس مقررات', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'پیش‌نویس تازه' }).click();
  await box(page, 'عنوان').fill('بخشنامهٔ آزمون');
  await page.getByRole('combobox', { name: 'نوع' }).selectOption({ label: 'بخشنامه' });
  await page.getByRole('combobox', { name: 'مرجع تصویب' }).selectOption({ label: 'همین سازمان' });
  await page.getByRole('combobox', { name: 'واحد مسئول' }).selectOption({ index: 1 });
  await box(page, 'چرا به این متن نیاز است').fill('برای آزمون.');
  await box(page, 'به چه کسانی مربوط است').fill('همه.');
  await box(page, 'متن').fill('ماده ۱- نخست\nتبصره ۱- زیر آن\nماده ۲- دوم');
  await button(page, 'ذخیره').click();
  await page.getByRole('heading', { name: 'بخشنامهٔ آزمون', level: 1 }).waitFor();
  await page.getByRole('region', { name: 'تبصره ۱ ماده ۱', exact: true }).waitFor();
  await page.goto(`${server.url}/staff/drafts`);
  await page.getByRole('table').getByRole('link', { name: /گلخانه/ }).click();
  await page.getByRole('link', { name: 'بررسی نظرها برای انتشار' }).click();
  await page.getByRole('link', { name: 'منتشرشده', exact: true }).click();
  await page.getByText('اتحادیهٔ گلخانه‌داران').first().waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

async function signIn(page, name, path) {
  await page.goto(`${server.url}${path}`);
  await box(page, 'نام کاربری').fill(name);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'ورود' }).waitFor();
}

const textFile = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('staff read a draft from a file: a broken one is told at the field, the clauses are shown, then the form opens', async () => {
  const page = await open(browser, 'desktop');
  await signIn(page, 'hoghoghi', '/staff/drafts');
  await page.getByRole('link', { name: 'پیش‌نویس از فایل' }).click();
  await page.getByRole('heading', { name: 'پیش‌نویس از فایل', level: 1 }).waitFor();
  await tookOver(page);
  await page.getByLabel('برگزیدن فایل').setInputFiles({ name: 'a.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04broken') });
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await errors.waitFor();
  await page.getByRole('alert').getByRole('link', { name: /خراب است/ }).waitFor();
  // The answer to a form that the browser sent stays the server's HTML: the file goes by the button.
  await page.getByLabel('برگزیدن فایل').setInputFiles(textFile('draft.txt', 'ماده ۱- نخست\nتبصره ۱- زیر آن\nماده ۲- دوم'));
  await button(page, 'خواندن متن').click();
  await page.getByRole('region', { name: 'تبصره ۱ ماده ۱', exact: true }).waitFor();
  await page.getByRole('link', { name: 'ساختن پیش‌نویس با این متن' }).click();
  await page.getByRole('heading', { name: 'پیش‌نویس تازه', level: 1 }).waitFor();
  assert.match(await box(page, 'متن').inputValue(), /ماده ۱- نخست\nتبصره ۱- زیر آن/);
  // The browser tells of the refused file as of any answer that is none of success.
  assert.deepEqual(page.faults.filter((fault) => !/422/.test(fault)), []);
  await page.context().close();
});

test('the same without JavaScript', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await signIn(page, 'hoghoghi', '/staff/drafts/import');
  await page.goto(`${server.url}/staff/drafts/import`);
  await page.getByLabel('برگزیدن فایل').setInputFiles(textFile('draft.txt', 'ماده ۱- یگانه'));
  await button(page, 'خواندن متن').click();
  await page.getByRole('region', { name: 'ماده ۱', exact: true }).waitFor();
  await page.context().close();
});

test('public relations hide a name in a comment; everybody reads the mark and why, the author reads both', async () => {
  const citizen = await open(browser, 'phone');
  await citizen.goto(server.url);
  await tookOver(citizen);
  const text = 'کارشناس، آقای رضایی، پرونده را گم کرد.';
  const code = await commentOnClause(citizen, text);
  const address = await citizen.getByRole('link', { name: 'بازگشت به پیش‌نویس' }).getAttribute('href');
  const page = await open(browser, 'desktop');
  await signIn(page, 'ravabet', `/staff${address}/comments/waiting`);
  await page.goto(`${server.url}/staff${address}/comments/waiting`);
  const form = page.getByRole('form').filter({ has: page.getByLabel('قسمت‌هایی که پوشیده می‌شود') }).first();
  await form.getByRole('combobox', { name: 'تصمیم' }).selectOption({ label: 'منتشر شود' });
  await form.getByLabel('قسمت‌هایی که پوشیده می‌شود').fill('آقای رضایی');
  await form.getByRole('button', { name: 'ثبت تصمیم' }).click();
  await page.getByText('دلیل پوشاندن را بنویسید').first().waitFor();
  assert.equal(await form.getByLabel('قسمت‌هایی که پوشیده می‌شود').inputValue(), 'آقای رضایی', 'what was typed stays');
  await form.getByRole('textbox', { name: 'دلیل', exact: true }).fill('نام افراد منتشر نمی‌شود');
  await form.getByRole('button', { name: 'ثبت تصمیم' }).click();
  await page.getByText(text).waitFor({ state: 'detached' });
  await citizen.goto(`${server.url}${address}`);
  await citizen.getByText('کارشناس، […]، پرونده را گم کرد.').waitFor();
  await citizen.getByText(/دلیل: نام افراد منتشر نمی‌شود/).first().waitFor();
  assert.equal(await citizen.getByText('آقای رضایی').count(), 0);
  await readOutcome(citizen, code, text);
  await citizen.getByRole('heading', { name: 'آنچه مردم می‌خوانند' }).waitFor();
  assert.deepEqual(citizen.faults, []);
  await citizen.context().close();
  await page.context().close();
});

test('a long list goes on: the rest of the issued drafts, the next part, a draft, and back', async () => {
  const columns = 'version, state, kind, origin, purpose, affects, unit_id, days, opens_on, closes_on, was_open, text_hash, issue_number, issued_on, comment_count';
  execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(server.data, 'hamandish.db'), `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 45)
    INSERT INTO drafts (title, ${columns}) SELECT printf('ضابطهٔ شمارهٔ %02d', n.i), ${columns.replaceAll(', ', ', d.').replace('version', 'd.version')} FROM n, (SELECT * FROM drafts WHERE state = 'issued' LIMIT 1) d`]);
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/drafts`);
  await tookOver(page);
  const link = (name) => page.getByRole('link', { name, exact: true });
  await link('بقیهٔ فهرست «ابلاغ‌شده و پایان‌یافته»').click();
  const heading = page.getByRole('heading', { name: 'پیش‌نویس‌های ابلاغ‌شده و پایان‌یافته', level: 1 });
  await heading.waitFor();
  await link('ضابطهٔ شمارهٔ 25').waitFor();
  assert.equal(await link('ضابطهٔ شمارهٔ 26').count(), 0, 'goes on where the first part ended');
  await link('پیش‌نویس‌های قدیمی‌تر').click();
  await link('ضابطهٔ شمارهٔ 05').click();
  await page.getByRole('heading', { name: 'ضابطهٔ شمارهٔ 05', level: 1 }).waitFor();
  await page.goBack();
  await heading.waitFor();
  await page.reload();
  await link('ضابطهٔ شمارهٔ 05').waitFor();
  await link('همهٔ پیش‌نویس‌ها').click();
  await page.getByRole('heading', { name: 'پیش‌نویس مقررات', level: 1 }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
