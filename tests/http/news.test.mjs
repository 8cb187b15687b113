// News over HTTP: every page, form and call with every role; bad input; text that looks like HTML stays text.
import { expect, expectEqual, expectError, finish, freshKey, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const form = (fields, headers = {}) => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});
const list = (await send(server, 'GET', '/api/v1/news')).json();
const before = list.news.find((item) => item.slug === 'saffron-purchase');
const after = list.news.find((item) => item.slug === 'frost-warning');
const codeIn = (answer) => answer.text.match(/data-testid="comment-code"[^>]*>\s*([0-9]{16})/)?.[1];
const posting = (session, fields) => form(fields, { Cookie: session.cookie, 'X-CSRF-Token': session.csrf });
const staffGet = (session, path) => send(server, 'GET', path, { headers: { Cookie: session.cookie } });

await scenario('open data: the list in its order, a category, an item with its comments', async () => {
  expect(list.news[0].pinned, 'pinned ones come first');
  expectEqual(list.total, list.news.length, 'all on one page');
  expect(!list.news.some((item) => /کود زمستانه|نهبندان/.test(item.title)), 'neither scheduled items nor drafts');
  const events = (await send(server, 'GET', '/api/v1/news?category=event')).json();
  expect(events.news.length > 0 && events.news.every((item) => item.category === 'event'), JSON.stringify(events));
  const one = (await send(server, 'GET', `/api/v1/news/${before.id}`)).json();
  expect(one.newest_comments.some((comment) => comment.answers.some((answer) => answer.official)), 'an official answer');
  expect(!JSON.stringify(one).includes('کانال ما'), 'what was rejected is not public');
  expectEqual((await send(server, 'GET', '/api/v1/news/saffron-purchase')).json().id, before.id, 'by its slug');
  for (const id of ['0', '999999', 'x', '1%20', 'a--b', '-1', '99999999999999999999']) {
    expectError(await send(server, 'GET', `/api/v1/news/${id}`), 404);
  }
  for (const query of ['category=x', 'page=0', 'page=x']) expectError(await send(server, 'GET', `/api/v1/news?${query}`), 404);
});

await scenario('open data: all comments of an item in parts, each once', async () => {
  const path = `/api/v1/news/${before.id}/comments`;
  const whole = (await send(server, 'GET', path)).json();
  expect(whole.comments.length > 2 && whole.next === '', `${whole.comments.length} ${whole.next}`);
  const one = (await send(server, 'GET', `/api/v1/news/${before.id}`)).json();
  expectEqual(whole.comments.slice(0, one.newest_comments.length), one.newest_comments, 'as with the item');
  const read = [];
  for (let next = '', part = 0; (part === 0 || next) && part < 50; part += 1) {
    const answer = (await send(server, 'GET', `${path}?limit=2${next && `&after=${next}`}`)).json();
    expect(answer.comments.length <= 2, 'no more than asked for');
    read.push(...answer.comments);
    next = answer.next;
  }
  expectEqual(read, whole.comments, 'in parts');
  expectEqual((await send(server, 'GET', '/api/v1/news/saffron-purchase/comments')).json(), whole, 'by its slug');
  for (const query of ['limit=0', 'limit=201', 'limit=x', 'after=x', 'after=0']) expectError(await send(server, 'GET', `${path}?${query}`), 422);
  for (const id of ['0', '999999', 'x']) expectError(await send(server, 'GET', `/api/v1/news/${id}/comments`), 404);
});

await scenario('pages answer a plain GET with whole HTML; what is none is 404', async () => {
  for (const path of ['/news', '/news/page/1', '/news/category/event', '/news/frost-warning', `/news/${before.id}`, `/news/${after.id}/comments/5`]) {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 200, path);
    expect(answer.text.includes('<h1') && answer.text.includes('<form'), path);
  }
  for (const path of ['/news/page/99', '/news/page/x', '/news/page', '/news/category/x', '/news/category', '/news/999999', '/news/nothing-here',
    '/news/frost-warning/x', '/news/frost-warning/answer/999', '/news/a/b/c/d', '/news/%00', '/news/%D8%AE']) {
    expectEqual((await send(server, 'GET', path)).status, 404, path);
  }
});

