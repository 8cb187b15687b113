// Around comments on drafts, over HTTP with every role and with bad input: files of comments and documents of drafts,
// invitations by SMS and e-mail with a link of their own, reasons from a list, and pictures of news.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { crc } from '../e2e/support/word.mjs';
import { expect, expectEqual, finish, multipart, scenario, send, signIn, startTestServer } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const list = (await send(server, 'GET', '/api/v1/drafts')).json().drafts;
const open = list.find((draft) => draft.state === 'open');
const issued = list.find((draft) => draft.state === 'issued');
const words = { body: 'نظر آزمون', commenter_group: 'citizen', publication: 'without_name' };
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const roles = ['karshenas', 'modir', 'fanavari', 'telefon', 'admin', 'ravabet', 'hoghoghi', 'riyasat'];
const outbox = (condition) => execFileSync('sqlite3', [join(server.data, 'hamandish.db'), `SELECT text FROM outbox WHERE cause = 'draft_invitation' AND ${condition}`], { encoding: 'utf8' });
let keys = 0;
const fresh = () => `c${(keys += 1)}`;
const code_in = (text) => text.match(/data-testid="comment-code"[^>]*>\s*([0-9]{16})/)?.[1];

const as = async (name) => {
  const session = await signIn(server, name);
  const headers = { Cookie: session.cookie, 'X-CSRF-Token': session.csrf };
  return {
    get: (path) => send(server, 'GET', path, { headers }),
    post: (path, fields) => send(server, 'POST', path, {
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    }),
    files: (path, fields, files) => {
      const form = multipart(fields, files);
      return send(server, 'POST', path, { headers: { ...headers, ...form.headers }, body: form.body });
    },
  };
};
const people = Object.fromEntries(await Promise.all(roles.map(async (name) => [name, await as(name)])));

const comment = (fields, files = [], path = `/drafts/${open.id}/comment/a1`) => {
  const form = multipart({ ...words, idempotency_key: fresh(), ...fields }, files);
  return send(server, 'POST', path, form);
};
const kept = (id, name) => `${id}:${pdf.length}:${encodeURIComponent(name)}`;
const upload = async (name, bytes) => {
  const answer = await send(server, 'POST', '/api/v1/uploads', {
    headers: { 'X-File-Name': encodeURIComponent(name), 'Content-Type': 'application/octet-stream' },
    body: bytes,
  });
  expectEqual(answer.status, 201, answer.text);
  return answer.json().id;
};

