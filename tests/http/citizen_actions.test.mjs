// What a citizen does with an own case, against the real server and its outbox: reply to a question, objection, rating,
// second look, lost code, limits of one mobile, a way in that is closed; each with what must be refused.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaint, expect, expectEqual, expectError, finish, freshKey, multipart, person, picture, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'hamandish-clock-'));
const clock = join(scratch, 'clock');
const start = 1795239000000; // Saturday 1405/08/30, 09:00 in Tehran
const [second, minute, day] = [1000, 60_000, 86_400_000];
const setClock = (milliseconds) => writeFileSync(clock, String(milliseconds));
setClock(start);
const server = await startTestServer({ args: ['--clock-file', clock, '--rate-limit', 'off'] });

const post = (path, json) => send(server, 'POST', path, { json });
const form = (path, values) =>
  send(server, 'POST', path, { body: new URLSearchParams(values).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url } });
const hidden = (html, name) => html.match(new RegExp(`name="${name}"[^>]*value="([^"]+)"`))?.[1];
const look = async (code, last4 = '4567') => (await post('/api/v1/cases/lookup', { tracking_code: code, mobile_last4: last4 })).json();
const mine = (action, json) => post(`/api/v1/cases/mine/${action}`, json);

// The messages that went, or will go, to this address, oldest first: [{ cause, channel, text, not_before, state }].
async function outbox(address, which = server) {
  const file = readdirSync(which.data).find((name) => /\.(db|sqlite3?)$/.test(name));
  const ask = `SELECT cause, channel, text, not_before, state FROM outbox WHERE address = '${address}' ORDER BY id`;
  const rows = execFileSync('sqlite3', ['-readonly', '-json', join(which.data, file), ask]).toString();
  return rows ? JSON.parse(rows) : [];
}
async function registered(changes) {
  const answer = await submit(server, complaint(changes));
  expectEqual(answer.status, 201, answer.text);
  return answer.json();
}
// The case as this member of staff sees it, and act(action): the answer to one action.
async function work(account, code) {
  const staff = await signIn(server, account);
  const found = (await staff.call('GET', `/api/v1/staff/cases?q=${code}`)).json().cases[0];
  const path = `/api/v1/staff/cases/${found?.id}`;
  const read = () => staff.call('GET', path);
  const act = async (action) => staff.call('POST', `${path}/actions`, { version: (await read()).json().version, ...action });
  const must = async (action) => expectEqual((await act(action)).status, 201, JSON.stringify(action));
  return { found, path, read, act, must };
}
const upload = (bytes, name) =>
  send(server, 'POST', '/api/v1/uploads', { body: bytes, headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) } });
let mobiles = 0;
const freshMobile = () => `0912${String(5_000_000 + (mobiles += 1))}`;
const with_mobile = (mobile) => ({ person: { ...person, mobile } });

