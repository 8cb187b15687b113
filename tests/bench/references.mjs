// What the portal is measured against, served by the same server: the form's page as plain HTML (its text, font, style
// and form, no script), and the same paragraphs drawn by CanvasKit, the way other toolkits fill a canvas.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { root, startServer } from '../e2e/support/server.mjs';

export const formPath = '/desk/new/complaint';
export const plainPath = '/reference-plain.html';
export const canvasKitPath = '/reference-canvaskit.html';

const canvasKit = join(root, 'node_modules/canvaskit-wasm/bin');

// What CanvasKit draws and how: [{text, size, line}] from the page's own blocks.
function paragraphs(html) {
  const sizes = { h1: [24, 40], h2: [20, 34], h3: [18, 32] };
  const blocks = html.slice(html.indexOf('<body')).matchAll(/<(h[1-4]|p|a|label|legend|button|option|li|span)\b[^>]*>([^<]+)</g);
  return [...blocks].map(([, tag, text]) => {
    const [size, line] = sizes[tag] ?? [17, 31];
    return { text: text.replaceAll('&amp;', '&').replaceAll('&lt;', '<'), size, line };
  });
}

// Runs in the browser, as a module.
async function drawWithCanvasKit(content, fontUrl) {
  const canvas = document.querySelector('canvas');
  canvas.width = innerWidth * devicePixelRatio;
  canvas.height = innerHeight * devicePixelRatio;
  const [kit, font] = await Promise.all([
    globalThis.CanvasKitInit({ locateFile: (name) => `/${name}` }),
    fetch(fontUrl).then((answer) => answer.arrayBuffer()),
  ]);
  const surface = kit.MakeWebGLCanvasSurface(canvas) ?? kit.MakeSWCanvasSurface(canvas);
  const fonts = kit.TypefaceFontProvider.Make();
  fonts.registerFont(font, 'Hamandish');
  const drawing = surface.getCanvas();
  drawing.clear(kit.Color(250, 248, 244));
  drawing.scale(devicePixelRatio, devicePixelRatio);
  let y = 16;
  for (const { text, size, line } of content) {
    const style = new kit.ParagraphStyle({
      textDirection: kit.TextDirection.RTL,
      textStyle: { color: kit.BLACK, fontFamilies: ['Hamandish'], fontSize: size, heightMultiplier: line / size },
    });
    const builder = kit.ParagraphBuilder.MakeFromFontProvider(style, fonts);
    builder.addText(text);
    const paragraph = builder.build();
    paragraph.layout(innerWidth - 32);
    if (y < innerHeight) drawing.drawParagraph(paragraph, 16, y);
    y += paragraph.getHeight();
  }
  surface.flush();
  requestAnimationFrame(() => performance.mark('takeover'));
}

// The site with the references added, in a directory of its own.
export async function makeSite() {
  const directory = mkdtempSync(join(tmpdir(), 'hamandish-site-'));
  cpSync(join(root, 'build/web'), directory, { recursive: true });
  const put = (name, content, quality = 11) => {
    const bytes = Buffer.from(content);
    writeFileSync(join(directory, name), bytes);
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(directory, `${name}.br`), brotliCompressSync(bytes, { params }));
  };
  const server = await startServer({ empty: true });
  const page = await (await fetch(server.url + formPath)).text();
  await server.stop();
  const withoutScript = page.replace(/<script[^>]*><\/script>/g, '').replace(/<link rel="(?:modulepreload|manifest|preload" as="(?:fetch|script))"[^>]*>/g, '')
    .replace(/<link rel="?(?:modulepreload|manifest)"?[^>]*>/g, '').replace(/<link[^>]*as="?(?:fetch|script)"?[^>]*>/g, '');
  put(plainPath.slice(1), withoutScript);
  const font = `/${readdirSync(directory).find((name) => /^hamandish\.[0-9a-f]+\.ttf$/.test(name))}`;
  put('reference-canvaskit.js', `(${drawWithCanvasKit})(${JSON.stringify(paragraphs(page))},${JSON.stringify(font)});`);
  put('canvaskit.js', readFileSync(join(canvasKit, 'canvaskit.js')));
  putLarge(directory, 'canvaskit.wasm');
  put(canvasKitPath.slice(1),
    '<!doctype html><html lang=fa dir=rtl><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>CanvasKit</title>' +
    '<link rel=preload href=/canvaskit.wasm as=fetch crossorigin>' +
    `<link rel=preload href=${font} as=fetch crossorigin>` +
    '<script src=/canvaskit.js></script><canvas></canvas><script src=/reference-canvaskit.js type=module></script>');
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

// Brotli takes half a minute for it: once, kept beside the build.
function putLarge(directory, name) {
  const kept = join(root, 'build', `${name}.br`);
  const source = join(canvasKit, name);
  try {
    cpSync(kept, join(directory, `${name}.br`));
  } catch {
    const made = spawnSync('brotli', ['-q', '11', '-w', '24', '-f', '-o', kept, source]);
    if (made.status !== 0) throw new Error(`brotli: ${made.stderr}`);
    cpSync(kept, join(directory, `${name}.br`));
  }
  cpSync(source, join(directory, name));
}