await scenario('the feed is Atom, with addresses of this site', async () => {
  const feed = await send(server, 'GET', '/news/feed.atom');
  expectEqual(feed.status, 200);
  expect(feed.headers['content-type'].startsWith('application/atom+xml'), feed.headers['content-type']);
  expectEqual(feed.text.match(/<entry>/g).length, list.news.length, 'entries');
  expect(feed.text.includes(`href="http://127.0.0.1:${server.port}/news/frost-warning"`), 'absolute addresses');
  expect(/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/updated>/.test(feed.text), 'times');
});

await scenario('a comment is taken once for a key; it waits, or is read at once, as the item says', async () => {
  const words = { comment_body: 'پرسش آزمون', comment_author: 'نگار', idempotency_key: freshKey() };
  const first = await send(server, 'POST', `/news/${before.id}/comments/new`, form(words));
  expectEqual(first.status, 201, first.text.slice(0, 400));
  const code = codeIn(first);
  expectEqual(codeIn(await send(server, 'POST', `/news/${before.id}/comments/new`, form(words))), code, 'the same key');
  const other = codeIn(await send(server, 'POST', `/news/${before.id}/comments/new`, form({ ...words, comment_body: 'سخنی دیگر زیر همان کلید' })));
  expect(other && other !== code, 'other words are another comment');
  expect(!(await send(server, 'GET', `/news/${before.id}`)).text.includes('پرسش آزمون'), 'it waits');
  const outcome = await send(server, 'POST', '/news/track', form({ comment_code: code }));
  expect(outcome.text.includes('پرسش آزمون') && outcome.text.includes('در نوبت بررسی'), 'its author learns that');
  const now = { comment_body: 'سخن بی‌درنگ', idempotency_key: freshKey() };
  expectEqual((await send(server, 'POST', `/news/frost-warning/comments/new`, form(now))).status, 201);
  const page = await send(server, 'GET', '/news/frost-warning');
  expect(page.text.includes('سخن بی‌درنگ'), 'read at once');
  const id = page.text.match(/id="comment-([0-9]+)"/)[1];
  expectEqual((await send(server, 'GET', `/news/frost-warning/answer/${id}`)).status, 200);
  const answer = { comment_body: 'پاسخ یک شهروند', idempotency_key: freshKey() };
  expectEqual((await send(server, 'POST', `/news/frost-warning/answer/${id}`, form(answer))).status, 201);
  expect((await send(server, 'GET', '/news/frost-warning')).text.includes('پاسخ یک شهروند'), 'the answer below it');
  expectEqual((await send(server, 'POST', `/news/${before.id}/answer/${id}`, form(answer))).status, 404, 'of another item');
  expectEqual((await send(server, 'POST', '/news/frost-warning/answer/x', form(answer))).status, 404);
});

await scenario('bad comments: each mistake at its field, nothing else happens', async () => {
  const post = (fields, item = 'frost-warning') => send(server, 'POST', `/news/${item}/comments/new`, form({ idempotency_key: freshKey(), ...fields }));
  for (const fields of [{}, { comment_body: ' \u200c ' }, { comment_body: 'x'.repeat(3001) }, { comment_body: 'خوب', comment_author: '12' },
    { comment_body: 'خوب بود', official: '1' }, { comment_body: 'خوب بود', website: 'http://spam.example' }]) {
    expectEqual((await post(fields)).status, 422, JSON.stringify(fields).slice(0, 80));
  }
  expectEqual((await post({ comment_body: 'خوب بود', idempotency_key: '' })).status, 400, 'a form without its key');
  expectEqual((await post({ comment_body: 'خوب بود' }, '999999')).status, 404);
  const kept = await post({ comment_body: 'متن مانده', comment_author: '12' });
  expect(kept.text.includes('متن مانده'), 'what was typed stays');
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  expectEqual((await post({ comment_body: script })).status, 201);
  const page = await send(server, 'GET', '/news/frost-warning');
  expect(page.text.includes('&lt;script&gt;alert(1)') && !page.text.includes('<script>alert(1)') && !page.text.includes('<img src=x'), 'text stays text');
  const raw = await send(server, 'POST', '/news/frost-warning/comments/new', {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'comment_body=%FF%FE&idempotency_key=bytes',
  });
  expectEqual(raw.status, 422, 'bytes that are no UTF-8');
  for (const code of ['', '1', '0000000000000000', "' OR 1=1"]) expectEqual((await send(server, 'POST', '/news/track', form({ comment_code: code }))).status, 422, code);
});

