// What a citizen does after the message is in, on a phone and at a desk: answers a question with a picture, objects to an
// answer, rates the handling, withdraws, gets a lost code; once without JavaScript. Everything through roles and names.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, open, tookOver } from './support/browser.mjs';
import { colleague, sendComplaint } from './support/calls.mjs';
import { persianDigits, picture } from './support/people.mjs';
import { pixels } from './support/pixels.mjs';
import { startServer } from './support/server.mjs';

let server, browser, head;

before(async () => {
  server = await startServer({ args: ['--rate-limit', 'off'] });
  browser = await launch();
  head = await colleague(server, 'riyasat');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const box = (page, name) => page.getByRole('textbox', { name, exact: true });
const button = (page, name) => page.getByRole('button', { name, exact: true });
const steps = (page) => page.getByRole('list', { name: 'روند رسیدگی' }).getByRole('listitem');
const errors = (page) => page.getByRole('alert').filter({ has: page.getByRole('link') });

async function track(page, code) {
  await page.goto(`${server.url}/track`);
  await tookOver(page);
  await box(page, 'کد رهگیری').fill(persianDigits(code).replace(/(.{4})(?=.)/g, '$1-'));
  await box(page, 'چهار رقم آخر تلفن همراه').fill('۴۵۶۷');
  await button(page, 'پیگیری').click();
  await steps(page).first().waitFor();
}

async function answerQuestion(page, code, id) {
  await head.act(id, { action: 'ask', text: 'شمارهٔ پروانهٔ چاه را بنویسید و عکس آن را بفرستید.' });
  await track(page, code);
  const talk = page.getByRole('region', { name: 'به اطلاعات شما نیاز داریم' });
  await talk.getByText('شمارهٔ پروانهٔ چاه را بنویسید').waitFor();
  await button(page, 'فرستادن توضیح').click();
  await errors(page).getByRole('link', { name: /توضیح شما/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'supply_text');
  await box(page, 'توضیح شما').fill('شمارهٔ پروانه ۱۲/۳۴۵ است.');
  await button(page, 'افزودن مدرک').setInputFiles(picture);
  await page.getByText(/چاه\.png/).first().waitFor();
  await button(page, 'فرستادن توضیح').click();
  await page.getByText('توضیح شما رسید و رسیدگی ادامه می‌یابد.').waitFor();
  await steps(page).filter({ hasText: '۱۲/۳۴۵' }).waitFor();
  assert.equal(await button(page, 'فرستادن توضیح').count(), 0, 'it is not asked twice');
  const seen = await head.read(id);
  assert.deepEqual([seen.state, seen.attachments.length], ['in_progress', 1]);
}

async function object(page, code, id) {
  await head.act(id, { action: 'reply', text: 'امکان وصل آب نیست.' });
  await track(page, code);
  await page.getByRole('region', { name: 'پاسخ', exact: true }).getByText('امکان وصل آب نیست.').waitFor();
  await button(page, 'ثبت اعتراض').click();
  await errors(page).waitFor();
  await box(page, 'علت اعتراض').fill('پروانه معتبر است.');
  await button(page, 'ثبت اعتراض').click();
  await page.getByText('اعتراض شما ثبت شد و به مقام بالاتر رسید.').waitFor();
  assert.equal(await button(page, 'ثبت اعتراض').count(), 0, 'only once');
  assert.equal((await head.read(id)).objected, true);
}

async function rate(page) {
  const receipt = await sendComplaint(server, { subject: 'کارت پروانه' });
  const id = await head.find(receipt.tracking_code);
  await head.act(id, { action: 'close', outcome: 'done', text: 'کارت فرستاده شد.' });
  await track(page, receipt.tracking_code);
  await button(page, 'ثبت نظر').click();
  await errors(page).getByRole('link', { name: /رضایت/ }).waitFor();
  await page.getByRole('radio', { name: '۴: راضی', exact: true }).check();
  await box(page, 'توضیح (اختیاری)').fill('زود رسید.');
  await button(page, 'ثبت نظر').click();
  await page.getByText('سپاس از شما. نظرتان ثبت شد.').waitFor();
  assert.equal(await button(page, 'ثبت نظر').count(), 0, 'only once');
  const rated = (await head.read(id)).events.at(-1);
  assert.match(rated.text, /زود رسید/);
}

async function withdraw(page) {
  const receipt = await sendComplaint(server, { subject: 'خودش حل شد' });
  await track(page, receipt.tracking_code);
  await button(page, 'ثبت انصراف').click();
  await errors(page).waitFor();
  await page.getByRole('checkbox', { name: 'از پیگیری این پیام منصرف شده‌ام' }).check();
  await button(page, 'ثبت انصراف').click();
  await page.getByText('انصراف شما ثبت شد.', { exact: true }).waitFor();
  const id = await head.find(receipt.tracking_code);
  assert.equal((await head.read(id)).state, 'withdrawn');
}

for (const device of ['phone', 'desktop']) {
  test(`a question is answered, an answer objected to, a closing rated, a message withdrawn, on a ${device}`, async () => {
    const receipt = await sendComplaint(server, { subject: `چاه روستا (${device})` });
    const id = await head.find(receipt.tracking_code);
    const page = await open(browser, device);
    await answerQuestion(page, receipt.tracking_code, id);
    await object(page, receipt.tracking_code, id);
    await rate(page);
    await withdraw(page);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('the same without JavaScript', async () => {
  const receipt = await sendComplaint(server, { subject: 'چاه روستا (بی‌اسکریپت)' });
  const id = await head.find(receipt.tracking_code);
  const page = await open(browser, 'phone', { javaScriptEnabled: false });
  await head.act(id, { action: 'ask', text: 'کدام روستا؟' });
  await page.goto(`${server.url}/track`);
  await box(page, 'کد رهگیری').fill(receipt.tracking_code);
  await box(page, 'چهار رقم آخر تلفن همراه').fill('4567');
  await button(page, 'پیگیری').click();
  await box(page, 'توضیح شما').fill('روستای نمونه.');
  await page.getByLabel('افزودن مدرک').setInputFiles(picture);
  await button(page, 'فرستادن توضیح').click();
  await page.getByText('توضیح شما رسید و رسیدگی ادامه می‌یابد.').waitFor();
  assert.equal((await head.read(id)).attachments.length, 1);
  await page.context().close();
});

// Without JavaScript «Back» is the browser's alone.
for (const client of [true, false]) {
  test(`a case that is over leads to a new message with its code, ${client ? 'and Back to the case' : 'without JavaScript'}`, async () => {
    const receipt = await sendComplaint(server, { subject: `کانال روستا (${client})` });
    const code = receipt.tracking_code;
    const id = await head.find(code);
    await head.act(id, { action: 'close', outcome: 'done', text: 'کانال تعمیر شد.' });
    const page = await open(browser, 'phone', { javaScriptEnabled: client });
    await page.goto(`${server.url}/track`);
    if (client) await tookOver(page);
    await box(page, 'کد رهگیری').fill(code);
    await box(page, 'چهار رقم آخر تلفن همراه').fill('4567');
    await button(page, 'پیگیری').click();
    const over = page.getByRole('region', { name: 'اگر هنوز سخنی دارید' });
    await over.getByText('پیام تازه‌ای بنویسید: فرم «ارتباط با رئیس سازمان»').waitFor();
    if (client) {
      // Away and back in the same visit: the code is not typed again, and a link to the form is for another code.
      await page.getByRole('navigation', { name: 'پیوندهای اصلی' }).getByRole('link', { name: 'میز خدمت' }).click();
      await page.getByRole('heading', { name: 'میز خدمت', level: 1 }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { name: `کانال روستا (${client})`, level: 1 }).waitFor();
      assert.ok(!(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, history.state, location.href]))).includes(code), 'kept in memory alone');
    }
    if (client) {
      await page.getByRole('link', { name: /از رسیدگی راضی بودید/ }).click();
      await page.getByRole('heading', { name: /نظرسنجی/, level: 1 }).waitFor();
      await page.waitForTimeout(300);
      await page.goBack();
      await steps(page).first().waitFor();
    }
    await button(over, 'نوشتن پیام تازه دربارهٔ این پرونده').click();
    await page.getByRole('heading', { name: 'ارتباط با رئیس سازمان', level: 1 }).waitFor();
    assert.equal(await box(page, 'کد رهگیری پیام پیشین').inputValue(), persianDigits(code).replace(/(.{4})(?=.)/g, '$1 '));
    assert.equal(new URL(page.url()).pathname, '/desk/new/head');
    if (client) {
      await page.goBack();
      await steps(page).first().waitFor();
      await page.getByRole('link', { name: 'بررسی کد دیگر' }).click();
      await box(page, 'کد رهگیری').waitFor();
      assert.equal(await box(page, 'کد رهگیری').inputValue(), '');
      assert.deepEqual(page.faults, []);
    }
    await page.context().close();
  });
}

test('what the citizen did is told to them as theirs', async () => {
  const receipt = await sendComplaint(server, { subject: 'آب باغ' });
  const id = await head.find(receipt.tracking_code);
  const page = await open(browser, 'phone');
  await object(page, receipt.tracking_code, id);
  await steps(page).filter({ hasText: 'شما به پاسخ اعتراض کردید' }).waitFor();
  assert.equal(await page.getByText('نویسنده').count(), 0);
  await page.context().close();
});

test('Arabic digits in groups stand in the order in which they were typed, while one types and painted', async () => {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/track`);
  await tookOver(page);
  const field = box(page, 'کد رهگیری');
  // The end of the field, where the last group stands.
  const end = async (typed, focused) => {
    await field.fill(typed);
    if (!focused) await page.getByRole('heading', { level: 1 }).focus();
    else await field.focus();
    await page.waitForTimeout(150);
    const at = await field.boundingBox();
    const picture = await pixels(page);
    const ink = [];
    for (let x = at.x + at.width - 13 - 34; x < at.x + at.width - 14; x += 0.5) {
      for (let y = at.y + 8; y < at.y + at.height - 8; y += 0.5) ink.push(picture.at(x, y)[0] < 128);
    }
    return ink;
  };
  const share = (a, b) => a.filter((one, index) => one === b[index]).length / a.length;
  for (const focused of [true, false]) {
    const alone = await end('٥٥٥٥', focused);
    assert.ok(alone.filter(Boolean).length > 50, 'something is written');
    const grouped = share(alone, await end('١١١١ ٥٥٥٥', focused));
    const other = share(alone, await end('١١١١', focused));
    assert.ok(grouped > 0.97 && grouped > other, `focused ${focused}: ${grouped}, ${other}`);
  }
  await page.context().close();
});

test('a lost code is asked for from a phone; the page says the same to everybody', async () => {
  const page = await open(browser, 'phone');
  await page.goto(`${server.url}/track`);
  await tookOver(page);
  await page.getByRole('link', { name: 'کد رهگیری را گم کرده‌ام' }).click();
  await page.getByRole('heading', { name: 'بازیابی کد رهگیری', level: 1 }).waitFor();
  await box(page, 'تلفن همراه').fill('0912');
  await button(page, 'فرستادن کد با پیامک').click();
  await errors(page).waitFor();
  await box(page, 'تلفن همراه').fill('۰۹۱۲۰۰۰۰۰۰۰');
  await button(page, 'فرستادن کد با پیامک').click();
  await page.getByText('اگر با این شماره پیامی ثبت شده باشد').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
