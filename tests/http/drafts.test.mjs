// Draft regulations over HTTP: every page and form with every role, before, during and after the window.
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const form = (fields) => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});
const list = (await send(server, 'GET', '/api/v1/drafts')).json().drafts;
const open = list.find((draft) => draft.state === 'open');
const issued = list.find((draft) => draft.state === 'issued');
const words = { body: 'نظر آزمون', commenter_group: 'citizen', publication: 'without_name' };

await scenario('open data: the list and one draft with its clauses', async () => {
  expect(open && issued, JSON.stringify(list));
  expectEqual(open.closes_at - open.opens_at >= 14 * 86_400_000, true, 'two weeks');
  const one = (await send(server, 'GET', `/api/v1/drafts/${open.id}`)).json();
  expectEqual(one.clauses.find((clause) => clause.id === 'a1').name, 'ماده ۱');
  expectEqual(one.text_sha256.length, 64);
  for (const id of ['0', '999999', 'x', '1%20']) expectEqual((await send(server, 'GET', `/api/v1/drafts/${id}`)).status, 404, id);
});

await scenario('pages answer a plain GET with whole HTML', async () => {
  for (const path of ['/drafts', `/drafts/${open.id}`, `/drafts/${open.id}/comment/a1`, `/drafts/${issued.id}`]) {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 200, path);
    expect(answer.text.includes('<h1'), path);
  }
  expectEqual((await send(server, 'GET', '/drafts/999999')).status, 404);
  const page = await send(server, 'GET', `/drafts/${issued.id}`);
  expect(page.text.includes('پذیرفته نشد') && page.text.includes('چه تغییر کرد'), 'what was heard and what changed');
});

await scenario('a comment is taken once for a key, and its outcome is read by the code', async () => {
  const path = `/drafts/${open.id}/comment/a1`;
  const first = await send(server, 'POST', path, form({ ...words, idempotency_key: 'k1' }));
  expectEqual(first.status, 201);
  const code = first.text.match(/data-testid="comment-code"[^>]*>\s*([0-9]{16})/)[1];
  const again = await send(server, 'POST', path, form({ ...words, idempotency_key: 'k1' }));
  expect(again.text.includes(code), 'the same code');
  const outcome = await send(server, 'POST', '/drafts/track', form({ comment_code: code }));
  expectEqual(outcome.status, 200);
  expect(outcome.text.includes('نظر آزمون'), 'the own words');
  expectEqual((await send(server, 'POST', '/drafts/track', form({ comment_code: '1' }))).status, 422);
});

await scenario('bad comments: each mistake at its field, nothing else happens', async () => {
  const path = `/drafts/${open.id}/comment/a1`;
  const post = (fields) => send(server, 'POST', path, form({ idempotency_key: `b${Math.random()}`, ...fields }));
  expectEqual((await post({})).status, 422);
  expectEqual((await post({ ...words, body: 'x'.repeat(6000) })).status, 422);
  expectEqual((await post({ ...words, commenter_group: 'king' })).status, 422);
  expectEqual((await post({ ...words, publication: 'with_name' })).status, 422);
  expectEqual((await post({ ...words, unknown: '1' })).status, 422);
  expectEqual((await send(server, 'POST', `/drafts/${open.id}/comment/a99`, form({ ...words, idempotency_key: 'c' }))).status, 404);
  expectEqual((await send(server, 'POST', `/drafts/${issued.id}/comment/a1`, form({ ...words, idempotency_key: 'd' }))).status, 409);
  const html = await post({ ...words, body: '<script>alert(1)</script>', publication: 'with_name', first_name: '<b>' });
  expect(!html.text.includes('<script>alert(1)'), 'text stays text');
});

await scenario('staff pages ask for a session, and each role gets what its table says', async () => {
  const anonymous = await send(server, 'GET', '/staff/drafts');
  expect(anonymous.text.includes('نام کاربری'), 'the login form');
  expectEqual((await send(server, 'POST', '/staff/drafts/new', form({}))).status, 401);
  const roles = { karshenas: 403, modir: 403, fanavari: 403, telefon: 403, admin: 403, ravabet: 200, hoghoghi: 200, riyasat: 200 };
  for (const [name, status] of Object.entries(roles)) {
    const session = await signIn(server, name);
    const page = await send(server, 'GET', '/staff/drafts', { headers: { Cookie: session.cookie } });
    expectEqual(page.status, status, name);
    const made = await send(server, 'POST', '/staff/drafts/new', {
      headers: { Cookie: session.cookie, 'X-CSRF-Token': session.csrf, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        draft_title: 'آزمون', kind: 'circular', origin: 'own', unit_id: 'land', purpose: 'آزمون', affects: 'همه', plain_text: 'ماده ۱- متن',
      }).toString(),
    });
    expectEqual(made.status, name === 'hoghoghi' || name === 'riyasat' ? 303 : 403, `${name} makes a draft: ${made.text.slice(0, 300)}`);
  }
});

await server.stop();
finish();
