// The browser's body of web/text/fallback.h: what our font lacks (emoji, other scripts) is measured and drawn by a 2D canvas in
// the system's fonts. An emscripten JS library.
mergeInto(LibraryManager.library, {
  $HmFallback: {
    canvas: null,
    family: '',
    pixels: null, // of the last picture

    context: function (size) {
      if (!HmFallback.canvas) HmFallback.canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (!HmFallback.family) HmFallback.family = getComputedStyle(document.body).fontFamily; // as in style.css
      HmFallback.canvas.font = size + 'px ' + HmFallback.family;
      HmFallback.canvas.textRendering = 'geometricPrecision'; // unrounded widths, as in style.css; unknown to Safari
      return HmFallback.canvas;
    },

    text: function (pointer, bytes) {
      return new TextDecoder().decode(HEAPU8.slice(pointer, pointer + bytes));
    },

    // Coloured (emoji) or only shades of the black that it was drawn in?
    coloured: function (data) {
      for (let i = 0; i < data.length; i += 4) {
        if (data[i + 3] > 32 && (data[i] > 32 || data[i + 1] > 32 || data[i + 2] > 32)) return true;
      }
      return false;
    },
  },

  hm_fallback_advance__deps: ['$HmFallback'],
  hm_fallback_advance: function (pointer, bytes, size) {
    return HmFallback.context(size).measureText(HmFallback.text(pointer, bytes)).width;
  },

  hm_fallback_draw__deps: ['$HmFallback'],
  hm_fallback_draw: function (pointer, bytes, size, box) {
    const text = HmFallback.text(pointer, bytes);
    let context = HmFallback.context(size);
    const measured = context.measureText(text);
    const left = Math.floor(-measured.actualBoundingBoxLeft) - 1;
    const top = Math.ceil(measured.actualBoundingBoxAscent) + 1;
    const width = Math.ceil(measured.actualBoundingBoxRight) + 1 - left;
    const height = top + Math.ceil(measured.actualBoundingBoxDescent) + 1;
    if (!(width > 0 && height > 0 && width < 512 && height < 512)) return 0;
    context.canvas.width = width;
    context.canvas.height = height;
    context = HmFallback.context(size); // a resized canvas has forgotten its font
    context.fillText(text, -left, top);
    const data = context.getImageData(0, 0, width, height).data;
    const coloured = HmFallback.coloured(data);
    if (!coloured) for (let i = 0; i < data.length; i += 4) data[i] = data[i + 1] = data[i + 2] = 255;
    HmFallback.pixels = data;
    HEAP32.set([width, height, left, top, coloured ? 1 : 0], box >> 2);
    return 1;
  },

  hm_fallback_pixels__deps: ['$HmFallback'],
  hm_fallback_pixels: function (out) {
    HEAPU8.set(HmFallback.pixels, out);
    HmFallback.pixels = null;
  },
});
