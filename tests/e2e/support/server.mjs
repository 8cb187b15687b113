// Starts the real server with its own temporary data directory on a free loopback port; used by the browser tests, the
// HTTP tests and the benchmarks.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
const binary = process.env.HAMANDISH_SERVER ?? join(root, 'build/native/server/hamandish');

export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

export async function waitUntil(what, seconds, condition) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await condition()) return;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

// Options: profile, empty (no demo data), data (a directory to keep, for restarts), port, args (further arguments),
// patience (seconds until it answers).
// The answer has url, port, data, log(), stop() (SIGTERM, waits) and kill() (SIGKILL, waits).
export async function startServer({ profile = 'khorasan-agri', empty = false, data, port, args = [], patience = 60 } = {}) {
  const own = data === undefined;
  const directory = data ?? mkdtempSync(join(tmpdir(), 'hamandish-'));
  const chosen = port ?? (await freePort());
  const command = ['serve', '--port', String(chosen), '--data', directory, '--profile', profile, ...args];
  command.push(empty ? '--empty' : '--demo');
  const child = spawn(binary, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exited = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  let gone = false;
  exited.then(() => (gone = true));
  const url = `http://127.0.0.1:${chosen}`;
  await waitUntil(`server ${command.join(' ')}\n${output}`, patience, async () => {
    if (gone) throw new Error(`the server ended at once:\n${output}`);
    return fetch(`${url}/api/v1/ready`).then((answer) => answer.ok, () => false);
  });
  const end = async (signal) => {
    if (!gone) child.kill(signal);
    const result = await exited;
    if (own) rmSync(directory, { recursive: true, force: true });
    return result;
  };
  return { url, port: chosen, data: directory, child, log: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
