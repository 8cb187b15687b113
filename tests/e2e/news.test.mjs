// News with comments: a reader on a phone finds an item, says what they think, keeps the code; public relations find it in
// their queue, publish and answer it; the reader learns the answer by the code; the head's office reads the digest.
// With the application and without JavaScript, through roles and names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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
const link = (page, name) => page.getByRole('link', { name, exact: true });
const title = (page, name) => page.getByRole('heading', { name, level: 1 }).waitFor();
const item = 'آغاز خرید توافقی زعفران از کشاورزان استان';

async function signIn(page, name, path) {
  await page.goto(server.url + path);
  await box(page, 'نام کاربری').fill(name);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
}

async function comment(page, text) {
  await page.goto(`${server.url}/news`);
  await title(page, 'اخبار');
  await page.getByRole('list', { name: 'اخبار' }).getByRole('link', { name: item }).click();
  await title(page, item);
  await button(page, 'ثبت نظر').click();
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await errors.waitFor();
  assert.equal(await errors.getByRole('link').count(), 1, 'only the words are needed');
  await box(page, 'نظر شما').fill(text);
  await box(page, 'نام').fill('گلناز');
  await button(page, 'ثبت نظر').click();
  await title(page, 'نظر شما ثبت شد');
  const code = (await page.getByTestId('comment-code').textContent()).trim();
  assert.match(code, /^[0-9]{16}$/);
  return code;
}

async function outcome(page, code) {
  await page.goto(`${server.url}/news`);
  await box(page, 'کد رهگیری نظر').fill(code);
  await button(page, 'دیدن نتیجه').click();
  await title(page, 'نتیجهٔ نظر شما');
  return page.getByRole('main').innerText();
}

async function decide(page, text) {
  await signIn(page, 'ravabet', '/staff/comments');
  await title(page, 'نظرهای اخبار');
  const card = page.locator('.card').filter({ hasText: text });
  await card.getByRole('link', { name: /^رسیدگی به نظر/ }).click();
  await page.getByRole('combobox', { name: 'تصمیم' }).selectOption({ label: 'منتشر نشود' });
  await button(page, 'ذخیره').click();
  await page.getByRole('alert').filter({ has: page.getByRole('link') }).waitFor();
  await page.getByRole('combobox', { name: 'تصمیم' }).selectOption({ label: 'منتشر شود' });
  await page.getByRole('combobox', { name: 'لحن' }).selectOption({ label: 'انتقادی' });
  await box(page, 'موضوع‌ها').fill('خرید توافقی، ساعت کار');
  await box(page, 'پاسخ سازمان').fill('از شنبه تا ساعت ۱۶ باز است.');
  await button(page, 'ذخیره').click();
  await title(page, 'نظرهای اخبار');
}

test('from a comment to its answer, with the application', async () => {
  const page = await open(browser, 'phone');
  await page.goto(server.url);
  await tookOver(page);
  const text = 'مرکز خرید فقط تا ظهر باز است و ما سر زمینیم.';
  const code = await comment(page, text);
  assert.match(await outcome(page, code), /در نوبت بررسی/);
  const staff = await open(browser, 'desktop');
  await decide(staff, text);
  const own = await outcome(page, code);
  assert.match(own, /منتشر شده است/);
  assert.match(own, /از شنبه تا ساعت ۱۶/);
  await page.goto(`${server.url}/news/saffron-purchase`);
  await tookOver(page);
  const card = page.locator('.card').filter({ hasText: text });
  await card.getByText('پاسخ سازمان').waitFor();
  await card.getByRole('link', { name: 'پاسخ به این نظر' }).click();
  await title(page, 'پاسخ به نظر');
  await box(page, 'نظر شما').fill('سپاس از پاسخ شما.');
  await button(page, 'ثبت نظر').click();
  await title(page, 'نظر شما ثبت شد');
  assert.deepEqual(page.faults, []);
  await page.context().close();

  await signInAgain(staff);
  await staff.goto(`${server.url}/staff/digest`);
  await title(staff, 'گزارش نظرها');
  await staff.getByRole('table', { name: 'موضوع‌ها در گذر زمان' }).getByText('خرید توافقی').waitFor();
  await staff.getByRole('list', { name: 'آنچه پاسخ گرفت' }).getByText(text).waitFor();
  await staff.getByText('بازهٔ دیگر').click();
  await box(staff, 'از روز').fill('۱۴۰۵/۱۳/۰۱');
  await button(staff, 'نشان بده').click();
  await staff.getByRole('alert').filter({ has: staff.getByRole('link') }).waitFor();
  const [download] = await Promise.all([staff.waitForEvent('download'), link(staff, 'دریافت PDF').click()]);
  assert.match(download.suggestedFilename(), /^digest-.*\.pdf$/);
  assert.deepEqual(staff.faults, []);
  await staff.context().close();
});

// The head's office reads what public relations did.
async function signInAgain(page) {
  await button(page, 'خروج').click();
  await box(page, 'نام کاربری').waitFor();
  await signIn(page, 'riyasat', '/staff');
  await page.getByRole('table', { name: 'کارتابل' }).waitFor();
}

