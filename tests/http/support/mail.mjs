// A real Dovecot and a real Exim on loopback, each with a configuration of its own in a temporary directory. Exim
// delivers whatever it gets into maildirs, which Dovecot serves and the tests read.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../e2e/support/server.mjs';
import { portCloses, portOpens, program, startProgram } from './gateways.mjs';

const own = userInfo();
const isRoot = own.uid === 0;
// Neither of them works as root for a mailbox: as root they change to nobody.
const idOf = (what) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }).trim());
const mailUser = isRoot ? { name: 'nobody', uid: idOf('-u'), gid: idOf('-g') } : { name: own.username, uid: own.uid, gid: own.gid };

// A certificate for 127.0.0.1 that signs itself, so that it is its own authority.
function makeCertificate(directory) {
  const [key, file] = [join(directory, 'key.pem'), join(directory, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=mail.tests.example', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', file], { stdio: 'ignore' });
  if (isRoot) for (const path of [key, file]) chownSync(path, mailUser.uid, mailUser.gid);
  return { key, file };
}

// tls: IMAP over TLS from the first byte, SMTP with STARTTLS, and neither without.
export async function startMail({ boxes, tls = false }) {
  const directory = mkdtempSync(join(tmpdir(), 'hamandish-mail-'));
  chmodSync(directory, 0o755);
  const made = (path) => {
    mkdirSync(path, { recursive: true });
    if (isRoot) chownSync(path, mailUser.uid, mailUser.gid);
    return path;
  };
  const maildir = (user) => {
    const root = made(join(directory, 'mail', user));
    for (const part of ['cur', 'new', 'tmp']) made(join(root, part));
    return root;
  };
  made(join(directory, 'mail'));
  for (const user of [...boxes, 'others']) maildir(user);
  const run = made(join(directory, 'run'));
  if (isRoot) chownSync(run, 0, 0);
  const [imap, smtp] = [await freePort(), await freePort()];
  const certificate = tls ? makeCertificate(directory) : undefined;

  const group = isRoot ? 'nogroup' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  const inner = isRoot ? '' : `default_internal_user = ${own.username}\ndefault_internal_group = ${group}\ndefault_login_user = ${own.username}\n`;
  const chroot = isRoot ? '' : 'service imap-login {\n  chroot =\n}\nservice anvil {\n  chroot =\n}\n';
  writeFileSync(join(directory, 'dovecot.conf'), `
base_dir = ${run}
state_dir = ${run}
log_path = ${directory}/dovecot.log
protocols = imap
${tls ? `ssl = required\nssl_cert = <${certificate.file}\nssl_key = <${certificate.key}` : 'ssl = no'}
disable_plaintext_auth = ${tls ? 'yes' : 'no'}
listen = 127.0.0.1
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${directory}/mail/%u
${inner}passdb {
  driver = static
  args = password=box-key
}
userdb {
  driver = static
  args = uid=${mailUser.uid} gid=${mailUser.gid} home=${directory}/mail/%u
}
service imap-login {
  inet_listener imap {
    port = ${tls ? 0 : imap}
  }
  inet_listener imaps {
    port = ${tls ? imap : 0}
    ssl = ${tls ? 'yes' : 'no'}
  }
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
${chroot}`);
  const startDovecot = async () => {
    const child = startProgram('dovecot', ['-F', '-c', join(directory, 'dovecot.conf')]);
    await portOpens(imap).catch((error) => {
      throw new Error(`${error.message}\n${child.log()}\n${existsSync(join(directory, 'dovecot.log')) ? readFileSync(join(directory, 'dovecot.log')) : ''}`);
    });
    return child;
  };
  let dovecot = await startDovecot();

  const spool = made(join(directory, 'spool'));
  made(join(directory, 'log'));
  writeFileSync(join(directory, 'exim.conf'), `
exim_user = ${mailUser.name}
exim_group = ${isRoot ? 'nogroup' : group}
spool_directory = ${spool}
log_file_path = ${directory}/log/exim-%slog
keep_environment =
pid_file_path = ${directory}/exim.pid
primary_hostname = mail.tests.example
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${smtp}
tls_advertise_hosts = ${tls ? `*\ntls_certificate = ${certificate.file}\ntls_privatekey = ${certificate.key}` : ''}
host_lookup =
rfc1413_query_timeout = 0s
message_size_limit = 60M
never_users =
deliver_drop_privilege = true
queue_only = false
smtp_accept_queue_per_connection = 0
acl_smtp_rcpt = check_rcpt
acl_smtp_data = accept
begin acl
check_rcpt:
  deny local_parts = refused
  accept
begin routers
known:
  driver = accept
  local_part_suffix = +*
  local_part_suffix_optional
  local_parts = dsearch,filter=dir;${directory}/mail
  transport = boxes
rest:
  driver = accept
  transport = others
begin transports
boxes:
  driver = appendfile
  maildir_format = true
  directory = ${directory}/mail/$local_part_data
  delivery_date_add
  envelope_to_add
  return_path_add
  user = ${mailUser.name}
others:
  driver = appendfile
  maildir_format = true
  directory = ${directory}/mail/others
  user = ${mailUser.name}
begin retry
* * F,1h,1m
`);
  // Exim refuses a configuration that others may write.
  chmodSync(join(directory, 'exim.conf'), 0o644);
  const exim = startProgram('exim4', ['-bdf', '-C', join(directory, 'exim.conf')]);
  await portOpens(smtp).catch((error) => {
    throw new Error(`${error.message}\n${exim.log()}`);
  });

  let serial = 0;
  return {
    directory, certificate: certificate?.file, imapUrl: `imap${tls ? 's' : ''}://127.0.0.1:${imap}`, smtpUrl: `smtp://127.0.0.1:${smtp}`, smtpPort: smtp,
    maildir,
    // Straight into the mailbox, as bytes: what no mail server would have let through is to be read as well.
    put: (user, raw) => {
      const root = maildir(user);
      const name = `${1700000000 + (serial += 1)}.M${serial}P1.tests`;
      writeFileSync(join(root, 'tmp', name), raw);
      if (isRoot) chownSync(join(root, 'tmp', name), mailUser.uid, mailUser.gid);
      renameSync(join(root, 'tmp', name), join(root, 'new', name));
    },
    read: (user) => {
      const root = maildir(user);
      return ['new', 'cur'].flatMap((part) => readdirSync(join(root, part)).sort().map((name) => ({ name, text: readFileSync(join(root, part, name), 'utf8') })));
    },
    // How many of them nobody has marked as seen: Dovecot takes them into cur, where «,S» is said of those.
    unseen: (user) => [...readdirSync(join(maildir(user), 'new')), ...readdirSync(join(maildir(user), 'cur')).filter((name) => !/:2,[A-Z]*S/.test(name))].length,
    // As a citizen's mailer does it.
    send: (from, to, raw) => sendMail(smtp, from, to, raw),
    restartDovecot: async (between = async () => {}) => {
      await dovecot.stop();
      await portCloses(imap);
      await between();
      dovecot = await startDovecot();
    },
    logs: () => ['dovecot.log', 'log/exim-mainlog'].map((name) => join(directory, name)).filter(existsSync).map((path) => readFileSync(path, 'utf8')).join('\n'),
    stop: async () => {
      await exim.stop();
      await dovecot.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function sendMail(port, from, to, raw) {
  const text = raw.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
  const steps = ['EHLO tests.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${text}\r\n.`, 'QUIT'];
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    let rest = '';
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (line[3] === '-') continue;
        if (line[0] > '3') return fail(new Error(line));
        if (steps.length === 0) return done();
        socket.write(Buffer.from(`${steps.shift()}\r\n`, 'latin1'));
      }
    });
    socket.on('error', fail);
    socket.on('close', () => done());
  });
}

export { program };
