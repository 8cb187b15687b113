// Surveys people finish: a citizen on a phone answers the survey of satisfaction, reloads in the middle and loses nothing, goes
// back, and gets a code; without JavaScript too. Public relations build a survey with a condition, open it, answer it, and read
// the results.
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
const choose = (page, question, answer) => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check({ force: true });
const chosen = (page, question, answer) => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true, checked: true }).waitFor();
const step = (page, number) => page.getByRole('progressbar', { name: `بخش ${number} از ۶` }).waitFor();
const satisfaction = 'نظرسنجی رضایت از خدمات';

async function openFromDesk(page) {
  await page.goto(`${server.url}/desk`);
  await link(page, 'نظرسنجی خدمات').click();
  await title(page, 'نظرسنجی');
  await page.getByRole('list', { name: 'نظرسنجی‌های باز' }).getByRole('link', { name: satisfaction }).click();
  await title(page, satisfaction);
  await step(page, '۱');
}

async function finish(page) {
  await choose(page, /از رسیدگی به‌موقع/, 'راضی');
  await button(page, 'ادامه').click();
  await step(page, '۳');
  await choose(page, /از پایبندی به زمان/, 'راضی');
  await button(page, 'ادامه').click();
  await step(page, '۴');
  await choose(page, /از تعداد دفعه‌هایی/, 'ناراضی');
  await button(page, 'ادامه').click();
  await step(page, '۵');
  await choose(page, /در مجموع/, 'ناراضی');
  await button(page, 'ادامه').click();
  await box(page, 'چه چیزی شما را ناراضی کرد؟').fill('راه دور بود.');
  await button(page, 'ادامه').click();
  await step(page, '۶');
  await button(page, 'فرستادن پاسخ‌ها').click();
  await title(page, 'پاسخ شما ثبت شد');
  assert.match((await page.getByTestId('survey-code').textContent()).trim(), /^[0-9]{16}$/);
}

