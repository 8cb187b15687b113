// Surveys over HTTP: answering without JavaScript page by page, who may answer and how often, published results, REST.
import { complaint, expect, expectEqual, expectError, finish, freshKey, multipart, picture, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const form = (fields, headers = {}) => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});
const api = (method, path, options) => send(server, method, `/api/v1/surveys${path}`, options);
const lists = (await api('GET', '')).json();
const open = lists.open.find((one) => one.access === 'device');
const closed = lists.with_results[0];

// What a browser would send: the fields of the form as they stand, and the names of its buttons.
const unescape = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
function formIn(html) {
  const body = html.match(/<form[^>]*id="survey"[\s\S]*?<\/form>/)?.[0];
  if (!body) return null;
  const fields = {};
  for (const [tag] of body.matchAll(/<input[^>]*>/g)) {
    const name = tag.match(/ name="([^"]*)"/)?.[1];
    const type = tag.match(/ type="([^"]*)"/)?.[1];
    const value = unescape(tag.match(/ value="([^"]*)"/)?.[1] ?? '');
    if (!name || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue;
    fields[name] = value;
  }
  for (const [, name, value] of body.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) fields[name] = unescape(value);
  for (const [, name, options] of body.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name] = options.match(/value="([^"]*)" selected/)?.[1] ?? '';
  }
  const press = Object.fromEntries([...body.matchAll(/name="press" value="([^"]*)"/g)].map(([, value]) => [value.split('.')[0], value]));
  const radios = new Set([...body.matchAll(/<input[^>]*name="([^"]*)"[^>]*type="radio"/g)].map(([, name]) => name));
  return { fields, press, radios: [...radios], target: body.match(/action="([^"]*)"/)[1] };
}

// A citizen with a browser without JavaScript.
async function visitor(path) {
  let cookie = '';
  const take = (answer) => {
    const set = answer.headers['set-cookie']?.[0];
    if (set) cookie = set.split(';')[0];
    return answer;
  };
  const first = take(await send(server, 'GET', path));
  return {
    page: first,
    get cookie() { return cookie; },
    async press(which, changes = {}) {
      const now = formIn(this.page.text);
      this.page = take(await send(server, 'POST', now.target, form({ ...now.fields, ...changes, press: now.press[which] }, { Cookie: cookie })));
      return this.page;
    },
    get: async (address) => take(await send(server, 'GET', address, { headers: { Cookie: cookie } })),
  };
}

// The required answers of the ready survey of satisfaction.
const needed = { q1: '4', q3: '3', q7: '5', q9: '4', q13: '4' };
async function walkThrough(one, extra = {}) {
  for (let step = 0; step < 12 && one.page.status === 200; step += 1) await one.press('next', { ...needed, ...extra });
  return one.page;
}

await scenario('the list: open ones, and closed ones with results', async () => {
  expect(open && closed, JSON.stringify(lists));
  const page = await send(server, 'GET', '/surveys');
  expectEqual(page.status, 200);
  for (const one of [open, closed]) expect(page.text.includes(one.title), one.title);
  expect(!page.text.includes('خدمت‌رسانی سیار'), 'drafts are nobody’s to see');
});

await scenario('what is none is 404, and a draft too', async () => {
  const draft = Math.max(open.id, closed.id) + 1;
  for (const path of ['/surveys/999', '/surveys/x', '/surveys/0', '/surveys/-1', `/surveys/${draft}`, `/surveys/${open.id}/x`,
    `/surveys/${open.id}/results`, `/surveys/${draft}/results`, `/surveys/${open.id}/thanks/1234567890123456`, '/surveys/1/2/3/4', '/surveys/%00', '/surveys/%D8%AE']) {
    expectEqual((await send(server, 'GET', path)).status, 404, path);
  }
  for (const path of ['/999', '/x', `/${draft}`, `/${open.id}/results`, '/999/results']) expectError(await api('GET', path), 404);
});

await scenario('page by page without JavaScript: errors beside the field, back loses nothing, a code at the end', async () => {
  const before = (await api('GET', `/${open.id}`)).json().answers;
  const one = await visitor(`/surveys/${open.id}`);
  expect(one.page.text.includes('بی‌نام است') && one.page.text.includes('بخش ۱ از ۶'), 'anonymity and progress are said');
  expect(/survey_device=[\w-]+/.test(one.cookie), 'a signed token of our own');
  const wrong = await one.press('next');
  expectEqual(wrong.status, 422);
  expect(wrong.text.includes('href="#q1"') && wrong.text.includes('id="q1-error"'), 'the error is in the list and beside the field');
  await one.press('next', { q1: '4', q2: '2', answer_unit: 'extension' });
  expect(one.page.text.includes('بخش ۲ از ۶'), one.page.text.slice(0, 500));
  await one.press('back', { q5: '5' });
  const back = formIn(one.page.text).fields;
  expectEqual([back.q1, back.q2, back.q5, back.answer_unit], ['4', '2', '5', 'extension'], 'going back');
  await one.press('next');
  expectEqual(formIn(one.page.text).fields.q5, '5', 'what was typed ahead of going back');
  await one.press('next', { q3: '3' });
  await one.press('next', { q7: '5' });
  await one.press('next', { q9: '4' });
  expect(!one.page.text.includes('چه چیزی شما را ناراضی کرد'), 'not asked yet');
  await one.press('next', { q13: '1' });
  expect(one.page.text.includes('چه چیزی شما را ناراضی کرد') && one.page.text.includes('پرسش‌های دیگری'), 'the answer brings a question');
  await one.press('next', { q14: 'سه بار <b>آمدم</b>' });
  const sent = await one.press('next', { q19: 'c1' });
  expectEqual(sent.status, 303, sent.text.slice(0, 300));
  const thanks = await one.get(sent.headers.location);
  expect(/data-testid="survey-code"/.test(thanks.text) && thanks.text.includes('پاسخ شما ثبت شد'), 'the code');
  expectEqual((await api('GET', `/${open.id}`)).json().answers, before + 1, 'counted once');
  expect((await one.get(`/surveys/${open.id}`)).text.includes('پیش‌تر'), 'one answer for a device');
});

await scenario('the same form sent twice counts once; a device without our token is given one and loses nothing', async () => {
  const before = (await api('GET', `/${open.id}`)).json().answers;
  const one = await visitor(`/surveys/${open.id}`);
  const last = await walkThrough(one);
  expectEqual(last.status, 303, last.text.slice(0, 300));
  const two = await visitor(`/surveys/${open.id}`);
  for (let page = 1; page < 6; page += 1) await two.press('next', needed);
  const { fields, press, target } = formIn(two.page.text);
  const body = { ...fields, press: press.next };
  const bare = await send(server, 'POST', target, form(body));
  expectEqual(bare.status, 422);
  expect(bare.text.includes('کوکی') && /survey_device=/.test(bare.headers['set-cookie'][0]), 'says what to do');
  const forged = await send(server, 'POST', target, form(body, { Cookie: 'survey_device=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }));
  expectEqual(forged.status, 422, 'a forged token');
  const answers = await Promise.all([1, 2, 3].map(() => send(server, 'POST', target, form(body, { Cookie: two.cookie }))));
  expectEqual(new Set(answers.map((one) => one.headers.location)).size, 1, 'one code');
  expectEqual((await api('GET', `/${open.id}`)).json().answers, before + 2);
});

await scenario('bad posts: unknown presses, bytes, traps, units that are none; nothing is counted', async () => {
  const before = (await api('GET', `/${open.id}`)).json().answers;
  const one = await visitor(`/surveys/${open.id}`);
  const { fields, press } = formIn(one.page.text);
  const post = (changes) => send(server, 'POST', `/surveys/${open.id}`, form({ ...fields, ...changes }, { Cookie: one.cookie }));
  for (const bad of ['', 'next', 'next.0', 'next.9999.1', 'next.-1.1', 'x.0.1', `${'next.0.1'}${'.q1'.repeat(500)}`]) {
    const answer = await post({ press: bad });
    expect([200, 404, 422].includes(answer.status), `${bad.slice(0, 20)}: ${answer.status}`);
  }
  expectEqual((await post({ press: 'next.0.99' })).status, 404, 'a form that never was');
  expectEqual((await post({ press: press.next, q1: '9' })).status, 422, 'no such choice');
  expectEqual((await post({ press: press.next, q1: '4', website: 'http://spam.example' })).status, 422, 'a machine');
  const raw = await send(server, 'POST', `/surveys/${open.id}`, { headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: one.cookie }, body: `q1=%FF%FE&press=${press.next}` });
  expectEqual(raw.status, 422, 'bytes that are no UTF-8');
  const unit = await visitor(`/surveys/${open.id}`);
  const last = await walkThrough(unit, { answer_unit: 'nowhere' });
  expectEqual(last.status, 422);
  expect(last.text.includes('id="answer_unit-error"'), 'the unit is what is wrong');
  expectEqual((await api('GET', `/${open.id}`)).json().answers, before);
});

await scenario('a closed survey takes nothing and shows its results, small counts hidden', async () => {
  expect((await send(server, 'GET', `/surveys/${closed.id}`)).text.includes('اکنون باز نیست'), 'says so');
  const answer = await api('POST', `/${closed.id}/responses`, { headers: { 'Idempotency-Key': freshKey() }, json: { answers: { q1: 'no' } } });
  expect([409, 422].includes(answer.status), answer.status);
  const page = await send(server, 'GET', `/surveys/${closed.id}/results`);
  expectEqual(page.status, 200);
  expect(page.text.includes('role="meter"') && page.text.includes('میانگین'), 'bars and means');
  const results = (await api('GET', `/${closed.id}/results`)).json();
  for (const question of results.questions) {
    for (const part of question.parts) {
      for (const share of part.shares) expect(share.hidden || share.count === 0 || share.count >= 5, JSON.stringify(share));
    }
  }
  const single = results.questions.find((question) => question.id === 'q1');
  expectEqual(single.parts[0].shares.reduce((sum, share) => sum + share.count, 0), single.answered, 'the parts add up');
});

await scenario('REST: answers are checked whole; hidden and unknown ones are refused', async () => {
  const get = await api('GET', `/${open.id}`);
  const cookie = get.headers['set-cookie'][0].split(';')[0];
  const post = (answers, { key = freshKey(), ...more } = {}, headers = { Cookie: cookie }) =>
    api('POST', `/${open.id}/responses`, { headers: { ...headers, ...(key ? { 'Idempotency-Key': key } : {}) }, json: { answers, ...more } });
  expectError(await post({}), 422, { fields: ['q1', 'q3', 'q7', 'q9', 'q13'] });
  expectError(await post({ ...needed, q14: 'چرا' }), 422, { fields: ['q14'] });
  expectError(await post({ ...needed, zz: '1' }), 422, { fields: ['zz'] });
  expectError(await post({ ...needed, q18: 'c99', q19: 'c1' }), 422, { fields: ['q18'] });
  expectError(await post({ ...needed, q1: 4 }), 422, { fields: ['answers.q1'] });
  expectError(await post(needed, { unit: 'nowhere', service: 'nothing' }), 422, { fields: ['answer_unit', 'answer_service'] });
  expectError(await post(needed, { key: '' }), 400);
  expectError(await post(needed, {}, {}), 422, { key: 'survey.device_needed' });
  expectError(await post(needed, { token: 'AAAA' }), 401, { key: 'survey.pass_bad' });
  expectError(await post(needed, { form: 99 }), 404);
  const key = freshKey();
  const first = await post(needed, { key, unit: 'extension' });
  expectEqual(first.status, 201, first.text);
  expect(/^\d{16}$/.test(first.json().code), first.text);
  expectEqual((await post(needed, { key })).json().code, first.json().code, 'the same key');
  expectError(await post(needed), 409, { key: 'survey.already' });
});

// --- Staff

const posting = (session, fields) => form(fields, { Cookie: session.cookie, 'X-CSRF-Token': session.csrf });
const staffGet = (session, path) => send(server, 'GET', path, { headers: { Cookie: session.cookie } });
const titleOf = (answer) => answer.text.match(/<h1[^>]*>([^<]*)/)?.[1];
const keeper = await signIn(server, 'ravabet');
const editionOf = async (id) => (await staffGet(keeper, `/staff/surveys/${id}/settings`)).text.match(/settings\/(v\d+)"/)[1];
async function change(id, room, fields = {}, session = keeper) {
  return send(server, 'POST', `/staff/surveys/${id}/${room}/${await editionOf(id)}`, posting(session, fields));
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
  const one = await visitor(`/surveys/${id}`);
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
  const stale = await send(server, 'POST', `/staff/surveys/${id}/add/yes_no/v1`, posting(keeper, { text: 'سه' }));
  expectEqual(stale.status, 409, 'somebody else has changed it');
  expectEqual((await send(server, 'POST', `/staff/surveys/${id}/add/yes_no/v1`, form({ text: 'سه' }, { Cookie: keeper.cookie }))).status, 403, 'no token');
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
  const first = await visitor(links[0]);
  expectEqual((await first.press('next', { q1: 'yes' })).status, 303);
  expect((await send(server, 'GET', links[0])).text.includes('پیش‌تر'), 'once');
  const second = await visitor(links[1]);
  const third = await visitor(links[2]);
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
  expect(stored.status === 200 && stored.text.includes('پرونده رسید'), stored.text.slice(0, 300));
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
  const one = await visitor(go.headers.location);
  expect(one.page.text.includes('این پاسخ‌ها دربارهٔ واحد') && !one.page.text.includes('name="answer_unit"'), 'the case says which unit');
  expectEqual((await walkThrough(one)).status, 303);
  expect((await send(server, 'GET', go.headers.location)).text.includes('پیش‌تر'), 'once for a case');
  expectEqual((await send(server, 'GET', '/surveys/after/AAAA')).status, 401, 'a forged token');
  const whole = await send(server, 'POST', `/surveys/${open.id}/case`, form({ tracking_code, mobile_last4: '0000' }));
  expect(whole.status >= 400, 'the second factor');
});

await scenario('results: filters, a cross table that adds up, texts that can be searched, downloads', async () => {
  const results = await staffGet(keeper, `/staff/surveys/${open.id}/results`);
  expect(results.text.includes('role="meter"') && results.text.includes('بازهٔ ۹۵ درصد'), 'bars, means, intervals');
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
  const csv = (await staffGet(keeper, `/staff/surveys/${open.id}/csv`)).text;
  expectEqual(csv.trim().split('\r\n').length - 1, (await api('GET', `/${open.id}`)).json().answers, 'a line for each answer');
  const pdf = await staffGet(keeper, `/staff/surveys/${open.id}/pdf`);
  expect(pdf.status === 200 && pdf.buffer.subarray(0, 5).toString() === '%PDF-', 'a PDF');
  for (const kind of ['csv', 'pdf']) expectEqual((await staffGet(keeper, `/staff/surveys/999/${kind}`)).status, 404, kind);
  expectEqual((await staffGet(keeper, `/staff/surveys/${open.id}/files/x`)).status, 404);
});

await scenario('an anonymous survey: what is read back says nothing of who answered', async () => {
  const csv = (await staffGet(keeper, `/staff/surveys/${open.id}/csv`)).text;
  expect(!/\d\d:\d\d|[۰-۹]{1,2}:[۰-۹]{2}/.test(csv.replace(/"[^"]*[a-z][^"]*"/g, '')), 'the day, never the hour');
  const stays = await change(open.id, 'settings', { ...settings, survey_title: open.title, anonymous: '' });
  expectEqual(stays.status, 422, 'it stays anonymous once answered');
});

await server.stop();
finish();
