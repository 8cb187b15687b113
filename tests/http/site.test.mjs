// Pages, files, headers and limits: what browsers, proxies and search engines see.
import { Agent } from 'node:http';
import { waitUntil } from '../e2e/support/server.mjs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { complaint, expect, expectEqual, expectError, finish, scenario, send, sendRaw, signIn, startTestServer, submit } from './support/scenario.mjs';

const server = await startTestServer();

const pages = ['/', '/desk', '/track', '/drafts', '/news', '/surveys', '/contact', '/strategy', '/statistics', '/staff',
  ...['complaint', 'request', 'suggestion', 'criticism', 'report', 'head', 'appreciation'].map((kind) => `/desk/new/${kind}`)];
for (const path of pages) {
  await scenario(`the page ${path} is complete HTML`, async () => {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 200);
    expectEqual(answer.headers['content-type'], 'text/html; charset=utf-8');
    for (const part of ['<html lang="fa" dir="rtl"', 'id="main"', 'id="title"', '<h1', '<title>', 'id="nav"']) expect(answer.text.includes(part), part);
    expect(!answer.text.includes('{{'), 'nothing of the template is left');
    const head = await send(server, 'HEAD', path);
    expectEqual([head.status, head.text], [200, ''], 'HEAD');
  });
}

await scenario('an address without a page says so in Persian', async () => {
  for (const path of ['/nothing', '/desk/new/poem', '/index.html', '/drafts/12', '/../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/fonts/', '//']) {
    const answer = await send(server, 'GET', path);
    expectEqual(answer.status, 404, path);
    expect(answer.text.includes('<h1') && /[\u0600-\u06ff]/.test(answer.text), path);
  }
});

await scenario('every answer carries what protects it', async () => {
  for (const path of ['/', '/nothing', '/api/v1/profile', '/robots.txt', '/api/v1/nothing', '/staff']) {
    const { headers } = await send(server, 'GET', path);
    const csp = headers['content-security-policy'];
    for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) expect(csp.includes(part), `${path}: ${csp}`);
    expect(!csp.includes('unsafe-inline') && !csp.includes("'unsafe-eval'") && !csp.includes('http'), csp);
    expectEqual(headers['x-content-type-options'], 'nosniff');
    expectEqual(headers['referrer-policy'], 'same-origin');
    expectEqual(headers['cross-origin-opener-policy'], 'same-origin');
    expect(headers['permissions-policy'].includes('camera=()') && headers.date && headers['x-request-id'], path);
  }
  const refusal = await sendRaw(server, 'GET / HTTP/1.1\r\n\r\n');
  expect(/content-security-policy/i.test(refusal) && /connection: close/i.test(refusal), 'refusals too');
});

await scenario('the inlined style is the one that the policy allows', async () => {
  const { createHash } = await import('node:crypto');
  const { headers, text } = await send(server, 'GET', '/');
  const style = text.match(/<style>([^]*?)<\/style>/)[1];
  expect(headers['content-security-policy'].includes(`'sha256-${createHash('sha256').update(style).digest('base64')}'`), 'hash of the style');
  expect(!/ style="/.test(text) && !/<script>/.test(text), 'no inline style or script besides');
});

await scenario('pages are compressed and asked for again', async () => {
  const plain = await send(server, 'GET', '/');
  const brotli = await send(server, 'GET', '/', { headers: { 'Accept-Encoding': 'gzip, br' } });
  const gzip = await send(server, 'GET', '/', { headers: { 'Accept-Encoding': 'gzip' } });
  expectEqual(brotliDecompressSync(brotli.buffer).toString(), plain.text);
  expectEqual(gunzipSync(gzip.buffer).toString(), plain.text);
  expectEqual(brotli.headers.vary, 'Cookie, Accept-Encoding');  // the theme stands in a cookie
  const again = await send(server, 'GET', '/', { headers: { 'If-None-Match': brotli.headers.etag } });
  expectEqual([again.status, again.text], [304, '']);
  const form = await send(server, 'GET', '/desk/new/complaint');
  expectEqual(form.headers['cache-control'], 'private, no-cache');
});

await scenario('files of the site: for ever with a hash in the name, with a tag without', async () => {
  const hashed = await send(server, 'GET', '/boot.0123456789.js', { headers: { 'Accept-Encoding': 'br' } });
  expectEqual(hashed.headers['cache-control'], 'public, max-age=31536000, immutable');
  expectEqual(hashed.headers['content-encoding'], 'br');
  expect(brotliDecompressSync(hashed.buffer).toString().startsWith('console.log'), 'the script');
  const head = await send(server, 'HEAD', '/boot.0123456789.js');
  expectEqual([head.text, head.headers['content-length']], ['', '2000']);
  const robots = await send(server, 'GET', '/robots.txt');
  expectEqual(robots.headers['cache-control'], 'public, no-cache');
  expectEqual((await send(server, 'GET', '/robots.txt', { headers: { 'If-None-Match': robots.headers.etag } })).status, 304);
});

await scenario('staff pages hold the login form for strangers and no case data for anyone', async () => {
  const stranger = await send(server, 'GET', '/staff/cases/1');
  expect(stranger.text.includes('name="password"') || stranger.text.includes('id="password"'), 'login form');
  expectEqual(stranger.headers['cache-control'], 'no-store');
  const { cookie, info } = await signIn(server, 'karshenas');
  const inbox = await send(server, 'GET', '/staff', { headers: { Cookie: cookie } });
  expect(!inbox.text.includes('id="password"') && inbox.text.includes(info.name), 'the frame');
  expectEqual(inbox.headers['cache-control'], 'no-store');
  expectEqual(inbox.text.split(info.csrf_token).length - 1, 1); // of the form that signs out, whose cookie is SameSite=Strict
});

await scenario('signing out goes without the application, with the token of the session only', async () => {
  const { cookie, info } = await signIn(server, 'karshenas');
  const post = (token) =>
    send(server, 'POST', '/staff/account/sign-out', {
      headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'csrf-sign-out': token }).toString(),
    });
  const session = () => send(server, 'GET', '/api/v1/session', { headers: { Cookie: cookie } });
  expectEqual((await post('another')).status, 403);
  expectEqual((await session()).status, 200);
  const answer = await post(info.csrf_token);
  expectEqual([answer.status, answer.headers.location], [303, '/staff']);
  expect(/Max-Age=0|Expires=Thu, 01 Jan 1970/.test(String(answer.headers['set-cookie'])), 'the cookie ends');
  expectEqual((await session()).status, 401);
});

