// Registering a case and looking at it: good input, and each bad input by itself.
import { picture } from '../e2e/support/people.mjs';
import { complaint, expect, expectEqual, expectError, finish, freshKey, person, scenario, send, startTestServer, submit } from './support/scenario.mjs';

const server = await startTestServer({ empty: true, args: ['--rate-limit', 'off'] });
const lookup = (tracking_code, mobile_last4) => send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code, mobile_last4 } });
const upload = (bytes, name = 'picture.png', headers = {}) =>
  send(server, 'POST', '/api/v1/uploads', { body: bytes, headers: { 'X-File-Name': encodeURIComponent(name), 'Content-Type': 'application/octet-stream', ...headers } });

await scenario('the profile has all that a form needs', async () => {
  const profile = (await send(server, 'GET', '/api/v1/profile')).json();
  expect(profile.units.length > 5 && profile.kinds.length === 7, 'units and kinds');
  expect(profile.categories.some((category) => category.kinds.includes('complaint')), 'categories of complaints');
});

await scenario('a complaint is registered and found by its code in any digits', async () => {
  const answer = await submit(server, complaint());
  expectEqual(answer.status, 201);
  const receipt = answer.json();
  expect(/^[0-9]{12}$/.test(receipt.tracking_code), receipt.tracking_code);
  const persian = receipt.tracking_code.replace(/[0-9]/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[digit]).replace(/(.{4})(.{4})/, '$1 $2-');
  for (const code of [receipt.tracking_code, persian]) {
    const found = await lookup(code, '۴۵۶۷');
    expectEqual(found.status, 200, found.text);
    expectEqual(found.json().subject, 'آب چاه قطع است');
    expectEqual(found.json().trail.length, 1);
    expect(!found.text.includes(person.national_id) && !found.text.includes('ولی'), 'a look by code shows no person');
  }
});

await scenario('a wrong code and a wrong second factor look the same', async () => {
  const { tracking_code } = (await submit(server, complaint())).json();
  const other = (await submit(server, complaint({ person: { ...person, mobile: '09150000000' } }))).json().tracking_code;
  const answers = [await lookup(tracking_code, '9999'), await lookup(other, '4567')];
  for (const answer of answers) expectError(answer, 404, { key: 'case.not_found' });
  expectEqual(answers[0].text, answers[1].text);
});

await scenario('a mistyped code is no case\'s; what is missing is told at its field', async () => {
  const { tracking_code } = (await submit(server, complaint())).json();
  const typo = tracking_code.slice(0, 11) + ((Number(tracking_code[11]) + 1) % 10);
  const unknown = await lookup(typo, '4567');
  expectError(unknown, 404, { key: 'case.not_found' });
  expectEqual((await lookup('123', '4567')).text, unknown.text);
  expectEqual((await lookup(tracking_code, '9999')).text, unknown.text);
  expectError(await lookup(' ', '4567'), 422, { fields: ['tracking_code'] });
  expectError(await lookup(tracking_code, '45'), 422, { fields: ['mobile_last4'] });
});

await scenario('a case without a mobile has a longer code that suffices', async () => {
  const answer = await submit(server, { kind: 'complaint', category: 'land-use', subject: 'موضوع', body: 'متنی که بس است.', anonymous: true });
  expectEqual(answer.status, 201, answer.text);
  expect(/^[0-9]{16}$/.test(answer.json().tracking_code), 'sixteen digits');
  expectEqual((await lookup(answer.json().tracking_code)).status, 200);
});

await scenario('the same key gives the same answer and no second case', async () => {
  const key = freshKey();
  const answers = await Promise.all(Array.from({ length: 8 }, () => submit(server, complaint(), key)));
  const codes = new Set(answers.map((answer) => answer.json().tracking_code));
  expectEqual(codes.size, 1, 'codes');
  expectError(await submit(server, complaint({ subject: 'موضوعی دیگر' }), key), 409, { key: 'error.idempotency_reused' });
  expectError(await send(server, 'POST', '/api/v1/cases', { json: complaint() }), 400, { key: 'error.idempotency_missing' });
});

await scenario('all mistakes are told at once, in the order of the form', async () => {
  const answer = await submit(server, complaint({ subject: '', person: { ...person, national_id: '0499370898', mobile: '123' } }));
  const error = expectError(answer, 422, { key: 'error.invalid', fields: ['national_id', 'mobile', 'subject'] });
  expect(error.fields.every((field) => field.message.length > 10), 'each says what to do');
});

