// Surveys over HTTP: answering without JavaScript page by page, who may answer and how often, published results, REST.
import { expect, expectEqual, expectError, finish, freshKey, scenario, send, startTestServer } from './support/scenario.mjs';
import { form, formIn, needed, visitor, walkThrough } from './support/surveys.mjs';

const server = await startTestServer({ args: ['--rate-limit', 'off'] });
const api = (method, path, options) => send(server, method, `/api/v1/surveys${path}`, options);
const lists = (await api('GET', '')).json();
const open = lists.open.find((one) => one.access === 'device');
const closed = lists.with_results[0];

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
  const one = await visitor(server, `/surveys/${open.id}`);
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
  const one = await visitor(server, `/surveys/${open.id}`);
  const last = await walkThrough(one);
  expectEqual(last.status, 303, last.text.slice(0, 300));
  const two = await visitor(server, `/surveys/${open.id}`);
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
  const one = await visitor(server, `/surveys/${open.id}`);
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
  const unit = await visitor(server, `/surveys/${open.id}`);
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
  expect(page.text.includes('role="img"') && page.text.includes('میانگین'), 'bars and means');
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

await server.stop();
finish();
