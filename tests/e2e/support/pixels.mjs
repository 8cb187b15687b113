// Colours of a screenshot, read with a page of the browser itself: no picture library is needed.
let reader;

// A picture as {width, height, at(x, y) -> [r, g, b]}; x and y in CSS pixels, `scale` device pixels for each.
export async function pixels(page, options = {}) {
  const png = await page.screenshot(options);
  reader ??= await page.context().browser().newPage();
  const { width, height, data } = await reader.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const bytes = context.getImageData(0, 0, image.width, image.height).data;
    let text = '';
    for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, png.toString('base64'));
  const bytes = Buffer.from(data, 'base64');
  const scale = await page.evaluate(() => devicePixelRatio);
  return {
    width,
    height,
    scale,
    at(x, y) {
      const i = 4 * (Math.min(height - 1, Math.max(0, Math.floor(y * scale))) * width + Math.min(width - 1, Math.max(0, Math.floor(x * scale))));
      return [bytes[i], bytes[i + 1], bytes[i + 2]];
    },
  };
}

export const forgetReader = () => (reader = undefined);

// WCAG 2.2.
export function contrast(a, b) {
  const luminance = (colour) => {
    const [r, g, b2] = colour.map((byte) => {
      const c = byte / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b2;
  };
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

// The colour that is most frequent in a rectangle (the ground), and the greatest contrast that any pixel has to it (the
// ink at its fullest).
export function groundAndInk(picture, box) {
  const counts = new Map();
  const step = 1 / picture.scale;
  for (let y = box.y; y < box.y + box.height; y += step) {
    for (let x = box.x; x < box.x + box.width; x += step) {
      const [r, g, b] = picture.at(x, y);
      const key = (r << 16) | (g << 8) | b;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const colours = [...counts.entries()].sort((a, b) => b[1] - a[1]).map(([key]) => [key >> 16, (key >> 8) & 255, key & 255]);
  const ground = colours[0] ?? [255, 255, 255];
  return { ground, contrast: Math.max(1, ...colours.map((colour) => contrast(colour, ground))) };
}
