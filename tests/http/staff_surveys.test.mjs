// Surveys of staff over HTTP: every page and form with every role; built, opened, changed, closed; personal links, closed cases,
// files; results and what can be taken away.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { complaint, expect, expectEqual, expectError, finish, freshKey, multipart, picture, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';
import { form, formIn, visitor, walkThrough } from './support/surveys.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const api = (method, path, options) => send(server, method, `/api/v1/surveys${path}`, options);
const open = (await api('GET', '')).json().open.find((one) => one.access === 'device');
const posting = (session, fields) => form(fields, { Cookie: session.cookie, 'X-CSRF-Token': session.csrf });
const staffGet = (session, path) => send(server, 'GET', path, { headers: { Cookie: session.cookie } });
const keeper = await signIn(server, 'ravabet');
const editionOf = async (id) => (await staffGet(keeper, `/staff/surveys/${id}/settings`)).text.match(/name="version"[^>]* value="(\d+)"/)[1];
// Forms that write bring the version with them, those of one button in their address.
async function change(id, room, fields = {}, session = keeper) {
  const version = await editionOf(id);
  const writes = /^(settings|add\/\w+|questions\/\w+)$/.test(room);
  return send(server, 'POST', `/staff/surveys/${id}/${room}${writes ? '' : `/v${version}`}`, posting(session, { ...(writes && { version }), ...fields }));
}
async function make(which = 'empty') {
  const made = await send(server, 'POST', `/staff/surveys/new/${which}`, posting(keeper, {}));
  expectEqual(made.status, 303, made.text.slice(0, 300));
  return Number(made.headers.location.split('/').pop());
}
const settings = { survey_title: 'نظرسنجی آزمون', access: 'device', anonymous: '1' };

await scenario('staff pages ask for a session, and each role gets what its table says', async () => {
  expect((await send(server, 'GET', '/staff/surveys')).text.includes('نام کاربری'), 'the login form');
  const roles = { karshenas: 403, hoghoghi: 403, telefon: 403, admin: 403, modir: 200, fanavari: 200, ravabet: 200, riyasat: 200 };
  for (const [name, status] of Object.entries(roles)) {
    const session = await signIn(server, name);
    for (const path of ['', `/${open.id}`, `/${open.id}/results`, `/${open.id}/csv`, `/${open.id}/cross`, `/${open.id}/texts/q17`, `/${open.id}/preview`]) {
      expectEqual((await staffGet(session, `/staff/surveys${path}`)).status, status, `${name} ${path}`);
    }
    const keeps = ['ravabet', 'riyasat'].includes(name);
    expectEqual((await staffGet(session, `/staff/surveys/${open.id}/settings`)).status, keeps ? 200 : 403, `${name} settings`);
    expectEqual((await send(server, 'POST', '/staff/surveys/new/empty', posting(session, {}))).status, keeps ? 303 : 403, `${name} makes one`);
  }
  for (const path of ['/0', '/x', '/999', `/${open.id}/nothing`, `/${open.id}/questions/zz`, `/${open.id}/add/zz`, `/${open.id}/texts/q1`, '/999/results']) {
    expectEqual((await staffGet(keeper, `/staff/surveys${path}`)).status, 404, path);
  }
});

