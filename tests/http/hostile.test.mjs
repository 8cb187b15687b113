// What nobody of good will sends: each gets a clear refusal, and the server lives on.
import { complaint, expect, expectEqual, expectError, finish, freshKey, scenario, send, sendRaw, startTestServer, submit } from './support/scenario.mjs';

const server = await startTestServer({ empty: true, args: ['--rate-limit', 'off'] });
const post = (body, headers = {}) =>
  send(server, 'POST', '/api/v1/cases', { body, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': freshKey(), ...headers } });
const text = JSON.stringify(complaint());

const malformed = [
  ['nothing', ''],
  ['half a document', text.slice(0, -5)],
  ['two documents', `${text}${text}`],
  ['a trailing comma', '{"kind":"complaint",}'],
  ['a comment', `/* a */${text}`],
  ['NaN', '{"kind":NaN}'],
  ['bad UTF-8', Buffer.concat([Buffer.from('{"kind":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
  ['overlong UTF-8', Buffer.concat([Buffer.from('{"kind":"'), Buffer.from([0xc0, 0x80]), Buffer.from('"}')])],
  ['a lone surrogate', '{"kind":"\\ud800"}'],
  ['a raw NUL', '{"kind":"a\0b"}'],
  ['an escaped NUL', '{"kind":"a\\u0000b"}'],
  ['a name twice', '{"kind":"complaint","kind":"request"}'],
  ['a thousand brackets', '['.repeat(1000)],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['a number beyond all bounds', '{"kind":1e999}'],
];
for (const [name, body] of malformed) {
  await scenario(`not JSON: ${name}`, async () => expectError(await post(body), 400));
}

const wrongTypes = ['[]', '"text"', '7', 'null', 'true', '{}'];
for (const body of wrongTypes) {
  await scenario(`JSON of another shape: ${body}`, async () => expectError(await post(body), 422));
}

await scenario('a body of another media type', async () => {
  expectError(await post(text, { 'Content-Type': 'text/plain' }), 415);
  expectError(await post(text, { 'Content-Type': 'application/x-www-form-urlencoded' }), 415);
  expectError(await send(server, 'POST', '/api/v1/cases', { body: text }), 415);
  expectEqual((await post(text, { 'Content-Type': 'Application/JSON; charset=utf-8' })).status, 201);
});

await scenario('bodies beyond their limit', async () => {
  expectError(await post(`{"subject":"${'a'.repeat(256 * 1024)}"}`), 413);
  expectError(await post(JSON.stringify(complaint({ body: 'م'.repeat(120_000) }))), 422, { fields: ['body'] });
});

await scenario('headers, addresses and methods that are none', async () => {
  const status = async (bytes) => Number((await sendRaw(server, bytes)).split(' ')[1]);
  const host = 'Host: localhost\r\n\r\n';
  expectEqual(await status('GET / HTTP/1.1\r\n\r\n'), 400, 'no host');
  expectEqual(await status(`GET / HTTP/1.1\r\nHost: a\r\n${host}`), 400, 'two hosts');
  expectEqual(await status(`POST /api/v1/cases HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${host}`), 400, 'two lengths');
  expectEqual(await status(`POST /api/v1/cases HTTP/1.1\r\nTransfer-Encoding: chunked\r\n${host}0\r\n\r\n`), 411, 'chunked');
  expectEqual(await status(`GET /${'a'.repeat(9000)} HTTP/1.1\r\n${host}`), 414, 'a long address');
  expectEqual(await status(`GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n${host}`), 431, 'a long header');
  expectEqual(await status(`GET / HTTP/1.1\r\n${'X: a\r\n'.repeat(200)}${host}`), 431, 'many headers');
  expectEqual(await status(`BREW / HTTP/1.1\r\n${host}`), 400, 'an unknown method');
  expectEqual(await status(`GET / HTTP/9.9\r\n${host}`), 505, 'an unknown version');
  expectEqual(await status(`GET /%00 HTTP/1.1\r\n${host}`), 404, 'a NUL in the address');
  expectEqual(await status(`GET /%ff%fe HTTP/1.1\r\n${host}`), 404, 'bad UTF-8 in the address');
  expectEqual(await status(`GET /drafts/%zz HTTP/1.1\r\n${host}`), 404, 'a broken escape');
  expectEqual(await status(`GET / HTTP/1.1\r\nRange: bytes=x\r\n${host}`), 416, 'a range that is none');
  const answer = await sendRaw(server, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n');
  expect(answer.startsWith('HTTP/1.1 400'), 'a TLS greeting');
});

await scenario('methods that an address does not have', async () => {
  for (const [method, path] of [['GET', '/api/v1/cases'], ['PUT', '/api/v1/cases'], ['DELETE', '/api/v1/profile'], ['PATCH', '/api/v1/session'], ['OPTIONS', '/api/v1/cases'], ['POST', '/api/v1/health']]) {
    const answer = await send(server, method, path, method === 'GET' ? {} : { body: '' });
    expectError(answer, 405, { key: 'error.method_not_allowed' });
    expect(answer.headers.allow?.length > 2, `Allow of ${path}`);
  }
  expectEqual((await send(server, 'DELETE', '/api/v1/profile')).headers.allow, 'GET, HEAD');
  expectError(await send(server, 'GET', '/api/v1/nothing'), 404);
  expectError(await send(server, 'POST', '/api/v1/nothing', { json: {} }), 404);
  expectEqual((await send(server, 'POST', '/desk', { body: '' })).status, 405);
  expectEqual((await send(server, 'POST', '/nothing', { body: '' })).status, 404);
});

await scenario('form fields that are no text', async () => {
  const form = (body) => send(server, 'POST', '/desk/new/complaint', { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  expectEqual((await form('idempotency_key=a&subject=%FF%FE')).status, 400);
  expectEqual((await form('idempotency_key=a&subject=a%00b')).status, 400);
  expectEqual((await form(`idempotency_key=a&subject=${'a'.repeat(600_000)}`)).status, 413);
  const multipart = (body, type = 'multipart/form-data; boundary=x') => send(server, 'POST', '/desk/new/complaint', { body, headers: { 'Content-Type': type } });
  for (const body of ['', 'x', '--x\r\n', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nno end', '--y\r\n\r\n--y--\r\n']) {
    const answer = await multipart(body);
    expect(answer.status >= 400 && answer.status < 500, `a form of «${body}»: ${answer.status}`);
  }
  expect((await multipart('--x--\r\n', 'multipart/form-data')).status < 500, 'no boundary');
  const many = Array.from({ length: 200 }, (_, i) => `--x\r\nContent-Disposition: form-data; name="a${i}"\r\n\r\nv\r\n`).join('') + '--x--\r\n';
  const answer = await multipart(many);
  expect(answer.status >= 400 && answer.status < 500, `two hundred parts: ${answer.status}`);
});

await scenario('random bytes as a request', async () => {
  let seed = 12345;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let i = 0; i < 40; i += 1) {
    const bytes = Buffer.from(Array.from({ length: 1 + Math.floor(random() * 300) }, () => Math.floor(random() * 256)));
    await Promise.race([sendRaw(server, Buffer.concat([bytes, Buffer.from('\r\n\r\n')])), new Promise((done) => setTimeout(done, 50))]);
  }
});

await scenario('after all this the server answers as before', async () => {
  expectEqual((await submit(server, complaint())).status, 201);
  expect(!/status=500/.test(server.log()), `no answer was a 500: ${server.log().match(/.*status=500.*/)}`);
});

expectEqual((await server.stop()).code, 0, 'exit code');
finish();
