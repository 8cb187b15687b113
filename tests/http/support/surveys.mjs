// Surveys as a browser without JavaScript answers them, and as staff build them.
import { send } from './scenario.mjs';

export const form = (fields, headers = {}) => ({
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});

// What a browser would send: the fields of the form as they stand, and the names of its buttons.
const unescape = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
export function formIn(html) {
  const body = html.match(/<form[^>]*id="survey"[\s\S]*?<\/form>/)?.[0];
  if (!body) return null;
  const fields = {};
  for (const [tag] of body.matchAll(/<input[^>]*>/g)) {
    const name = tag.match(/ name="([^"]*)"/)?.[1];
    const type = tag.match(/ type="([^"]*)"/)?.[1];
    const value = unescape(tag.match(/ value="([^"]*)"/)?.[1] ?? '');
    if (!name || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag)) continue;
    fields[name] = value;
  }
  for (const [, name, value] of body.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)) fields[name] = unescape(value);
  for (const [, name, options] of body.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    fields[name] = options.match(/value="([^"]*)" selected/)?.[1] ?? '';
  }
  const press = Object.fromEntries([...body.matchAll(/name="press" value="([^"]*)"/g)].map(([, value]) => [value.split('.')[0], value]));
  const radios = new Set([...body.matchAll(/<input[^>]*name="([^"]*)"[^>]*type="radio"/g)].map(([, name]) => name));
  return { fields, press, radios: [...radios], target: body.match(/action="([^"]*)"/)[1] };
}

// A citizen with a browser without JavaScript.
export async function visitor(server, path) {
  let cookie = '';
  const take = (answer) => {
    const set = answer.headers['set-cookie']?.[0];
    if (set) cookie = set.split(';')[0];
    return answer;
  };
  const first = take(await send(server, 'GET', path));
  return {
    page: first,
    get cookie() { return cookie; },
    async press(which, changes = {}) {
      const now = formIn(this.page.text);
      this.page = take(await send(server, 'POST', now.target, form({ ...now.fields, ...changes, press: now.press[which] }, { Cookie: cookie })));
      return this.page;
    },
    get: async (address) => take(await send(server, 'GET', address, { headers: { Cookie: cookie } })),
  };
}

// The required answers of the ready survey of satisfaction.
export const needed = { q1: '4', q3: '3', q7: '5', q9: '4', q13: '4' };
export async function walkThrough(one, extra = {}) {
  for (let step = 0; step < 12 && one.page.status === 200; step += 1) await one.press('next', { ...needed, ...extra });
  return one.page;
}