await scenario('a survey is built, opened, answered, edited without changing under people’s feet, closed', async () => {
  const id = await make();
  expectEqual((await change(id, 'do/open')).status, 422, 'nothing is asked yet');
  for (const [kind, fields] of [['yes_no', { text: 'آمدید؟', required: '1' }], ['single', { text: 'چرا؟', choices: 'دور بود\nدیر بود', other: '1',
    show_1_subject: 'q1', show_1_test: 'is', show_1_value: 'خیر' }], ['short_text', { text: 'گفتید {q1}؛ نام روستا؟' }]]) {
    const added = await change(id, `add/${kind}`, fields);
    expectEqual(added.status, 303, `${kind}: ${added.text.match(/id="errors"[\s\S]{0,400}/)?.[0]}`);
  }
  expectEqual((await change(id, 'settings', { ...settings, closes_day: '۱۴۲۰/۰۱/۰۱' })).status, 303);
  expect((await staffGet(keeper, `/staff/surveys/${id}/preview`)).text.includes('آمدید؟'), 'the preview');
  expectEqual((await api('GET', `/${id}`)).status, 404, 'a draft is nobody’s to answer');
  expectEqual((await change(id, 'do/open')).status, 303);
  const one = await visitor(server, `/surveys/${id}`);
  expect(one.page.text.includes('آمدید؟') && !one.page.text.includes('چرا؟'), 'the condition hides');
  await one.press('next', { q1: 'no' });
  expect(one.page.text.includes('چرا؟') && one.page.text.includes('گفتید خیر؛'), 'the condition shows, the answer stands in the text');
  // Meanwhile the survey is changed.
  expectEqual((await change(id, 'questions/q2/remove')).status, 303);
  expect((await staffGet(keeper, `/staff/surveys/${id}`)).text.includes('نسخهٔ پیشین'), 'not published yet');
  expect((await send(server, 'GET', `/api/v1/surveys/${id}`)).json().survey.questions.length === 3, 'people see what they saw');
  expectEqual((await change(id, 'do/publish')).status, 303);
  expectEqual((await api('GET', `/${id}`)).json().form, 2);
  const sent = await one.press('next', { q2: 'other', q2_other_text: 'خستگی', q3: 'سیوجان' });
  expectEqual(sent.status, 303, 'who began with the first form ends with it');
  const csv = await staffGet(keeper, `/staff/surveys/${id}/csv`);
  expect(csv.buffer.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) && csv.text.includes('سیوجان'), 'UTF-8 with its mark');
  expectEqual((await change(id, 'do/close')).status, 303);
  expectEqual((await change(id, 'do/close')).status, 409);
  expect((await send(server, 'GET', `/surveys/${id}`)).text.includes('اکنون باز نیست'));
  expectEqual((await send(server, 'GET', `/surveys/${id}/results`)).status, 404, 'not published');
});

await scenario('bad questions: each mistake at its field', async () => {
  const id = await make();
  expectEqual((await change(id, 'add/single', { text: 'یک', choices: 'الف\nب' })).status, 303);
  const thousand = Array.from({ length: 1000 }, (_, index) => `گزینه ${index}`).join('\n');
  for (const [kind, fields, field] of [
    ['single', { text: '', choices: 'الف\nب' }, 'text'],
    ['single', { text: 'دو', choices: thousand }, 'choices'],
    ['single', { text: 'دو', choices: 'الف\nالف' }, 'choices'],
    ['matrix', { text: 'دو', choices: 'الف\nب', rows: '' }, 'rows'],
    ['scale', { text: 'دو', lowest: '۵', highest: '۱' }, 'lowest'],
    ['number', { text: 'دو', least: 'پنج' }, 'least'],
    ['yes_no', { text: 'دو {q9}' }, 'text'],
    ['yes_no', { text: 'دو', show_1_subject: 'q9', show_1_test: 'answered' }, 'show_1_subject'],
    ['yes_no', { text: 'دو', show_1_subject: 'q1', show_1_test: 'is', show_1_value: 'ج' }, 'show_1_subject'],
    ['yes_no', { text: 'دو', show_1_subject: 'q1', show_1_test: 'is', show_1_value: 'الف', show_3_join: 'and', show_3_subject: 'q1', show_3_test: 'is', show_3_value: 'ب' }, 'show_3_subject'],
  ]) {
    const answer = await change(id, `add/${kind}`, fields);
    expectEqual(answer.status, 422, `${kind} ${field}`);
    expect(answer.text.includes(`href="#${field}"`) && answer.text.includes(`id="${field}-error"`), `${kind} ${field}`);
  }
  expectEqual((await change(id, 'add/yes_no', { text: 'دو', show_1_subject: 'q1', show_1_test: 'is', show_1_value: 'الف' })).status, 303);
  const blocked = await change(id, 'questions/q1/remove');
  expectEqual(blocked.status, 409, 'another question depends on it');
  expect(blocked.text.includes('وابسته'), 'says why');
  expectEqual((await change(id, 'questions/q2/up')).status, 409, 'before what it depends on');
  expectEqual((await change(id, 'questions/q1/sideways')).status, 404);
  const nameless = await make();
  expectEqual((await change(nameless, 'add/yes_no', { text: 'راضی بودید؟' })).status, 303);
  const open = await change(nameless, 'do/open');
  expect(open.status === 409 && open.text.includes('نام خود را ندارد'), 'what is called «new survey» does not go public');
  const stale = await send(server, 'POST', `/staff/surveys/${id}/add/yes_no`, posting(keeper, { text: 'سه', version: '1' }));
  expectEqual(stale.status, 409, 'somebody else has changed it');
  expectEqual((await send(server, 'POST', `/staff/surveys/${id}/add/yes_no`, form({ text: 'سه', version: '1' }, { Cookie: keeper.cookie }))).status, 403, 'no token');
  for (const [fields, field] of [[{ survey_title: ' ' }, 'survey_title'], [{ opens_day: 'x' }, 'opens_day'], [{ opens_time: '8:00' }, 'opens_day'],
    [{ opens_day: '1405/01/01', opens_time: '25:00' }, 'opens_time'], [{ quota: 'x' }, 'quota']]) {
    const answer = await change(id, 'settings', { ...settings, ...fields });
    expectEqual(answer.status, 422, field);
    expect(answer.text.includes(`id="${field}-error"`), field);
  }
});

