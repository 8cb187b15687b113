// What a citizen does after the message is in: by REST and by plain forms; a lost code; who writes; machines.
import { complaint, expect, expectEqual, expectError, finish, multipart, person, picture, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const post = (path, json) => send(server, 'POST', path, { json });
const own = { Origin: server.url, 'Sec-Fetch-Site': 'same-origin' };
const form = (path, values) =>
  send(server, 'POST', path, { body: new URLSearchParams(values).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...own } });
const hidden = (html, name) => html.match(new RegExp(`name="${name}"[^>]*value="([^"]+)"`))?.[1];

async function registered(changes) {
  const answer = await submit(server, complaint(changes));
  expectEqual(answer.status, 201, answer.text);
  return answer.json();
}
const look = async (code) => (await post('/api/v1/cases/lookup', { tracking_code: code, mobile_last4: '4567' })).json();
async function staffCase(account, code) {
  const staff = await signIn(server, account);
  const found = (await staff.call('GET', `/api/v1/staff/cases?q=${code}`)).json().cases[0];
  const shown = (await staff.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
  return { staff, id: found.id, version: shown.version };
}

await scenario('the receipt carries the hash of the text and the place in the chain', async () => {
  const receipt = await registered();
  expect(/^[0-9a-f]{64}$/.test(receipt.text_sha256) && /^[0-9a-f]{64}$/.test(receipt.chain_head), JSON.stringify(receipt));
});

await scenario('a lookup gives a token; a token is not a code, and a false one opens nothing', async () => {
  const { tracking_code } = await registered();
  const found = await look(tracking_code);
  expect(found.tracking_token.length > 20 && found.actions.includes('withdraw'), JSON.stringify(found.actions));
  const again = await post('/api/v1/cases/mine', { tracking_token: found.tracking_token });
  expectEqual([again.status, again.json().tracking_code], [200, tracking_code]);
  expectError(await post('/api/v1/cases/mine', { tracking_token: `${found.tracking_token.slice(0, -4)}AAAA` }), 401, { key: 'mine.token_over' });
  expectError(await post('/api/v1/cases/mine', {}), 422, { fields: ['tracking_token'] });
});

await scenario('withdrawing ends it; what cannot be done now is a conflict', async () => {
  const { tracking_code } = await registered();
  const { tracking_token } = await look(tracking_code);
  expectError(await post('/api/v1/cases/mine/object', { tracking_token, text: 'نه' }), 409);
  expectError(await post('/api/v1/cases/mine/reply', { tracking_token, text: 'نه' }), 404);
  const done = await post('/api/v1/cases/mine/withdraw', { tracking_token, text: 'حل شد' });
  expectEqual([done.status, done.json().state, done.json().actions], [200, 'withdrawn', []]);
  expectError(await post('/api/v1/cases/mine/withdraw', { tracking_token }), 409);
});

await scenario('an objection needs words, comes once, and who answered cannot answer it', async () => {
  const { tracking_code } = await registered();
  const { staff, id, version } = await staffCase('riyasat', tracking_code);
  expectEqual((await staff.call('POST', `/api/v1/staff/cases/${id}/replies`, { text: 'نمی‌شود', version })).status < 300, true);
  const { tracking_token } = await look(tracking_code);
  expectError(await post('/api/v1/cases/mine/object', { tracking_token }), 422, { fields: ['text'] });
  const done = await post('/api/v1/cases/mine/object', { tracking_token, text: 'پاسخ درست نیست' });
  expectEqual([done.status, done.json().state], [200, 'in_progress'], done.text);
  expectError(await post('/api/v1/cases/mine/object', { tracking_token, text: 'باز' }), 409);
  const now = (await staff.call('GET', `/api/v1/staff/cases/${id}`)).json();
  expectError(await staff.call('POST', `/api/v1/staff/cases/${id}/replies`, { text: 'همان', version: now.version }), 403, { key: 'case.under_objection' });
});

await scenario('the forms under a case work without JavaScript', async () => {
  const { tracking_code } = await registered();
  const page = await form('/track', { tracking_code, mobile_last4: '4567' });
  const token = hidden(page.text, 'withdraw_token');
  expect(token, 'the form of withdrawing carries the token');
  const unsure = await form('/track', { withdraw_token: token, withdraw_text: 'دلیل من' });
  expectEqual(unsure.status, 422);
  expect(unsure.text.includes('href="#withdraw_sure"') && unsure.text.includes('دلیل من'), 'the mistake and what was typed');
  const done = await form('/track', { withdraw_token: token, withdraw_text: 'دلیل من', withdraw_sure: '1' });
  expectEqual(done.status, 200);
  expect(done.text.includes('id="done"') && !done.text.includes('withdraw_token'), 'done, and not offered again');
  const over = await form('/track', { withdraw_token: 'x'.repeat(43), withdraw_text: 'دلیل من', withdraw_sure: '1' });
  expectEqual(over.status, 401);
  expect(over.text.includes('دلیل من') && over.text.includes('name="tracking_code"'), 'what was typed is not lost');
});

await scenario('a company writes through its representative, a foreign resident without a national number', async () => {
  const company = { person_kind: 'legal', company_name: 'تعاونی نمونه', legal_id: '۱۰۳۸۰۲۸۴۷۹۰', representative_post: 'مدیرعامل', first_name: 'مریم', last_name: 'رضایی', mobile: '09151234567' };
  expectEqual((await submit(server, complaint({ person: company }))).status, 201);
  expectError(await submit(server, complaint({ person: { ...company, legal_id: '10380284792' } })), 422, { fields: ['legal_id'] });
  expectError(await submit(server, complaint({ person: { ...person, person_kind: 'legal' } })), 422);
  const foreign = { person_kind: 'foreign', foreign_id: '123456789012', first_name: 'نور', last_name: 'احمد', mobile: '09151234567' };
  expectEqual((await submit(server, complaint({ person: foreign }))).status, 201);
});

await scenario('a form without JavaScript takes only what it asks this kind of person for', async () => {
  const key = hidden((await send(server, 'GET', '/desk/new/complaint')).text, 'idempotency_key');
  const { category, subject, body } = complaint();
  const values = { ...person, category, subject, body, idempotency_key: key, person_kind: 'foreign' };
  const asked = await form('/desk/new/complaint', values);
  expectEqual(asked.status, 422);
  expect(asked.text.includes('id="foreign_id-error"') && !asked.text.includes('id="national_id"'), 'the fields of a foreign resident');
  expectEqual((await form('/desk/new/complaint', { ...values, foreign_id: '12345678' })).status, 303);
});

await scenario('before sending the page says who gets it and until when', async () => {
  const html = (await send(server, 'GET', '/desk/new/complaint')).text;
  expect(/id="who-and-when"[^>]*>[^<]*(<[^>]*>)*[^<]*«[^»]+» می‌رسد و حداکثر تا پایان/.test(html), 'unit and date');
});

await scenario('what fills the field that no person sees is a machine', async () => {
  const page = (await send(server, 'GET', '/desk/new/complaint')).text;
  expect(/<div[^>]* hidden[^>]*>.*?name="website"/s.test(page), 'the trap is hidden');
  const { category, subject, body } = complaint();
  const answer = await form('/desk/new/complaint', { ...person, category, subject, body, idempotency_key: hidden(page, 'idempotency_key'), website: 'http://x' });
  expectEqual(answer.status, 422);
});

await scenario('a lost code is answered alike for every mobile, by REST and by form', async () => {
  await registered();
  const [known, unknown] = [await post('/api/v1/cases/lost', { mobile: person.mobile }), await post('/api/v1/cases/lost', { mobile: '09120000000' })];
  expectEqual([known.status, known.text], [unknown.status, unknown.text]);
  expectEqual(known.status, 202);
  expectError(await post('/api/v1/cases/lost', { mobile: '12' }), 422, { fields: ['mobile'] });
  const pages = [await form('/track/lost', { mobile: person.mobile }), await form('/track/lost', { mobile: '09120000000' })];
  expectEqual(pages.map((page) => page.status), [200, 200]);
  expect(pages[0].text === pages[1].text && pages[0].text.includes('id="done"'), 'the same page');
  expect((await send(server, 'GET', '/track/lost')).text.includes('name="mobile"'), 'the page');
});

await scenario('a reply to a question carries files without JavaScript', async () => {
  const { tracking_code } = await registered();
  const page = await form('/track', { tracking_code, mobile_last4: '4567' });
  expect(!page.text.includes('supply_token'), 'nothing was asked');
  const token = hidden(page.text, 'withdraw_token');
  const early = await send(server, 'POST', '/track', { ...multipart({ supply_token: token, supply_text: 'سند' }, [{ name: 'supply_attachments', file: 'a.png', bytes: picture.buffer }]), method: 'POST' });
  expectEqual(early.status, 409);
});

await server.stop();

const guarded = await startTestServer({ empty: true, args: ['--proof-of-work', 'always'] });
await scenario('under load a message needs a proof of work, which counts once, for its form', async () => {
  const refused = await submit(guarded, complaint());
  expectEqual(refused.json().error.key, 'proof.needed', refused.text);
  const challenge = async (kind) => (await send(guarded, 'GET', `/api/v1/challenge?form=${kind}`)).json().challenge;
  const { pbkdf2Sync } = await import('node:crypto');
  const solve = (one) => {
    const { nonce, salt, cost, keyLength, keyPrefix } = one.parameters;
    for (let counter = 0; ; counter += 1) {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(counter);
      const key = pbkdf2Sync(Buffer.concat([Buffer.from(nonce, 'hex'), bytes]), Buffer.from(salt, 'hex'), cost, keyLength, 'sha256').toString('hex');
      if (key.startsWith(keyPrefix)) return Buffer.from(JSON.stringify({ challenge: one, solution: { counter, derivedKey: key } })).toString('base64');
    }
  };
  let keys = 0;
  const sendWith = (proof) =>
    send(guarded, 'POST', '/api/v1/cases', { json: complaint(), headers: { 'Idempotency-Key': `proof-${(keys += 1)}`, 'X-Proof-Of-Work': proof } });
  const proof = solve(await challenge('complaint'));
  expectEqual((await sendWith(proof)).status, 201);
  expectEqual((await sendWith(proof)).json().error.key, 'proof.needed');
  expectEqual((await sendWith(solve(await challenge('request')))).json().error.key, 'proof.needed');
  const forged = await challenge('complaint');
  forged.parameters.keyPrefix = '';
  expectEqual((await sendWith(solve(forged))).json().error.key, 'proof.needed');
});
await scenario('without JavaScript a few messages still go in under load', async () => {
  const statuses = [];
  const { category, subject, body } = complaint();
  for (let i = 0; i < 3; i += 1) {
    const key = hidden((await send(guarded, 'GET', '/desk/new/complaint')).text, 'idempotency_key');
    const values = new URLSearchParams({ ...person, category, subject, body, idempotency_key: key }).toString();
    statuses.push((await send(guarded, 'POST', '/desk/new/complaint', { body: values, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })).status);
  }
  expectEqual(statuses.slice(0, 2), [303, 303]);
  expect(statuses[2] === 429 || statuses[2] === 503, String(statuses));
});
await guarded.stop();
finish();
