// One citizen, one case, every channel: a voicemail in the night, the operator's transcript, a referral, a question and a
// reply by SMS, the answer and thanks by e-mail, and tracking on the web shows all of it. Around it the operator's screen:
// who calls, taking down a call, calling back, what is recorded and for how long it is kept.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../e2e/support/server.mjs';
import { program, startGateway, writeChannels } from './support/gateways.mjs';
import { startMail } from './support/mail.mjs';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const texts = [];
const gateway = await startGateway((request) => {
  if (!request.path.endsWith('send.json')) return { status: 404, body: {} };
  texts.push(request.form);
  return { body: { return: { status: 200 }, entries: [{ messageid: 90000 + texts.length, status: 1 }] } };
});
const mail = await startMail({ boxes: ['inspection', 'citizen'] });
const secret = 'a-secret-of-the-tests';
const config = writeChannels({
  every_seconds: 1,
  sms: { quiet_from: '22:00', quiet_until: '07:00', cost_per_part: 250, gateways: [{ type: 'kavenegar', name: 'kave', url: gateway.url, key: 'k', line: '10008663', secret }] },
  email: {
    smtp: { url: mail.smtpUrl, from: 'portal@organisation.example', tls: false },
    mailboxes: [{ name: 'inspection', url: mail.imapUrl, user: 'inspection', key: 'box-key', address: 'inspection@organisation.example', tls: false, unit: 'inspection' }],
  },
  phone: { token: 'token-of-the-exchange', spool: 'SPOOL', unit: 'inspection', keep_days: 30 },
});
const spool = join(config.directory, 'voicemail');
const inbox = join(spool, 'default', '100', 'INBOX');
mkdirSync(inbox, { recursive: true });
writeFileSync(config.file, readFileSync(config.file, 'utf8').replace('SPOOL', spool));
// Two seconds of silence, one of a tone: the picture must show it.
const sound = join(config.directory, 'sound.wav');
execFileSync(program('ffmpeg'), ['-nostdin', '-v', 'error', '-y', '-f', 'lavfi', '-i', 'aevalsrc=if(gt(t\\,2)\\,sin(2764*t)\\,0):d=3:s=8000', '-c:a', 'pcm_s16le', sound]);
let serial = 0;
const voicemail = (caller, seconds) => {
  const name = join(inbox, `msg${String((serial += 1)).padStart(4, '0')}`);
  writeFileSync(`${name}.wav`, Buffer.concat([readFileSync(sound), Buffer.from([serial, 0])]));
  writeFileSync(`${name}.txt`, `[message]\ncallerid="x" <${caller}>\norigtime=${seconds}\nduration=3\n`);
};

// Friday 1405/08/29, 23:30 in Tehran.
const night = 1795204800000 + 0;
const clock = join(config.directory, 'clock');
const begun = Date.now();
let ahead = 0;
const now = () => night + (Date.now() - begun) + ahead;
const tick = () => { writeFileSync(`${clock}.new`, String(now())); renameSync(`${clock}.new`, clock); };
tick();
const ticking = setInterval(tick, 100);
const later = (milliseconds) => { ahead += milliseconds; tick(); };
const server = await startTestServer({ args: ['--channels', config.file, '--clock-file', clock, '--rate-limit', 'off'] });

