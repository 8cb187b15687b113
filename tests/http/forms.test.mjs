// The citizen's way without JavaScript: plain pages and plain forms, with the same checks as the REST calls.
import { complaint, expect, expectEqual, finish, multipart, person, picture, scenario, send, startTestServer } from './support/scenario.mjs';

const server = await startTestServer({ empty: true, args: ['--rate-limit', 'off'] });

const hiddenKey = (html) => html.match(/name="idempotency_key"[^>]*value="([^"]+)"/)?.[1];
const { category, subject, body } = complaint();
const fields = { ...person, category, subject, body };
const urlencoded = (values, path = '/desk/new/complaint') =>
  send(server, 'POST', path, { body: new URLSearchParams(values).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url, 'Sec-Fetch-Site': 'same-origin' } });
const freshForm = async () => hiddenKey((await send(server, 'GET', '/desk/new/complaint')).text);
const codeIn = (html) => html.match(/data-testid="tracking-code"[^>]*>([0-9]+)</)?.[1];

await scenario('each opening of the form has a key of its own', async () => {
  const [one, two] = [await freshForm(), await freshForm()];
  expect(one?.length >= 16 && two?.length >= 16 && one !== two, `${one} ${two}`);
});

await scenario('a complaint goes in, the receipt comes, the case is found', async () => {
  const sent = await urlencoded({ ...fields, idempotency_key: await freshForm() });
  expectEqual(sent.status, 303, sent.text.slice(0, 500));
  const receipt = await send(server, 'GET', sent.headers.location);
  expectEqual(receipt.status, 200);
  expectEqual(receipt.headers['cache-control'], 'no-store');
  const code = codeIn(receipt.text);
  expect(/^[0-9]{12}$/.test(code), 'the code on the receipt');
  const found = await urlencoded({ tracking_code: code, mobile_last4: '۴۵۶۷' }, '/track');
  expectEqual(found.status, 200);
  expect(found.text.includes(subject), 'the subject');
  const pdf = await send(server, 'GET', `${sent.headers.location}/pdf`);
  expectEqual([pdf.status, pdf.headers['content-type']], [200, 'application/pdf']);
  expect(pdf.buffer.subarray(0, 5).toString() === '%PDF-' && pdf.headers['content-disposition'].includes(code), 'a PDF');
  const thanked = await urlencoded({}, sent.headers.location);
  expectEqual(thanked.status, 200);
});

await scenario('the code of an earlier message: its form and check digit are looked at, and nothing typed is lost', async () => {
  const toHead = { ...fields, subject: 'دنبالهٔ پیام', idempotency_key: hiddenKey((await send(server, 'GET', '/desk/new/head')).text) };
  for (const [code, said] of [['۱۲۳', 'باید ۱۲ یا ۱۶ رقم باشد'], ['482150376923', 'رقمی اشتباه یا جابه‌جا'], ['کد من این است', 'فقط رقم دارد']]) {
    const refused = await urlencoded({ ...toHead, earlier_code: code }, '/desk/new/head');
    expectEqual(refused.status, 422, code);
    expect(refused.text.includes(`«کد رهگیری پیام پیشین»`) && refused.text.includes(said) && refused.text.includes('href="#earlier_code"'), code);
    expect(refused.text.includes('دنبالهٔ پیام') && refused.text.includes(`value="${code}"`), 'what was typed stays');
  }
  expectEqual((await urlencoded({ ...toHead, earlier_code: '۴۸۲۱-۵۰۳۷-۶۹۲۲' }, '/desk/new/head')).status, 303);
});

await scenario('from a case that is over an empty form opens with its code, and nothing is registered', async () => {
  const opened = await urlencoded({ follow_up: '482150376922' }, '/desk/new/head');
  expectEqual(opened.status, 200);
  expect(opened.text.includes('value="۴۸۲۱ ۵۰۳۷ ۶۹۲۲"') && !opened.text.includes('id="errors"') && hiddenKey(opened.text), 'the form');
  expectEqual((await urlencoded({ follow_up: '"><script>' }, '/desk/new/head')).status, 200);
});

await scenario('looking up without a code names the field', async () => {
  const asked = await urlencoded({ tracking_code: ' ', mobile_last4: '' }, '/track');
  expectEqual(asked.status, 422);
  expect(asked.text.includes('کد رهگیری را بنویسید؛') && asked.text.includes('href="#tracking_code"'), 'says so');
});

