// A regulation's whole way, in a real browser: read from a Word file, approved, opened by the clock, six comments of different
// people and outcomes (one by a personal link, one with a file, two of one campaign), closed by the clock after Nowruz,
// answered one by one, amended, issued; and each commenter reads by the code what became of it. The time travels.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { password } from './support/people.mjs';
import { startServer } from './support/server.mjs';
import { word } from './support/word.mjs';

let server, browser, scratch;

// A moment in Tehran (UTC+3:30, without summer time since 1402).
const tehran = (year, month, day, hour = 0, minute = 0, second = 0) => Date.UTC(year, month - 1, day, hour, minute, second) - 12_600_000;
function setClock(moment) {
  writeFileSync(join(scratch, 'clock.new'), String(moment));
  renameSync(join(scratch, 'clock.new'), join(scratch, 'clock'));
}

before(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'hamandish-clock-'));
  setClock(tehran(2027, 3, 6, 9)); // 1405/12/15
  server = await startServer({ args: ['--clock-file', join(scratch, 'clock'), '--rate-limit', 'off'] });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const box = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const choose = (page, name, label) => page.getByRole('combobox', { name, exact: true }).selectOption({ label });
const heading = (page, name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const title = 'دستورالعمل اجارهٔ ماشین‌های کشاورزی';

// Staff at a desk, without JavaScript: the pages are whole by themselves. A session each, because weeks pass.
async function staff(name, path) {
  const page = await open(browser, 'desktop', { javaScriptEnabled: false });
  await page.goto(server.url + path);
  await box(page, 'نام کاربری').fill(name);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
  await page.goto(server.url + path);
  return page;
}

// Until the clock's job has run.
async function until(page, path, text) {
  for (let tries = 0; tries < 40; tries += 1) {
    await page.goto(server.url + path);
    if ((await page.getByText(text).count()) > 0) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`${path} does not say ${text}`);
}

async function comment(page, { clause, address, text, wording, group, publication, names = [], organisation, file }) {
  if (address) await page.goto(address);
  if (file) await tookOver(page); // before that the browser itself shows what was chosen
  if (clause) await button(page, `نظر بر ${clause}`).click(); // the form on the whole is open at first
  await box(page, 'نظر شما').fill(text);
  if (wording) await box(page, 'متن پیشنهادی شما').fill(wording);
  if (file) await page.getByLabel('افزودن پیوست').setInputFiles(file);
  if (file) await page.getByText(file.name, { exact: true }).waitFor();
  if (group) await choose(page, 'شما که هستید؟', group);
  await choose(page, 'انتشار نظر', publication);
  if (names.length) await box(page, 'نام').fill(names[0]);
  if (names.length) await box(page, 'نام خانوادگی').fill(names[1]);
  if (organisation) await box(page, 'نام تشکل یا دستگاه').fill(organisation);
  await button(page, 'ثبت نظر').click();
  await heading(page, 'نظر شما ثبت شد');
  return (await page.getByTestId('comment-code').textContent()).trim();
}

async function outcome(page, code) {
  await page.goto(`${server.url}/drafts`);
  await box(page, 'کد رهگیری نظر').fill(code);
  await button(page, 'دیدن نتیجه').click();
  await heading(page, 'نتیجهٔ نظر شما');
  return page.getByRole('main').innerText();
}

test('from a Word file to the issued text, over Nowruz', async () => {
  // --- Prepared from a file, with a document behind it
  let legal = await staff('hoghoghi', '/staff/drafts/import');
  const text = ['ماده ۱- درخواست اجاره در سامانه ثبت می‌شود.', 'تبصره ۱- ثبت تلفنی هم پذیرفته است.', 'ماده ۲- به درخواست‌ها ظرف سی روز پاسخ داده می‌شود.'];
  await legal.getByLabel('برگزیدن فایل').setInputFiles({ name: 'اجاره.docx', mimeType: 'application/zip', buffer: word(text) });
  await button(legal, 'خواندن متن').click();
  await legal.getByRole('region', { name: 'تبصره ۱ ماده ۱', exact: true }).waitFor();
  await link(legal, 'ساختن پیش‌نویس با این متن').click();
  await box(legal, 'عنوان').fill(title);
  await choose(legal, 'نوع', 'دستورالعمل');
  await choose(legal, 'مرجع تصویب', 'همین سازمان');
  await legal.getByRole('combobox', { name: 'واحد مسئول' }).selectOption({ index: 1 });
  await box(legal, 'چرا به این متن نیاز است').fill('برای دسترسی برابر به ماشین‌ها.');
  await box(legal, 'به چه کسانی مربوط است').fill('کشاورزان استان');
  await button(legal, 'ذخیره').click();
  await heading(legal, title);
  const id = new URL(legal.url()).pathname.split('/').at(-1);
  await legal.getByLabel('برگزیدن اسناد').setInputFiles({ name: 'گزارش کارشناسی.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await button(legal, 'افزودن اسناد پشتیبان').click();
  await legal.getByRole('link', { name: /گزارش کارشناسی\.pdf/ }).waitFor();
  assert.equal(await button(legal, 'تأیید برای نظرخواهی').count(), 0, 'who writes it does not approve it');
  await legal.context().close();

  // --- Approved for Monday, 1405/12/17
  const head = await staff('riyasat', `/staff/drafts/${id}`);
  await box(head, 'روز آغاز نظرخواهی').fill('۱۴۰۵/۱۲/۱۷');
  await button(head, 'تأیید برای نظرخواهی').click();
  await head.context().close();
  const relations = await staff('ravabet', `/staff/drafts/${id}/invitations`);
  await choose(relations, 'گروه دعوت‌شدگان', 'نخبه یا صاحب‌نظر');
  await box(relations, 'دعوت‌شدگان').fill('دکتر مهری، mehri@mail.example');
  await button(relations, 'فرستادن دعوت‌نامه').click();
  await relations.getByText('برای ۱ نفر دعوت‌نامه').waitFor();
  await relations.context().close();

  const citizen = await open(browser, 'phone');
  const address = `${server.url}/drafts/${id}`;
  setClock(tehran(2027, 3, 7, 23, 59, 59));
  await new Promise((done) => setTimeout(done, 600));
  assert.equal((await citizen.goto(address)).status(), 404, 'a second before midnight nobody sees it');
  setClock(tehran(2027, 3, 8, 0, 2)); // the clock's job runs every minute
  // Fourteen days after that Monday is the second of Nowruz; the office works again on Saturday the seventh.
  await until(citizen, `/drafts/${id}`, 'تا پایان شنبه ۷ فروردین ۱۴۰۶');
  await citizen.getByRole('link', { name: /گزارش کارشناسی\.pdf/ }).waitFor();

  // --- Six comments
  setClock(tehran(2027, 3, 9, 10));
  await citizen.goto(address);
  await tookOver(citizen);
  const short = 'سی روز برای فصل کشت بسیار دیر است.';
  const codes = {};
  codes.citizen = await comment(citizen, {
    address, clause: 'ماده ۲', text: short, wording: 'به درخواست‌ها ظرف ده روز پاسخ داده می‌شود.', group: 'شهروند', publication: 'بی‌نام منتشر شود',
  });
  const invitation = execFileSync('sqlite3', ['-readonly', join(server.data, 'hamandish.db'), "SELECT text FROM outbox WHERE cause = 'draft_invitation'"], { encoding: 'utf8' });
  const personal = invitation.match(/http\S+/)[0];
  await citizen.goto(personal);
  await citizen.getByText('شما به این نظرخواهی دعوت شده‌اید (گروه: نخبه یا صاحب‌نظر).').waitFor();
  codes.expert = await comment(citizen, {
    clause: 'ماده ۱', text: 'نوبت هر شهرستان جدا باشد.', publication: 'با نام منتشر شود', names: ['پروین', 'مهری'],
  });
  codes.body = await comment(citizen, {
    address, clause: 'ماده ۱', text: 'تعرفه‌ها پیوست است.', group: 'تشکل صنفی یا حرفه‌ای', organisation: 'صنف ادوات', publication: 'بی‌نام منتشر شود',
    file: { name: 'تعرفه.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') },
  });
  codes.officer = await comment(citizen, {
    address, text: 'با شورای تأمین هماهنگ شود.', group: 'مدیر یا کارشناس دستگاه دیگر', organisation: 'استانداری', publication: 'منتشر نشود',
  });
  setClock(tehran(2027, 3, 21, 12)); // the first of Nowruz
  const campaign = 'ما خواستار رایگان شدن اجارهٔ همهٔ ماشین‌ها برای کشاورزان خرده‌پا در سراسر استان هستیم.';
  codes.first = await comment(citizen, { address, text: campaign, group: 'شهروند', publication: 'بی‌نام منتشر شود' });
  setClock(tehran(2027, 3, 27, 23, 59, 59)); // the last second
  codes.second = await comment(citizen, { address, text: campaign, group: 'شهروند', publication: 'بی‌نام منتشر شود' });
  assert.equal(new Set(Object.values(codes)).size, 6);

  // --- Closed by the clock; what was open in a browser is refused
  await citizen.goto(address);
  await button(citizen, 'نظر بر ماده ۱').click();
  await box(citizen, 'نظر شما').fill('دیر رسیدم');
  await choose(citizen, 'شما که هستید؟', 'شهروند');
  await choose(citizen, 'انتشار نظر', 'منتشر نشود');
  setClock(tehran(2027, 3, 28));
  await button(citizen, 'ثبت نظر').click();
  await citizen.getByText('زمان نظرخواهی این پیش‌نویس پایان یافته است').first().waitFor();
  await citizen.getByText('دیر رسیدم').first().waitFor(); // what was written is not lost
  setClock(tehran(2027, 3, 28, 0, 2));
  await until(citizen, `/drafts/${id}`, 'نظرخواهی پایان یافت');
  assert.equal(await button(citizen, 'نظر بر ماده ۱').count(), 0);

  // --- Moderated: one is refused with a reason from the list
  const desk = await staff('ravabet', `/staff/drafts/${id}/comments/waiting`);
  const cardOf = (words) => desk.locator('.card').filter({ hasText: words }).first();
  // A proposed wording is read as a change of the clause: what goes, what comes.
  const revised = async (scope) => {
    const parts = async (name) => (await scope.locator(name).allTextContents()).map((part) => part.replace(/^.*: /, '').trim());
    assert.deepEqual([await parts('del'), await parts('ins')], [['سی'], ['ده']]);
  };
  await revised(cardOf(short));
  for (const [words, verdict, why] of [[short, 'منتشر شود'], ['نوبت هر شهرستان', 'منتشر شود'], ['تعرفه‌ها پیوست است', 'منتشر نشود', 'تبلیغ است']]) {
    const card = cardOf(words);
    await card.getByRole('combobox', { name: 'تصمیم' }).selectOption({ label: verdict });
    if (why) await card.getByRole('combobox', { name: 'دلیل آماده' }).selectOption({ label: why });
    await card.getByRole('button', { name: 'ثبت تصمیم' }).click();
    await desk.goto(`${server.url}/staff/drafts/${id}/comments/waiting`);
    assert.equal(await desk.getByText(words).count(), 0, words);
  }
  await desk.goto(`${server.url}/staff/drafts/${id}/invitations`);
  await desk.getByText('نظر داد').waitFor();
  await desk.context().close();
  assert.match(await outcome(citizen, codes.body), /تبلیغ است/);
  await outcome(citizen, codes.citizen);
  await revised(citizen.getByRole('main'));
  await citizen.goto(address);
  await tookOver(citizen);
  await revised(citizen.getByRole('list', { name: 'نظرهای منتشرشده' }).getByRole('listitem').filter({ hasText: short }));

  // --- The disposition table: no issue before every comment has its outcome
  legal = await staff('hoghoghi', `/staff/drafts/${id}`);
  await box(legal, 'متن اصلاح‌شده').fill(text.join('\n').replace('سی روز', 'ده روز') + '\nماده ۳- نوبت هر شهرستان جداست.');
  await button(legal, 'ثبت متن اصلاح‌شده').click();
  await legal.getByRole('heading', { name: 'متن اصلاح‌شده', level: 2 }).waitFor();
  await legal.context().close();
  const issuer = await staff('riyasat', `/staff/drafts/${id}`);
  const issue = async () => {
    await issuer.goto(`${server.url}/staff/drafts/${id}`);
    await box(issuer, 'روز ابلاغ').fill('۱۴۰۶/۰۱/۰۸');
    await box(issuer, 'شمارهٔ ابلاغ').fill('۱۲/۳۴۵');
    await button(issuer, 'ابلاغ').click();
  };
  await issue();
  await issuer.getByText('نتیجهٔ چند نظر هنوز نوشته نشده است').first().waitFor();
  await issuer.goto(`${server.url}/staff/drafts/${id}/answers`);
  const groups = issuer.locator('.card');
  assert.equal(await groups.count(), 5, 'two of one campaign are one');
  await issuer.getByText('۲ نظر هم‌مضمون').waitFor();
  await revised(groups.filter({ hasText: short }).first());
  for (const [words, decision, reason, changed] of [
    [short, 'پذیرفته شد', 'مهلت ده روز شد.', 'ماده ۲'],
    ['نوبت هر شهرستان', 'بخشی پذیرفته شد', 'ماده‌ای افزوده شد.', 'ماده ۳'], // only the amended text has it
    ['تعرفه‌ها پیوست است', 'پذیرفته نشد', 'تعرفه موضوع این متن نیست.'],
    ['با شورای تأمین', 'پذیرفته شد', 'هماهنگ شد.'],
    [campaign, 'پذیرفته نشد', 'بودجهٔ آن نیست.'],
  ]) {
    const card = groups.filter({ hasText: words }).first();
    await card.getByRole('combobox', { name: 'نتیجه', exact: true }).selectOption({ label: decision });
    await card.getByRole('textbox', { name: 'دلیل نتیجه' }).fill(reason);
    if (changed) await card.getByRole('combobox', { name: 'بخشی که تغییر کرد' }).selectOption({ label: changed });
    await card.getByRole('button', { name: 'ثبت نتیجه' }).click();
    await issuer.goto(`${server.url}/staff/drafts/${id}/answers`);
  }
  await issue();
  await issuer.getByText('ابلاغ شد').first().waitFor();
  await issuer.context().close();

  // --- What was heard and what changed, for everybody
  await citizen.goto(address);
  await tookOver(citizen);
  const change = citizen.getByRole('region', { name: 'ماده ۲', exact: true }).first();
  assert.match(await change.locator('del').textContent(), /سی/);
  assert.match(await change.locator('ins').textContent(), /ده/);
  // The answer stands with the comment, for those who open it.
  const said = citizen.getByRole('list', { name: 'نظرهای منتشرشده' }).getByRole('listitem').filter({ hasText: short });
  assert.equal(await said.getByText('مهلت ده روز شد.').isVisible(), false, 'on demand');
  await said.getByText('پاسخ سازمان: پذیرفته شد').click();
  await said.getByText('مهلت ده روز شد.').waitFor();
  const table = citizen.getByRole('table', { name: 'نظرها به تفکیک گروه' });
  assert.deepEqual(await table.getByRole('row').filter({ hasText: 'شهروند' }).getByRole('cell').last().textContent(), '۳');
  for (const [name, ending] of [[/PDF/, 'pdf'], [/CSV/, 'csv']]) {
    const [download] = await Promise.all([citizen.waitForEvent('download'), citizen.getByRole('list', { name: 'فایل‌ها و دادهٔ باز' }).getByRole('link', { name }).first().click()]);
    assert.match(download.suggestedFilename(), new RegExp(`dispositions\\.${ending}$`));
  }
  const read = [
    [codes.citizen, 'پذیرفته شد', 'مهلت ده روز شد.'], [codes.expert, 'بخشی پذیرفته شد', 'ماده‌ای افزوده شد.'],
    [codes.body, 'پذیرفته نشد', 'تعرفه.pdf'], [codes.officer, 'پذیرفته شد', 'به خواست شما منتشر نمی‌شود'],
    [codes.first, 'پذیرفته نشد', 'بودجهٔ آن نیست.'], [codes.second, 'پذیرفته نشد', 'شمار نظرهای هم‌مضمون'],
  ];
  for (const [code, decision, words] of read) {
    const main = await outcome(citizen, code);
    assert.ok(main.includes(decision) && main.includes(words), `${decision}, ${words}: ${main}`);
  }
  assert.match(await outcome(citizen, codes.citizen), /بخشی که تغییر کرد یا افزوده شد: ماده ۲/);
  assert.match(await outcome(citizen, codes.expert), /بخشی که تغییر کرد یا افزوده شد: ماده ۳/);
  assert.doesNotMatch(await outcome(citizen, codes.first), /بخشی که تغییر کرد/);
  assert.deepEqual(citizen.faults, []);
  await citizen.context().close();
  execFileSync(join(process.env.HAMANDISH_SERVER ?? 'build/native/server/hamandish'), ['verify', '--data', server.data]);
});