await scenario('personal links: one answer each; a closed case; quota; opening time', async () => {
  const id = await make();
  await change(id, 'add/yes_no', { text: 'خوب بود؟', required: '1' });
  expectEqual((await change(id, 'settings', { ...settings, access: 'link', quota: '۲' })).status, 303);
  await change(id, 'do/open');
  expectEqual((await change(id, 'links', { links: '۳' })).status, 303);
  expectEqual((await change(id, 'links', { links: '2' })).status, 422, 'never fewer');
  const links = [...(await staffGet(keeper, `/staff/surveys/${id}/links`)).text.matchAll(/href="(\/surveys\/\d+\/link\/[\w-]+)"/g)].map(([, link]) => link);
  expectEqual(links.length, 3);
  expect((await send(server, 'GET', `/surveys/${id}`)).text.includes('پیوند شخصی'), 'not without a link');
  expect(!formIn((await send(server, 'GET', `${links[0].slice(0, -2)}AA`)).text), 'not with a forged one');
  const first = await visitor(server, links[0]);
  expectEqual((await first.press('next', { q1: 'yes' })).status, 303);
  expect((await send(server, 'GET', links[0])).text.includes('پیش‌تر'), 'once');
  const second = await visitor(server, links[1]);
  const third = await visitor(server, links[2]);
  expectEqual((await second.press('next', { q1: 'no' })).status, 303);
  expectEqual((await third.press('next', { q1: 'no' })).status, 409, 'the quota');
  const cases = await make();
  await change(cases, 'add/yes_no', { text: 'خوب بود؟', required: '1' });
  await change(cases, 'settings', { ...settings, access: 'closed_case' });
  await change(cases, 'do/open');
  expect((await send(server, 'GET', `/surveys/${cases}`)).text.includes('کد رهگیری'), 'asks for the code');
  expectEqual((await send(server, 'POST', `/surveys/${cases}/case`, form({ tracking_code: '123', mobile_last4: '1' }))).status, 422);
  const later = await make();
  await change(later, 'add/yes_no', { text: 'خوب بود؟' });
  await change(later, 'settings', { ...settings, opens_day: '1430/01/01' });
  await change(later, 'do/open');
  expect(!formIn((await send(server, 'GET', `/surveys/${later}`)).text), 'its day has not come');
});

await scenario('a file among the answers: kept while the form goes on, read by staff alone', async () => {
  const id = await make();
  await change(id, 'add/file', { text: 'عکس زمین', required: '1' });
  await change(id, 'settings', { ...settings, access: 'open' });
  await change(id, 'do/open');
  const page = await send(server, 'GET', `/surveys/${id}`);
  expect(/enctype="multipart\/form-data"/.test(page.text), 'the browser sends the form itself');
  const post = (from, files) => {
    const { fields, press } = formIn(from.text);
    return send(server, 'POST', `/surveys/${id}`, multipart({ ...fields, press: files.length ? 'stay.0.1.q1' : press.next }, files));
  };
  expectEqual((await post(page, [])).status, 422, 'it is needed');
  const script = await post(page, [{ name: 'q1', file: 'a.png', bytes: Buffer.from('<script>alert(1)</script>') }]);
  expect(script.status === 422 && script.text.includes('id="q1-error"'), 'by its content, not its name');
  const stored = await post(page, [{ name: 'q1', file: 'زمین.png', bytes: picture.buffer }]);
  expect(stored.status === 200 && stored.text.includes('فایل رسید'), stored.text.slice(0, 300));
  expectEqual((await post(stored, [])).status, 303);
  const texts = await staffGet(keeper, `/staff/surveys/${id}/texts/q1`);
  const address = texts.text.match(/href="(\/staff\/surveys\/\d+\/files\/[\w-]+)"/)[1];
  const file = await staffGet(keeper, address);
  expect(file.buffer.equals(picture.buffer) && file.headers['content-disposition'].startsWith('attachment'), 'the same bytes');
  expectEqual((await send(server, 'GET', address)).status, 401, 'for staff alone');
  const forged = await api('POST', `/${id}/responses`, { headers: { 'Idempotency-Key': freshKey() }, json: { answers: { q1: 'nothing' } } });
  expectError(forged, 422, { fields: ['q1'] });
});