await scenario('one voice per device', async () => {
  const path = `/news/${after.id}/useful/yes`;
  const count = async () => (await send(server, 'GET', `/api/v1/news/${after.id}`)).json().useful;
  const start = await count();
  const first = await send(server, 'POST', path, form({ voice: 'yes' }));
  expectEqual(first.status, 200);
  const cookie = first.headers['set-cookie'][0];
  expect(/HttpOnly/.test(cookie) && /SameSite=Lax/.test(cookie), cookie);
  const again = form({ voice: 'yes' }, { Cookie: cookie.split(';')[0] });
  await send(server, 'POST', path, again);
  expectEqual(await count(), { yes: start.yes + 1, no: start.no }, 'counted once');
  await send(server, 'POST', `/news/${after.id}/useful/no`, again);
  expectEqual(await count(), { yes: start.yes, no: start.no + 1 }, 'the later voice counts');
  // This device sees what it said, also when it comes back; others see nothing of it.
  const pressed = (page) => /id="useful-(yes|no)-send"[^>]*aria-pressed="true"/.exec(page.text)?.[1];
  expectEqual(pressed(first), 'yes');
  expectEqual(pressed(await send(server, 'GET', `/news/${after.id}`, { headers: { Cookie: cookie.split(';')[0] } })), 'no');
  expectEqual(pressed(await send(server, 'GET', `/news/${after.id}`)), undefined);
  expectEqual((await send(server, 'POST', `/news/${after.id}/useful/maybe`, again)).status, 404);
  expectEqual((await send(server, 'POST', '/news/999999/useful/yes', again)).status, 404);
});

const item = { news_title: 'خبر آزمون', category: 'report', summary: 'چکیده', news_text: 'متن', comment_rule: 'before', slug: '' };

await scenario('staff pages ask for a session, and each role gets what its table says', async () => {
  for (const path of ['/staff/news', '/staff/comments']) {
    expect((await send(server, 'GET', path)).text.includes('نام کاربری'), 'the login form');
  }
  for (const path of ['/staff/news/new', '/staff/comments', '/staff/comments/1']) expectEqual((await send(server, 'POST', path, form({}))).status, 401, path);
  const roles = { karshenas: 403, modir: 403, fanavari: 403, telefon: 403, admin: 403, hoghoghi: 403, ravabet: 200, riyasat: 200 };
  for (const [name, status] of Object.entries(roles)) {
    const session = await signIn(server, name);
    for (const path of ['/staff/news', '/staff/news/new', '/staff/news/1', '/staff/comments', '/staff/comments/1', '/staff/comments/list/all/-/-/-/-']) {
      expectEqual((await staffGet(session, path)).status, status, `${name} ${path}`);
    }
    const made = await send(server, 'POST', '/staff/news/new', posting(session, item));
    expectEqual(made.status, status === 200 ? 303 : 403, `${name} writes: ${made.text.slice(0, 200)}`);
    const decided = await send(server, 'POST', '/staff/comments/1', posting(session, { verdict: 'published' }));
    expectEqual(decided.status, status === 200 ? 303 : 403, `${name} decides`);
  }
  const session = await signIn(server, 'ravabet');
  expectEqual((await send(server, 'POST', '/staff/news/new', form(item, { Cookie: session.cookie }))).status, 403, 'without the token');
});

