// Calls into the app (web/main_web.cpp) with strings as arguments: each goes as UTF-8 into a room that the app makes.
import createModule from 'hamandish-glue';

const encoder = new TextEncoder();
let module;
let stopped = false;
let reject;

// Rejected when the app cannot be started, or stops later: a programming error.
export const failed = new Promise((_, no) => (reject = no));
export const isStopped = () => stopped;

function fail(error) {
  stopped = true;
  reject(error);
}

// `wasm`: the compiled module. `host`: the functions of web/platform/host.h. `canvas`: what
// web/platform/js/gl.js draws on.
export async function load(wasm, host, canvas) {
  module = await createModule({
    host,
    canvas,
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm), fail);
      return {};
    },
    onAbort: (why) => fail(new Error(why)),
  });
}

function put(slot, argument) {
  const bytes = typeof argument === 'string' ? encoder.encode(argument) : new Uint8Array(argument);
  const at = module._app_room(slot, bytes.length);
  module.HEAPU8.set(bytes, at);
}

// call('input', ['subject', 'text']) or call('frame', [], 0, 740, 2). 0 once the app has stopped.
export function call(name, texts = [], ...numbers) {
  if (stopped) return 0;
  try {
    texts.forEach((text, slot) => put(slot, text));
    return module[`_app_${name}`](...numbers);
  } catch (error) {
    fail(error);
    return 0;
  }
}

// Bytes of the app's memory.
export const memory = () => module.HEAPU8.length;
