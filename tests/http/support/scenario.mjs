// A table of scenarios against the real server: each is one exchange (or a few), named by what must hold.
// Uses node:http, not fetch, because a browser's rules must not stand between the test and what is sent.
import { mkdtempSync, mkdirSync, writeFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startServer } from '../../e2e/support/server.mjs';

let passed = 0;
let failed = 0;

export async function scenario(name, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.error(`FAILED ${name}\n  ${error.stack ?? error}`);
  }
}

// The last line, and the exit code, as scripts/test expects them.
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

// A small site: what these tests need of build/web, so that they do not wait for the WASM build.
export function makeSite() {
  const directory = mkdtempSync(join(tmpdir(), 'hamandish-site-'));
  mkdirSync(join(directory, 'fonts'));
  const script = 'console.log("boot");'.repeat(100);
  writeFileSync(join(directory, 'boot.0123456789.js'), script);
  writeFileSync(join(directory, 'boot.0123456789.js.br'), brotliCompressSync(script));
  writeFileSync(join(directory, 'boot.0123456789.js.gz'), gzipSync(script));
  writeFileSync(join(directory, 'style.0123456789.css'), 'h1{color:#123456}');
  writeFileSync(join(directory, 'robots.txt'), 'User-agent: *\n');
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

export async function startTestServer(options = {}) {
  const site = makeSite();
  const server = await startServer({ ...options, args: ['--site', site.directory, ...(options.args ?? [])] });
  const end = async (how) => {
    const result = await how();
    site.remove();
    return result;
  };
  return { ...server, stop: () => end(server.stop), kill: () => end(server.kill) };
}

// One exchange. `body`: a string or Buffer as it is, or `json`: a value. The answer: status, headers, text, json().
export function send(server, method, path, { headers = {}, body, json, agent } = {}) {
  const bytes = json === undefined ? body : Buffer.from(JSON.stringify(json));
  const all = { ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers };
  if (bytes !== undefined && all['Content-Length'] === undefined) all['Content-Length'] = Buffer.byteLength(bytes);
  return new Promise((done, fail) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers: all, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const buffer = Buffer.concat(chunks);
        const text = buffer.toString('utf8');
        done({ status: response.statusCode, headers: response.headers, buffer, text, json: () => JSON.parse(text) });
      });
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(bytes);
  });
}

// The bytes as they are, and whatever comes back until the other side closes or is silent for a second.
export function sendRaw(server, bytes) {
  return new Promise((done) => {
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(1000, () => socket.destroy());
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', () => {});
    socket.on('close', () => done(answer));
  });
}

export function expect(condition, message) {
  if (!condition) throw new Error(message);
}

export function expectEqual(actual, wanted, what = 'value') {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a?.slice(0, 600)} instead of ${b?.slice(0, 600)}`);
}

// The answer has this status and is an error in the contract's shape; `key` and `fields` (names) if given.
export function expectError(answer, status, { key, fields } = {}) {
  expectEqual(answer.status, status, `status of ${answer.text.slice(0, 300)}`);
  expect(answer.headers['content-type'] === 'application/json', 'an error of the REST interface is JSON');
  const { error } = answer.json();
  expect(typeof error.code === 'string' && typeof error.key === 'string', 'code and key');
  expect(/[\u0600-\u06ff]/.test(error.message), `the message is Persian, not ${error.message}`);
  expect(Array.isArray(error.fields), 'fields is a list');
  for (const field of error.fields) {
    expect(/[\u0600-\u06ff]/.test(field.message), `the message of ${field.field} is Persian, not ${field.message}`);
  }
  if (key !== undefined) expectEqual(error.key, key, 'key');
  if (fields !== undefined) expectEqual(error.fields.map((field) => field.field), fields, 'fields');
  return error;
}

export { picture } from '../../e2e/support/people.mjs';

export const person = {
  first_name: 'مریم',
  last_name: 'ولی‌زاده',
  national_id: '0499370899',
  mobile: '09151234567',
  email: 'maryam@mail.example',
};

export function complaint(changes = {}) {
  return {
    kind: 'complaint',
    category: 'land-use',
    subject: 'آب چاه قطع است',
    body: 'آب چاه کشاورزی روستا از هفتهٔ پیش قطع است و کسی پاسخ نمی‌دهد.',
    person,
    ...changes,
  };
}

let keys = 0;
export function freshKey() {
  keys += 1;
  return `test-${process.pid}-${keys}`;
}

export function submit(server, json, key = freshKey()) {
  return send(server, 'POST', '/api/v1/cases', { json, headers: { 'Idempotency-Key': key } });
}

// Signs in and gives { cookie, csrf, info } and call(method, path, json) with both.
export async function signIn(server, username, password = 'demo-hamandish') {
  const answer = await send(server, 'POST', '/api/v1/session', { json: { username, password } });
  expectEqual(answer.status, 200, `sign-in of ${username}: ${answer.text}`);
  const cookie = answer.headers['set-cookie'][0].split(';')[0];
  const info = answer.json();
  const call = (method, path, json, headers = {}) =>
    send(server, method, path, { json, headers: { Cookie: cookie, 'X-CSRF-Token': info.csrf_token, ...headers } });
  return { cookie, csrf: info.csrf_token, info, call, setCookie: answer.headers['set-cookie'][0] };
}

// A multipart form: fields { name: text }, files [{ name, file, bytes }].
export function multipart(fields, files = []) {
  const boundary = '----hamandish';
  const parts = [];
  for (const [name, value] of Object.entries(fields)) {
    parts.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`), Buffer.from(value), Buffer.from('\r\n'));
  }
  for (const { name, file, bytes } of files) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    parts.push(Buffer.from(head), bytes, Buffer.from('\r\n'));
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(parts), headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } };
}
