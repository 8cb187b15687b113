// What has been loaded once opens without a network: the site's files, the public pages, the organisation's profile. Pages
// come from the network as long as there is one; a page that was never opened is opened by the app on the shell of another.
const build = BUILD; // the hash of all files: a new build starts with an empty cache
const files = FILES; // their addresses; the names carry hashes
const later = LATER; // those of the staff's program: kept once they were needed
const patience = 4000; // then a kept page is shown

const store = () => caches.open(build);
const isPage = (answer) => answer.ok && !/no-store/.test(answer.headers.get('Cache-Control') ?? 'no-store');

// The key of a form belongs to one sending: a kept form has none, and the app makes its own.
async function keep(request, answer) {
  const kept = answer.headers.get('Content-Type')?.startsWith('text/html')
    ? new Response((await answer.text()).replace(/(<input[^>]*name="?idempotency_key"?[^>]*value=)"?[^">\s]*"?/, '$1""'), answer)
    : answer;
  await (await store()).put(request, kept);
}

async function fromNetwork(event) {
  const answer = await fetch(event.request);
  if (isPage(answer)) event.waitUntil(keep(event.request, answer.clone()));
  return answer;
}

async function page(event) {
  const cache = await store();
  const kept = () => cache.match(event.request, { ignoreSearch: true });
  const network = fromNetwork(event);
  const late = new Promise((done) => setTimeout(done, patience)).then(kept);
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch (error) {
    const any = (await kept()) ?? (event.request.mode === 'navigate' && ((await cache.match('/')) ?? (await cache.match('/desk'))));
    if (any) return any;
    throw error;
  }
}

async function kept(request) {
  const found = await (await store()).match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) (await store()).put(request, answer.clone());
  return answer;
}

addEventListener('install', (event) => {
  event.waitUntil(store().then((cache) => cache.addAll([...files, '/', '/api/v1/profile'])).then(() => skipWaiting()));
});
addEventListener('activate', (event) => {
  const others = caches.keys().then((names) => Promise.all(names.filter((name) => name !== build).map((name) => caches.delete(name))));
  event.waitUntil(others.then(() => clients.claim()));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (files.includes(pathname) || later.includes(pathname)) event.respondWith(kept(request));
  else if (request.mode === 'navigate' || pathname === '/api/v1/profile') event.respondWith(page(event));
});