await scenario('an item from its writing to its withdrawal', async () => {
  const pr = await signIn(server, 'ravabet');
  const made = await send(server, 'POST', '/staff/news/new', posting(pr, { ...item, slug: 'test-item', news_text: '## سر\n<b>درشت</b>\n[پیوند](javascript:alert(1))' }));
  const path = made.headers.location;
  const id = path.split('/').pop();
  expectEqual((await send(server, 'GET', '/news/test-item')).status, 404, 'a draft is nobody\'s');
  const step = (name, version, fields = {}) => send(server, 'POST', `${path}/do/${name}/v${version}`, posting(pr, fields));
  expectEqual((await step('publish', 1, { publish_day: '1300/01/01' })).status, 422, 'in the past');
  expectEqual((await step('publish', 1, { publish_day: 'فردا' })).status, 422);
  expectEqual((await step('publish', 1, { publish_day: '1450/01/01', publish_time: '25:00' })).status, 422);
  expectEqual((await step('publish', 1, { publish_time: '10:00' })).status, 422);
  expectEqual((await step('publish', 1, { publish_day: '۱۴۵۰/۰۱/۰۱', publish_time: '۰۸:۳۰' })).status, 303);
  expectEqual((await send(server, 'GET', '/news/test-item')).status, 404, 'a scheduled one too');
  expectEqual((await step('publish', 2)).status, 409, 'published already');
  expectEqual((await step('withdraw', 2)).status, 303);
  expectEqual((await step('publish', 3)).status, 303);
  const page = await send(server, 'GET', '/news/test-item');
  expectEqual(page.status, 200);
  expect(page.text.includes('&lt;b&gt;درشت') && !page.text.includes('href="javascript'), 'text stays text');
  expectEqual((await step('pin', 3)).status, 409, 'an old version');
  expectEqual((await step('pin', 4)).status, 303);
  expectEqual((await step('dance', 5)).status, 404);
  const edit = (version, fields) => send(server, 'POST', `${path}/edit`, posting(pr, { ...item, version: String(version), ...fields }));
  expectEqual((await edit(5, { slug: 'frost-warning' })).status, 422, 'the slug of another');
  expectEqual((await edit(5, { slug: 'Bad Slug' })).status, 422);
  expectEqual((await edit(5, { news_title: '' })).status, 422);
  expectEqual((await edit(5, { category: 'x' })).status, 422);
  expectEqual((await edit(5, { slug: 'test-item' })).status, 303);
  const late = await edit(5, { summary: 'چکیدهٔ دیر رسیده', slug: 'test-item' });
  expectEqual(late.status, 409, 'somebody was quicker');
  expect(late.text.includes('چکیدهٔ دیر رسیده') && /name="version"[^>]* value="6"/.test(late.text), 'it is all there, for another press');
  const beside = late.text.match(/<details[^>]*id="stored-[^"]*"/g);
  expectEqual(beside?.join(), '<details id="stored-summary"', 'what is stored, where it differs');
  expectEqual((await edit(6, { summary: 'چکیدهٔ دیر رسیده', slug: 'test-item' })).status, 303);
  expectEqual((await edit('', {})).status, 409, 'an edit of no version');
  expectEqual((await staffGet(pr, `/staff/news/${id}/edit`)).status, 200);
  expectEqual((await staffGet(pr, '/staff/news/999999')).status, 404);
  expectEqual((await staffGet(pr, '/staff/news/1/x')).status, 404);
});