await scenario('from the page of one’s own answered case: about its unit, once', async () => {
  const sent = await submit(server, complaint());
  expectEqual(sent.status, 201, sent.text);
  const { tracking_code } = sent.json();
  const look = () => send(server, 'POST', '/track', form({ tracking_code, mobile_last4: '4567' }));
  expect(!(await look()).text.includes('/surveys/after/'), 'not while it is open');
  const head = await signIn(server, 'riyasat');
  const found = (await head.call('GET', `/api/v1/staff/cases?q=${tracking_code}`)).json().cases[0];
  const { version } = (await head.call('GET', `/api/v1/staff/cases/${found.id}`)).json();
  expectEqual((await head.call('POST', `/api/v1/staff/cases/${found.id}/replies`, { text: 'انجام شد.', version })).status, 201);
  const after = (await look()).text.match(/href="(\/surveys\/after\/[^"]+)"/)?.[1];
  const go = await send(server, 'GET', after);
  expectEqual(go.status, 303);
  expect(go.headers.location.startsWith(`/surveys/${open.id}/case/`), go.headers.location);
  const one = await visitor(server, go.headers.location);
  expect(one.page.text.includes('این پاسخ‌ها دربارهٔ واحد') && !one.page.text.includes('name="answer_unit"'), 'the case says which unit');
  expectEqual((await walkThrough(one)).status, 303);
  expect((await send(server, 'GET', go.headers.location)).text.includes('پیش‌تر'), 'once for a case');
  expectEqual((await send(server, 'GET', '/surveys/after/AAAA')).status, 401, 'a forged token');
  const whole = await send(server, 'POST', `/surveys/${open.id}/case`, form({ tracking_code, mobile_last4: '0000' }));
  expect(whole.status >= 400, 'the second factor');
});

