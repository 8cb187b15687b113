// Calls into the app (web/main_web.cpp) with strings as arguments: each goes as UTF-8 into a room that the app makes.
import createModule from 'hamandish-glue';

const encoder = new TextEncoder();
let module;

// `wasm`: a Response whose bytes are compiled as they arrive. `host`: the functions of web/platform/host.h.
export async function load(wasm, host) {
  module = await createModule({
    host,
    instantiateWasm(imports, done) {
      WebAssembly.instantiateStreaming(wasm, imports).then(({ instance, module: compiled }) => done(instance, compiled), module_failed);
      return {};
    },
    onAbort: (why) => module_failed(new Error(why)),
  });
}

let module_failed = (error) => {
  throw error;
};
export const failed = new Promise((_, reject) => (module_failed = reject));

function put(slot, argument) {
  const bytes = typeof argument === 'string' ? encoder.encode(argument) : new Uint8Array(argument);
  const at = module._app_room(slot, bytes.length);
  module.HEAPU8.set(bytes, at);
}

// call('input', ['subject', 'text']) or call('frame', [], 0, 740, 2)
export function call(name, texts = [], ...numbers) {
  texts.forEach((text, slot) => put(slot, text));
  return module[`_app_${name}`](...numbers);
}

export const glue = () => module;