const html = (who, path) => send(server, 'GET', path, { headers: { Cookie: who.cookie } });
// Presses a button of a form as a browser without JavaScript would: the fields of the page, then what is typed.
async function press(who, path, formId, typed = {}, button = {}) {
  const page = (await html(who, path)).text;
  const form = page.match(new RegExp(`<form id="${formId}"[^>]*?action="([^"]+)"[^]*?</form>`));
  expect(form, `form ${formId} in ${path}`);
  const fields = Object.fromEntries([...form[0].matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [input.match(/name="([^"]*)"/)[1], input.match(/value="([^"]*)"/)[1]]));
  return send(server, 'POST', form[1], { headers: { Cookie: who.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ...fields, ...typed, ...button }).toString() });
}
const to = (mobile) => texts.filter((one) => one.receptor === mobile).map((one) => one.message);
const arrives = (mobile, words) => waitUntil(`«${words}» to ${mobile}: ${JSON.stringify(to(mobile))}`, 20, () => to(mobile).some((text) => text.includes(words)));
const ascii = (text) => text.replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)).replace(/-/g, '');
const codeIn = (text) => ascii(text.match(/[۰-۹]{4}-[۰-۹]{4}-[۰-۹]{4}/)[0]);
let operator = await signIn(server, 'telefon');
let head = await signIn(server, 'riyasat');
const caseOf = async (words, who = head) => {
  const [found] = (await who.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
  return found && (await who.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
};
const letters = () => mail.read('citizen').map((one) => one.text);
const plain = (letter) => Buffer.from(letter.match(/Content-Type: text\/plain[^]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/)[1].replace(/\s/g, ''), 'base64').toString('utf8');

let code;
let id;
await scenario('a voicemail in the night is a case; its code goes out by SMS at once', async () => {
  voicemail('+989155550001', Math.floor(now() / 1000));
  await arrives('09155550001', 'ثبت شد');
  code = codeIn(to('09155550001')[0]);
  const found = await caseOf(code);
  id = found.id;
  expectEqual([found.channel, found.unit_id, found.attachments.length], ['phone', 'inspection', 1]);
});

await scenario('the operator sees it in the list, hears it, sees its loudness, and writes it down', async () => {
  expect((await html(operator, '/staff/calls')).text.includes(`/staff/calls/case/${id}`), 'in the list');
  const page = (await html(operator, `/staff/calls/case/${id}`)).text;
  const wave = page.match(/src="(\/staff\/calls\/wave\/[^"]+\.svg)"/)[1];
  const picture = await html(operator, wave);
  expectEqual([picture.status, picture.headers['content-type']], [200, 'image/svg+xml']);
  const bars = [...picture.text.matchAll(/M\d+ \d+v(\d+)/g)].map(([, high]) => Number(high));
  expect(bars.length === 180 && Math.max(...bars.slice(0, 110)) <= 4 && Math.min(...bars.slice(130, 170)) > 30, bars.join(' '));
  expect(page.includes('data-intent="speed:sound-0:150"'), 'speed');
  expectEqual((await press(operator, `/staff/calls/case/${id}`, 'transcript-form', { transcript: '  ' })).status, 422);
  expectEqual((await press(operator, `/staff/calls/case/${id}`, 'transcript-form', { transcript: 'آب چاه روستای نوغاب شور شده است.' })).status, 303);
  expect(!(await html(operator, '/staff/calls')).text.includes(`/staff/calls/case/${id}`), 'no longer in the list');
  const found = await caseOf(code);
  expectEqual(found.events.at(-1).kind, 'supplied');
  expect(found.events.at(-1).text.includes('نوغاب') && found.events.at(-1).actor !== '', 'with who wrote it down');
});

await scenario('no other role opens the screen, and no other unit hears the recording', async () => {
  expectEqual((await html(await signIn(server, 'fanavari'), '/staff/calls')).status, 403);
  expectEqual((await html(await signIn(server, 'karshenas'), `/staff/calls/case/${id}`)).status, 403);
  expectEqual((await html(operator, '/staff/calls/case/999')).status, 404);
});

let officer;
await scenario('the operator passes it on; the officer asks by SMS, in the morning', async () => {
  const found = await caseOf(code, operator);
  const referred = await operator.call('POST', `/api/v1/staff/cases/${id}/referrals`, { to_unit: 'land', text: 'برای بررسی', version: found.version });
  expect(referred.status < 300, referred.text);
  officer = await signIn(server, 'karshenas');
  const now2 = await caseOf(code, officer);
  expect(now2, 'the officer reads it');
  const asked = await officer.call('POST', `/api/v1/staff/cases/${id}/actions`, { action: 'ask', text: 'شمارهٔ پروانهٔ چاه چیست؟', version: now2.version });
  expect(asked.status < 300, asked.text);
  await new Promise((done) => setTimeout(done, 2000));
  expect(!to('09155550001').some((text) => text.includes('پروانه')), 'not at night');
  later(8 * 3_600_000);
  await arrives('09155550001', 'شمارهٔ پروانهٔ چاه چیست؟');
});

await scenario('the reply by SMS, in any digits, brings the case back to work', async () => {
  head = await signIn(server, 'riyasat');
  const answer = await send(server, 'GET', `/channels/kave/${secret}?${new URLSearchParams({ from: '٩٨٩١٥٥٥٥٠٠٠١'.replace('٩٨', '+98'), to: '10008663', message: '۱۲٣4', messageid: 'reply-1' })}`);
  expectEqual(answer.status, 200, answer.text);
  await waitUntil('supplied', 10, async () => (await caseOf(code)).state === 'in_progress');
  expectEqual((await caseOf(code)).events.at(-1).text, '۱۲٣4');
});

await scenario('the citizen wants the answer by e-mail; a wrong code and a wrong number learn nothing', async () => {
  const post = (fields) => send(server, 'POST', '/notices', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString() });
  expectEqual((await send(server, 'GET', '/notices')).status, 200);
  expectEqual((await post({ tracking_code: code, mobile_last4: '9999', way: 'none' })).status, 404);
  expectEqual((await post({ tracking_code: code, mobile_last4: '0001', way: 'pigeon' })).status, 422);
  expectEqual((await post({ tracking_code: code, mobile_last4: '0001', way: 'email' })).status, 422, 'no address is known');
  expectEqual((await post({ tracking_code: code, mobile_last4: '۰۰۰۱', way: 'email', email: 'citizen@mail.example' })).status, 200);
});