await scenario('the login form goes without the application, and back to a page of the staff only', async () => {
  const post = (fields) =>
    send(server, 'POST', '/staff', {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ username: 'karshenas', password: 'demo-hamandish', ...fields }).toString(),
    });
  const places = { '/staff/account': '/staff/account', '': '/staff', '//elsewhere.example/': '/staff', '/desk': '/staff' };
  for (const [next, place] of Object.entries(places)) {
    const answer = await post({ next });
    expectEqual([answer.status, answer.headers.location], [303, place]);
    expect(String(answer.headers['set-cookie']).includes('HttpOnly'), 'a session');
  }
  const wrong = await post({ next: '/staff/account', password: 'not-it' });
  expectEqual(wrong.status, 401);
  expect(wrong.text.includes('value="/staff/account"') && !wrong.headers['set-cookie'], 'the form again, with where to go');
});

await scenario('what the OpenAPI document lists is there (that it lists all: tests/server/http/routes_test.cpp)', async () => {
  const document = (await send(server, 'GET', '/api/v1/openapi.json')).json();
  expect(document.openapi.startsWith('3.1'), document.openapi);
  const listed = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect(listed.length > 15, 'calls');
  for (const call of listed) {
    const [method, path] = call.split(' ');
    const answer = await send(server, method, path.replace(/\{[^}]+\}/g, 'x'), { body: method === 'GET' ? undefined : '' });
    const missing = answer.status === 404 && answer.json().error.key === 'error.not_found' && path !== '/api/v1/bench/hello';
    expect(answer.status !== 405 && !missing, `${call}: ${answer.status}`);
  }
  const names = new Set(JSON.stringify(document).match(/#\/components\/[a-z]+\/\w+/gi));
  for (const name of names) {
    const [, , group, item] = name.split('/');
    expect(document.components[group]?.[item], name);
  }
});

await scenario('the connection stays open over pages, errors and calls', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set();
  for (const path of ['/', '/nothing', '/api/v1/nothing', '/api/v1/health', '/track']) {
    const answer = await send(server, 'GET', path, { agent });
    expect(answer.headers.connection !== 'close', path);
    for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets) ports.add(socket.localPort);
  }
  expect(ports.size <= 1, `${ports.size} connections`);
  agent.destroy();
});

await scenario('many idle and slow connections stop nobody', async () => {
  const { connect } = await import('node:net');
  const others = Array.from({ length: 500 }, (_, i) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(i % 2 ? 'GET / HT' : ''));
    socket.on('error', () => {});
    return socket;
  });
  await new Promise((done) => setTimeout(done, 300));
  const start = Date.now();
  for (let i = 0; i < 20; i += 1) expectEqual((await send(server, 'GET', '/api/v1/health')).status, 200);
  expect(Date.now() - start < 3000, `${Date.now() - start} ms`);
  others.forEach((socket) => socket.destroy());
});

await scenario('who asks too often is told when to come again', async () => {
  const tries = [];
  for (let i = 0; i < 40; i += 1) tries.push(await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: '123456789012', mobile_last4: '1111' } }));
  const refused = tries.filter((answer) => answer.status === 429);
  expect(refused.length >= 5 && refused.length <= 20, `${refused.length} refused`);
  expectError(refused[0], 429, { key: 'error.rate_limited' });
  expect(Number(refused[0].headers['retry-after']) >= 1, 'Retry-After');
  const page = await send(server, 'POST', '/track', { body: 'tracking_code=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
  expectEqual(page.status, 429);
  expect(page.headers['content-type'].startsWith('text/html') && Number(page.headers['retry-after']) >= 1, 'as a page');
  expectEqual((await submit(server, complaint())).status, 201, 'other things go on');
});

await scenario('the route of the load tests is closed while the limit is on', async () => {
  expectError(await send(server, 'GET', '/api/v1/bench/hello'), 404);
  expectError(await send(server, 'POST', '/api/v1/bench/hello', { json: {} }), 404);
});

await scenario('the log holds no personal data', async () => {
  // The server gathers lines for a moment before it writes them.
  const there = (text) => text.includes('route=/api/v1/cases/lookup') && text.includes('status=429');
  await waitUntil('the log', 5, () => there(server.log()));
  const log = server.log();
  for (const word of ['0499370899', '09151234567', '123456789012', 'karshenas ', 'demo-hamandish"', 'مریم']) expect(!log.split('\n').filter((line) => line.includes('route=')).some((line) => line.includes(word)), word);
});

await server.stop();
finish();
