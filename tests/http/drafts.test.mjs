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

const as = async (name) => {
  const session = await signIn(server, name);
  return {
    get: (path) => send(server, 'GET', path, { headers: { Cookie: session.cookie } }),
    post: (path, fields) => send(server, 'POST', path, {
      headers: { Cookie: session.cookie, 'X-CSRF-Token': session.csrf, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    }),
  };
};

await scenario('what became of the comments, as CSV and PDF: the public\'s of issued drafts, the staff\'s of all', async () => {
  const csv = await send(server, 'GET', `/drafts/${issued.id}/dispositions.csv`);
  expectEqual(csv.status, 200);
  expect(csv.headers['content-type'].startsWith('text/csv'), csv.headers['content-type']);
  expect(/attachment; filename="draft-\d+-dispositions\.csv"/.test(csv.headers['content-disposition']), csv.headers['content-disposition']);
  expect(csv.text.replace('\uFEFF', '').startsWith('"شماره","دربارهٔ","نظر"'), csv.text.slice(0, 80));
  expect(csv.text.includes('"پذیرفته شد"') && csv.text.includes('"پذیرفته نشد"'), csv.text);
  const pdf = await send(server, 'GET', `/drafts/${issued.id}/dispositions.pdf`);
  expectEqual(pdf.status, 200);
  expectEqual(pdf.headers['content-type'], 'application/pdf');
  for (const id of [open.id, 0, 999999, 'x', '%00']) {
    for (const what of ['csv', 'pdf']) expectEqual((await send(server, 'GET', `/drafts/${id}/dispositions.${what}`)).status, 404, `${id} ${what}`);
  }
  const roles = { karshenas: 403, modir: 403, fanavari: 403, telefon: 403, admin: 403, ravabet: 200, hoghoghi: 200, riyasat: 200 };
  for (const [name, status] of Object.entries(roles)) {
    const person = await as(name);
    for (const what of ['csv', 'pdf']) expectEqual((await person.get(`/staff/drafts/${open.id}/dispositions.${what}`)).status, status, `${name} ${what}`);
  }
  expect((await send(server, 'GET', `/staff/drafts/${open.id}/dispositions.csv`)).status !== 200, 'without a session');
});

await scenario('published comments as CSV; the feed of drafts and their steps is Atom', async () => {
  const csv = await send(server, 'GET', `/drafts/${open.id}/comments.csv`);
  expectEqual(csv.status, 200);
  expect(!csv.text.includes('نظر آزمون'), 'what waits is not there');
  expectEqual((await send(server, 'GET', '/drafts/999999/comments.csv')).status, 404);
  const feed = await send(server, 'GET', '/drafts/feed.atom');
  expectEqual(feed.status, 200);
  expect(feed.headers['content-type'].startsWith('application/atom+xml'), feed.headers['content-type']);
  expect(feed.text.includes('نظرخواهی آغاز شد') && feed.text.includes('ابلاغ شد'), feed.text.slice(0, 600));
  expect(!feed.text.includes('برای نظرخواهی تأیید شد'), 'steps of the preparation are not public');
  const page = await send(server, 'GET', `/drafts/${issued.id}`);
  for (const file of ['dispositions.pdf', 'dispositions.csv', 'comments.csv']) expect(page.text.includes(`/drafts/${issued.id}/${file}`), file);
  expect(page.text.includes('/drafts/feed.atom'), 'the feed');
});

await scenario('passages are redacted with a mark and a reason; the author reads both; cells are no formulas', async () => {
  const body = '=HYPERLINK("x") آقای رضایی از ما پول خواست.';
  const sent = await send(server, 'POST', `/drafts/${open.id}/comment/a1`, form({ ...words, body, idempotency_key: 'r1' }));
  const code = sent.text.match(/data-testid="comment-code"[^>]*>\s*([0-9]{16})/)[1];
  const ravabet = await as('ravabet');
  const waiting = (await ravabet.get(`/staff/drafts/${open.id}/comments/waiting`)).text;
  const id = waiting.match(/id="verdict-(\d+)"/)[1];
  const path = `/staff/drafts/${open.id}/comments/waiting/${id}`;
  const decide = (who, fields) => who.post(path, Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${id}`, value])));
  const good = { verdict: 'published', redacted: 'آقای رضایی', reason: 'نام افراد نوشته نمی‌شود' };
  expectEqual((await decide(await as('karshenas'), good)).status, 403);
  const stranger = await decide(ravabet, { ...good, redacted: 'آقای احمدی' });
  expectEqual(stranger.status, 422);
  expect(stranger.text.includes('«آقای احمدی» در این نظر نیست'), 'names the passage');
  expectEqual((await decide(ravabet, { ...good, reason: ' ' })).status, 422);
  expectEqual((await decide(ravabet, { redacted: good.redacted, reason: 'x' })).status, 422, 'without a decision');
  expectEqual((await decide(ravabet, good)).status, 303);
  for (const address of [`/drafts/${open.id}`, `/api/v1/drafts/${open.id}`, `/drafts/${open.id}/comments.csv`]) {
    const { text } = await send(server, 'GET', address);
    expect(text.includes('[…] از ما پول خواست.') && text.includes(good.reason), address);
    expect(!text.includes('رضایی'), address);
  }
  const csv = (await send(server, 'GET', `/drafts/${open.id}/comments.csv`)).text;
  expect(csv.includes('"\'=HYPERLINK(""x"")'), csv);
  const own = (await send(server, 'POST', '/drafts/track', form({ comment_code: code }))).text;
  expect(own.includes('آقای رضایی') && own.includes('[…] از ما') && own.includes(good.reason), 'the author reads both');
});

await server.stop();
finish();