await scenario('a question, its reply with a file, an extension, the answer and the end: each is told once, without a word of the case', async () => {
  const mobile = freshMobile();
  const { tracking_code } = await registered(with_mobile(mobile));
  const officer = await work('riyasat', tracking_code);
  await officer.must({ action: 'note', text: 'یادداشت داخلی' });
  await officer.must({ action: 'ask', text: 'شمارهٔ پروانهٔ چاه را بنویسید.' });
  const asked = await look(tracking_code, mobile.slice(-4));
  expectEqual([asked.state, asked.actions.includes('supply')], ['waiting_for_citizen', true]);

  const token = asked.tracking_token;
  const file = (await upload(picture.buffer, 'پروانه.png')).json();
  expectError(await mine('supply', { tracking_token: token, text: ' ' }), 422, { fields: ['text'] });
  expectError(await mine('supply', { tracking_token: token, text: 'ب'.repeat(20_000) }), 422, { fields: ['text'] });
  expectError(await mine('supply', { tracking_token: token, text: 'بفرمایید', attachments: ['no-such-file'] }), 422, { fields: ['attachments'] });
  expectError(await mine('supply', { tracking_token: token, text: 'بفرمایید', attachments: Array.from({ length: 6 }, () => file.id) }), 422, { fields: ['attachments'] });
  const supplied = await mine('supply', { tracking_token: token, text: 'پروانه پیوست است.', attachments: [file.id] });
  expectEqual([supplied.status, supplied.json().state, supplied.json().attachments.length], [200, 'in_progress', 1], supplied.text);
  expectError(await mine('supply', { tracking_token: token, text: 'دوباره' }), 409);
  const seen = (await officer.read()).json();
  expectEqual(seen.attachments.map((one) => one.file_name), ['پروانه.png']);

  await officer.must({ action: 'extend', text: 'بازدید لازم است.', due_on: '2027-01-10' });
  await officer.must({ action: 'reply', text: 'آب وصل شد.' });
  await officer.must({ action: 'close', outcome: 'done', text: '' });
  const told = await outbox(mobile);
  expectEqual(told.map((one) => one.cause), ['asked', 'extended', 'replied', 'closed', 'second_look']);
  const code = tracking_code.replace(/(\d{4})(?=\d)/g, '$1-').replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);
  for (const { channel, text } of told) {
    expectEqual(channel, 'sms');
    expect(text.includes(code), text);
    expect(!/پروانه|چاه|یادداشت|وصل/.test(text), `no word of the case: ${text}`);
  }
  expect(told[1].text.includes('۱۴۰۵/۱۰/۲۰'), told[1].text);
  expectEqual((await look(code, mobile.slice(-4))).state, 'closed', 'the code as the message writes it');
});

await scenario('the e-mail is taken only where there is no mobile; without either nothing is sent', async () => {
  const words = { kind: 'suggestion', category: '', subject: 'نوبت آب', body: 'نوبت آب را با پیامک اعلام کنید تا کسی بی‌خبر نماند.' };
  const name = { first_name: 'نور', last_name: 'احمدی' };
  const answered = async (sender) => {
    const sent = await submit(server, { ...words, ...sender });
    expectEqual(sent.status, 201, sent.text);
    await (await work('riyasat', sent.json().tracking_code)).must({ action: 'reply', text: 'سپاس.' });
  };
  await answered({ person: { ...name, email: 'nur@mail.example' } });
  expectEqual((await outbox('nur@mail.example')).map((one) => [one.cause, one.channel]), [['replied', 'email']]);
  await answered({ person: { ...name, mobile: '09123330000', email: 'nur2@mail.example' } });
  expectEqual([(await outbox('nur2@mail.example')).length, (await outbox('09123330000')).length], [0, 1]);
  await answered({ anonymous: true });
  expectEqual((await outbox('')).length, 0);
});

await scenario('a reply to a question without JavaScript carries its file; a false file comes back with what was typed', async () => {
  const { tracking_code } = await registered();
  const officer = await work('riyasat', tracking_code);
  await officer.must({ action: 'ask', text: 'سند را بفرستید.' });
  const page = await form('/track', { tracking_code, mobile_last4: '4567' });
  expect(page.text.includes('سند را بفرستید.'), 'the question stands there');
  const supply_token = hidden(page.text, 'supply_token');
  const reply = (file, bytes) =>
    send(server, 'POST', '/track', multipart({ supply_token, supply_text: 'سند پیوست است.' }, [{ name: 'supply_attachments', file, bytes }]));
  const refused = await reply('virus.exe', Buffer.from('MZ\x90\x00'));
  expectEqual(refused.status, 422);
  expect(refused.text.includes('سند پیوست است.') && refused.text.includes('href="#supply_attachments"'), 'typed text and the mistake');
  const done = await reply('سند.png', picture.buffer);
  expectEqual(done.status, 200, done.text.slice(0, 200));
  expect(done.text.includes('id="done"') && !done.text.includes('supply_token'), 'done');
  expectEqual((await officer.read()).json().attachments.length, 1);
});

