// The program's commands: exit codes, one clear line for each mistake, and an orderly end.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, readFileSync, existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, root, waitUntil } from '../e2e/support/server.mjs';
import { complaint, expect, expectEqual, finish, makeSite, scenario, send, signIn, startTestServer, submit } from './support/scenario.mjs';

const binary = process.env.HAMANDISH_SERVER ?? join(root, 'build/native/server/hamandish');
const site = makeSite();
const scratch = mkdtempSync(join(tmpdir(), 'hamandish-command-'));
const run = (words, input = '') => spawnSync(binary, words, { cwd: root, input, encoding: 'utf8', timeout: 20_000 });
const mistake = (words, pattern, status = 1) => {
  const result = run(words);
  expectEqual(result.status, status, `${words.join(' ')}: ${result.stderr}`);
  expect(pattern.test(result.stderr), result.stderr);
  expect(result.stderr.trim().split('\n').filter((line) => line.startsWith('hamandish:')).length <= 1, `one line: ${result.stderr}`);
};

await scenario('help and version', async () => {
  expect(run(['--version']).stdout.startsWith('hamandish '), 'version');
  for (const command of ['serve', 'demo', 'backup', 'restore', 'verify', 'user', 'report']) expect(run(['--help']).stdout.includes(command), command);
  expect(run(['serve', '--help']).stdout.includes('--rate-limit'), 'help of serve');
});

await scenario('each mistake has its line', async () => {
  const data = join(scratch, 'mistakes');
  const serve = ['serve', '--port', '0', '--site', site.directory, '--data', data];
  mistake([], /subcommand/, 2);
  mistake(['serve', '--nonsense'], /--nonsense/, 2);
  mistake([...serve, '--profile', 'nowhere'], /unknown profile nowhere; known:.*khorasan-agri/);
  mistake([...serve, '--profile', '../../etc/passwd'], /unknown profile/);
  mistake(['serve', '--port', '0', '--data', data, '--site', join(scratch, 'no-site')], /no-site/);
  writeFileSync(join(scratch, 'a-file'), '');
  mistake(['serve', '--port', '0', '--site', site.directory, '--data', join(scratch, 'a-file')], /a-file|directory/i);
  mistake([...serve, '--host', '0.0.0.0', '--rate-limit', 'off'], /loopback/);
  mistake([...serve, '--host', '203.0.113.77'], /cannot listen on 203\.0\.113\.77/);
  mistake(['report', 'monthly'], /report/);
  mistake(['restore', join(scratch, 'no-backup'), '--data', data], /no-backup|restore/);
});

await scenario('demo accounts are served on this machine only', async () => {
  const data = join(scratch, 'demo');
  expectEqual(run(['demo', '--data', data]).status, 0);
  expectEqual(run(['demo', '--data', data]).status, 0, 'a second time changes nothing');
  mistake(['serve', '--port', '0', '--site', site.directory, '--data', data, '--host', '0.0.0.0'], /demo accounts/);
});

await scenario('a port in use', async () => {
  const server = await startTestServer({ empty: true });
  mistake(['serve', '--port', String(server.port), '--site', site.directory, '--data', join(scratch, 'second')], /Address already in use/);
  await server.stop();
});

await scenario('a log that nobody reads stops nobody', async () => {
  const port = await freePort();
  const words = ['serve', '--port', String(port), '--data', join(scratch, 'unread'), '--site', site.directory, '--rate-limit', 'off', '--empty'];
  const child = spawn(binary, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((done) => child.once('exit', (code) => done(code)));
  const ask = (path) => fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) });
  await waitUntil('ready', 20, () => ask('/api/v1/ready').then((answer) => answer.ok, () => false));
  // More lines than the pipe and the server's memory for them hold.
  for (let round = 0; round < 300; round += 1) {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask('/api/v1/health')));
    for (const answer of answers) {
      expectEqual(answer.status, 200);
      await answer.arrayBuffer();
    }
  }
  child.kill('SIGTERM');
  let log = '';
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  expectEqual(await ended, 0, 'ends in order with the pipe still full');
  clearTimeout(late);
  for await (const chunk of child.stderr) log += chunk;
  const lines = log.split('\n').slice(0, -1);
  expect(lines.length > 100 && lines.every((line) => / (info|warning) (\w+)|^log_lines_lost count=\d+$/.test(line)), `whole lines: ${log.slice(-300)}`);
});

