// Sixty and more e-mails as they really come: each made here, none copied. `odd(n)` puts a word into each by which its
// case is found. text: what the case must hold; not: what must be folded away; outcome 'none': a machine's mail, no case.
const crlf = (text) => text.replace(/\r?\n/g, '\r\n');
const word = (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
// The letters of windows-1256 and iso-8859-6 that the samples need.
const cp1256 = { آ: 0xc2, ا: 0xc7, ب: 0xc8, پ: 0x81, ت: 0xca, چ: 0x8d, خ: 0xce, د: 0xcf, ر: 0xd1, ز: 0xd2, س: 0xd3, ش: 0xd4, ع: 0xda, ق: 0xde, ک: 0x98, گ: 0x90, ل: 0xe1, م: 0xe3, ن: 0xe4, ه: 0xe5, و: 0xe6, ي: 0xed, ی: 0xed, ط: 0xd8, ' ': 32, '.': 46 };
const iso6 = { آ: 0xc2, ا: 0xc7, ب: 0xc8, ت: 0xca, خ: 0xce, د: 0xcf, ر: 0xd1, ز: 0xd2, س: 0xd3, ش: 0xd4, ع: 0xd9, ق: 0xe2, ل: 0xe4, م: 0xe5, ن: 0xe6, ه: 0xe7, و: 0xe8, ي: 0xea, ط: 0xd7, ' ': 32, '.': 46 };
const bytes = (text, map) => Buffer.from([...text].map((letter) => map[letter] ?? letter.charCodeAt(0)));
// Lines of at most seventy characters, never broken within an encoded byte.
const quotedPrintable = (buffer) => {
  let line = '';
  let out = '';
  for (const byte of buffer) {
    const unit = byte > 126 || byte < 32 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte);
    if (line.length + unit.length > 70) {
      out += `${line}=\r\n`;
      line = '';
    }
    line += unit;
  }
  return out + line;
};
const water = 'آب چاه روستا قطع است.';
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

let number = 0;
const mails = [];
// head: further header lines; body: string or Buffer; type: Content-Type and further lines.
function add(name, { head = '', subject, type = 'text/plain; charset=utf-8', body = water, encoding = '8bit', from, bare, ...wanted }) {
  const key = `odd${(number += 1)}x`;
  const sender = from === undefined ? `From: ${word('مریم ولی‌زاده')} <citizen${number}@mail.example>` : from;
  const lines = bare ?? crlf(`${sender}\nTo: water@organisation.example\nSubject: ${subject ?? `${key} ${word('آب روستا')}`}\nMessage-ID: <${key}@mail.example>\nDate: Sat, 21 Nov 2026 08:00:00 +0330\nMIME-Version: 1.0\nContent-Type: ${crlf(type)}\nContent-Transfer-Encoding: ${encoding}\n${head}\n`);
  mails.push({ name, key, raw: Buffer.concat([Buffer.from(lines, 'utf8'), Buffer.isBuffer(body) ? body : Buffer.from(crlf(body))]), text: water, ...wanted });
}
const parts = (kind, ...all) => ({ type: `multipart/${kind}; boundary="b0undary"`, encoding: '7bit', body: Buffer.concat([...all.flatMap((part) => [Buffer.from('--b0undary\r\n'), Buffer.isBuffer(part) ? part : Buffer.from(crlf(part)), Buffer.from('\r\n')]), Buffer.from('--b0undary--\r\n')]) });
const html = (body, charset = 'utf-8') => `Content-Type: text/html; charset=${charset}\n\n<html><head><style>p{color:red}</style><title>عنوان</title></head><body dir="rtl">${body}</body></html>`;
const plain = (body) => `Content-Type: text/plain; charset=utf-8\n\n${body}`;
const file = (head, content) => `${head}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64')}`;

