// Loaded before the program (node --import): the clock starts at KYODO_CLOCK and runs on from there, so that pictures taken on
// different days show the same day. The program gives its workers no flags of its host; here they get this one.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const start = process.env['KYODO_CLOCK'];

/** @param {string} moment */
function shiftClock(moment) {
  const RealDate = Date;
  const shift = RealDate.parse(moment) - RealDate.now();
  const now = () => RealDate.now() + shift;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) => Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}

function reachWorkers() {
  /** @type {typeof import('node:worker_threads')} */
  const threads = createRequire(import.meta.url)('node:worker_threads');
  threads.Worker = class extends threads.Worker {
    /** @param {string | URL} file @param {import('node:worker_threads').WorkerOptions} [options] */
    constructor(file, options = {}) {
      super(file, { ...options, execArgv: [...(options.execArgv ?? []), '--import', import.meta.url] });
    }
  };
  syncBuiltinESMExports();
}

if (start !== undefined) {
  shiftClock(start);
  reachWorkers();
}