await scenario('the answer comes by e-mail in its words, and nothing of it by SMS', async () => {
  const found = await caseOf(code);
  await arrives('09155550001', 'افزوده شد');
  const before = to('09155550001').length;
  const done = await head.call('POST', `/api/v1/staff/cases/${id}/replies`, { text: 'دستگاه نمک‌زدا تا پایان ماه نصب می‌شود.', version: found.version });
  expect(done.status < 300, done.text);
  await waitUntil(`answer\n${server.log().slice(-600)}`, 120, () => letters().some((one) => plain(one).includes('نمک‌زدا')));
  expectEqual(to('09155550001').length, before);
});

await scenario('thanks by e-mail join the same case', async () => {
  const answer = letters().find((one) => plain(one).includes('نمک‌زدا'));
  const messageId = answer.match(/^Message-ID: (.*)$/mi)[1].trim();
  await mail.send('citizen@mail.example', 'inspection@organisation.example', Buffer.from(`From: citizen@mail.example\r\nTo: inspection@organisation.example\r\nSubject: thanks\r\nMessage-ID: <thanks@mail.example>\r\nIn-Reply-To: ${messageId}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nسپاس از پیگیری شما`));
  await waitUntil('thanks', 30, async () => (await caseOf(code)).events.at(-1).text.includes('سپاس از پیگیری'));
});

await scenario('tracking on the web shows all of it, and the record is whole', async () => {
  const own = (await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: code, mobile_last4: '0001' } })).json();
  expectEqual(own.trail.map((step) => step.kind), ['registered', 'supplied', 'referred', 'asked', 'supplied', 'replied', 'supplied']);
  const shown = (await send(server, 'POST', '/track', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ tracking_code: code, mobile_last4: '0001' }).toString() })).text;
  for (const words of ['نوغاب', 'پروانهٔ چاه', 'نمک‌زدا', 'سپاس']) expect(shown.includes(words), words);
  const sent = (await caseOf(code)).messages.map((one) => `${one.channel}:${one.cause}`);
  expectEqual(sent, ['sms:receipt', 'sms:asked', 'sms:joined', 'email:replied']);
});

let called;
await scenario('a call: the number opens earlier cases, and a few words make a new one with a receipt', async () => {
  operator = await signIn(server, 'telefon');
  const opened = await press(operator, '/staff/calls', 'caller-form', { caller: '۰۹۱۵ ۵۵۵ ۰۰۰۱' });
  expectEqual([opened.status, opened.headers.location], [303, '/staff/calls/number/09155550001']);
  expectEqual((await press(operator, '/staff/calls', 'caller-form', { caller: 'x' })).status, 422);
  const page = (await html(operator, '/staff/calls/number/09155550001')).text;
  expect(page.includes(`${code.slice(0, 4)}`) || page.includes('پاسخ داده شد'), 'the earlier case');
  const empty = await press(operator, '/staff/calls/number/09155550002', 'call-form', { call_text: '', kind: 'request', answer_by: '' });
  expectEqual(empty.status, 422);
  expectEqual((await press(operator, '/staff/calls/number/09155550002', 'call-form', { call_text: 'x', kind: 'request', answer_by: 'email' })).status, 422, 'e-mail without an address');
  const made = await press(operator, '/staff/calls/number/09155550002', 'call-form', { call_text: 'نهال پسته می‌خواهم', kind: 'request', last_name: 'رضایی', answer_by: '' });
  expectEqual(made.status, 303, made.text.slice(-300));
  await arrives('09155550002', 'ثبت شد');
  called = codeIn(to('09155550002')[0]);
  expect((await html(operator, made.headers.location)).text.includes(called), 'the code to read out');
  const found = await caseOf(called);
  expectEqual([found.channel, found.kind, found.person.last_name], ['phone', 'request', 'رضایی']);
});