await scenario('a rating comes once, from one to five, and only after a person has closed the case', async () => {
  const { tracking_code } = await registered();
  const officer = await work('riyasat', tracking_code);
  const { tracking_token } = await look(tracking_code);
  expectError(await mine('rate', { tracking_token, score: 5 }), 409);
  await officer.must({ action: 'reply', text: 'انجام شد.' });
  expectError(await mine('rate', { tracking_token, score: 5 }), 409);
  await officer.must({ action: 'close', outcome: 'done', text: '' });
  for (const score of [0, 6, -1]) expectError(await mine('rate', { tracking_token, score }), 422, { fields: ['score'] });
  expectError(await mine('rate', { tracking_token }), 422, { fields: ['score'] });
  for (const score of ['x', 4.5, null]) expectError(await mine('rate', { tracking_token, score }), 422);
  const page = await form('/track', { tracking_code, mobile_last4: '4567' });
  const unchosen = await form('/track', { rate_token: hidden(page.text, 'rate_token'), rate_text: 'متن من' });
  expectEqual(unchosen.status, 422);
  expect(unchosen.text.includes('href="#rate_score"') && unchosen.text.includes('متن من'), 'the mistake and what was typed');
  const done = await mine('rate', { tracking_token, score: 4, text: 'خوب بود' });
  expectEqual([done.status, done.json().state, done.json().actions.includes('rate')], [200, 'closed', false], done.text);
  expectError(await mine('rate', { tracking_token, score: 1 }), 409);
  const events = (await officer.read()).json().events;
  expect(events.at(-1).kind === 'rated' && events.at(-1).text.includes('خوب بود'), 'staff read it');
});

await scenario('four weeks after the end a second look is asked for, not earlier; an objection takes it back', async () => {
  const mobile = freshMobile();
  const { tracking_code } = await registered(with_mobile(mobile));
  await (await work('riyasat', tracking_code)).must({ action: 'close', outcome: 'done', text: 'آب وصل است.' });
  const other = freshMobile();
  const objected = await registered(with_mobile(other));
  await (await work('riyasat', objected.tracking_code)).must({ action: 'close', outcome: 'done', text: 'آب وصل است.' });
  const { tracking_token } = await look(objected.tracking_code, other.slice(-4));
  expectEqual((await mine('object', { tracking_token, text: 'وصل نیست' })).status, 200);
  expectEqual((await outbox(other)).map((one) => one.cause), ['closed']);

  const state = async () => (await outbox(mobile)).find((one) => one.cause === 'second_look');
  expectEqual((await state()).not_before, start + 28 * day);
  setClock(start + 28 * day - second);
  await new Promise((done) => setTimeout(done, 2500));
  expectEqual((await state()).state, 'waiting');
  setClock(start + 28 * day + 20 * second);
  let now;
  for (let tries = 0; tries < 100 && now !== 'sent'; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
    now = (await state()).state;
  }
  expectEqual(now, 'sent');
  setClock(start);
});

await scenario('an objection goes to the next higher officer and never to who answered, whatever that officer tries', async () => {
  const { tracking_code } = await registered();
  const unit = (await work('riyasat', tracking_code)).found.unit_name;
  const profile = (await send(server, 'GET', '/api/v1/profile')).json();
  const unitId = profile.units.find((one) => one.name === unit).id;
  const officer = await work(`karshenas-${unitId}`, tracking_code);
  await officer.must({ action: 'reply', text: 'نمی‌شود.' });
  const { tracking_token } = await look(tracking_code);
  expectError(await mine('object', { tracking_token, text: '‌ ‌' }), 422, { fields: ['text'] });
  expectError(await mine('object', { tracking_token: 'x'.repeat(43), text: 'نه' }), 401, { key: 'mine.token_over' });
  expectEqual((await mine('object', { tracking_token, text: 'پاسخ درست نیست.' })).status, 200);
  for (const action of [{ action: 'reply', text: 'همان' }, { action: 'close', outcome: 'done', text: 'همان' }, { action: 'close', outcome: 'not_possible', text: 'همان' }]) {
    const refused = await officer.act(action);
    expect([403, 404].includes(refused.status), `${refused.status} ${refused.text.slice(0, 200)}`);
  }
  const queue = await (await signIn(server, 'riyasat')).call('GET', '/api/v1/staff/cases?queue=objections');
  expect(queue.json().cases.some((row) => row.objected && row.unit_name), 'it stands in the queue of objections');
  const head = await work('riyasat', tracking_code);
  await head.must({ action: 'reply', text: 'حق با شماست.' });
  const after = await look(tracking_code);
  expectEqual([after.state, after.actions.includes('object')], ['answered', false]);
  expectError(await mine('object', { tracking_token: after.tracking_token, text: 'باز هم' }), 409);
});

