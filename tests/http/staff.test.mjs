// Staff: sessions, the CSRF defence, who sees what, and the way of a case from unit to unit.
import { complaint, expect, expectEqual, expectError, finish, scenario, send, signIn, startTestServer, submit, picture } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });

await scenario('a wrong name and a wrong password look the same', async () => {
  const post = (username, password) => send(server, 'POST', '/api/v1/session', { json: { username, password } });
  const answers = [await post('karshenas', 'wrong-password'), await post('nobody-here', 'demo-hamandish')];
  for (const answer of answers) expectError(answer, 401, { key: 'error.wrong_credentials' });
  expectEqual(answers[0].text, answers[1].text);
  expectError(await send(server, 'POST', '/api/v1/session', { json: { username: 'karshenas' } }), 422, { fields: ['password'] });
  expectError(await send(server, 'POST', '/api/v1/session', { json: { username: 'k', password: 'x'.repeat(100_000) } }), 401);
});

await scenario('a session is a cookie that no script and no other site can use', async () => {
  const { setCookie, call, info, cookie } = await signIn(server, 'karshenas');
  expect(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/.test(setCookie), setCookie);
  expectEqual((await call('GET', '/api/v1/session')).json().username, 'karshenas');
  expectEqual(info.role, 'officer');
  const gone = await call('DELETE', '/api/v1/session');
  expectEqual(gone.status, 204);
  expect(gone.headers['set-cookie'][0].includes('Max-Age=0'), 'the cookie is taken back');
  expectError(await send(server, 'GET', '/api/v1/session', { headers: { Cookie: cookie } }), 401);
});

await scenario('without a session nothing of the staff can be reached', async () => {
  const calls = [
    ['GET', '/api/v1/session'], ['DELETE', '/api/v1/session'], ['GET', '/api/v1/staff/cases'], ['GET', '/api/v1/staff/cases/x'],
    ['POST', '/api/v1/staff/cases/x/notes'], ['POST', '/api/v1/staff/cases/x/referrals'], ['POST', '/api/v1/staff/cases/x/replies'],
    ['GET', '/api/v1/staff/cases/x/attachments/y'],
  ];
  for (const [method, path] of calls) {
    for (const Cookie of ['', 'session=', `session=${'A'.repeat(43)}`, 'session=%00', `other=1; session="a"`]) {
      expectError(await send(server, method, path, { json: method === 'POST' ? {} : undefined, headers: { Cookie } }), 401);
    }
  }
});

await scenario('an unsafe call needs the token and may not come from another site', async () => {
  const { cookie, csrf, call } = await signIn(server, 'karshenas');
  const note = (headers) => send(server, 'POST', '/api/v1/staff/cases/x/notes', { json: { text: 'a', version: 1 }, headers: { Cookie: cookie, ...headers } });
  expectError(await note({}), 403, { key: 'error.csrf' });
  expectError(await note({ 'X-CSRF-Token': `${csrf.slice(0, -1)}-` }), 403, { key: 'error.csrf' });
  const { csrf: foreign } = await signIn(server, 'modir');
  expectError(await note({ 'X-CSRF-Token': foreign }), 403, { key: 'error.csrf' });
  for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }, { Origin: `http://127.0.0.1:${server.port + 1}` }]) {
    expectError(await note({ 'X-CSRF-Token': csrf, ...headers }), 403, { key: 'error.csrf' });
    expectError(await send(server, 'POST', '/api/v1/session', { json: { username: 'karshenas', password: 'demo-hamandish' }, headers }), 403);
  }
  expectError(await note({ 'X-CSRF-Token': csrf, Origin: server.url, 'Sec-Fetch-Site': 'same-origin' }), 404);
  expectError(await call('POST', '/api/v1/staff/cases/x/notes', { text: 'a', version: 1 }), 404);
});

await scenario('the inbox comes in pages without a gap and without a double', async () => {
  const { call } = await signIn(server, 'riyasat');
  const ids = [];
  let after = '';
  do {
    const page = (await call('GET', `/api/v1/staff/cases?limit=100&after=${encodeURIComponent(after)}`)).json();
    ids.push(...page.cases.map((row) => row.id));
    after = page.next;
  } while (after !== '');
  expect(ids.length >= 300, `${ids.length} cases`);
  expectEqual(new Set(ids).size, ids.length, 'no case twice');
});

