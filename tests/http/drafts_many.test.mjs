// Many drafts and many comments over HTTP: lists go on page by page until everything was seen once, and a draft with 5,000
// comments sends no more than one with fifty.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, expectEqual, finish, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const sql = (text) => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(server.data, 'hamandish.db'), text], { encoding: 'utf8' });
const api = async (path) => (await send(server, 'GET', path)).json();
const open = (await api('/api/v1/drafts?state=open')).drafts[0];
const issued = (await api('/api/v1/drafts?state=issued')).drafts[0];

const columns = 'state, kind, origin, title, purpose, affects, unit_id, days, days_reason, opens_on, closes_on, was_open, text_hash, issue_number, issued_on, end_reason, comment_count';
sql(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 230)
  INSERT INTO drafts (version, ${columns}) SELECT 1, ${columns.replace('title', "'ضابطهٔ ' || n.i")} FROM n, drafts WHERE id = ${issued.id};
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30)
  INSERT INTO drafts (version, ${columns}) SELECT 1, ${columns.replace('state', "'withdrawn'").replace('was_open', '0')} FROM n, drafts WHERE id = ${issued.id};`);
const publicIds = sql("SELECT id FROM drafts WHERE was_open = 1 AND state IN ('open', 'reviewing', 'amended', 'issued', 'withdrawn')").trim().split('\n').map(Number).toSorted((a, b) => a - b);

await scenario('the API gives every public draft once, in parts of any size', async () => {
  for (const limit of [7, 50, 200]) {
    const seen = [];
    let after = '';
    for (let page = 0; page < 60; page += 1) {
      const part = await api(`/api/v1/drafts?limit=${limit}&after=${after}`);
      expect(part.drafts.length <= limit, `${part.drafts.length}`);
      seen.push(...part.drafts);
      after = part.next;
      if (!after) break;
    }
    expectEqual(after, '', 'it ends');
    expectEqual(seen.map((one) => one.id).toSorted((a, b) => a - b), publicIds, `each once, ${limit} at a time`);
    const order = ['open', 'reviewing', 'amended', 'issued', 'withdrawn'];
    seen.forEach((one, i) => {
      if (i === 0) return;
      const [before, now] = [order.indexOf(seen[i - 1].state), order.indexOf(one.state)];
      expect(before < now || (before === now && seen[i - 1].id > one.id), `order at ${i}`);
    });
  }
  const only = await api('/api/v1/drafts?state=issued');
  expect(only.drafts.length === 50 && only.drafts.every((one) => one.state === 'issued') && only.next, 'one state');
  expectEqual((await api('/api/v1/drafts?state=prepared')).drafts, [], 'what is not public');
  for (const query of ['limit=0', 'limit=201', 'limit=x', 'after=x', 'after=issued-', 'after=issued-x', 'after=king-5', 'after=issued--5', 'state=king', 'after=%00']) {
    expectEqual((await send(server, 'GET', `/api/v1/drafts?${query}`)).status, 422, query);
  }
});

const titles = (html, id) => {
  const list = html.match(new RegExp(`<ul id="${id}-drafts"[^]*?</ul>`))?.[0] ?? '';
  return [...list.matchAll(/href="\/drafts\/(\d+)"/g)].map((found) => Number(found[1]));
};

await scenario('the page shows the first of each list and leads to the rest, to the end', async () => {
  const first = (await send(server, 'GET', '/drafts')).text;
  expectEqual(titles(first, 'former').length, 20, 'twenty of the former ones');
  let path = first.match(/href="(\/drafts\/list\/former\/[^"]+)"/)[1];
  const seen = titles(first, 'former');
  for (let page = 0; page < 30 && path; page += 1) {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 200, path);
    expect(answer.text.includes('<h1'), 'a whole page');
    seen.push(...titles(answer.text, 'former'));
    path = answer.text.match(/href="(\/drafts\/list\/former\/[^"]+)"/)?.[1];
  }
  const wanted = sql("SELECT count(*) FROM drafts WHERE was_open = 1 AND state IN ('issued', 'withdrawn')").trim();
  expectEqual([seen.length, new Set(seen).size], [Number(wanted), Number(wanted)], 'each once');
  for (const name of ['open', 'reviewed', 'former']) expectEqual((await send(server, 'GET', `/drafts/list/${name}`)).status, 200, name);
  for (const bad of ['list', 'list/', 'list/king', 'list/former/x', 'list/former/issued-', 'list/former/issued-5/6', 'list/former/%00']) {
    expectEqual((await send(server, 'GET', `/drafts/${bad}`)).status, 404, bad);
  }
  expectEqual(titles((await send(server, 'GET', `/drafts/list/open/issued-5`)).text, 'open'), [], 'a mark of another list');
});

await scenario('staff see all of them, and those of one state', async () => {
  for (const name of ['karshenas', 'modir', 'fanavari', 'telefon', 'admin', 'ravabet', 'hoghoghi', 'riyasat']) {
    const { cookie } = await signIn(server, name);
    const status = ['ravabet', 'hoghoghi', 'riyasat'].includes(name) ? 200 : 403;
    expectEqual((await send(server, 'GET', '/staff/drafts/list/issued', { headers: { Cookie: cookie } })).status, status, name);
  }
  const { cookie } = await signIn(server, 'hoghoghi');
  const see = (path) => send(server, 'GET', path, { headers: { Cookie: cookie } });
  const walk = async (start) => {
    const seen = [];
    for (let path = start, page = 0; path && page < 20; page += 1) {
      const { text } = await see(path);
      seen.push(...[...text.matchAll(/href="\/staff\/drafts\/(\d+)"/g)].map((found) => Number(found[1])));
      path = text.match(/href="(\/staff\/drafts\/list\/[a-z]+\/[^"]+)"/)?.[1];
    }
    return seen.toSorted((a, b) => a - b);
  };
  const ids = (condition) => sql(`SELECT id FROM drafts WHERE ${condition} ORDER BY id`).trim().split('\n').map(Number);
  expectEqual(await walk('/staff/drafts'), ids('1'), 'all, also those that were never open');
  expectEqual(await walk('/staff/drafts/list/withdrawn'), ids("state = 'withdrawn'"), 'one state');
  expect((await see('/staff/drafts/list/amended')).text.includes('اینجا پیش‌نویسی نیست'), 'an empty one says so');
  for (const bad of ['list/king', 'list/issued/x', 'list/issued/king-5', 'list']) expectEqual((await see(`/staff/drafts/${bad}`)).status, 404, bad);
});

// Comments that the public may read, each in a group of its own.
function addComments(draft, count) {
  const first = Number(sql('SELECT coalesce(max(id), 0) + 1 FROM draft_answers'));
  sql(`BEGIN;
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count} - 1)
  INSERT INTO draft_answers (id, draft_id, comments, outcome, reason) SELECT ${first} + n.i, ${draft}, 1, 'accepted', 'دلیل ' || n.i FROM n;
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count} - 1)
  INSERT INTO draft_comments (draft_id, clause_id, tracking_code, request_key, at, commenter_group, publication, body, wording, print, state, answer_id)
  SELECT ${draft}, 'a1', printf('%016d', ${first} + n.i), randomblob(16), 1790000000000 + n.i, 'citizen', 'without_name',
    'نظر شمارهٔ ' || n.i || ': ' || hex(randomblob(120)), NULL, x'', 'published', ${first} + n.i FROM n;
  UPDATE drafts SET comment_count = comment_count + ${count} WHERE id = ${draft};
  COMMIT;`);
}

await scenario('5,000 comments: twenty on the page, the rest on demand, and every one of them in the open data', async () => {
  const of = (html) => [...html.matchAll(/نظر شمارهٔ (\d+):/g)].map((found) => Number(found[1]));
  addComments(open.id, 50);
  const few = await send(server, 'GET', `/drafts/${open.id}`);
  sql(`DELETE FROM draft_comments WHERE draft_id = ${open.id} AND body LIKE 'نظر شمارهٔ%'`);
  addComments(open.id, 5000);
  const many = await send(server, 'GET', `/drafts/${open.id}`);
  expectEqual([of(few.text).length, of(many.text).length], [20, 20], 'twenty');
  expect(many.text.length < few.text.length * 1.02, `${many.text.length} bytes after ${few.text.length}`);
  expect(many.text.includes('۵٬۰') || many.text.includes('۵۰'), 'how many there are');
  let path = many.text.match(new RegExp(`href="(/drafts/${open.id}/comments/\\d+)"`))[1];
  const seen = of(many.text);
  for (let page = 0; page < 3; page += 1) {
    const older = (await send(server, 'GET', path)).text;
    seen.push(...of(older));
    path = older.match(new RegExp(`href="(/drafts/${open.id}/comments/\\d+)"`))[1];
  }
  expectEqual(seen, Array.from({ length: 80 }, (_, i) => 4999 - i), 'the newest first, without a gap');
  const all = [];
  for (let after = '', page = 0; page < 60; page += 1) {
    const part = await api(`/api/v1/drafts/${open.id}/comments?limit=200&after=${after}`);
    all.push(...part.comments);
    after = part.next;
    if (!after) break;
  }
  const published = Number(sql(`SELECT count(*) FROM draft_comments WHERE draft_id = ${open.id} AND state = 'published'`));
  expectEqual([all.length, new Set(all.map((one) => one.id)).size], [published, published], 'each once');
  expect(all.every((one) => one.outcome === undefined), 'what became of them is told when the text is issued');
  expectEqual((await send(server, 'GET', `/drafts/${open.id}/comments.csv`)).text.match(/نظر شمارهٔ/g).length, 5000, 'the CSV too');
  for (const query of ['limit=0', 'limit=201', 'after=x', 'after=-1']) expectEqual((await send(server, 'GET', `/api/v1/drafts/${open.id}/comments?${query}`)).status, 422, query);
  for (const id of ['999999', 'x', '0']) expectEqual((await send(server, 'GET', `/api/v1/drafts/${id}/comments`)).status, 404, id);
});

await scenario('of an issued draft the open data say what was heard, what became of it, and the text as issued', async () => {
  const one = await api(`/api/v1/drafts/${issued.id}`);
  expect(one.issued_clauses.length > 0 && one.steps.at(-1).step === 'issue' && one.steps[0].step === 'open', JSON.stringify(one.steps));
  expectEqual(one.heard.comments, Object.values(one.heard.groups).reduce((sum, count) => sum + count, 0), 'groups add up');
  const { comments } = await api(`/api/v1/drafts/${issued.id}/comments`);
  expect(comments.length > 0 && comments.every((each) => ['accepted', 'partly', 'not_accepted'].includes(each.outcome) && each.answer), JSON.stringify(comments[0]));
  const { dispositions } = await api(`/api/v1/drafts/${issued.id}/dispositions`);
  expectEqual(dispositions.length, one.heard.rows, 'the whole table');
  expectEqual((await send(server, 'GET', `/api/v1/drafts/${open.id}/dispositions`)).status, 404, 'of an open one there is none');
  const page = (await send(server, 'GET', `/drafts/${issued.id}`)).text;
  expect(/<summary[^>]*>پاسخ سازمان: پذیرفته (شد|نشد)/.test(page), 'the answer stands with each comment, on demand');
});

const staff = async (name) => {
  const { cookie, csrf } = await signIn(server, name);
  const headers = { Cookie: cookie, 'X-CSRF-Token': csrf };
  return {
    get: (path) => send(server, 'GET', path, { headers }),
    post: (path, fields) => send(server, 'POST', path, {
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields).toString(),
    }),
  };
};

await scenario('a mistake far down in the queue comes back with the comment and everything that was typed', async () => {
  sql(`UPDATE draft_comments SET state = 'waiting' WHERE draft_id = ${open.id} AND body LIKE 'نظر شمارهٔ 49%'`);
  const relations = await staff('ravabet');
  const first = await relations.get(`/staff/drafts/${open.id}/comments/waiting`);
  const second = await relations.get(first.text.match(/href="([^"]+\/comments\/waiting\/\d+)"/)[1]);
  const id = [...second.text.matchAll(/id="verdict-(\d+)"/g)].at(7)[1];
  const refused = await relations.post(`/staff/drafts/${open.id}/comments/waiting/${id}`, {
    [`verdict-${id}`]: 'published', [`redacted-${id}`]: 'این در نظر نیست', [`reason-${id}`]: 'دلیلی که نوشته شد',
  });
  expectEqual(refused.status, 422);
  for (const kept of [`id="verdict-${id}"`, 'این در نظر نیست', 'دلیلی که نوشته شد', 'در این نظر نیست']) {
    expect(refused.text.includes(kept), kept);
  }
});

await scenario('the disposition table goes on where its reader stood, and shows what still has no outcome', async () => {
  sql(`UPDATE drafts SET state = 'reviewing', version = version + 1 WHERE id = ${open.id};
    UPDATE draft_answers SET outcome = NULL, reason = NULL WHERE id IN (SELECT id FROM draft_answers WHERE draft_id = ${open.id} ORDER BY id DESC LIMIT 45)`);
  const legal = await staff('hoghoghi');
  const groups = (text) => [...text.matchAll(/id="outcome-(\d+)"/g)].map((found) => Number(found[1]));
  const all = await legal.get(`/staff/drafts/${open.id}/answers`);
  const undecided = Number(sql(`SELECT count(*) FROM draft_answers WHERE draft_id = ${open.id} AND outcome IS NULL`));
  const fa = (number) => String(number).replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);
  expect(all.text.includes(`بی‌نتیجه (${fa(undecided)})`), `${undecided} without an outcome`);
  let path = `/staff/drafts/${open.id}/answers/undecided`;
  const seen = [];
  for (let page = 0; path && page < 10; page += 1) {
    const answer = await legal.get(path);
    seen.push(...groups(answer.text));
    path = answer.text.match(/href="([^"]+\/answers\/undecided\/\d+)"/)?.[1];
  }
  expectEqual([seen.length, new Set(seen).size], [undecided, undecided], 'each once');
  const id = seen[24];
  const decide = (fields) => legal.post(`/staff/drafts/${open.id}/answers/${id}`, Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${id}`, value])));
  const refused = await decide({ rows: 'undecided', outcome: 'accepted', reason: '' });
  expectEqual(refused.status, 422, 'without a reason');
  expectEqual(groups(refused.text)[0], id, 'the row that was refused stands first');
  const done = await decide({ rows: 'undecided', outcome: 'accepted', reason: 'پذیرفتیم' });
  expectEqual(done.status, 303);
  const next = await legal.get(done.headers.location);
  expectEqual(groups(next.text)[0], seen[25], 'the next one without an outcome');
  expect(next.text.includes(`بی‌نتیجه (${fa(undecided - 1)})`), 'one less');
  const changed = await decide({ rows: 'all', outcome: 'partly', reason: 'بخشی' });
  expectEqual(groups((await legal.get(changed.headers.location)).text)[0], id, 'of all rows: this one, as it stands now');
});

await server.stop();
finish();
