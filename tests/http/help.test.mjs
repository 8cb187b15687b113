// The pages that help a reader find their way: each opens, names what it says, and a search finds what the public may read
// and nothing else. A unit is a contact for a telephone.
import { expect, expectEqual, finish, scenario, send, startTestServer } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const profile = (await send(server, 'GET', '/api/v1/profile')).json();
const page = async (path) => send(server, 'GET', path);

await scenario('every page of the footer opens and is linked from the site map', async () => {
  const map = (await page('/sitemap')).text;
  for (const [path, heading] of [['/faq', 'پرسش‌های پرتکرار'], ['/service-levels', 'سطح خدمت'], ['/privacy', 'حریم خصوصی'], ['/search', 'جست‌وجو در پایگاه']]) {
    const answer = await page(path);
    expectEqual(answer.status, 200, path);
    expect(answer.text.includes(`>${heading}</h1>`), path);
    expect(map.includes(`href="${path}"`), `the map leads to ${path}`);
  }
  for (const kind of profile.kinds) expect(map.includes(`href="/desk/new/${kind.id}"`), kind.id);
});

const post = (path, fields) => send(server, 'POST', path, { body: new URLSearchParams(fields).toString(), headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
const find = async (words) => {
  const sent = await post('/search', { words });
  expectEqual(sent.status, 303, words);
  const answer = await page(sent.headers.location);
  expectEqual(answer.status, 200, words);
  return { location: sent.headers.location, text: answer.text };
};

await scenario('a search finds units, questions, drafts, news and pages in any spelling', async () => {
  const cases = [
    ['قنات', 'href="/faq#faq-qanat-dredging"'],
    ['لايروبي قنات', 'href="/faq#faq-qanat-dredging"'],
    ['حوزه ریاست', 'href="/contact/head-office"'],
    ['05632400707', 'href="/contact/head-office"'],
    ['۰۵۶۳۲۴۰۰۷۰۷', 'href="/contact/head-office"'],
    ['زعفران', 'href="/news/'],
    ['پیش نویس', 'href="/drafts"'],
    ['کد رهگیری', 'href="/track"'],
  ];
  for (const [words, wanted] of cases) {
    const { text } = await find(words);
    expect(text.includes(wanted), `${words}: ${wanted}`);
  }
  const draft = (await page('/api/v1/drafts')).json();
  const first = (draft.drafts ?? draft.items ?? draft)[0];
  expect((await find(first.title)).text.includes(`href="/drafts/${first.id}"`), 'a draft by its title');
});

await scenario('a search finds surveys, the words of clauses, and how old a page is stands on it', async () => {
  const survey = (await page('/api/v1/surveys')).json().open[0];
  expect((await find(survey.title)).text.includes(`href="/surveys/${survey.id}"`), 'a survey by its title');
  const open = (await page('/api/v1/drafts')).json().drafts[0];
  const clause = (await page(`/api/v1/drafts/${open.id}`)).json().clauses.at(-1).text.split(/[\s،.]+/).filter((one) => one.length > 3).slice(0, 4).join(' ');
  expect((await find(clause)).text.includes(`href="/drafts/${open.id}"`), `a draft by the words of its last clause: ${clause}`);
  for (const path of ['/faq', '/privacy', '/service-levels', '/contact', '/contact/head-office', '/strategy']) {
    expect(/آخرین به‌روزرسانی: [^<]*۱۴\d*[۰-۹]/.test((await page(path)).text), path);
  }
});

await scenario('what is not public is not found, and nothing typed becomes markup', async () => {
  const nothing = (await find('ناموجودترین')).text;
  expect(nothing.includes('چیزی با این واژه‌ها پیدا نشد'), 'says so');
  const hostile = await find('<script>alert(1)</script> قنات/../x?y#z%20');
  expect(!hostile.text.includes('<script>alert'), 'stays text');
  expect(/^\/search\/[A-Za-z0-9%._-]+$/.test(hostile.location), hostile.location);
  for (const words of ['', '   ', '؟!']) {
    const answer = await post('/search', { words });
    expectEqual(answer.status, 422, words);
    expect(answer.text.includes('چیزی برای جست‌وجو ننوشته‌اید') && answer.text.includes('href="#words"'), 'says what to do');
  }
  expectEqual((await page('/search/a/b')).status, 404);
  expect((await page(`/search/${encodeURIComponent('آ'.repeat(2000))}`)).status < 500, 'a long one');
});

await scenario('the directory has a search of its own, which finds a unit by its name and by its manager', async () => {
  expect((await page('/contact')).text.includes('action="/contact"'), 'a form');
  for (const [words, unit, other] of [['حوزه ریاست', 'head-office', 'soil-water'], ['خاک', 'soil-water', 'head-office'], ['05632400707', 'head-office', 'soil-water']]) {
    const asked = await post('/contact', { words });
    expectEqual(asked.status, 303);
    expect(asked.headers.location.startsWith('/contact?q='), asked.headers.location);
    const found = await page(asked.headers.location);
    expect(found.text.includes(`href="/contact/${unit}"`) && !found.text.includes(`href="/contact/${other}"`), `${words} finds ${unit}`);
  }
  const nothing = await page((await post('/contact', { words: 'ناموجودترین' })).headers.location);
  expect(nothing.text.includes('واحدی برای «ناموجودترین» پیدا نشد') && nothing.text.includes('href="/search/'), 'the way on');
  const empty = await page((await post('/contact', { words: ' ' })).headers.location);
  expect(empty.text.includes('نام واحد، مسئول یا کار را بنویسید') && empty.text.includes('href="#unit-soil-water"'), 'all of them, and what to write');
  expectEqual((await page('/contact?q=%FF')).status, 200);
});

await scenario('a unit is a page and a contact; another one is not found', async () => {
  const unit = profile.units.find((one) => one.id === 'head-office');
  const answer = await page('/contact/head-office');
  expectEqual(answer.status, 200);
  expect(answer.text.includes(`>${unit.name}</h1>`), 'its name');
  expect(answer.text.includes('href="tel:05632400707"') && answer.text.includes('href="mailto:head-office@'), 'to call and to write');
  const card = await page('/contact/head-office/contact.vcf');
  expectEqual(card.status, 200);
  expect(card.headers['content-type'].startsWith('text/vcard'), 'a vCard');
  expect(card.text.startsWith('BEGIN:VCARD\r\nVERSION:3.0\r\n') && card.text.includes('TEL;TYPE=WORK,VOICE:05632400707'), 'its number');
  expectEqual((await page('/contact/nowhere')).status, 404);
  expectEqual((await page('/contact/nowhere/contact.vcf')).status, 404);
  const printed = await page('/contact/head-office/card.pdf');
  expectEqual([printed.status, printed.headers['content-type'], printed.buffer.subarray(0, 5).toString()], [200, 'application/pdf', '%PDF-']);
  expect(answer.text.includes('href="/contact/head-office/card.pdf"'), 'the unit\'s page leads to its card');
  expectEqual((await page('/contact/nowhere/card.pdf')).status, 404);
  const directory = (await page('/contact')).text;
  for (const one of profile.units) expect(directory.includes(`href="/contact/${one.id}"`), one.id);
  expect(directory.includes('href="sms:') && directory.includes('href="tel:'), 'the numbers can be touched');
});

await server.stop();
finish();