await scenario('withdrawing is possible at any stage and for nobody who has not shown the second factor', async () => {
  const { tracking_code } = await registered();
  const officer = await work('riyasat', tracking_code);
  await officer.must({ action: 'ask', text: 'چه زمانی؟' });
  const { tracking_token } = await look(tracking_code);
  for (const bad of ['', 'x', `${tracking_token.slice(0, -2)}AA`]) {
    const refused = await mine('withdraw', { tracking_token: bad });
    expect([401, 422].includes(refused.status), `${refused.status} for «${bad}»`);
  }
  expectError(await mine('withdraw', { tracking_token, text: 'ب'.repeat(20_000) }), 422, { fields: ['text'] });
  expectError(await mine('withdraw', { tracking_token, unknown: 1 }), 422);
  expectEqual((await mine('withdraw', { tracking_token, text: '' })).json().state, 'withdrawn');
  expectError(await officer.act({ action: 'reply', text: 'دیر است' }), 409, { key: 'case.not_possible_now' });
});

await scenario('the token of a case ends after an hour', async () => {
  const { tracking_code } = await registered();
  const { tracking_token } = await look(tracking_code);
  setClock(start + 59 * minute);
  expectEqual((await post('/api/v1/cases/mine', { tracking_token })).status, 200);
  setClock(start + 61 * minute);
  expectError(await mine('withdraw', { tracking_token }), 401, { key: 'mine.token_over' });
  setClock(start);
});

await scenario('a lost code goes to its mobile, at most once in ten minutes, and nowhere else', async () => {
  const mobile = freshMobile();
  const { tracking_code } = await registered(with_mobile(mobile));
  const lost = (typed) => post('/api/v1/cases/lost', { mobile: typed });
  expectEqual((await lost(mobile.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]))).status, 202);
  expectEqual((await lost(`+98${mobile.slice(1)}`)).status, 202);
  for (const typed of ['', '0912', 'ali@mail.example', '05632400111', `${mobile}1`]) expectError(await lost(typed), 422, { fields: ['mobile'] });
  expectError(await post('/api/v1/cases/lost', {}), 422, { fields: ['mobile'] });
  const stranger = freshMobile();
  expectEqual((await lost(stranger)).status, 202);
  let sent = [];
  for (let tries = 0; tries < 50 && sent.length === 0; tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
    sent = await outbox(mobile);
  }
  expectEqual(sent.map((one) => one.cause), ['code_recovery']);
  expect(sent[0].text.replace(/[۰-۹]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)).includes(tracking_code.replace(/(\d{4})(?=\d)/g, '$1-')), sent[0].text);
  expectEqual((await outbox(stranger)).length, 0);
  setClock(start + 11 * minute);
  expectEqual((await lost(mobile)).status, 202);
  for (let tries = 0; tries < 50 && sent.length < 2; tries += 1) {
    await new Promise((done) => setTimeout(done, 50));
    sent = await outbox(mobile);
  }
  expectEqual(sent.length, 2);
  setClock(start);
});