await scenario('staff begin an SMS: parts and cost are seen before it leaves, and it stands in the case', async () => {
  const path = '/staff/calls/number/09155550002';
  expectEqual((await press(operator, path, 'sms-form', { sms_text: ' ' })).status, 422);
  const looked = await press(operator, path, 'sms-form', { sms_text: 'نهال‌ها رسید. '.repeat(6) });
  expectEqual(looked.status, 200);
  expect(/با خط لغو ۲ بخش است و ۵۰۰ ریال/.test(looked.text), looked.text.match(/id="sms-cost"[^]{0,200}/)?.[0]);
  expect(!to('09155550002').some((text) => text.includes('نهال‌ها رسید')), 'nothing has left');
  const hidden = Object.fromEntries([...looked.text.match(/<form id="sms-form"[^]*?<\/form>/)[0].matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [input.match(/name="([^"]*)"/)[1], input.match(/value="([^"]*)"/)[1]]));
  const sent = await send(server, 'POST', '/staff/calls/sms', { headers: { Cookie: operator.cookie, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ...hidden, sms_text: 'نهال‌ها رسید. '.repeat(6) }).toString() });
  expectEqual(sent.status, 200);
  await arrives('09155550002', 'نهال‌ها رسید');
  expect(to('09155550002').at(-1).endsWith('لغو۱۱'), 'can be stopped');
  expect((await caseOf(called)).messages.some((one) => one.cause === 'staff'), 'in the case');
});

await scenario('a landline takes no SMS: code and answer stand in the list of calls to make, with their outcome in the case', async () => {
  voicemail('05632220009', Math.floor(now() / 1000));
  let card;
  await waitUntil('a callback', 20, async () => {
    card = (await html(operator, '/staff/calls')).text.match(/<form id="(callback-(\d+))"/);
    return card;
  });
  expect((await html(operator, '/staff/calls')).text.includes('۰۵۶۳۲۲۲۰۰۰۹'), 'the number');
  expectEqual((await press(operator, '/staff/calls', card[1], { [`words-${card[2]}`]: '' }, { press: 'no_answer' })).status, 303);
  expect((await html(operator, '/staff/calls')).text.includes('پاسخ نداد'), 'again later');
  expectEqual((await press(operator, '/staff/calls', card[1], { [`words-${card[2]}`]: 'نام من احمدی است' }, { press: 'reached' })).status, 303);
  expect(!(await html(operator, '/staff/calls')).text.includes(card[1]), 'done');
  const [{ id: number }] = (await head.call('GET', '/api/v1/staff/cases?q=05632220009')).json().cases;
  const found = (await head.call('GET', `/api/v1/staff/cases/${number}`)).json();
  expectEqual(found.events.map((event) => event.kind), ['registered', 'noted', 'noted', 'supplied']);
  await head.call('POST', `/api/v1/staff/cases/${number}/replies`, { text: 'کارشناس فردا می‌آید.', version: found.version });
  expect((await html(operator, '/staff/calls')).text.includes('کارشناس فردا می‌آید.'), 'the answer is to be said');
  expectEqual((await send(server, 'POST', `/staff/calls/callbacks/${card[2]}`, { headers: { Cookie: operator.cookie } })).status >= 400, true);
});

await scenario('a recording is kept until it is written down, its case is closed and the days have passed', async () => {
  const found = await caseOf(code);
  const closed = await head.call('POST', `/api/v1/staff/cases/${id}/actions`, { action: 'close', outcome: 'done', text: '', version: found.version });
  expect(closed.status < 300, closed.text);
  later(20 * 86_400_000);
  await new Promise((done) => setTimeout(done, 2500));
  head = await signIn(server, 'riyasat');
  expectEqual((await caseOf(code)).attachments.length, 1, 'not yet');
  later(12 * 86_400_000);
  head = await signIn(server, 'riyasat');
  await waitUntil('forgotten', 15, async () => (await caseOf(code)).attachments.length === 0);
  const after = await caseOf(code);
  expect(after.events.at(-1).text.includes('صدای ضبط‌شده'), 'the trail says so');
  const [landline] = (await head.call('GET', '/api/v1/staff/cases?q=05632220009')).json().cases;
  expectEqual((await head.call('GET', `/api/v1/staff/cases/${landline.id}`)).json().attachments.length, 1, 'nobody wrote that one down');
});

clearInterval(ticking);
await server.stop();
await mail.stop();
await gateway.stop();
config.remove();
finish();
