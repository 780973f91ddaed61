import { setFlagsFromString } from 'node:v8';

/** So many calls out of WebAssembly no thread makes. */
const never = 2 ** 30;

/**
 * To be called before threads are started from TypeScript sources.
 *
 * Each thread strips types by WebAssembly. What V8 compiles for calls out of it, after a thousand
 * of them, belongs to all threads of the process, and the V8 of Node 24 (13.6) frees it while some
 * thread still counts its own use of it: that spoils the heap, and Node dies of SIGSEGV or SIGABRT.
 * Nothing is compiled before `never`, and so nothing is shared.
 */
export function prepareThreadsFromSources(): void {
  setFlagsFromString(`--wasm-wrapper-tiering-budget=${never}`);
}