await scenario('the queue: found by its filters, decided upon, answered', async () => {
  const pr = await signIn(server, 'ravabet');
  const sent = await send(server, 'POST', `/news/${before.id}/comments/new`, form({ comment_body: 'نظری برای صف', idempotency_key: freshKey() }));
  const code = codeIn(sent);
  const queue = await staffGet(pr, '/staff/comments');
  const id = queue.text.match(/id="comment-([0-9]+)"[^]*?نظری برای صف/)[1];
  const decide = (fields) => send(server, 'POST', `/staff/comments/${id}`, posting(pr, { verdict: 'waiting', ...fields }));
  expectEqual((await decide({ verdict: 'rejected' })).status, 422, 'a reason is needed');
  expectEqual((await decide({ verdict: 'held' })).status, 422, 'no such verdict');
  const early = await decide({ answer: 'پاسخ زودرس' });
  expectEqual(early.status, 422, 'an answer below what nobody reads');
  expect(early.text.includes('پاسخ زودرس'), 'what was typed stays');
  expectEqual((await decide({ verdict: 'published', tone: 'critical', tags: 'صف، آزمون', answer: 'پاسخ <i>رسمی</i>' })).status, 303);
  expectEqual((await send(server, 'POST', '/staff/comments/999999', posting(pr, { verdict: 'published' }))).status, 404);
  const page = await send(server, 'GET', `/news/${before.id}`);
  expect(page.text.includes('پاسخ &lt;i&gt;رسمی'), 'the answer, as text');
  const outcome = await send(server, 'POST', '/news/track', form({ comment_code: code }));
  expect(outcome.text.includes('پاسخ &lt;i&gt;رسمی'), 'its author reads it by the code');
  const filtered = await send(server, 'POST', '/staff/comments', posting(pr, { filter_state: 'published', filter_item: String(before.id), filter_tone: 'critical', filter_answered: 'yes', filter_tag: 'صف' }));
  expectEqual(filtered.status, 303);
  const found = await staffGet(pr, filtered.headers.location);
  expect(found.text.includes('نظری برای صف'), 'found by all its marks');
  expectEqual(found.text.match(/id="comment-[0-9]+"/g).length, 1, 'and it alone');
  for (const path of ['/staff/comments/list/x/y/z/w/zz/t', '/staff/comments/list', '/staff/comments/list/all/-/-/-/ff/0']) {
    expectEqual((await staffGet(pr, path)).status, path.endsWith('list') ? 404 : 200, path);
  }
});

await scenario('a comment is refused with a reason from the list, with words beside it, or with words alone; its author reads them', async () => {
  const pr = await signIn(server, 'ravabet');
  const make = async (words) => {
    const code = codeIn(await send(server, 'POST', `/news/${before.id}/comments/new`, form({ comment_body: words, idempotency_key: freshKey() })));
    const queue = await staffGet(pr, '/staff/comments');
    return { code, id: queue.text.match(new RegExp(`id="comment-([0-9]+)"[^]*?${words}`))[1] };
  };
  const page = await staffGet(pr, `/staff/comments/${(await make('نظر نخست')).id}`);
  const reasons = [...page.text.match(/<select[^>]*name="why"[^]*?<\/select>/)[0].matchAll(/<option value="([a-z]+)"[^>]*>([^<]+)</g)];
  expectEqual(reasons.map((one) => one[1]), ['insult', 'personal', 'unrelated', 'advertising', 'repeated', 'unlawful'], 'the list');
  const outcome = async (code) => (await send(server, 'POST', '/news/track', form({ comment_code: code }))).text;
  for (const [, why, words] of reasons) {
    const { code, id } = await make(`نظر ${why}`);
    const decide = (fields) => send(server, 'POST', `/staff/comments/${id}`, posting(pr, { verdict: 'rejected', ...fields }));
    expectEqual((await decide({ why: 'king' })).status, 422, 'nothing of the list');
    const refused = await decide({ why: '', reason: ' \u200c ' });
    expectEqual(refused.status, 422, 'blank');
    expect(refused.text.includes('href="#reason"'), 'told at its field');
    expectEqual((await decide({ why, reason: '' })).status, 303, why);
    expect((await outcome(code)).includes(words), `its author reads «${words}»`);
    expect(!(await send(server, 'GET', `/news/${before.id}`)).text.includes(`نظر ${why}`), 'nobody reads it');
    expectEqual((await decide({ why, reason: 'دوباره <b>بنویسید</b>' })).status, 303);
    expect((await outcome(code)).includes(`${words}؛ دوباره &lt;b&gt;بنویسید`), 'and the words beside it, as text');
  }
  const { code, id } = await make('نظر پشیمانی');
  const decide = (fields) => send(server, 'POST', `/staff/comments/${id}`, posting(pr, fields));
  expectEqual((await decide({ verdict: 'rejected', reason: 'تنها با واژه‌ها' })).status, 303);
  expect((await outcome(code)).includes('تنها با واژه‌ها'), 'words alone');
  expect((await staffGet(pr, `/staff/comments/${id}`)).text.includes('تنها با واژه‌ها'), 'the next officer reads why');
  expectEqual((await decide({ verdict: 'published' })).status, 303);
  expect(!(await outcome(code)).includes('تنها با واژه‌ها'), 'published after all: no reason stands there');
  expect((await send(server, 'GET', `/news/${before.id}`)).text.includes('نظر پشیمانی'), 'everybody reads it');
  for (const role of ['karshenas', 'modir', 'fanavari', 'telefon', 'admin', 'hoghoghi']) {
    const other = await signIn(server, role);
    expectEqual((await send(server, 'POST', `/staff/comments/${id}`, posting(other, { verdict: 'rejected', why: 'insult' }))).status, 403, role);
  }
});