const wrong = [
  ['no kind', { kind: undefined }, ['kind']],
  ['unknown kind', { kind: 'poem' }, ['kind']],
  ['kind of another type', { kind: 7 }, ['kind']],
  ['subject of another type', { subject: ['a'] }, ['subject']],
  ['body of another type', { body: { a: 1 } }, ['body']],
  ['category that is none', { category: 'no-such' }, ['category']],
  ['person of another type', { person: 'me' }, undefined],
  ['unknown member', { extra: 'x' }, ['extra']],
  ['unknown member of the person', { person: { ...person, shoe_size: '43' } }, ['shoe_size']],
  ['person and anonymous', { anonymous: true }, ['anonymous']],
  ['anonymous of another type', { anonymous: 'yes' }, undefined],
  ['a name of 100 kB', { person: { ...person, first_name: 'م'.repeat(50_000) } }, ['first_name']],
  ['a name of digits', { person: { ...person, first_name: '12345' } }, ['first_name']],
  ['an e-mail that is none', { person: { ...person, email: 'a@' } }, ['email']],
  ['a subject of blanks', { subject: ' \u200c\u00a0 ' }, ['subject']],
  ['an attachment that was never sent', { attachments: ['AAAAAAAAAAAAAAAAAAAAAA'] }, ['attachments']],
  ['attachments of another type', { attachments: 'a' }, ['attachments']],
  ['attachments with a blank', { attachments: ['a b'] }, ['attachments']],
];
for (const [name, changes, fields] of wrong) {
  await scenario(`refused: ${name}`, async () => {
    expectError(await submit(server, complaint(changes)), 422, { fields });
  });
}
await scenario('nothing of what was refused is there', async () => {
  const before = (await submit(server, complaint())).json().tracking_code;
  expect(/^[0-9]+$/.test(before), 'the server still registers');
});

await scenario('a picture is stored, attached once, and listed', async () => {
  const stored = await upload(picture.buffer, picture.name);
  expectEqual(stored.status, 201, stored.text);
  const { id, mime, file_name, bytes } = stored.json();
  expectEqual([mime, file_name, bytes], ['image/png', picture.name, picture.buffer.length]);
  const answer = await submit(server, complaint({ attachments: [id] }));
  expectEqual(answer.status, 201, answer.text);
  const found = (await lookup(answer.json().tracking_code, '4567')).json();
  expectEqual(found.attachments.map((file) => file.file_name), [picture.name]);
  expectEqual(answer.json().files, [picture.name], 'the receipt names them');
  const card = (await send(server, 'GET', `/desk/receipt/${answer.json().receipt_token}`)).text;
  expect(card.includes('پیوست‌ها') && card.includes(picture.name), 'on the card too');
  expectError(await submit(server, complaint({ attachments: [id] })), 422, { fields: ['attachments'] });
});

// A zip with one file «a»: what a docx is made of, but not one.
const zip = Buffer.from('UEsDBAoAAAAAAAAAIQDBs4AtAQAAAAEAAAABAAAAYWFQSwECFAAKAAAAAAAAACEAwbOALQEAAAABAAAAAQAAAAAAAAAAAAAAAAAAAAAAYVBLBQYAAAAAAQABAC8AAAAgAAAAAAA=', 'base64');
const refusedFiles = [
  ['a plain zip', zip, 'a.docx', 415],
  ['an HTML page named as a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'a.png', 415],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 415],
  ['a program', Buffer.from('7f454c460201010000000000000000000300', 'hex'), 'a.pdf', 415],
  ['nothing', Buffer.alloc(0), 'a.png', 422],
  ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1), 'a.png', 413],
];
for (const [name, bytes, file, status] of refusedFiles) {
  await scenario(`upload refused: ${name}`, async () => {
    expectError(await upload(bytes, file), status);
  });
}
await scenario('uploads need a name that is text', async () => {
  expectError(await send(server, 'POST', '/api/v1/uploads', { body: picture.buffer }), 422, { fields: ['attachments'] });
  expectError(await upload(picture.buffer, '', { 'X-File-Name': '%FF%FE.png' }), 422, { fields: ['attachments'] });
  expectError(await upload(picture.buffer, '', { 'X-File-Name': 'a%00.png' }), 422, { fields: ['attachments'] });
  const path = await upload(picture.buffer, '../../etc/passwd');
  expect(path.status === 422 || !path.json().file_name.includes('/'), 'a path is no name');
});
await scenario('at most five files a case', async () => {
  const ids = [];
  for (let i = 0; i < 6; i += 1) ids.push((await upload(picture.buffer)).json().id);
  expectError(await submit(server, complaint({ attachments: ids })), 422, { fields: ['attachments'] });
  expectEqual((await submit(server, complaint({ attachments: ids.slice(0, 5) }))).status, 201);
});

await server.stop();
finish();