await scenario('the form sent twice makes one case', async () => {
  const form = { ...fields, idempotency_key: await freshForm() };
  const codes = [];
  for (let i = 0; i < 2; i += 1) codes.push(codeIn((await send(server, 'GET', (await urlencoded(form)).headers.location)).text));
  expectEqual(codes[0], codes[1]);
});

await scenario('mistakes come back with what was typed, beside their fields, and with the same key', async () => {
  const key = await freshForm();
  const answer = await urlencoded({ ...fields, national_id: '0499370898', subject: '', body: '<b>متن</b> "بلند" & کافی', idempotency_key: key });
  expectEqual(answer.status, 422);
  expectEqual(hiddenKey(answer.text), key);
  for (const field of ['national_id', 'subject']) {
    expect(answer.text.includes(`id="${field}-error"`) && answer.text.includes(`href="#${field}"`), `error of ${field}`);
  }
  expect(answer.text.includes('0499370898') && answer.text.includes(person.last_name), 'what was typed');
  expect(answer.text.includes('&lt;b&gt;') && !answer.text.includes('<b>متن'), 'typed markup stays text');
  expect(/role="alert"/.test(answer.text), 'the list of errors is an alert');
});

await scenario('a picture goes along, and survives a mistake elsewhere', async () => {
  const key = await freshForm();
  const file = { name: 'attachments', file: 'چاه.png', bytes: picture.buffer };
  const first = await send(server, 'POST', '/desk/new/complaint', multipart({ ...fields, subject: '', idempotency_key: key }, [file]));
  expectEqual(first.status, 422);
  const uploaded = first.text.match(/name="uploaded"[^>]*value="([^"]+)"/)?.[1];
  expect(uploaded?.length > 10, 'the file is kept');
  const second = await send(server, 'POST', '/desk/new/complaint', multipart({ ...fields, idempotency_key: key, uploaded, attachments: '' }));
  expectEqual(second.status, 303, second.text.slice(0, 300));
  const code = codeIn((await send(server, 'GET', second.headers.location)).text);
  const found = (await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: code, mobile_last4: '4567' } })).json();
  expectEqual(found.attachments.length, 1, 'attachments');
});

await scenario('a file that is not taken is an error of its field, beside the others', async () => {
  const file = { name: 'attachments', file: 'a.png', bytes: Buffer.from('<html>') };
  const answer = await send(server, 'POST', '/desk/new/complaint', multipart({ ...fields, subject: '', idempotency_key: await freshForm() }, [file]));
  expectEqual(answer.status, 422);
  for (const field of ['attachments', 'subject']) expect(answer.text.includes(`href="#${field}"`), `error of ${field}`);
});

await scenario('an anonymous complaint leaves the name behind', async () => {
  const sent = await urlencoded({ ...fields, anonymous: '1', idempotency_key: await freshForm() });
  expectEqual(sent.status, 303, sent.text.slice(0, 500));
  expect(/^[0-9]{16}$/.test(codeIn((await send(server, 'GET', sent.headers.location)).text)), 'a code that suffices alone');
});

await scenario('a form from another site, without its key, or of no kind', async () => {
  const foreign = await send(server, 'POST', '/desk/new/complaint', { body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://evil.example' } });
  expectEqual(foreign.status, 403);
  expect(foreign.headers['content-type'].startsWith('text/html'), 'a page says so');
  expectEqual((await urlencoded(fields)).status, 422);
  expectEqual((await urlencoded(fields, '/desk/new/poem')).status, 404);
  expectEqual((await send(server, 'POST', '/desk/new/complaint', { json: complaint() })).status, 415);
});

await scenario('looking for a case: mistakes, and a code that is not there', async () => {
  const empty = await urlencoded({}, '/track');
  expectEqual(empty.status, 422);
  expect(empty.text.includes('id="tracking_code-error"'), 'error beside the field');
  const typo = await urlencoded({ tracking_code: '123456789012', mobile_last4: '1234' }, '/track');
  expect([404, 422].includes(typo.status) && typo.text.includes('123456789012'), 'what was typed is still there');
  const page = await send(server, 'GET', '/track/916819722257');
  expect(page.text.includes('916819722257'), 'the code of the address is in the field');
});

await scenario('a receipt that is not there', async () => {
  for (const path of ['/desk/receipt/made-up', '/desk/receipt/made-up/pdf', `/desk/receipt/${'A'.repeat(43)}`]) {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 404, path);
    expect(answer.headers['content-type'].startsWith('text/html') && /[\u0600-\u06ff]/.test(answer.text), 'a Persian page');
  }
});

await server.stop();
finish();