test('a comment is refused with a reason from the list, its author reads it, and then it is published after all', async () => {
  const page = await open(browser, 'phone');
  const text = 'شمارهٔ همراه کارشناس را بنویسید تا به خانه‌اش زنگ بزنیم.';
  const code = await comment(page, text);
  const staff = await open(browser, 'desktop');
  await signIn(staff, 'ravabet', '/staff/comments');
  await title(staff, 'نظرهای اخبار');
  await staff.locator('.card').filter({ hasText: text }).getByRole('link', { name: /^رسیدگی به نظر/ }).click();
  await staff.getByRole('combobox', { name: 'تصمیم' }).selectOption({ label: 'منتشر نشود' });
  await staff.getByRole('combobox', { name: 'دلیل آماده' }).selectOption({ label: 'اطلاعات شخصی خود یا دیگران در آن است' });
  await box(staff, 'دلیل').fill('بی‌نشانی شخصی دوباره بنویسید');
  await button(staff, 'ذخیره').click();
  await title(staff, 'نظرهای اخبار');
  const own = await outcome(page, code);
  assert.match(own, /منتشر نمی‌شود/);
  assert.match(own, /اطلاعات شخصی خود یا دیگران در آن است؛ بی‌نشانی شخصی دوباره بنویسید/);
  await page.goto(`${server.url}/news/saffron-purchase`);
  assert.equal(await page.getByText(text).count(), 0, 'nobody reads it');
  await link(staff.getByRole('list', { name: 'وضعیت نظرها' }), 'ردشده').click();
  await staff.locator('.card').filter({ hasText: text }).getByRole('link', { name: /^رسیدگی به نظر/ }).click();
  assert.match(await box(staff, 'دلیل').inputValue(), /اطلاعات شخصی/, 'the next officer reads why');
  await staff.getByRole('combobox', { name: 'تصمیم' }).selectOption({ label: 'منتشر شود' });
  await button(staff, 'ذخیره').click();
  await title(staff, 'نظرهای اخبار');
  assert.match(await outcome(page, code), /منتشر شده است/);
  assert.deepEqual([...page.faults, ...staff.faults], []);
  await staff.context().close();
  await page.context().close();
});

test('the head\'s office reads the digest of a period, on screen and as PDF, with everything that it promises', async () => {
  const staff = await open(browser, 'desktop');
  await signIn(staff, 'riyasat', '/staff/digest');
  await title(staff, 'گزارش نظرها');
  await staff.getByText('بازهٔ دیگر').click();
  await box(staff, 'از روز').fill('۱۴۰۵/۰۱/۰۱');
  await box(staff, 'تا روز').fill('۱۴۰۵/۱۲/۲۹');
  await button(staff, 'نشان بده').click();
  await staff.getByText('از یکم فروردین ۱۴۰۵').or(staff.getByText(/۱ فروردین ۱۴۰۵/)).first().waitFor();
  const facts = await staff.getByRole('main').innerText();
  for (const part of ['نظر ثبت‌شده', 'منتشرشده', 'در نوبت بررسی', 'پاسخ‌داده‌شده', 'مثبت', 'خنثی', 'انتقادی']) assert.ok(facts.includes(part), part);
  const themes = staff.getByRole('table', { name: 'موضوع‌ها در گذر زمان' });
  for (const season of ['بهار ۱۴۰۵', 'تابستان ۱۴۰۵', 'پاییز ۱۴۰۵']) await themes.getByRole('columnheader', { name: season }).waitFor();
  const sums = await themes.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => {
    const numbers = [...row.children].slice(1).map((cell) => Number(cell.textContent.replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)).replace(/[^0-9]/g, '') || 0));
    return [numbers.slice(0, -2).reduce((sum, one) => sum + one, 0), numbers.at(-2)];
  }));
  assert.ok(sums.length > 2 && sums.every(([parts, sum]) => parts === sum), `the seasons add up: ${JSON.stringify(sums)}`);
  const items = staff.getByRole('table', { name: 'پرنظرترین مطلب‌ها' });
  const counts = await items.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => Number(row.children[1].textContent.replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))));
  assert.deepEqual(counts, counts.toSorted((a, b) => b - a), 'the item that drew most first');
  await staff.getByRole('heading', { name: 'نمونهٔ نظرها' }).waitFor();
  await staff.getByRole('list', { name: 'آنچه پاسخ گرفت' }).getByText(/پاسخ سازمان: /).first().waitFor();
  await staff.getByRole('list', { name: 'آنچه در انتظار است' }).getByText(/روز$/).first().waitFor();
  const theme = await themes.getByRole('row').nth(1).getByRole('cell').first().textContent();
  const [download] = await Promise.all([staff.waitForEvent('download'), link(staff, 'دریافت PDF').click()]);
  const plain = (text) => text.normalize('NFKC').replace(/[\u0654\u200C\u200E\u200F\u202A-\u202E\u2066-\u2069\s]/g, ''); // pdftotext puts the hamza before its letter
  const pdf = plain(execFileSync('pdftotext', ['-layout', await download.path(), '-'], { encoding: 'utf8' }));
  for (const part of [theme, 'نظر ثبت‌شده', 'موضوع‌ها در گذر زمان', 'پرنظرترین مطلب‌ها', 'نمونهٔ نظرها', 'آنچه پاسخ گرفت', 'آنچه در انتظار است']) {
    assert.ok(pdf.includes(plain(part)), `${part} in the PDF: ${pdf.slice(0, 1500)}`);
  }
  // An item that drew much leads to what was said about it.
  await items.getByRole('link').first().click();
  await title(staff, 'نظرهای اخبار');
  assert.ok((await staff.locator('.card').count()) > 0);
  assert.deepEqual(staff.faults, []);
  await staff.context().close();
});