// The newest comment that waits.
const waiting = async () => {
  const page = (await people.ravabet.get(`/staff/drafts/${open.id}/comments/waiting`)).text;
  return { page, id: page.match(/id="verdict-(\d+)"/)?.[1] };
};
const decide = (who, id, fields, room = 'waiting') =>
  people[who].post(`/staff/drafts/${open.id}/comments/${room}/${id}`, Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${id}`, value])));

await scenario('a comment takes files, with the form or ahead of it; a file alone is a comment', async () => {
  const both = await comment({ attachments_kept: kept(await upload('پیش.pdf', pdf), 'پیش.pdf') }, [{ name: 'attachments', file: 'همراه.pdf', bytes: pdf }]);
  expectEqual(both.status, 201, both.text.slice(0, 400));
  const outcome = await send(server, 'POST', '/drafts/track', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: `comment_code=${code_in(both.text)}` });
  expect(outcome.text.includes('پیش.pdf') && outcome.text.includes('همراه.pdf'), 'the author sees what came with it');
  expectEqual((await comment({ body: '' }, [{ name: 'attachments', file: 'تنها.pdf', bytes: pdf }])).status, 201, 'a file alone');
  expectEqual((await comment({ body: '' })).status, 422, 'nothing at all');
});

await scenario('bad files are told at their field, and what was kept stays', async () => {
  const cases = [
    ['no kind that is allowed', [{ name: 'attachments', file: 'a.exe', bytes: Buffer.from('MZ\x90\0program') }]],
    ['empty', [{ name: 'attachments', file: 'a.pdf', bytes: Buffer.alloc(0) }]],
    ['too many', Array.from({ length: 6 }, (_, i) => ({ name: 'attachments', file: `${i}.pdf`, bytes: pdf }))],
  ];
  for (const [what, files] of cases) {
    const answer = await comment({}, files);
    expectEqual(answer.status, 422, what);
    expect(/id="attachments-error"/.test(answer.text), `${what}: at the field`);
  }
  const id = await upload('ماند.pdf', pdf);
  const again = await comment({ body: 'x'.repeat(6000), attachments_kept: kept(id, 'ماند.pdf') });
  expectEqual(again.status, 422);
  expect(again.text.includes('ماند.pdf') && again.text.includes(id), 'kept over an answer with mistakes');
  for (const strange of ['nobody:1:x', `${id}:x:%ff`, '"><script>alert(1)</script>:1:x', ':::', 'a b c', 'x'.repeat(9000)]) {
    const answer = await comment({ attachments_kept: strange });
    expect([201, 422].includes(answer.status), `${answer.status} for ${strange.slice(0, 30)}`);
    expect(!answer.text.includes('<script>alert'), 'text stays text');
  }
  expectEqual((await comment({ attachments_kept: 'unknown-id:1:a.pdf' })).status, 422, 'an id that nobody got');
  const taken = await upload('یکی.pdf', pdf);
  expectEqual((await comment({ attachments_kept: kept(taken, 'a.pdf') })).status, 201);
  expectEqual((await comment({ attachments_kept: kept(taken, 'a.pdf') })).status, 422, 'one file belongs to one comment');
});

await scenario('files are read by moderators; by the public when one of them says so', async () => {
  expectEqual((await comment({ body: 'با سند' }, [{ name: 'attachments', file: 'سند.pdf', bytes: pdf }])).status, 201);
  const { page, id } = await waiting();
  const file = page.match(new RegExp(`/staff/drafts/${open.id}/files/([A-Za-z0-9_-]+)`))[1];
  for (const name of roles) {
    const may = ['ravabet', 'hoghoghi', 'riyasat'].includes(name);
    expectEqual((await people[name].get(`/staff/drafts/${open.id}/files/${file}`)).status, may ? 200 : 403, name);
  }
  expect((await send(server, 'GET', `/staff/drafts/${open.id}/files/${file}`)).status !== 200, 'nobody without a session');
  const read = await people.ravabet.get(`/staff/drafts/${open.id}/files/${file}`);
  expect(read.buffer.equals(pdf) && /attachment/.test(read.headers['content-disposition']), 'the bytes as they came, to download');
  expectEqual((await people.ravabet.get(`/staff/drafts/${issued.id}/files/${file}`)).status, 404, 'of another draft');
  const open_file = () => send(server, 'GET', `/drafts/${open.id}/files/${file}`);
  expectEqual((await open_file()).status, 404, 'while it waits');
  expectEqual((await decide('ravabet', id, { verdict: 'published' })).status, 303);
  expectEqual((await open_file()).status, 404, 'published without its files');
  expectEqual((await decide('ravabet', id, { verdict: 'published', files: '1' }, 'published')).status, 303);
  expectEqual((await open_file()).status, 200, 'published with its files');
  const data = (await send(server, 'GET', `/api/v1/drafts/${open.id}`)).json();
  expectEqual(data.published_comments.find((one) => one.text === 'با سند').files.length, 1, 'in the open data');
  expectEqual((await decide('ravabet', id, { verdict: 'held', reason: 'بازبینی' }, 'published')).status, 303);
  expectEqual((await open_file()).status, 404, 'taken back');
  for (const bad of ['x', '..', '%2e%2e%2fetc', `${file}x`]) expectEqual((await send(server, 'GET', `/drafts/${open.id}/files/${bad}`)).status, 404, bad);
});

await scenario('a comment is refused with a reason from the list, which its author reads', async () => {
  const sent = await comment({ body: 'سخن تند' });
  const { id } = await waiting();
  const outcome = () => send(server, 'POST', '/drafts/track', { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: `comment_code=${code_in(sent.text)}` });
  expectEqual((await decide('ravabet', id, { verdict: 'rejected' })).status, 422, 'without any');
  expectEqual((await decide('ravabet', id, { verdict: 'rejected', why: 'nothing-of-the-list' })).status, 422);
  expectEqual((await decide('ravabet', id, { verdict: 'rejected', why: 'insult', reason: 'لطفاً دوباره بنویسید' })).status, 303);
  const text = (await outcome()).text;
  expect(text.includes('توهین یا تهمت به اشخاص دارد؛ لطفاً دوباره بنویسید'), 'list and words');
});

await scenario('documents behind a draft: added and removed while it is prepared, by those who write it', async () => {
  const made = await people.hoghoghi.post('/staff/drafts/new', {
    draft_title: 'با اسناد', kind: 'circular', origin: 'own', unit_id: 'land', purpose: 'آزمون', affects: 'همه', plain_text: 'ماده ۱- متن',
  });
  const draft = made.headers.location.match(/\d+/)[0];
  const add = (who, files) => people[who].files(`/staff/drafts/${draft}/documents`, { nothing: '' }, files);
  for (const name of roles) {
    const may = ['hoghoghi', 'riyasat'].includes(name);
    expectEqual((await add(name, [{ name: 'documents', file: `${name}.pdf`, bytes: pdf }])).status, may ? 303 : 403, name);
  }
  expectEqual((await add('hoghoghi', [])).status, 422, 'none chosen');
  expectEqual((await add('hoghoghi', [{ name: 'documents', file: 'a.exe', bytes: Buffer.from('MZ') }])).status, 422);
  const page = (await people.hoghoghi.get(`/staff/drafts/${draft}`)).text;
  const ids = [...page.matchAll(/documents\/([A-Za-z0-9_-]+)\/remove/g)].map((found) => found[1]);
  expectEqual(ids.length, 2, 'two documents');
  expectEqual((await send(server, 'GET', `/drafts/${draft}/files/${ids[0]}`)).status, 404, 'of a draft that is not public');
  const remove = (who, id) => people[who].post(`/staff/drafts/${draft}/documents/${id}/remove`, {});
  expectEqual((await remove('ravabet', ids[0])).status, 403);
  expectEqual((await remove('hoghoghi', ids[0])).status, 303);
  expectEqual((await remove('hoghoghi', ids[0])).status, 404, 'twice');
  expectEqual((await people.hoghoghi.files(`/staff/drafts/${open.id}/documents`, {}, [{ name: 'documents', file: 'a.pdf', bytes: pdf }])).status, 409, 'an open draft is locked');
});

const invite = (who, fields, id = open.id) => people[who].post(`/staff/drafts/${id}/invitations`, fields);

await scenario('invitations: who may, what is wrong, and nobody twice', async () => {
  const good = { group: 'expert', invited: 'دکتر مهری، 09151112233\nانجمن آبخیزداران, anjoman@mail.example' };
  for (const name of roles) {
    const may = ['ravabet', 'hoghoghi', 'riyasat'].includes(name);
    expectEqual((await people[name].get(`/staff/drafts/${open.id}/invitations`)).status, may ? 200 : 403, `${name} reads`);
    if (!may) expectEqual((await invite(name, good)).status, 403, name);
  }
  expectEqual((await send(server, 'POST', `/staff/drafts/${open.id}/invitations`, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: '' })).status, 401);
  const bad = [
    [{ invited: good.invited }, 'گروه دعوت‌شدگان را برگزینید'],
    [{ group: 'king', invited: good.invited }, 'گروه دعوت‌شدگان را برگزینید'],
    [{ group: 'expert', invited: '  \n ' }, 'دست‌کم یک نفر'],
    [{ group: 'expert', invited: 'بی‌نشانی' }, 'این سطر خوانده نشد'],
    [{ group: 'expert', invited: 'کسی، 0912' }, 'این سطر خوانده نشد: «کسی، ۰۹۱۲»'],
    [{ group: 'expert', invited: '<script>alert(1)</script>، x@' }, '&lt;script&gt;'],
    [{ group: 'expert', invited: Array.from({ length: 201 }, (_, i) => `کس ${i}، 0915${String(1000000 + i)}`).join('\n') }, 'تا ۲۰۰ نفر'],
  ];
  for (const [fields, wanted] of bad) {
    const answer = await invite('ravabet', fields);
    expectEqual(answer.status, 422, wanted);
    expect(answer.text.includes(wanted), wanted);
    expect(!answer.text.includes('<script>alert'), 'text stays text');
  }
  expectEqual((await invite('ravabet', good, issued.id)).status, 409, 'of a draft that is over');
  expectEqual((await invite('ravabet', good, 999999)).status, 404);
  const done = await invite('ravabet', good);
  expectEqual(done.status, 200);
  expect(done.text.includes('برای ۲ نفر') && done.text.includes('09151112233') && done.text.includes('فرستاده شد'), 'sent');
  const again = await invite('ravabet', { group: 'expert', invited: 'دکتر مهری، +989151112233' });
  expect(again.text.includes('برای ۰ نفر'), 'nobody twice');
});

await scenario('an unknown link is a page that says what to do', async () => {
  for (const token of ['x', '%00', 'a'.repeat(3000)]) {
    const answer = await send(server, 'GET', `/drafts/${open.id}/invited/${token}`);
    expect([404, 414, 431].includes(answer.status), `${answer.status}`);
  }
  const sent = await comment({}, [], `/drafts/${open.id}/invited/unknown/comment/a1`);
  expectEqual(sent.status, 201, 'a comment by it counts all the same, as anybody\'s');
});

// --- Pictures

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
};
function png(width, height, extra = []) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x7f);
  for (let y = 0; y < height; y += 1) rows[y * (width * 3 + 1)] = 0;
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), ...extra, chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

const item = (await send(server, 'GET', '/api/v1/news')).json().news.find((one) => one.slug === 'saffron-purchase');
const photo = (bytes, fields = {}) => [{ alt: 'مزرعهٔ زعفران در بامداد', caption: 'قاین', ...fields }, [{ name: 'picture', file: 'a.png', bytes }]];

await scenario('a picture of a news item: two clean sizes, words for those who do not see it, and who may', async () => {
  const good = png(1600, 900, [chunk('tEXt', Buffer.from('Comment\0SECRET-PLACE'))]);
  for (const name of roles) {
    const may = ['ravabet', 'riyasat'].includes(name);
    const answer = await people[name].files(`/staff/news/${item.id}/pictures`, ...photo(good));
    expectEqual(answer.status, may ? 303 : 403, `${name}: ${answer.text.slice(0, 200)}`);
  }
  const page = (await send(server, 'GET', '/news/saffron-purchase')).text;
  const image = page.match(/<img[^>]*alt="مزرعهٔ زعفران در بامداد"[^>]*>/)[0];
  expect(/width="1280" height="720"/.test(image) && /480w/.test(image) && /loading="lazy"/.test(image), image);
  const address = image.match(/src="([^"]+)"/)[1];
  const large = await send(server, 'GET', address);
  const small = await send(server, 'GET', `${address}-small`);
  for (const [what, answer] of [['large', large], ['small', small]]) {
    expectEqual(answer.status, 200, what);
    expectEqual(answer.headers['content-type'], 'image/jpeg', what);
    expectEqual(answer.headers['x-content-type-options'], 'nosniff', what);
    expect(!answer.buffer.includes('SECRET-PLACE'), `${what}: nothing of its notes`);
  }
  expect(small.buffer.length < large.buffer.length, 'the small one is smaller');
  const data = (await send(server, 'GET', `/api/v1/news/${item.id}`)).json();
  expectEqual([data.pictures[0].alt, data.pictures[0].width, data.pictures[0].height], ['مزرعهٔ زعفران در بامداد', 1280, 720]);
  for (const bad of ['x', '..%2f..', `${address.split('/').at(-1)}-huge`]) expectEqual((await send(server, 'GET', `/news/saffron-purchase/pictures/${bad}`)).status, 404, bad);
});

await scenario('hostile and unfit pictures are refused with words that help', async () => {
  const broken = png(800, 600).subarray(0, 400);
  const cases = [
    [png(1000, 800), { alt: '' }, 422, 'آنچه را در تصویر دیده می‌شود بنویسید'],
    [png(1000, 800), { alt: 'x'.repeat(301) }, 422, 'در ۳۰۰ نویسه'],
    [pdf, {}, 422, 'تصویر JPEG یا PNG نیست'],
    [broken, {}, 422, 'خراب است'],
    [png(120, 800), {}, 422, 'کوچک است'],
    [png(7000, 6000), {}, 413, '۴۰ میلیون نقطه'],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), {}, 422, ''],
    [randomBytes(5000), {}, 422, ''],
  ];
  for (const [bytes, fields, status, wanted] of cases) {
    const answer = await people.ravabet.files(`/staff/news/${item.id}/pictures`, ...photo(bytes, fields));
    expectEqual(answer.status, status, `${wanted}: ${answer.text.slice(0, 200)}`);
    expect(answer.text.includes(wanted), wanted);
  }
  expectEqual((await people.ravabet.files(`/staff/news/${item.id}/pictures`, { alt: 'بی تصویر' }, [])).status, 422, 'none chosen');
  const shown = await people.ravabet.files(`/staff/news/${item.id}/pictures`, ...photo(png(400, 300), { alt: '"><script>alert(1)</script>' }));
  expectEqual(shown.status, 303);
  expect(!(await send(server, 'GET', '/news/saffron-purchase')).text.includes('<script>alert'), 'words stay words');
});

await scenario('a picture is removed by those who keep the news, and of hidden items there is none', async () => {
  const page = (await people.ravabet.get(`/staff/news/${item.id}`)).text;
  const id = page.match(/pictures\/([A-Za-z0-9_-]+)\/remove/)[1];
  const remove = (who) => people[who].post(`/staff/news/${item.id}/pictures/${id}/remove`, {});
  expectEqual((await remove('karshenas')).status, 403);
  expectEqual((await people.karshenas.get(`/staff/news/${item.id}/pictures/${id}`)).status, 403);
  expectEqual((await people.ravabet.get(`/staff/news/${item.id}/pictures/${id}`)).status, 200);
  expectEqual((await remove('ravabet')).status, 303);
  expectEqual((await remove('ravabet')).status, 404);
  expectEqual((await send(server, 'GET', `/news/saffron-purchase/pictures/${id}`)).status, 404);
});

await scenario('the link stands in the message alone, knows the group and nothing else, and staff see that it was used', async () => {
  const done = await invite('hoghoghi', { group: 'professional_body', invited: 'خانهٔ کشاورز؛ khaneh@mail.example' });
  expect(done.text.includes('برای ۱ نفر'), done.text.slice(0, 300));
  const text = outbox("address = 'khaneh@mail.example'");
  expect(text.includes('خانهٔ کشاورز گرامی') && text.includes(open.title), text);
  const link = text.match(/https?:\/\/\S+/)[0];
  expect(link.startsWith(`http://127.0.0.1:${server.port}/drafts/${open.id}/invited/`), link);
  const path = new URL(link).pathname;
  const token = path.split('/').at(-1);
  const page = await send(server, 'GET', path);
  expectEqual(page.status, 200);
  expect(page.text.includes('گروه: تشکل صنفی یا حرفه‌ای'), 'the group is named');
  expect(/<option value="professional_body" selected/.test(page.text), 'and chosen');
  for (const secret of ['خانهٔ کشاورز', 'khaneh@mail.example']) expect(!page.text.includes(secret), `not ${secret}`);
  expectEqual((await send(server, 'GET', `/drafts/${issued.id}/invited/${token}`)).status, 404, 'of another draft');
  const guests = async () => (await people.ravabet.get(`/staff/drafts/${open.id}/invitations`)).text;
  // Written down a little later: nobody waits for it.
  let opened = false;
  for (let tries = 0; tries < 30 && !opened; tries += 1) {
    opened = /پیوند را در [^<]+ گشود/.test(await guests());
    if (!opened) await new Promise((done) => setTimeout(done, 100));
  }
  expect(opened, 'staff see that it was opened');
  const wrong = await comment({ body: '' }, [], `${path}/comment/a1`);
  expectEqual(wrong.status, 422);
  expect(wrong.text.includes(`action="${path}/comment/a1"`), 'the form stays on the link');
  expectEqual((await comment({ commenter_group: 'professional_body', organisation: 'خانهٔ کشاورز' }, [], `${path}/comment/a1`)).status, 201);
  expect((await guests()).includes('نظر داد'), 'staff see that it was used');
});

await scenario('nobody can make a link: what is stored is a hash of it', async () => {
  const token = outbox("address = 'khaneh@mail.example'").match(/invited\/(\S+)/)[1];
  const rows = execFileSync('sqlite3', [join(server.data, 'hamandish.db'), 'SELECT hex(token) FROM draft_invitations'], { encoding: 'utf8' });
  expect(!rows.includes(Buffer.from(token).toString('hex').toUpperCase()), 'not the token itself');
  expectEqual((await send(server, 'GET', `/drafts/${open.id}/invited/${rows.split('\n')[0].toLowerCase()}`)).status, 404);
});

await server.stop();
finish();