await scenario('the inbox refuses what it does not understand', async () => {
  const { call } = await signIn(server, 'riyasat');
  const error = expectError(await call('GET', '/api/v1/staff/cases?state=lost&kind=poem&limit=0'), 422, { fields: ['state', 'kind', 'limit'] });
  expect(error.fields.length === 3, 'all at once');
  for (const limit of ['201', '-1', 'x', '1x', '99999999999999999999']) expectError(await call('GET', `/api/v1/staff/cases?limit=${limit}`), 422);
  expectError(await call('GET', '/api/v1/staff/cases?after=made-up%00'), 422);
  const hostile = await call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(`" OR 1=1 -- * ( NEAR '%_`)}`);
  expectEqual(hostile.status, 200, hostile.text);
  expect((await call('GET', `/api/v1/staff/cases?q=%ff%fe`)).status < 500, 'bad UTF-8');
  expect((await call('GET', `/api/v1/staff/cases?q=${'a'.repeat(5000)}`)).status < 500, 'a long search');
});

await scenario('a case goes to the unit of its category, from there to another, and the answer to the citizen', async () => {
  const stored = (await send(server, 'POST', '/api/v1/uploads', { body: picture.buffer, headers: { 'X-File-Name': encodeURIComponent(picture.name) } })).json();
  const receipt = (await submit(server, complaint({ attachments: [stored.id] }))).json();
  const officer = await signIn(server, 'karshenas');
  expectEqual(officer.info.unit_id, 'land', 'unit of the demo officer');
  const top = (await officer.call('GET', '/api/v1/staff/cases?limit=1')).json().cases[0];
  expectEqual(top.subject, complaint().subject);
  const path = `/api/v1/staff/cases/${top.id}`;
  const seen = (await officer.call('GET', path)).json();
  expectEqual(seen.tracking_code, receipt.tracking_code);
  expectEqual([seen.may_refer, seen.may_note, seen.may_reply], [true, true, true]);

  const file = await officer.call('GET', `${path}/attachments/${seen.attachments[0].id}`);
  expectEqual(file.status, 200, file.text);
  expect(file.buffer.equals(picture.buffer), 'the bytes are the same');
  expect(file.headers['content-disposition'].startsWith('attachment;'), 'a download');
  expectEqual(file.headers['x-content-type-options'], 'nosniff');
  expectError(await officer.call('GET', `${path}/attachments/none`), 404);

  const stranger = await signIn(server, 'karshenas-horticulture');
  expectError(await stranger.call('GET', path), 403);
  expectError(await stranger.call('GET', `${path}/attachments/${seen.attachments[0].id}`), 403);
  expectError(await stranger.call('POST', `${path}/replies`, { text: 'من هم پاسخ می‌دهم', version: seen.version }), 403);
  const admin = await signIn(server, 'admin');
  expect([403, 404].includes((await admin.call('GET', path)).status), 'the administrator reads no case');

  expectError(await officer.call('POST', `${path}/notes`, { text: '', version: seen.version }), 422, { fields: ['text'] });
  expectError(await officer.call('POST', `${path}/notes`, { text: 'a' }), 422, { fields: ['version'] });
  expectError(await officer.call('POST', `${path}/referrals`, { text: 'برای بررسی', to_unit: 'nowhere', version: seen.version }), 422, { fields: ['to_unit'] });
  const noted = await officer.call('POST', `${path}/notes`, { text: 'یادداشت داخلی', version: seen.version });
  expectEqual(noted.status, 201, noted.text);
  expectError(await officer.call('POST', `${path}/notes`, { text: 'دوباره', version: seen.version }), 409, { key: 'case.changed_meanwhile' });
  const referred = await officer.call('POST', `${path}/referrals`, { text: 'برای بررسی', to_unit: 'horticulture', version: noted.json().version });
  expectEqual(referred.status, 201, referred.text);
  expectError(await officer.call('GET', path), 403);

  const theirs = (await stranger.call('GET', path)).json();
  const replied = await stranger.call('POST', `${path}/replies`, { text: 'آب فردا وصل می‌شود.', version: theirs.version });
  expectEqual(replied.status, 201, replied.text);

  const view = (await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: receipt.tracking_code, mobile_last4: '4567' } })).json();
  expectEqual(view.state, 'answered');
  expectEqual(view.trail.map((step) => step.kind), ['registered', 'referred', 'replied']);
  expect(!JSON.stringify(view).includes('یادداشت داخلی') && !JSON.stringify(view).includes('برای بررسی'), 'what is internal stays inside');
});


await scenario('an officer works on a case: officer, tag, priority, other units, question; each with the version of the case', async () => {
  const { call } = await signIn(server, 'riyasat');
  const first = (await call('GET', '/api/v1/staff/cases?queue=unit&sort=newest&limit=1')).json().cases[0];
  const path = `/api/v1/staff/cases/${first.id}`;
  let found = (await call('GET', path)).json();
  const act = async (action) => {
    const answer = await call('POST', `${path}/actions`, { version: found.version, ...action });
    if (answer.status === 201) found = answer.json();
    return answer;
  };
  expectEqual((await act({ action: 'tag', tag: 'آزمون' })).status, 201);
  expect(found.tags.includes('آزمون'), 'the tag is there');
  expectEqual((await act({ action: 'prioritise', priority: 'urgent' })).status, 201);
  expectError(await call('POST', `${path}/actions`, { version: found.version - 1, action: 'note', text: 'a' }), 409, { key: 'case.changed_meanwhile' });
  expectError(await act({ action: 'assign', assignee: 'nobody-here' }), 422, { fields: ['assignee'] });
  expectError(await act({ action: 'no-such-action' }), 422, { fields: ['action'] });
  const tagged = (await call('GET', `/api/v1/staff/cases?tag=${encodeURIComponent('آزمون')}`)).json();
  expect(tagged.cases.some((row) => row.id === first.id), 'found by its tag');
  expectEqual((await call('POST', `${path}/presence`)).json().others.length, 0);
});

await scenario('queues are counted, filters saved and removed, wrong ones refused', async () => {
  const { call } = await signIn(server, 'riyasat');
  const bench = (await call('GET', '/api/v1/staff/queues')).json();
  expect(bench.queues.find(({ queue }) => queue === 'unit').count > 0, 'there is work');
  const saved = (await call('POST', '/api/v1/staff/filters', { name: 'فوری‌ها', query: '?priority=urgent' })).json();
  const { id } = saved.filters.at(-1);
  expectEqual((await call('DELETE', `/api/v1/staff/filters/${id}`)).status, 200);
  for (const query of ['queue=x', 'sort=x', 'from=1405-08-30x', 'queue=unit&sort=deadline&after=x']) {
    expectError(await call('GET', `/api/v1/staff/cases?${query}`), 422);
  }
});

await scenario('a search finds either spelling, with or without a half-space, in any digits', async () => {
  const { call } = await signIn(server, 'riyasat');
  const body = { ...complaint(7), subject: 'مسؤول پاسخ‌گوی ۱۲۳۴۵۶' };
  expectEqual((await submit(server, body, 'spelling-1')).status, 201);
  for (const words of ['مسئول', 'پاسخگوی', 'پاسخ گوی', '123456', 'مسؤول پاسخ‌گوی']) {
    const found = (await call('GET', `/api/v1/staff/cases?q=${encodeURIComponent(words)}`)).json();
    expect(found.cases.some((row) => row.subject.includes('۱۲۳۴۵۶')), `found by ${words}`);
  }
});

await scenario('a message is taken down for a caller', async () => {
  const { call } = await signIn(server, 'telefon');
  const answer = await call('POST', '/api/v1/staff/cases?channel=phone', complaint(8), { 'Idempotency-Key': 'call-1' });
  expectEqual(answer.status, 201);
  expect(/^\d{12}$/.test(answer.json().tracking_code), 'a code to be told');
});

await scenario('a flood of sign-ins is slowed down and the rest of the server is not', async () => {
  const flood = Array.from({ length: 40 }, (_, i) => send(server, 'POST', '/api/v1/session', { json: { username: `user-${i}`, password: 'x' } }));
  const start = Date.now();
  expectEqual((await send(server, 'GET', '/api/v1/ready')).status, 200);
  expect(Date.now() - start < 2000, `ready took ${Date.now() - start} ms`);
  const statuses = (await Promise.all(flood)).map((answer) => answer.status);
  expect(statuses.every((status) => [401, 429, 503].includes(status)), JSON.stringify(statuses));
});

await server.stop();
finish();
