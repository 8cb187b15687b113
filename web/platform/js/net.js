// Calls to the server, and the files that were chosen.
import { call } from './app.js';

const uploads = new Map(); // number of a call -> its request, while a file is on its way
const files = new Map(); // number of a file -> File
let lastFile = 0;

const answer = (number, status, body) => {
  uploads.delete(number);
  call('answer', [body], number, status);
};

const pairs = (headers) =>
  headers.split('\n').filter(Boolean).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 2)];
  });

// fetch() tells nothing of how far a body is; XMLHttpRequest does.
function upload(number, method, path, headers, file) {
  const request = new XMLHttpRequest();
  uploads.set(number, request);
  request.open(method, path);
  for (const [name, value] of pairs(headers)) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => call('progress', [], number, total ? Math.floor((loaded / total) * 100) : 0);
  request.onload = () => answer(number, request.status, request.responseText);
  request.onerror = request.ontimeout = () => answer(number, 0, '');
  request.send(file);
}

export function send(number, method, path, headers, body, file) {
  if (file) return void upload(number, method, path, headers, files.get(file));
  fetch(path, { method, headers: pairs(headers), body: body || undefined, credentials: 'same-origin', cache: 'no-store' })
    .then((reply) => reply.text().then((text) => [reply.status, text]))
    .catch(() => [0, ''])
    .then(([status, text]) => answer(number, status, text));
}

export function abort(number) {
  uploads.get(number)?.abort();
  uploads.delete(number);
}

// The files of a field, handed to the app. The field is emptied: the same file can be chosen again, and none is sent
// twice.
export function takeFiles(field, dropped = field.files) {
  for (const file of dropped) {
    files.set(++lastFile, file);
    call('file', [file.name], lastFile, file.size);
  }
  field.value = '';
  call('files', [field.name]);
}