await scenario('accounts: add, sign in, list, change the password', async () => {
  const data = join(scratch, 'users');
  const add = (name, password, extra = [], unit = 'land') => run(['user', 'add', name, '--name', 'آزمون', '--unit', unit, '--data', data, ...extra], `${password}\n`);
  expectEqual(add('tester', 'a good long password').status, 0);
  expectEqual(add('tester', 'a good long password').status, 1, 'twice');
  expectEqual(add('other', 'short').status, 1, 'a short password');
  expectEqual(add('other', 'a good long password', ['--role', 'king']).status, 1, 'an unknown role');
  expectEqual(add('other', 'a good long password', [], 'nowhere').status, 1, 'an unknown unit');
  const list = run(['user', 'list', '--data', data]).stdout;
  expect(/^tester\tofficer\tland\tenabled\t/.test(list), list);
  const server = await startTestServer({ empty: true, data });
  const { cookie } = await signIn(server, 'tester', 'a good long password');
  await server.stop();
  expectEqual(run(['user', 'password', 'tester', '--data', data], 'another long password\n').status, 0);
  expectEqual(run(['user', 'password', 'nobody', '--data', data], 'another long password\n').status, 1);
  const again = await startTestServer({ empty: true, data });
  expectEqual((await send(again, 'GET', '/api/v1/session', { headers: { Cookie: cookie } })).status, 401, 'the former session has ended');
  await signIn(again, 'tester', 'another long password');
  await again.stop();
});

await scenario('a backup holds what was there, and comes back', async () => {
  const data = join(scratch, 'backup');
  const file = join(scratch, 'backup.file');
  const server = await startTestServer({ empty: true, data });
  const { tracking_code } = (await submit(server, complaint())).json();
  const backup = run(['backup', file, '--data', data]);
  await server.stop();
  expectEqual(backup.status, 0, backup.stderr);
  expect(existsSync(file), 'the file');
  expectEqual(run(['verify', '--data', data]).status, 0);
  const other = join(scratch, 'restored');
  const restored = run(['restore', file, '--data', other]);
  expectEqual(restored.status, 0, restored.stderr);
  const second = await startTestServer({ empty: true, data: other });
  const found = await send(second, 'POST', '/api/v1/cases/lookup', { json: { tracking_code, mobile_last4: '4567' } });
  expectEqual(found.status, 200);
  await second.stop();
  writeFileSync(join(scratch, 'broken'), readFileSync(file).subarray(0, 5000));
  expectEqual(run(['restore', join(scratch, 'broken'), '--data', other]).status, 1, 'a broken backup');
});

await scenario('SIGTERM: what was accepted is finished, and the exit code is 0', async () => {
  const data = join(scratch, 'term');
  const server = await startTestServer({ empty: true, data, args: ['--rate-limit', 'off'] });
  const sent = Array.from({ length: 64 }, () => submit(server, complaint()).catch(() => null));
  await Promise.race(sent); // some are answered, others are on their way
  const idle = createConnection(server.port, '127.0.0.1');
  idle.on('error', () => {});
  const end = await server.stop();
  expectEqual(end, { code: 0, signal: null });
  const codes = (await Promise.all(sent)).filter((answer) => answer?.status === 201).map((answer) => answer.json().tracking_code);
  expect(codes.length > 0, 'some were accepted');
  idle.destroy();
  const again = await startTestServer({ empty: true, data, args: ['--rate-limit', 'off'] });
  for (const tracking_code of codes) {
    expectEqual((await send(again, 'POST', '/api/v1/cases/lookup', { json: { tracking_code, mobile_last4: '4567' } })).status, 200);
  }
  expectEqual((await send(again, 'GET', '/api/v1/bench/hello?bytes=100')).text.length, 100);
  expectEqual((await send(again, 'POST', '/api/v1/bench/hello?bytes=100', { json: { any: 'thing' } })).text.length, 100);
  await again.stop();
});

await scenario('behind a proxy that ends TLS: secure cookies, the client counts by its own address', async () => {
  const server = await startTestServer({ args: ['--behind-tls'] });
  const from = (address) => ({ 'X-Forwarded-For': address, Origin: `https://127.0.0.1:${server.port}` });
  const answer = await send(server, 'POST', '/api/v1/session', { json: { username: 'karshenas', password: 'demo-hamandish' }, headers: from('198.51.100.1') });
  expect(/^__Host-session=.*; Secure$/.test(answer.headers['set-cookie'][0]), answer.headers['set-cookie'][0]);
  expect(answer.headers['strict-transport-security'].includes('max-age'), 'HSTS');
  const lookups = async (address) => {
    const all = [];
    for (let i = 0; i < 31; i += 1) all.push((await send(server, 'POST', '/api/v1/cases/lookup', { json: { tracking_code: '1' }, headers: from(address) })).status);
    return all;
  };
  expect((await lookups('198.51.100.2')).includes(429), 'one address is limited');
  expect((await lookups('198.51.100.2, 198.51.100.3'))[0] !== 429, 'another is not; only the last of the list counts');
  expectEqual((await send(server, 'GET', '/metrics', { headers: from('198.51.100.4') })).status, 404, 'metrics from outside');
  await server.stop();
});

site.remove();
rmSync(scratch, { recursive: true, force: true });
finish();
