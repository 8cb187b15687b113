// The work of staff in the browser: an officer finds the case among queues, filters and words, and works it to its end with
// colleagues of other units, a manager and the citizen; a telephone operator takes a message down. At a desk, and the daily
// part of it on a phone. Everything through roles and names.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { colleague, sendComplaint } from './support/calls.mjs';
import { citizen, password, persianDigits, picture } from './support/people.mjs';
import { startServer } from './support/server.mjs';
import { box, button, inbox, logIn, openCase, queue, row, said, signIn } from './support/staff.mjs';

let server, browser, head, profile;

before(async () => {
  server = await startServer({ args: ['--rate-limit', 'off'] });
  browser = await launch();
  head = await colleague(server, 'riyasat');
  profile = await (await fetch(`${server.url}/api/v1/profile`)).json();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const choose = (page, name, label) => page.getByRole('combobox', { name, exact: true }).selectOption({ label });
const trail = (page, text) => page.getByRole('list', { name: 'گردش پرونده' }).getByRole('listitem').filter({ hasText: text }).first().waitFor();
const unitName = (id) => profile.units.find((unit) => unit.id === id).name;
// What is rarer stands behind its heading.
const unfold = (page, heading) => page.locator('summary').filter({ hasText: heading }).click();

async function search(page, words) {
  await page.getByRole('searchbox', { name: 'جست‌وجو' }).fill(words);
  await button(page, 'بگرد').click();
}

test('queues, filters, a saved filter and words bring up the same case', async () => {
  await sendComplaint(server, { subject: 'مسؤول پاسخ‌گوی چاه ۱۲۳۴۵' });
  const page = await open(browser, 'desktop');
  await signIn(page, server, 'karshenas-soil-water');
  await row(page, 'مسؤول پاسخ‌گوی').waitFor();
  const unassigned = page.getByRole('link', { name: /^بی‌مسئول/ });
  assert.match(await unassigned.textContent(), /[۰-۹]/, 'the queue says how much is in it');
  await unassigned.click();
  await row(page, 'مسؤول پاسخ‌گوی').waitFor();
  await queue(page, 'کارهای من');
  await row(page, 'مسؤول پاسخ‌گوی').waitFor({ state: 'detached' });
  await queue(page, 'واحد من');
  for (const words of ['مسئول', 'پاسخگوی چاه', 'پاسخ گوی', '12345']) {
    await search(page, words);
    await row(page, 'مسؤول پاسخ‌گوی').waitFor();
  }
  await search(page, 'واژه‌ای که هیچ‌جا نیست');
  await said(page, 'پرونده‌ای پیدا نشد');

  await unfold(page, 'پالایش فهرست');
  await button(page, 'پاک کردن پالایش').click();
  await choose(page, 'نوع', 'شکایت');
  await choose(page, 'ترتیب', 'نزدیک‌ترین مهلت');
  await box(page, 'ثبت از تاریخ').fill('۱۴۰۵/۱۳/۴۰');
  await button(page, 'اعمال').click();
  await said(page, 'این روز در تقویم نیست.');
  await box(page, 'ثبت از تاریخ').fill('۱۴۰۰/۰۱/۰۱');
  await button(page, 'اعمال').click();
  await row(page, 'مسؤول پاسخ‌گوی').waitFor();
  await box(page, 'نام پالایش').fill('شکایت‌های من');
  await button(page, 'ذخیرهٔ پالایش').click();
  await button(page, 'شکایت‌های من').waitFor();
  await page.reload();
  await tookOver(page);
  await button(page, 'شکایت‌های من').click();
  await row(page, 'مسؤول پاسخ‌گوی').waitFor();
  await button(page, 'حذف «شکایت‌های من»').click();
  await button(page, 'شکایت‌های من').waitFor({ state: 'detached' });
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

async function sortTheCase(page) {
  await unfold(page, 'تعیین مسئول رسیدگی');
  await page.getByRole('combobox', { name: 'مسئول رسیدگی', exact: true }).selectOption({ index: 1 });
  await button(page, 'سپردن').click();
  await said(page, 'مسئول رسیدگی تعیین شد.');
  await unfold(page, 'اولویت پرونده');
  await choose(page, 'اولویت', 'فوری');
  await button(page, 'تعیین اولویت').click();
  await said(page, 'اولویت تغییر کرد.');
  await unfold(page, 'افزودن برچسب');
  await box(page, 'برچسب').fill('بازدید میدانی');
  await button(page, 'افزودن').click();
  await said(page, 'برچسب افزوده شد.');
  await page.getByRole('list', { name: 'نشانه‌های پرونده' }).getByText('بازدید میدانی').waitFor();
}

async function askOthers(page) {
  await unfold(page, 'نظرخواهی هم‌زمان از واحدها');
  await button(page, 'نظرخواهی').click();
  await page.getByRole('alert').filter({ has: page.getByRole('link') }).waitFor();
  for (const id of ['land', 'legal']) await page.getByRole('checkbox', { name: unitName(id), exact: true }).check();
  await box(page, 'پرسش از واحدها').fill('آیا حریم چاه رعایت شده است؟');
  await button(page, 'نظرخواهی').click();
  await said(page, 'از واحدها نظر خواسته شد.');
  const asked = page.getByRole('list', { name: 'نظرخواهی از واحدهای دیگر' }).getByRole('listitem');
  assert.equal(await asked.count(), 2);
}

async function askCitizen(page) {
  await unfold(page, 'درخواست تکمیل از شهروند');
  await box(page, 'چه چیزی کم است؟').fill('شمارهٔ پروانه را بنویسید.');
  await button(page, 'فرستادن درخواست').click();
  await said(page, 'درخواست تکمیل ثبت شد.');
}

async function answerWithCanned(page) {
  await choose(page, 'متن آماده', 'بازدید انجام می‌شود');
  const text = await box(page, 'متن پاسخ').inputValue();
  assert.match(text, /مریم/, 'the name is put in');
  assert.ok(!/[{}]/.test(text), text);
  await button(page, 'ثبت پاسخ').click();
  await trail(page, 'از محل بازدید می‌کنند');
}

for (const device of ['phone', 'desktop']) {
  test(`one case from the inbox to its end, with two other units, on a ${device}`, async () => {
    const subject = `چاه بی‌آب (${device})`;
    const { tracking_code } = await sendComplaint(server, { subject });
    const page = await open(browser, device);
    await signIn(page, server, 'karshenas-soil-water');
    await openCase(page, subject);
    await sortTheCase(page);
    await askOthers(page);
    await askCitizen(page);

    const other = await open(browser, device);
    await signIn(other, server, 'karshenas-land');
    await queue(other, 'نظرخواهی از ما');
    await openCase(other, subject);
    assert.equal(await button(other, 'ثبت پاسخ').count(), 0, 'who is asked decides nothing');
    await box(other, 'نظر واحد').fill('حریم رعایت شده است.');
    await button(other, 'ثبت نظر').click();
    await said(other, 'نظر واحد ثبت شد.');

    // The officer's page has grown old meanwhile: what is typed stays, and the change is fetched.
    await box(page, 'یادداشت داخلی').fill('با شهروند تماس گرفته شد.');
    await button(page, 'ثبت یادداشت').click();
    await button(page, 'نشان دادن تغییر').click();
    await trail(page, 'حریم رعایت شده است.');
    await button(page, 'ثبت یادداشت').click();
    await trail(page, 'با شهروند تماس گرفته شد.');
    await answerWithCanned(page);
    await unfold(page, 'بستن پرونده');
    await choose(page, 'نتیجه', 'انجام شد');
    await button(page, 'بستن').click();
    await said(page, 'پرونده بسته شد.');
    const seen = await head.read(await head.find(tracking_code));
    assert.equal(seen.state, 'closed');
    assert.deepEqual([...page.faults, ...other.faults], []);
    await page.context().close();
    await other.context().close();
  });
}

test('«not ours» goes back to where it came from', async () => {
  const subject = 'مرز زمین و چاه';
  await sendComplaint(server, { subject });
  const page = await open(browser, 'desktop');
  await signIn(page, server, 'karshenas-soil-water');
  await openCase(page, subject);
  await choose(page, 'ارجاع به', unitName('land'));
  await button(page, 'ارجاع').click();
  await said(page, 'پرونده ارجاع شد.');
  const other = await open(browser, 'desktop');
  await signIn(other, server, 'karshenas-land');
  await openCase(other, subject);
  await unfold(other, 'مربوط به این واحد نیست');
  await button(other, 'بازگرداندن').click();
  await other.getByRole('alert').filter({ has: other.getByRole('link') }).waitFor();
  await box(other, 'علت').fill('موضوع چاه است، نه مرز.');
  await button(other, 'بازگرداندن').click();
  await said(other, 'پرونده بازگردانده شد.');
  await page.goto(`${server.url}/staff`);
  await openCase(page, subject);
  await trail(page, `${unitName('land')} آن را مربوط به خود ندانست`);
  assert.deepEqual([...page.faults, ...other.faults], []);
  await page.context().close();
  await other.context().close();
});

test('an answer that needs approval is a draft until the manager sends it, and can go back', async () => {
  const subject = 'پیام به رئیس دربارهٔ چاه';
  const { tracking_code } = await sendComplaint(server, { kind: 'head', subject });
  const id = await head.find(tracking_code);
  await head.act(id, { action: 'refer', to_unit: 'land', text: '' });
  const officer = await open(browser, 'desktop');
  await signIn(officer, server, 'karshenas');
  await openCase(officer, subject);
  const draft = async (text) => {
    await box(officer, 'متن پاسخ').fill(text);
    await button(officer, 'فرستادن پاسخ برای تأیید مدیر').click();
    await trail(officer, text);
  };
  await draft('پاسخ نخست');
  const manager = await open(browser, 'desktop');
  await signIn(manager, server, 'modir');
  await queue(manager, 'در انتظار تأیید');
  await openCase(manager, subject);
  await unfold(manager, 'بازگرداندن پیش‌نویس');
  await box(manager, 'علت').fill('تاریخ بازدید را بنویسید.');
  await button(manager, 'بازگرداندن پیش‌نویس').click();
  await said(manager, 'پیش‌نویس به کارشناس بازگشت.');
  await officer.reload();
  await tookOver(officer);
  await trail(officer, 'تاریخ بازدید را بنویسید.');
  await draft('بازدید روز شنبه است.');
  await manager.reload();
  await tookOver(manager);
  await manager.getByRole('heading', { name: subject, level: 1 }).waitFor();
  assert.equal(await box(manager, 'متن پاسخ').inputValue(), 'بازدید روز شنبه است.', 'the draft stands in the answer, to be sent or mended');
  await button(manager, 'ثبت پاسخ').click();
  await said(manager, 'پاسخ ثبت شد');
  assert.equal((await head.read(id)).state, 'answered');
  assert.deepEqual([...officer.faults, ...manager.faults], []);
  await officer.context().close();
  await manager.context().close();
});

test('a case is linked, split, one text taken away, and a duplicate merged', async () => {
  const first = await sendComplaint(server, { subject: 'چاه نخست', category: 'land-use' });
  const second = await sendComplaint(server, { subject: 'چاه دوم', category: 'land-use', body: 'شمارهٔ کارت من ۶۰۳۷۹۹۱۱ است و آب نیست و کسی نمی‌آید.' });
  const page = await open(browser, 'desktop');
  page.on('dialog', (dialog) => dialog.accept()); // what cannot be undone is asked for
  await signIn(page, server, 'modir');
  await openCase(page, 'چاه دوم');
  await unfold(page, 'پیوند به پروندهٔ دیگر');
  const link = page.getByRole('form', { name: 'پیوند به پروندهٔ دیگر' });
  await link.getByRole('textbox').fill('123');
  await button(page, 'پیوند').click();
  await page.getByRole('alert').filter({ has: page.getByRole('link') }).waitFor();
  await link.getByRole('textbox').fill(persianDigits(first.tracking_code));
  await button(page, 'پیوند').click();
  await said(page, 'دو پرونده به هم پیوند خوردند.');
  await unfold(page, 'جدا کردن بخشی از پیام');
  await box(page, 'موضوع').fill('لولهٔ شکسته');
  await box(page, 'متن بخش جداشده').fill('لولهٔ آب هم شکسته است.');
  await button(page, 'ساختن پروندهٔ جداگانه').click();
  await said(page, 'پروندهٔ جداگانه ساخته شد.');
  await page.getByRole('list', { name: 'پرونده‌های مرتبط' }).getByRole('link', { name: 'لولهٔ شکسته' }).waitFor();
  await unfold(page, 'محرمانه کردن متن');
  await choose(page, 'کدام متن؟', 'متن پیام');
  await page.getByRole('form', { name: 'محرمانه کردن متن' }).getByRole('textbox').fill('شمارهٔ کارت دارد.');
  await button(page, 'محرمانه کن').click();
  await said(page, 'متن از دید و از جست‌وجو برداشته شد.');
  assert.ok(!(await page.getByRole('main').innerText()).includes('۶۰۳۷۹۹۱۱'), 'it is gone');
  await unfold(page, 'یکی کردن با پروندهٔ دیگر');
  await page.getByRole('form', { name: 'یکی کردن با پروندهٔ دیگر' }).getByRole('textbox').fill(first.tracking_code);
  await button(page, 'یکی کردن').click();
  await said(page, 'این پرونده در پروندهٔ دیگر ادامه می‌یابد.');
  await page.goto(`${server.url}/staff`);
  await tookOver(page);
  await search(page, '۶۰۳۷۹۹۱۱');
  await said(page, 'پرونده‌ای پیدا نشد');
  assert.equal((await head.read(await head.find(second.tracking_code))).state, 'closed');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const device of ['phone', 'desktop']) {
  test(`a message is taken down for a caller, on a ${device}`, async () => {
    const page = await open(browser, device);
    await signIn(page, server, 'telefon');
    await page.getByRole('link', { name: 'ثبت برای شهروند' }).click();
    await page.getByRole('heading', { name: 'ثبت برای شهروند', level: 1 }).waitFor();
    await page.getByRole('radio', { name: 'تلفن', exact: true }).check();
    await choose(page, 'نوع پیام', 'شکایت');
    await button(page, 'ثبت و گرفتن کد').click();
    await page.getByRole('alert').filter({ has: page.getByRole('link') }).waitFor();
    for (const [name, value] of Object.entries(citizen)) await box(page, name).fill(value);
    await page.getByRole('combobox', { name: 'دسته' }).selectOption({ index: 1 });
    await box(page, 'موضوع').fill(`تلفنی (${device})`);
    await box(page, 'شرح').fill('تلفن‌کننده می‌گوید آب روستا قطع است.');
    await button(page, 'افزودن پیوست').setInputFiles([picture, { ...picture, name: 'دوم.png' }]);
    await button(page, 'حذف دوم.png').click();
    await button(page, 'ثبت و گرفتن کد').click();
    const code = (await page.getByTestId('tracking-code').textContent()).trim();
    assert.match(code, /^[0-9]{12}$/);
    const taken = await head.read(await head.find(code));
    assert.deepEqual([taken.channel, taken.attachments.map((file) => file.file_name)], ['phone', [picture.name]]);
    await button(page, 'ثبت پیام دیگر').click();
    await box(page, 'موضوع').waitFor();
    assert.equal(await box(page, 'موضوع').inputValue(), '');
    await choose(page, 'ثبت‌کننده', 'شخص حقوقی (شرکت، تعاونی، مؤسسه)');
    await box(page, 'شناسهٔ ملی').waitFor();
    assert.equal(await box(page, 'کد ملی').count(), 0, 'a company has another number');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('who keeps the system finds a way to the own work instead of a forbidden inbox, with the application and without', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(browser, 'phone', { javaScriptEnabled });
    await page.goto(`${server.url}/staff`);
    await box(page, 'نام کاربری').fill('admin');
    await page.getByLabel('گذرواژه', { exact: true }).fill(password);
    await button(page, 'ورود').click();
    await page.getByRole('heading', { name: 'میز کار', level: 1 }).waitFor();
    if (javaScriptEnabled) await tookOver(page);
    assert.equal(await page.getByRole('alert').filter({ hasText: 'اجازه' }).count(), 0);
    await page.getByRole('main').getByRole('link', { name: 'تنظیمات', exact: true }).click();
    await page.getByRole('heading', { name: 'تنظیمات', level: 1 }).waitFor();
    await button(page.getByRole('banner'), 'خروج').click();
    await box(page, 'نام کاربری').waitFor();
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

test('without JavaScript the inbox says what it needs; with it nobody is told', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await open(browser, 'phone', { javaScriptEnabled });
    await page.goto(`${server.url}/staff`);
    await logIn(page, 'karshenas');
    await page.getByRole('heading', { name: 'کارتابل', level: 1 }).waitFor();
    if (javaScriptEnabled) await inbox(page).waitFor();
    for (const path of javaScriptEnabled ? ['/staff', '/staff/new'] : ['/staff', '/staff/new', '/staff/cases/1']) {
      await page.goto(server.url + path);
      if (javaScriptEnabled) await tookOver(page);
      // Not by its text: playwright passes over what stands in a noscript.
      assert.equal(await page.locator('#needs-script').isVisible(), !javaScriptEnabled, path);
      assert.equal(await page.getByText('در حال آوردن').isVisible(), false, path);
    }
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});