// Charsets
add('utf-8, eight bits', {});
add('utf-8, base64', { encoding: 'base64', body: Buffer.from(water).toString('base64') });
add('utf-8, quoted-printable', { encoding: 'quoted-printable', body: quotedPrintable(Buffer.from(water)) });
add('windows-1256', { type: 'text/plain; charset=windows-1256', body: bytes(water, cp1256) });
add('windows-1256 under its other name', { type: 'text/plain; charset=cp1256', body: bytes(water, cp1256) });
add('windows-1256 that calls itself nothing', { type: 'text/plain', body: bytes(water, cp1256) });
add('windows-1256 that calls itself us-ascii', { type: 'text/plain; charset=us-ascii', body: bytes(water, cp1256) });
add('windows-1256 that calls itself utf-8', { type: 'text/plain; charset=utf-8', body: bytes(water, cp1256) });
add('windows-1256 that calls itself iso-8859-6', { type: 'text/plain; charset=iso-8859-6', body: bytes(`${water} پ`, cp1256) });
add('iso-8859-6', { type: 'text/plain; charset=iso-8859-6', body: bytes('اب شرب روستا قطع است.', iso6), text: 'اب شرب روستا قطع است.' });
add('utf-8 that calls itself iso-8859-1', { type: 'text/plain; charset=iso-8859-1' });
add('utf-8 that calls itself windows-1256', { type: 'text/plain; charset=windows-1256' });
add('a charset that nobody knows', { type: 'text/plain; charset=x-persian-99' });
add('utf-16 in base64', { type: 'text/plain; charset=utf-16le', encoding: 'base64', body: Buffer.from(water, 'utf16le').toString('base64') });
add('a byte order mark', { body: `\ufeff${water}` });
add('NUL in the text', { body: `${water}\0` });
add('no Content-Type at all', { bare: crlf(`From: a@odd.example\nSubject: odd18x\nMessage-ID: <odd18x@m>\n\n`).replace('odd18x', 'odd17x').replace('odd18x', 'odd17x') });
// Subjects and names
add('raw utf-8 in the subject', { subject: 'odd18x آب روستا' });
add('windows-1256 words in the subject', { subject: `odd19x =?windows-1256?B?${bytes('آب روستا', cp1256).toString('base64')}?=` });
add('a subject of many encoded words', { subject: `odd20x ${word('آب')}\r\n ${word(' روس')}\r\n ${word('تا')}` });
add('an encoded word cut within a letter', { subject: `odd21x =?utf-8?B?${Buffer.from('آب').subarray(0, 3).toString('base64')}?= =?utf-8?B?${Buffer.from('آب').subarray(3).toString('base64')}?=` });
add('a Q word in capitals and small', { subject: 'odd22x =?UTF-8?q?=D8=A2=D8=A8?=' });
add('no subject', { subject: '', body: `odd23x ${water}` });
add('a subject of a thousand letters', { subject: `odd24x ${word('آب'.repeat(20))} ${'long '.repeat(200)}` });
add('no name of the sender', { from: 'From: citizen25@mail.example' });
add('a name with comma and quotes', { from: 'From: "Valizadeh, \\"Maryam\\"" <citizen26@mail.example>' });
add('capitals in the address', { from: 'From: Citizen27@Mail.Example' });
add('a name in raw windows-1256', { bare: Buffer.concat([Buffer.from('From: '), bytes('مريم', cp1256), Buffer.from('<c28@mail.example>\r\nSubject: odd28x\r\nMessage-ID: <odd28x@m>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n')]).toString('latin1').replace(/[\x80-\xff]+/g, 'Maryam ') });
// HTML and alternatives
add('plain and HTML', { ...parts('alternative', plain(water), html('<p>نسخهٔ دیگر</p>')), not: 'نسخهٔ دیگر' });
add('HTML alone', { ...parts('mixed', html(`<p>سلام</p><p>${water}</p>`)) });
add('HTML with entities', { ...parts('mixed', html('<p>آب&nbsp;چاه &lt;روستا&gt; قطع&#8204;است &amp; خشک</p>')), text: 'آب چاه <روستا> قطع‌است & خشک' });
add('HTML with script, style and comment', { ...parts('mixed', html(`<script>alert("x")</script><!-- نهان --><style>b{}</style>${water}`)), not: 'alert' });
add('HTML whose tags are never closed', { ...parts('mixed', html(`<div><p><b>${water}<table><tr><td>خانه`)) });
add('HTML with a list', { ...parts('mixed', html('<ul><li>یک</li><li>دو</li></ul>')), text: '- یک\n- دو' });
add('HTML with remote pictures', { ...parts('mixed', html(`${water}<img src="http://tracker.example/x.gif" onerror="x()">`)), not: 'tracker' });
add('an empty plain part beside the HTML', { ...parts('alternative', plain(' \n'), html(`<p>${water}</p>`)) });
add('HTML in windows-1256', { ...parts('mixed', Buffer.concat([Buffer.from('Content-Type: text/html; charset=windows-1256\r\n\r\n<p>'), bytes(water, cp1256), Buffer.from('</p>')])) });
add('«<» that is no tag', { ...parts('mixed', html('دما <5 درجه و >2')), text: 'دما <5 درجه و >2' });
// Histories
const old = 'متن قدیمی سازمان';
add('a Gmail reply in plain text', { body: `${water}\n\nOn Sat, Nov 21, 2026 at 8:00 AM Organisation <a@b.example> wrote:\n> ${old}\n> ${old}`, not: old });
add('a Gmail reply in Persian', { body: `${water}\n\nدر تاریخ شنبه ۳۰ آبان ۱۴۰۵ سازمان نوشت:\n\n> ${old}`, not: old });
add('an attribution on two lines', { body: `${water}\n\nOn Sat, Nov 21, 2026 at 8:00 AM Organisation\n<a@b.example> wrote:\n\n> ${old}`, not: old });
add('an Outlook reply in plain text', { body: `${water}\n\n-----Original Message-----\nFrom: Organisation\nSent: Saturday\n\n${old}`, not: old });
add('an Outlook reply in HTML', { ...parts('mixed', html(`<p>${water}</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p>From: x</p></div><p>${old}</p>`)), not: old });
add('a Gmail reply in HTML', { ...parts('alternative', html(`<div dir="rtl">${water}</div><div class="gmail_quote">On Sat wrote:<blockquote>${old}</blockquote></div>`)), not: old });
add('a phone: blockquote', { ...parts('mixed', html(`${water}<br><blockquote type="cite"><div>${old}</div></blockquote>`)), not: old });
add('a line of underscores', { body: `${water}\n________________________________\nFrom: x\n${old}`, not: old });
add('answers between the lines stay', { body: `> کدام روستا؟\nخور\n> کدام چاه؟\n${water}` });
add('only forwarded', { body: `---------- Forwarded message ---------\nFrom: x\n\n${water}` });
// Files
add('a picture', { ...parts('mixed', plain(water), file('Content-Type: image/png; name="a.png"\nContent-Disposition: attachment; filename="a.png"', png)), files: ['a.png'] });
add('a name by RFC 2231', { ...parts('mixed', plain(water), file(`Content-Type: image/png\nContent-Disposition: attachment; filename*=UTF-8''${encodeURIComponent('عکس چاه.png')}`, png)), files: ['عکس چاه.png'] });
add('a name by RFC 2231 in pieces', { ...parts('mixed', plain(water), file(`Content-Type: image/png\nContent-Disposition: attachment;\n filename*0*=UTF-8''${encodeURIComponent('عکس')};\n filename*1*=${encodeURIComponent(' چاه')}.png`, png)), files: ['عکس چاه.png'] });
add('a name by RFC 2047', { ...parts('mixed', plain(water), file(`Content-Type: image/png; name="${word('عکس.png')}"\nContent-Disposition: attachment`, png)), files: ['عکس.png'] });
add('a picture within the text', { ...parts('related', html(`${water}<img src="cid:p1">`), file('Content-Type: image/png; name="p.png"\nContent-ID: <p1>\nContent-Disposition: inline; filename="p.png"', png)), files: ['p.png'] });
add('a picture without a name', { ...parts('mixed', plain(water), file('Content-Type: image/png', png)), files: ['file.png'] });
add('a name with a path', { ...parts('mixed', plain(water), file('Content-Type: image/png\nContent-Disposition: attachment; filename="C:\\\\Users\\\\x\\\\a.png"', png)), files: ['a.png'] });
add('a program is not taken', { ...parts('mixed', plain(water), file('Content-Type: application/x-msdownload\nContent-Disposition: attachment; filename="a.exe"', Buffer.from('MZ\x90\0program'))), files: [], refused: 'a.exe' });
add('a program under a picture\'s name is not taken', { ...parts('mixed', plain(water), file('Content-Type: image/png\nContent-Disposition: attachment; filename="b.png"', Buffer.from('MZ\x90\0program'))), files: [], refused: 'b.png' });
add('a message within a message', { ...parts('mixed', plain('به پیوست'), `Content-Type: message/rfc822\n\nFrom: x@y.example\nSubject: inner\nContent-Type: text/plain; charset=utf-8\n\n${water}`) });
// Broken
add('a boundary that never comes', { type: 'multipart/mixed; boundary="nowhere"', encoding: '7bit', body: 'nothing', text: '' });
add('an end that is missing', { type: 'multipart/mixed; boundary="b0undary"', encoding: '7bit', body: `--b0undary\nContent-Type: text/plain; charset=utf-8\n\n${water}` });
add('base64 that breaks off', { encoding: 'base64', body: Buffer.from(`${water}${water}`).toString('base64').slice(0, -7) });
add('quoted-printable with bare equals', { encoding: 'quoted-printable', body: `=ZZ ${quotedPrintable(Buffer.from(water))}` });
add('bare line feeds', { bare: `From: c${63}@mail.example\nSubject: odd63x\nMessage-ID: <odd63x@m>\nContent-Type: text/plain; charset=utf-8\n\n` });
add('two subjects, two froms', { body: `odd${mails.length + 1}x ${water}`, head: 'Subject: another\nFrom: other@mail.example\n' });
add('a line of a hundred thousand letters', { body: `${water} ${'الف'.repeat(33000)}` });
// Machines: kept, no case, no answer
for (const [name, head] of [
  ['a vacation notice', 'Auto-Submitted: auto-replied'], ['a notice of Exchange', 'X-Auto-Response-Suppress: All'], ['a mailing list', 'List-Id: <x.example>'],
  ['a newsletter', 'List-Unsubscribe: <mailto:x@y.example>'], ['bulk', 'Precedence: bulk'], ['an old autoreply', 'X-Autoreply: yes'], ['a bounce', 'Return-Path: <>'],
]) add(name, { head: `${head}\n`, outcome: 'none' });
add('a report of delivery', { ...parts('report', plain(water), 'Content-Type: message/delivery-status\n\nStatus: 5.1.1'), outcome: 'none' });
add('the mailer daemon', { from: 'From: Mail Delivery <MAILER-DAEMON@mail.example>', outcome: 'none' });
add('no sender', { from: 'X-No: sender', outcome: 'none' });
add('our own address', { from: 'From: water@organisation.example', outcome: 'none' });
add('a person who says so', { head: 'Auto-Submitted: no\n' });
// Thousands of parts within parts: a bomb, not a letter.
const deep = Array.from({ length: 3000 }, (_, i) => `Content-Type: multipart/mixed; boundary="d${i}"\r\n\r\n--d${i}`).join('\r\n');
add('three thousand parts within one another', { bare: `From: bomb@mail.example\r\nSubject: odd78x\r\nMessage-ID: <odd78x@m>\r\n${deep}\r\n\r\n`, body: '', outcome: 'none' });

export { mails };
