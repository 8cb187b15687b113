// News with comments: a reader on a phone finds an item, says what they think, keeps the code; public relations find it in
// their queue, publish and answer it; the reader learns the answer by the code; the head's office reads the digest.
// With the application and without JavaScript, through roles and names.
import assert from 'node:assert/strict';
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
