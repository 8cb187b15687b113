// Emscripten's side of web/platform/host.h: each function turns its pointers into values and passes them to
// Module.host, which host.js makes. (emcc 3.1.6 takes only `function`s here, no arrows and no shorthand.)
mergeInto(LibraryManager.library, {
  $hostDecoder: 'new TextDecoder()',
  $hostText__deps: ['$hostDecoder'],
  $hostText: function (at, size) {
    return hostDecoder.decode(HEAPU8.subarray(at, at + size));
  },

  host_show__deps: ['$hostText'],
  host_show: function (title, size) {
    Module.host.show(hostText(title, size));
  },
  host_patch__deps: ['$hostText'],
  host_patch: function (within, withinSize, html, htmlSize) {
    return Module.host.patch(hostText(within, withinSize), hostText(html, htmlSize)) ? 1 : 0;
  },
  host_place__deps: ['$hostText'],
  host_place: function (ids, idsSize, numbers, count, height) {
    Module.host.place(hostText(ids, idsSize), HEAPF32.subarray(numbers >> 2, (numbers >> 2) + count), height);
  },
  host_change_rows__deps: ['$hostText'],
  host_change_rows: function (gone, goneSize, edits, editsSize, html, htmlSize, ids, idsSize, numbers, count) {
    return Module.host.changeRows(hostText(gone, goneSize), hostText(edits, editsSize), hostText(html, htmlSize),
      hostText(ids, idsSize), HEAPF32.subarray(numbers >> 2, (numbers >> 2) + count)) ? 1 : 0;
  },
  host_request_frame: function () {
    Module.host.requestFrame();
  },

  host_fetch__deps: ['$hostText'],
  host_fetch: function (number, method, methodSize, path, pathSize, headers, headersSize, body, bodySize, file) {
    Module.host.fetch(number, hostText(method, methodSize), hostText(path, pathSize), hostText(headers, headersSize),
      hostText(body, bodySize), file);
  },
  host_abort: function (number) {
    Module.host.abort(number);
  },

  host_later: function () {
    Module.host.later();
  },
  host_go__deps: ['$hostText'],
  host_go: function (path, size, replace) {
    Module.host.go(hostText(path, size), replace);
  },
  host_mark__deps: ['$hostText'],
  host_mark: function (mark, size, newEntry) {
    Module.host.mark(hostText(mark, size), newEntry);
  },
  host_focus__deps: ['$hostText'],
  host_focus: function (id, size) {
    Module.host.focus(hostText(id, size));
  },
  host_keep__deps: ['$hostText'],
  host_keep: function (path, pathSize, name, nameSize, value, valueSize) {
    Module.host.keep(hostText(path, pathSize), hostText(name, nameSize), hostText(value, valueSize));
  },
  host_forget__deps: ['$hostText'],
  host_forget: function (path, size, alsoBelow) {
    Module.host.forget(hostText(path, size), alsoBelow);
  },
  host_guard__deps: ['$hostText'],
  host_guard: function (question, size) {
    Module.host.guard(hostText(question, size));
  },
  host_scroll: function () {
    return scrollY;
  },
  host_now: function () {
    return Date.now();
  },
  host_number__deps: ['$hostText'],
  host_number: function (at, size) {
    return Number(hostText(at, size));
  },
  host_number_text: function (value, to, size) {
    const text = String(value) + '\0';
    HEAPU8.set(new TextEncoder().encode(text).subarray(0, size), to);
    return text.length - 1;
  },
  host_random: function (to, size) {
    crypto.getRandomValues(HEAPU8.subarray(to, to + size));
  },
});