await scenario('results: filters, a cross table that adds up, texts that can be searched, downloads', async () => {
  const results = await staffGet(keeper, `/staff/surveys/${open.id}/results`);
  expect(results.text.includes('role="img"') && results.text.includes('بازهٔ ۹۵ درصد'), 'bars, means, intervals');
  const go = await send(server, 'POST', `/staff/surveys/${open.id}/results`, posting(keeper, { filter_unit: 'extension', filter_from: '۱۴۰۵/۰۱/۰۱' }));
  expectEqual(go.headers.location, `/staff/surveys/${open.id}/results/extension/-/1405-01-01/-`);
  const narrowed = await staffGet(keeper, go.headers.location);
  expect(narrowed.status === 200 && narrowed.text !== results.text, 'fewer');
  expectEqual((await send(server, 'POST', `/staff/surveys/${open.id}/results`, posting(keeper, { filter_from: 'دیروز' }))).status, 422);
  const cross = await staffGet(keeper, `/staff/surveys/${open.id}/cross/q13/q15`);
  const table = cross.text.match(/<table id="cross-table"[\s\S]*?<\/table>/)[0];
  const number = (text) => Number([...text].map((digit) => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)).filter((digit) => digit >= 0).join(''));
  const rows = [...table.match(/<tbody[\s\S]*/)[0].matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) => [...row.matchAll(/<p[^>]*>([^<]*)<\/p>/g)].slice(1).map(([, cell]) => number(cell)));
  for (const row of rows) expectEqual(row.slice(0, -1).reduce((sum, one) => sum + one, 0), row.at(-1), 'a row');
  expectEqual(rows.slice(0, -1).reduce((sum, row) => sum + row.at(-1), 0), rows.at(-1).at(-1), 'the sums');
  expect(rows.at(-1).at(-1) > 100, 'a few hundred');
  const search = await send(server, 'POST', `/staff/surveys/${open.id}/texts/q17`, posting(keeper, { search_words: 'كارشناس' }));
  const found = await staffGet(keeper, search.headers.location);
  expect(found.text.includes('دهستان') && !found.text.includes('یک‌جا'), 'other spellings, and only these');
  for (const hex of ['zz', 'fffe', '-', 'd8']) expectEqual((await staffGet(keeper, `/staff/surveys/${open.id}/texts/q17/${hex}`)).status, 200, hex);
  // Both are narrowed as the results are, and stay so when something else is asked.
  const tail = go.headers.location.split('/results')[1];
  const [crossLink] = narrowed.text.match(/\/staff\/surveys\/\d+\/cross[^"]*/);
  expectEqual(crossLink, `/staff/surveys/${open.id}/cross/-/-${tail}`);
  const asked = await send(server, 'POST', `/staff/surveys/${open.id}/cross`, posting(keeper, { cross_row: 'q13', cross_column: 'q15', filter_unit: 'extension', filter_service: '', filter_from: '1405-01-01', filter_to: '' }));
  expectEqual(asked.headers.location, `/staff/surveys/${open.id}/cross/q13/q15${tail}`);
  const sumOf = (text) => number(text.match(/<table id="cross-table"[\s\S]*?<\/table>/)[0].match(/<tr(?:(?!<tr)[\s\S])*$/)[0].match(/<p[^>]*>([^<]*)<\/p>(?:(?!<p)[\s\S])*$/)[1]);
  const smallCross = await staffGet(keeper, asked.headers.location);
  expect(smallCross.text.includes('تنها واحد'), 'the page says so');
  const answersThere = async (filter) => {
    const lines = (await staffGet(keeper, `/staff/surveys/${open.id}/csv${filter}`)).text.trim().split('\r\n');
    return lines.length - 1;
  };
  expect(sumOf(smallCross.text) > 0 && sumOf(smallCross.text) <= (await answersThere(tail)), 'at most one pair for each answer');
  // The units together are the whole, and so are two times.
  const units = [...results.text.match(/<select[^>]*id="filter_unit"[\s\S]*?<\/select>/)[0].matchAll(/value="([^"]+)"/g)].map(([, id]) => id);
  let together = 0;
  for (const unit of units) together += sumOf((await staffGet(keeper, `/staff/surveys/${open.id}/cross/q13/q15/${unit}/-/-/-`)).text);
  expectEqual(together, rows.at(-1).at(-1), 'all units');
  const before = sumOf((await staffGet(keeper, `/staff/surveys/${open.id}/cross/q13/q15/-/-/-/1405-06-15`)).text);
  const since = sumOf((await staffGet(keeper, `/staff/surveys/${open.id}/cross/q13/q15/-/-/1405-06-16/-`)).text);
  expectEqual(before + since, rows.at(-1).at(-1), 'all days');
  const someTexts = await staffGet(keeper, `/staff/surveys/${open.id}/texts/q17/-/0${tail}`);
  expect(someTexts.text.includes('تنها واحد') && someTexts.text.includes('id="texts"'), 'texts of that unit');
  const notes = [...someTexts.text.matchAll(/<span id="texts-\d+-note">([^<]*)</g)].map(([, note]) => note);
  expect(notes.length > 0 && notes.every((note) => note.includes('ترویج')), `of that unit alone: ${notes.slice(0, 3)}`);
  for (const room of ['cross/q13/q15', 'texts/q17/-/0']) expectEqual((await staffGet(keeper, `/staff/surveys/${open.id}/${room}/-/-/yesterday/-`)).status, 404);
  const csv = (await staffGet(keeper, `/staff/surveys/${open.id}/csv`)).text;
  expect(!/[۰-۹]{4}\//.test(csv) && /\r\n\"\d+\",\"14\d\d\/\d\d\/\d\d\",/.test(csv), `digits for programs: ${csv.slice(0, 600)}`);
  expectEqual(csv.trim().split('\r\n').length - 1, (await api('GET', `/${open.id}`)).json().answers, 'a line for each answer');
  // What is taken along is narrowed as the page is.
  const part = go.headers.location.split('/results')[1];
  for (const kind of ['csv', 'xlsx', 'pdf']) expect(narrowed.text.includes(`href="/staff/surveys/${open.id}/${kind}${part}"`), kind);
  const fewer = (await staffGet(keeper, `/staff/surveys/${open.id}/csv${part}`)).text.trim().split('\r\n').slice(1);
  expectEqual(fewer.length, number(narrowed.text.match(/id="answers-heading"[^>]*>([^<]+)</)[1]), 'as many as the page says');
  expect(fewer.length > 0 && fewer.every((line) => line.includes('ترویج')), 'of that unit alone');
  const readPdf = async (path) => execFileSync('pdftotext', ['-layout', '-', '-'], { input: (await staffGet(keeper, path)).buffer }).toString().normalize('NFKC');
  expect((await readPdf(`/staff/surveys/${open.id}/pdf${part}`)).includes('تنها'), 'the PDF says so');
  expect(!(await readPdf(`/staff/surveys/${open.id}/pdf`)).includes('تنها واحد'), 'and the whole one does not');
  expectEqual((await staffGet(keeper, `/staff/surveys/${open.id}/csv/-/-/yesterday/-`)).status, 404);
  expectEqual((await staffGet(keeper, `/staff/surveys/${open.id}/pdf/-/-/-/-`)).status, 200);
  const pdf = await staffGet(keeper, `/staff/surveys/${open.id}/pdf`);
  expect(pdf.status === 200 && pdf.buffer.subarray(0, 5).toString() === '%PDF-', 'a PDF');
  for (const kind of ['csv', 'xlsx', 'pdf']) expectEqual((await staffGet(keeper, `/staff/surveys/999/${kind}`)).status, 404, kind);
  expectEqual((await staffGet(keeper, `/staff/surveys/${open.id}/files/x`)).status, 404);
});

await scenario('the spreadsheet says what the screen counts, with real numbers and days, from right to left', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'survey-xlsx-'));
  const file = join(scratch, 'survey.xlsx');
  writeFileSync(file, (await staffGet(keeper, `/staff/surveys/${open.id}/xlsx`)).buffer);
  // Another library than the one that wrote it.
  const [counts, responses] = JSON.parse(execFileSync('/usr/bin/python3', ['-c', `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
plain = lambda value: value.isoformat()[:10] if hasattr(value, 'isoformat') else value
print(json.dumps([{'rtl': bool(sheet.sheet_view.rightToLeft), 'head': int(sheet.freeze_panes[1:]) - 1,
  'rows': [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]} for sheet in book.worksheets]))`, file], { maxBuffer: 1 << 28 }).toString());
  rmSync(scratch, { recursive: true });
  expect(counts.rtl && responses.rtl, 'both from right to left');
  const lines = responses.rows.slice(responses.head);
  expectEqual(lines.length, (await api('GET', `/${open.id}`)).json().answers, 'a line for each answer');
  expect(lines.every((line) => Number.isInteger(line[0]) && /^[۰-۹]{4}\/[۰-۹]{2}\/[۰-۹]{2}$/.test(line[1]) && /^\d{4}-\d\d-\d\d$/.test(line[2])), 'number, Jalali and real day');
  const heads = responses.rows[responses.head - 1];
  let compared = 0;
  for (const [question, choice, count, share] of counts.rows.slice(counts.head)) {
    const column = heads.indexOf(question);
    const answers = column < 0 ? [] : lines.map((line) => line[column]).filter((one) => one !== null && one !== '');
    const one = answers.filter((answer) => answer === choice).length;
    if (one === 0 || share === null) continue;
    compared += 1;
    expectEqual(count, one, `${question}: ${choice}`);
    expect(share > 0 && share <= 1 && Math.abs(share - one / answers.length) < 0.006, `${question}: ${choice}: ${share}`);
  }
  expect(compared > 10, `${compared} counts compared with the lines`);
});

await scenario('an anonymous survey: what is read back says nothing of who answered', async () => {
  const csv = (await staffGet(keeper, `/staff/surveys/${open.id}/csv`)).text;
  expect(!/\d\d:\d\d|[۰-۹]{1,2}:[۰-۹]{2}/.test(csv.replace(/"[^"]*[a-z][^"]*"/g, '')), 'the day, never the hour');
  const stays = await change(open.id, 'settings', { ...settings, survey_title: open.title, anonymous: '' });
  expectEqual(stays.status, 422, 'it stays anonymous once answered');
});

await server.stop();
finish();
