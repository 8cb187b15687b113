// The sample views (tests/support/*_views.cpp) as documents with the real style sheet and font, without a server: what
// golden_views writes, put into the plainest shell.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const made = join(root, 'build/test/views');
const font = join(made, 'hamandish.ttf');

export const viewNames = [
  'every_kind', 'home', 'desk', 'complaint', 'complaint_errors', 'receipt', 'track', 'track_found', 'login', 'gallery', 'inbox', 'staff_case',
];

// Writes the views and the font; and, for these widths, where the canvas would put everything.
export function makeViews(widths = []) {
  mkdirSync(made, { recursive: true });
  const profile = join(root, 'assets/profiles/khorasan-agri.json');
  execFileSync(join(root, 'build/native/tests/golden_views'), [profile, made, '--html']);
  execFileSync(join(root, 'fonts/subset'), [join(root, 'node_modules/vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf'), font]);
  if (widths.length) execFileSync(join(root, 'build/native/tests/view_places'), [profile, font, made, ...widths.map(String)]);
}

// The placements of web/ui for a view: {id, x, y, width, height} and, for texts, {textX, textY, textWidth, lineHeight}.
export function canvasPlaces(name, width) {
  const lines = readFileSync(join(made, `${name}-${width}.txt`), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [id, ...numbers] = line.split(' ');
    const [x, y, boxWidth, height, textX, textY, textWidth, lineHeight] = numbers.map(Number);
    return { id, x, y, width: boxWidth, height, textX, textY, textWidth, lineHeight };
  });
}

function document(name) {
  const sheet = readFileSync(join(root, 'web/shell/style.css'), 'utf8').replace('{{font}}', '/font.ttf');
  const style = readFileSync(join(made, 'theme.css'), 'utf8') + sheet;
  const body = readFileSync(join(made, `${name}.html`), 'utf8');
  return `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>${name}</title>` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><style>${style}</style></head><body><div id="page">${body}</div></body></html>`;
}

// Shows a view on a page of playwright and waits for its font.
export async function showView(page, name) {
  await page.route('http://views.test/**', (route) =>
    route.request().url().endsWith('/font.ttf')
      ? route.fulfill({ body: readFileSync(font), contentType: 'font/ttf' })
      : route.fulfill({ body: document(name), contentType: 'text/html; charset=utf-8' }));
  await page.goto(`http://views.test/${name}`);
  await page.evaluate(() => document.fonts.ready);
}