await scenario('replies on demand: three below a comment, all of them on a page of their own', async () => {
  const post = (path, words) => send(server, 'POST', path, form({ comment_body: words, idempotency_key: freshKey() }));
  await post('/news/frost-warning/comments/new', 'سخنی که بسیار پاسخ می‌گیرد');
  const id = (await send(server, 'GET', '/news/frost-warning')).text.match(/id="comment-([0-9]+)"/)[1];
  for (let i = 1; i <= 45; i += 1) expectEqual((await post(`/news/frost-warning/answer/${id}`, `پاسخ پیاپی ${i}؛`)).status, 201, `${i}`);
  const of = (text) => [...text.matchAll(/پاسخ پیاپی (\d+)؛/g)].map((found) => Number(found[1]));
  const page = (await send(server, 'GET', '/news/frost-warning')).text;
  expectEqual(of(page), [1, 2, 3]);
  expect(page.includes('همهٔ پاسخ‌ها (۴۵)'), 'how many there are');
  const seen = [];
  let path = page.match(/href="(\/news\/frost-warning\/thread\/[^"]+)"/)[1];
  for (let part = 0; path && part < 5; part += 1) {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 200, path);
    expect(answer.text.includes('سخنی که بسیار پاسخ می‌گیرد'), 'below the comment');
    seen.push(...of(answer.text));
    path = answer.text.match(/href="(\/news\/frost-warning\/thread\/\d+-\d+)"/)?.[1];
  }
  expectEqual(seen, Array.from({ length: 45 }, (_, i) => i + 1), 'each once, the oldest first');
  const one = (await send(server, 'GET', `/api/v1/news/${after.id}`)).json().newest_comments.find((comment) => comment.more_answers > 0);
  expectEqual([one.answers.length, one.more_answers], [3, 42], 'open data say how many more');
  const threadOf = (query) => send(server, 'GET', `/api/v1/news/frost-warning/comments/${id}${query}`);
  const read = [];
  for (let next = '', part = 0; (part === 0 || next) && part < 5; part += 1) {
    const answer = await threadOf(`?limit=20${next && `&after=${next}`}`);
    expectEqual(answer.status, 200, next);
    const thread = answer.json();
    expectEqual([thread.id, thread.text], [Number(id), 'سخنی که بسیار پاسخ می‌گیرد'], 'the comment stands with each part');
    read.push(...thread.answers.map(({ text }) => Number(text.match(/پاسخ پیاپی (\d+)؛/)[1])));
    expectEqual(thread.more_answers, 45 - read.length);
    next = thread.next;
  }
  expectEqual(read, seen, 'open data give all of them');
  for (const query of ['?limit=0', '?limit=201', '?limit=x', '?after=x', '?after=-1']) expectError(await threadOf(query), 422);
  expectError(await send(server, 'GET', `/api/v1/news/${before.id}/comments/${id}`), 404);
  for (const bad of ['thread', 'thread/0', 'thread/x', 'thread/999999', `thread/${id}/5`]) expectEqual((await send(server, 'GET', `/news/frost-warning/${bad}`)).status, 404, bad);
  expectEqual((await send(server, 'GET', `/news/${before.id}/thread/${id}`)).status, 404, 'of another item');
});

