// Local servers that play the documented interfaces of SMS gateways, and a real Kannel with its own configuration.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../../e2e/support/server.mjs';

export const secret = 'a-secret-of-the-tests';

// answer(request) gives { status, body (text or value), wait, headers, drop }; request has method, path, query, form, json, text.
export async function startGateway(answer) {
  const requests = [];
  let mode = answer;
  const server = createServer((incoming, response) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', async () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const url = new URL(incoming.url, 'http://x');
      const request = {
        method: incoming.method, path: url.pathname, query: Object.fromEntries(url.searchParams), headers: incoming.headers, text,
        form: /urlencoded/.test(incoming.headers['content-type'] ?? '') ? Object.fromEntries(new URLSearchParams(text)) : {},
        json: /json/.test(incoming.headers['content-type'] ?? '') && text ? JSON.parse(text) : undefined,
      };
      requests.push(request);
      const made = mode(request, requests.length);
      if (made.wait) await new Promise((done) => setTimeout(done, made.wait));
      if (made.drop) return incoming.socket.destroy();
      const body = typeof made.body === 'string' ? made.body : JSON.stringify(made.body ?? {});
      response.writeHead(made.status ?? 200, { 'Content-Type': 'application/json', ...made.headers });
      response.end(body);
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`, port, requests,
    play: (next) => (mode = next),
    stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

// The program as scripts/deps installs it: sbin is not in everybody's PATH.
export function program(name) {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin', '/usr/local/sbin', '/usr/lib/kannel/test'];
  const found = places.map((place) => join(place, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed: run scripts/deps`);
  return found;
}

export function startProgram(name, args, options = {}) {
  const child = spawn(program(name), args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exited = new Promise((done) => child.once('exit', done));
  return {
    child, log: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        const hard = setTimeout(() => child.kill('SIGKILL'), 15000);
        await exited;
        clearTimeout(hard);
      }
    },
  };
}

export async function portCloses(port, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const open = await portOpens(port, 0.01).then(() => true, () => false);
    if (!open) return;
    if (Date.now() > end) throw new Error(`something still listens on ${port}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

export async function portOpens(port, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const open = await new Promise((done) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
      socket.on('error', () => done(false));
    });
    if (open) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nothing listens on ${port}`);
}

// Kannel: bearerbox with a fake centre, and smsbox. The fake centre's line protocol is driven by `centre`: what is sent
// arrives in centre.messages, and centre.send(from, to, text) is a message of a citizen.
// join: Kannel puts parts of messages together itself; without it they are handed over one by one with their headers.
export async function startKannel({ portal, line, join: joins = true }) {
  const directory = mkdtempSync(join(tmpdir(), 'hamandish-kannel-'));
  mkdirSync(join(directory, 'store'));
  const [admin, box, centrePort, sms] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const file = join(directory, 'kannel.conf');
  writeFileSync(file, `
group = core
admin-port = ${admin}
admin-password = tests-only
admin-interface = 127.0.0.1
smsbox-port = ${box}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
store-type = spool
store-location = ${directory}/store
log-file = ${directory}/bearerbox.log
log-level = 1
dlr-storage = internal
sms-combine-concatenated-mo = ${joins}

group = smsc
smsc = fake
smsc-id = fake
host = 127.0.0.1
port = ${centrePort}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sms}
sendsms-interface = 127.0.0.1
global-sender = ${line}
log-file = ${directory}/smsbox.log
log-level = 1

group = sendsms-user
username = portal
password = kannel-key
max-messages = 10
concatenation = true

group = sms-service
keyword = default
catch-all = true
max-messages = 0
concatenation = true
accepted-smsc = fake
get-url = "${portal}/channels/kannel/${secret}?from=%p&to=%P&text=${joins ? '%a' : '%b'}&id=%I&udh=%u"
`);
  const bearer = startProgram('bearerbox', [file], { cwd: directory });
  await portOpens(box);
  await portOpens(centrePort);
  const smsbox = startProgram('smsbox', [file], { cwd: directory });
  await portOpens(sms);
  const messages = [];
  let rest = '';
  const socket = connect(centrePort, '127.0.0.1');
  await new Promise((done) => socket.once('connect', done));
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      messages.push(rest.slice(0, end));
      rest = rest.slice(end + 1);
    }
  });
  socket.on('error', () => {});
  return {
    url: `http://127.0.0.1:${sms}`, messages, directory,
    logs: () => bearer.log() + smsbox.log(),
    // Persian crosses the fake centre as UCS-2 in its own words: «from to udh coding text».
    send: (from, to, text) => socket.write(`${from} ${to} data ${encodeURIComponent(text).replace(/%20/g, '+')}\n`),
    sendText: (from, to, text) => socket.write(`${from} ${to} text ${text}\n`),
    // A part with its user data header, as UCS-2: «from to udh <header> <bytes>», both percent-encoded.
    sendPart: (from, to, udh, text) => socket.write(`${from} ${to} udh ${percent(udh)} ${percent(Buffer.from(text, 'utf8'))}\n`),
    sendRaw: (line2) => socket.write(line2),
    stop: async () => {
      socket.destroy();
      await smsbox.stop();
      await bearer.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const percent = (bytes) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');

export function writeChannels(config) {
  const directory = mkdtempSync(join(tmpdir(), 'hamandish-channels-'));
  const file = join(directory, 'channels.json');
  writeFileSync(file, JSON.stringify(config));
  return { file, directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