test('a citizen on a phone finishes the survey; a reload in the middle and going back lose nothing', async () => {
  const page = await open(browser, 'phone');
  await openFromDesk(page);
  await tookOver(page);
  await button(page, 'ادامه').click();
  const errors = page.getByRole('alert').filter({ has: page.getByRole('link') });
  await errors.getByRole('link', { name: /مراحل انجام کار/ }).waitFor();
  await choose(page, /از توضیح مراحل/, 'خیلی راضی');
  await page.getByRole('combobox', { name: 'دربارهٔ کدام خدمت؟' }).selectOption({ index: 3 });
  await button(page, 'ادامه').click();
  await step(page, '۲');
  await choose(page, /از دقت کارشناسان/, 'خیلی ناراضی');
  await page.waitForTimeout(600);  // what is typed is written to the device a moment later
  await page.reload();
  await tookOver(page);
  await step(page, '۲');  // where the person was
  const stillChosen = () => chosen(page, /از دقت کارشناسان/, 'خیلی ناراضی');
  await stillChosen();
  await button(page, 'بازگشت به بخش پیش').click();
  await step(page, '۱');
  await chosen(page, /از توضیح مراحل/, 'خیلی راضی');
  await page.reload();
  await tookOver(page);
  await page.waitForTimeout(500);
  await step(page, '۱');  // going back is kept too, without a key
  await button(page, 'ادامه').click();
  await step(page, '۲');
  await stillChosen();
  await page.goto(`${server.url}/surveys`);
  await page.getByRole('list', { name: 'نظرسنجی‌های باز' }).getByRole('link', { name: satisfaction }).click();
  await step(page, '۲');  // from the list too
  await stillChosen();
  await finish(page);
  await link(page, 'همهٔ نظرسنجی‌ها').click();
  await page.getByRole('list', { name: 'نظرسنجی‌های باز' }).getByRole('link', { name: satisfaction }).click();
  await page.getByText('پیش‌تر به این نظرسنجی پاسخ داده شده است').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the browser\'s own Back goes through the pages of the survey, with what was answered', async () => {
  const page = await open(browser, 'phone');
  await openFromDesk(page);
  await tookOver(page);
  await choose(page, /از توضیح مراحل/, 'راضی');
  await button(page, 'ادامه').click();
  await step(page, '۲');
  await page.waitForFunction(() => scrollY === 0);  // a new page begins at its top
  await choose(page, /از دقت کارشناسان/, 'ناراضی');
  await page.goBack();
  await step(page, '۱');
  await chosen(page, /از توضیح مراحل/, 'راضی');
  await page.goForward();
  await step(page, '۲');
  await chosen(page, /از دقت کارشناسان/, 'ناراضی');
  await page.goBack();
  await step(page, '۱');
  await page.goBack();
  await title(page, 'نظرسنجی');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('when the network is gone the answers stay, and go when it is back', async () => {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/surveys`);
  await tookOver(page);
  await page.getByRole('list', { name: 'نظرسنجی‌های باز' }).getByRole('link', { name: satisfaction }).click();
  await step(page, '۱');
  await choose(page, /از توضیح مراحل/, 'راضی');
  await page.context().setOffline(true);
  await button(page, 'ادامه').click();
  await page.getByText(/اینترنت/).first().waitFor();
  await chosen(page, /از توضیح مراحل/, 'راضی');
  await page.context().setOffline(false);
  await step(page, '۲');
  // Lost once more, and the phone put away: what was chosen without a network is there when both are back.
  await page.context().setOffline(true);
  await choose(page, /از دقت کارشناسان/, 'راضی');
  await page.waitForTimeout(600);
  await page.context().setOffline(false);
  await page.reload();
  await tookOver(page);
  await step(page, '۲');
  await chosen(page, /از دقت کارشناسان/, 'راضی');
  await page.context().close();
});

test('without JavaScript the same survey is finished', async () => {
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await openFromDesk(page);
  await choose(page, /از توضیح مراحل/, 'راضی');
  await button(page, 'ادامه').click();
  await step(page, '۲');
  await finish(page);
  await page.context().close();
});

async function signIn(page, name, path) {
  await page.goto(server.url + path);
  await box(page, 'نام کاربری').fill(name);
  await page.getByLabel('گذرواژه', { exact: true }).fill(password);
  await button(page, 'ورود').click();
}

test('public relations build a survey with a condition, open it and read what people answered', async () => {
  const staff = await open(browser, 'desktop');
  await signIn(staff, 'ravabet', '/staff/surveys');
  await title(staff, 'مدیریت نظرسنجی‌ها');
  await button(staff, 'ساختن نظرسنجی خالی').click();
  await title(staff, 'نظرسنجی تازه');
  await link(staff, 'بله یا خیر').click();
  await button(staff, 'نگه‌داری پرسش').click();
  await staff.getByRole('alert').filter({ has: staff.getByRole('link') }).waitFor();
  await box(staff, 'متن پرسش').fill('در جلسهٔ روستا بودید؟');
  await staff.getByRole('checkbox', { name: 'پاسخ الزامی است' }).check({ force: true });
  await button(staff, 'نگه‌داری پرسش').click();
  await title(staff, 'نظرسنجی تازه');
  await link(staff, 'سنجش کیفیت').click();
  await box(staff, 'متن پرسش').fill('جلسه را چگونه دیدید؟');
  await staff.getByRole('combobox', { name: 'پرسش شرط ۱' }).selectOption('q1');
  await box(staff, 'پاسخ شرط ۱').fill('بله');
  await button(staff, 'نگه‌داری پرسش').click();
  await title(staff, 'نظرسنجی تازه');
  await link(staff, 'تنظیم نظرسنجی').click();
  await box(staff, 'نام نظرسنجی').fill('جلسهٔ روستا');
  await button(staff, 'ذخیره').click();
  await title(staff, 'جلسهٔ روستا');
  await link(staff, 'پیش‌نمایش').click();
  await staff.getByText(/پیش‌نمایش: همان‌گونه/).waitFor();
  const frame = await staff.locator('#phone-frame').boundingBox();
  assert.ok(frame.width <= 376, `as wide as a phone: ${frame.width}`);
  await choose(staff, 'در جلسهٔ روستا بودید؟', 'بله');
  await link(staff, 'بازگشت به نظرسنجی').click();
  await title(staff, 'جلسهٔ روستا');
  await button(staff, 'باز کردن نظرسنجی').click();
  await link(staff, 'دیدن در سایت').waitFor();

  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/surveys`);
  await link(page, 'جلسهٔ روستا').click();
  await title(page, 'جلسهٔ روستا');
  assert.equal(await page.getByRole('radiogroup').count(), 1, 'the second question waits for the first');
  await choose(page, 'در جلسهٔ روستا بودید؟', 'بله');
  await button(page, 'فرستادن پاسخ‌ها').click();
  await choose(page, 'جلسه را چگونه دیدید؟', 'عالی');
  await button(page, 'فرستادن پاسخ‌ها').click();
  await title(page, 'پاسخ شما ثبت شد');
  await page.context().close();

  await link(staff, 'نتیجه‌ها').click();
  await title(staff, 'نتیجهٔ جلسهٔ روستا');
  await staff.getByRole('img', { name: /پرشمارترین پاسخ: عالی، ۱ نفر/ }).waitFor();
  await link(staff, 'جدول دو پرسش').click();
  await staff.getByRole('combobox', { name: 'پرسش سطرها' }).selectOption('q1');
  await staff.getByRole('combobox', { name: 'پرسش ستون‌ها' }).selectOption('q2');
  await button(staff, 'نمایش جدول').click();
  await staff.getByRole('table', { name: 'جدول دو پرسش' }).waitFor();
  assert.deepEqual(staff.faults, []);
  await staff.context().close();
});