await scenario('the digest: a period on screen and as a document, for public relations and the head\'s office', async () => {
  const roles = { karshenas: 403, fanavari: 403, admin: 403, hoghoghi: 403, ravabet: 200, riyasat: 200 };
  for (const [name, status] of Object.entries(roles)) {
    const session = await signIn(server, name);
    expectEqual((await staffGet(session, '/staff/digest')).status, status, name);
    expectEqual((await staffGet(session, '/staff/digest/1405-01-01/1405-06-31/pdf')).status, status, `${name} PDF`);
    const asked = await send(server, 'POST', '/staff/digest', posting(session, { digest_from: '۱۴۰۵/۰۱/۰۱', digest_to: '1405-06-31' }));
    expectEqual(asked.status, status === 200 ? 303 : 403, `${name} asks`);
  }
  expectEqual((await send(server, 'GET', '/staff/digest/1405-01-01/1405-06-31/pdf')).status, 401);
  const pr = await signIn(server, 'riyasat');
  const page = await staffGet(pr, '/staff/digest');
  for (const words of ['موضوع‌ها در گذر زمان', 'آنچه در انتظار است', 'پرداخت مطالبات', 'لحن نظرها', 'آنچه پاسخ گرفت']) expect(page.text.includes(words), words);
  expect(!page.text.includes('کانال ما'), 'what was rejected is no quote');
  const address = page.text.match(/href="(\/staff\/digest\/[^"]+\/pdf)"/)[1];
  const pdf = await staffGet(pr, address);
  expectEqual(pdf.headers['content-type'], 'application/pdf');
  expect(pdf.buffer.subarray(0, 5).toString() === '%PDF-' && pdf.buffer.length > 5000, `${pdf.buffer.length} bytes`);
  const ask = (fields) => send(server, 'POST', '/staff/digest', posting(pr, fields));
  for (const fields of [{}, { digest_from: '1405/13/01', digest_to: '1405/01/01' }, { digest_from: '1405/02/01', digest_to: '1405/01/01' },
    { digest_from: '1400/01/01', digest_to: '1405/01/01' }, { digest_from: '<b>', digest_to: '1405/01/01' }]) {
    expectEqual((await ask(fields)).status, 422, JSON.stringify(fields));
  }
  for (const path of ['/staff/digest/x/y', '/staff/digest/1405-01-01', '/staff/digest/1405-02-01/1405-01-01/pdf', '/staff/digest/x/y/pdf']) {
    expectEqual((await staffGet(pr, path)).status, 404, path);
  }
  expectEqual((await staffGet(pr, '/staff/digest/1390-01-01/1390-02-01')).status, 200, 'a period without comments');
});

await scenario('staff see whether items were useful: in their list, on the item, and in the digest of the time', async () => {
  for (const voice of ['yes', 'yes', 'no']) await send(server, 'POST', `/news/${before.id}/useful/${voice}`, form({ voice }));
  const { useful } = (await send(server, 'GET', `/api/v1/news/${before.id}`)).json();
  const fa = (number) => String(number).replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]);
  const words = `بله ${fa(useful.yes)}، نه ${fa(useful.no)}`;
  const pr = await signIn(server, 'riyasat');
  expect((await staffGet(pr, '/staff/news')).text.includes(words), `the list says ${words}`);
  expect((await staffGet(pr, `/staff/news/${before.id}`)).text.includes(words), 'so does the item');
  const digest = (await staffGet(pr, '/staff/digest')).text;
  const row = digest.match(/<table[^>]*id="useful-items"[^]*?<\/table>/)[0];
  expect(row.includes(`/staff/news/${before.id}"`) && row.includes('درصد'), row.slice(0, 400));
});

await server.stop();

await scenario('who sends without pause is asked to wait, and reads on', async () => {
  const limited = await startTestServer();
  const post = (words) => send(limited, 'POST', '/news/frost-warning/comments/new', form({ comment_body: words, idempotency_key: freshKey() }));
  const answers = [];
  for (let i = 0; i < 30; i += 1) answers.push((await post(`سخن ${i}`)).status);
  expect(answers.slice(0, 10).every((status) => status === 201), answers.join());
  expectEqual(answers.at(-1), 429, 'the last');
  expectEqual((await send(limited, 'GET', '/news/frost-warning')).status, 200, 'reading goes on');
  await limited.stop();
});
finish();
