// The browser's body of web/platform/baseline.h: a line of the given size with an empty box on its baseline, measured. Asked
// once for each style of text. An emscripten JS library.
mergeInto(LibraryManager.library, {
  $HmBaseline: {
    measure: (size, lineHeight) => {
      if (!document.fonts.check(`${size}px Hamandish`)) return -1;
      const line = document.createElement('div');
      const mark = line.appendChild(document.createElement('span'));
      // Through the CSSOM: the CSP refuses style attributes.
      Object.assign(line.style, {
        position: 'absolute', top: '0', visibility: 'hidden', whiteSpace: 'pre', textRendering: 'geometricPrecision',
        font: `${size}px/${lineHeight}px Hamandish`,
      });
      Object.assign(mark.style, { display: 'inline-block', width: '0', height: '0' });
      line.append('x');
      document.body.append(line);
      const distance = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
      line.remove();
      return distance;
    },
  },

  hm_baseline__deps: ['$HmBaseline'],
  hm_baseline: function (size, lineHeight) { // emcc 3.1.6 loses arrow functions here
    return HmBaseline.measure(size, lineHeight);
  },
});