await scenario('staff find a case by name, by mobile and by national number', async () => {
  const mobile = freshMobile();
  const { tracking_code } = await registered({ person: { ...person, last_name: 'شهریاری‌نیا', national_id: '0684159414', mobile } });
  const head = await signIn(server, 'riyasat');
  for (const words of ['شهرياري نيا', mobile, '۰۶۸۴۱۵۹۴۱۴', tracking_code]) {
    const found = (await head.call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json().cases;
    expect(found.some((row) => row.sender.includes('شهریاری')), `found by ${words}`);
  }
});

await scenario('a kind that is closed takes nothing from the web, by REST or by form, and the page names the other ways', async () => {
  const admin = await signIn(server, 'admin');
  const address = '/staff/settings/kinds/appreciation';
  const shown = await send(server, 'GET', address, { headers: { Cookie: admin.cookie } });
  expectEqual(shown.status, 200, shown.text.slice(0, 200));
  const own = complaint({ kind: 'appreciation', category: '', subject: 'سپاس', body: 'از همکار باجه سپاس‌گزارم که کارم را زود انجام داد.' });
  expectEqual((await submit(server, own)).status, 201, 'open');
  const options = { headers: { Cookie: admin.cookie, 'Content-Type': 'application/x-www-form-urlencoded' } };
  const fields = {};
  for (const [tag] of shown.text.matchAll(/<input[^>]*>/g)) {
    const name = tag.match(/ name="([^"]+)"/)?.[1];
    const box = /type="checkbox"/.test(tag);
    if (name && (!box || / checked/.test(tag))) fields[name] = box ? '1' : (tag.match(/ value="([^"]*)"/)?.[1] ?? '');
  }
  for (const [, name, text] of shown.text.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)) fields[name] = text.replace(/^\n/, '');
  for (const [, name, choices] of shown.text.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs)) fields[name] = choices.match(/value="([^"]*)" selected/)?.[1] ?? '';
  fields['f-closed'] = '1';
  fields['f-closed_text'] = 'تا پایان هفته بسته است.';
  const target = shown.text.match(/<form id="save"[^>]* action="([^"]+)"/)[1];
  const saved = await send(server, 'POST', target, { ...options, body: new URLSearchParams(fields).toString() });
  expectEqual(saved.status, 200, saved.text.slice(0, 500));
  expectError(await submit(server, own), 409, { key: 'form.closed' });
  const page = await send(server, 'GET', '/desk/new/appreciation');
  expect(page.text.includes('تا پایان هفته بسته است.') && page.text.includes('۰۵۶۳۲۴۰۰۱۱۱') && !page.text.includes('name="body"'), 'why, and the other ways');
  const posted = await form('/desk/new/appreciation', { first_name: 'نور', last_name: 'احمدی', subject: 'سپاس', body: 'x'.repeat(40), idempotency_key: freshKey() });
  expectEqual(posted.status, 409);
  expectEqual((await submit(server, complaint())).status, 201, 'the others are open');
  const staff = await signIn(server, 'telefon');
  expectEqual((await staff.call('POST', '/api/v1/staff/cases?channel=phone', own, { 'Idempotency-Key': freshKey() })).status, 201, 'by telephone it goes on');
});

await server.stop();

// One mobile may send twenty messages at once, and then one in five minutes; others are not held up by it.
setClock(start);
const limited = await startTestServer({ empty: true, args: ['--clock-file', clock, '--proof-of-work', 'off'] });
await scenario('one mobile sends only so much, however it is written; another goes on', async () => {
  let now = start;
  const from = (mobile) => {
    now += 7 * second; // what one address may
    setClock(now);
    return send(limited, 'POST', '/api/v1/cases', { json: complaint(with_mobile(mobile)), headers: { 'Idempotency-Key': freshKey() } });
  };
  const statuses = [];
  for (const written of ['09120001122', '۰۹۱۲۰۰۰۱۱۲۲', '+989120001122', '0912 000 1122']) {
    for (let i = 0; i < 5; i += 1) statuses.push((await from(written)).status);
  }
  expect(statuses.every((status) => status === 201), String(statuses));
  const refused = await from('0098 912 000 1122');
  const error = expectError(refused, 429, { key: 'error.mobile_limited' });
  expect(/[۰-۹]/.test(error.message) && Number(refused.headers['retry-after'] ?? 1) > 0, error.message);
  expectEqual((await from('09120001123')).status, 201);
  now += 5 * minute;
  expectEqual((await from('09120001122')).status, 201, 'later it goes on');
});
await limited.stop();
rmSync(scratch, { recursive: true, force: true });
finish();