test('without JavaScript: a comment, its answer, and a voice', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  const text = 'نوبت‌دهی تلفنی هم بگذارید.';
  const code = await comment(page, text);
  const staff = await open(browser, 'desktop', { javaScriptEnabled: false });
  await decide(staff, text);
  await staff.context().close();
  assert.match(await outcome(page, code), /از شنبه تا ساعت ۱۶/);
  await page.goto(`${server.url}/news/saffron-purchase`);
  await button(page, 'بله (۶۳)').click();
  await page.getByText('نظر شما شمرده شد').waitFor();
  await button(page, 'بله (۶۴)').click();
  await button(page, 'بله (۶۴)').waitFor();
  await page.context().close();
});

test('public relations write an item, publish it, and its readers find it in its category', async () => {
  const page = await open(browser, 'desktop');
  await signIn(page, 'ravabet', '/staff/news');
  await title(page, 'مدیریت اخبار');
  await link(page, 'خبر تازه').click();
  await box(page, 'عنوان').fill('رویداد آزمون');
  await page.getByRole('combobox', { name: 'دسته' }).selectOption({ label: 'رویداد' });
  await box(page, 'چکیده').fill('چکیدهٔ آزمون');
  await box(page, 'متن خبر').fill('بند نخست\n\n## عنوان میانی\n- یک\n- دو\n\n[میز خدمت](/desk)');
  await page.getByRole('combobox', { name: 'نظرها' }).selectOption({ label: 'بی‌درنگ منتشر و سپس بررسی شود' });
  await button(page, 'ذخیره').click();
  await title(page, 'رویداد آزمون');
  await button(page, 'انتشار').click();
  await link(page, 'صفحهٔ همگانی').click();
  await page.getByRole('heading', { name: 'عنوان میانی', level: 2 }).waitFor();
  await link(page, 'همهٔ اخبار').click();
  await page.getByRole('list', { name: 'دسته‌ها' }).getByRole('link', { name: 'رویداد' }).click();
  await page.getByRole('list', { name: 'اخبار' }).getByRole('link', { name: 'رویداد آزمون' }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('an edit that is not saved survives a reload; what somebody else has saved meanwhile is not overwritten by it', async () => {
  const page = await open(browser, 'desktop');
  const edit = '/staff/news/2/edit';
  await signIn(page, 'riyasat', edit);
  const text = box(page, 'متن خبر');
  await text.waitFor();
  const before = await text.inputValue();
  assert.ok(before.length > 20, before);
  await text.fill(`${before}\nیک جملهٔ تازه.`);
  await text.press('End');
  await page.keyboard.type(' و یکی دیگر.');
  await page.waitForFunction(() => Object.values(localStorage).some((value) => value.includes('یکی دیگر')));
  const written = await text.inputValue();
  for (let again = 0; again < 2; again += 1) {
    await page.reload();
    assert.equal(await text.inputValue(), written, 'before the application');
    await tookOver(page);
    assert.equal(await text.inputValue(), written, 'and with it');
  }

  const other = await open(browser, 'desktop');
  await signIn(other, 'riyasat', edit);
  await box(other, 'متن خبر').fill('متن همکار دیگر که زودتر ذخیره شد.');
  await button(other, 'ذخیره').click();
  await other.waitForURL((url) => !url.pathname.endsWith('/edit'));
  await other.context().close();

  // It is there still, by reload and by link; what the other has stored is shown before it is replaced.
  await page.reload();
  await tookOver(page);
  assert.equal(await text.inputValue(), written);
  await link(page, 'مدیریت اخبار').first().click();
  await title(page, 'مدیریت اخبار');
  await page.goBack();
  await text.waitFor();
  assert.equal(await text.inputValue(), written);
  await button(page, 'ذخیره').click();
  await page.getByText('همکار دیگری در این میان').waitFor();
  assert.equal(await text.inputValue(), written);
  const theirs = page.getByText('متن همکار دیگر که زودتر ذخیره شد.');
  await theirs.waitFor();
  assert.ok(await theirs.evaluate((node) => node.closest('[placed]') === node || node.hasAttribute('placed')), 'it is in the picture, too');
  await text.fill('متن درست.');
  await button(page, 'ذخیره').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/edit'));
  await page.goto(server.url + edit);
  await tookOver(page);
  assert.equal(await text.inputValue(), 'متن درست.');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
