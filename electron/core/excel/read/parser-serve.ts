import { AppError } from '#shared/rpc/app-error.ts';
import { parseWorkbook } from './parse-workbook.ts';
import type { ParseReply, ParseRequest } from './parser-protocol.ts';
import { readForeignFile } from './preflight.ts';
import { packWorkbook } from './workbook-wire.ts';

/** Over this a process is replaced after its parse, so that one large file does not count against the next. */
const RETIRE_MB = 300;

type Port = { post(reply: ParseReply): void; listen(listener: (request: ParseRequest) => void): void };

/** Answers parse requests one after the other. `running` tells the watchdog which one is at work. */
export function serveParser(running: Int32Array<SharedArrayBuffer>): void {
  const port = openPort();
  const builtIns = builtInNames();
  port.listen(async (request) => {
    Atomics.store(running, 0, request.id);
    const outcome = await parseFile(request.path);
    // A library that let a file write to Object.prototype must not parse, or answer, anything more.
    const isTampered = builtInNames() !== builtIns;
    const retire = isTampered || process.memoryUsage.rss() > RETIRE_MB * 1024 * 1024;
    const safe = isTampered ? ({ ok: false, code: 'WORKBOOK_UNSAFE', params: { where: '内容' } } as const) : outcome;
    port.post({ id: request.id, retire, ...safe });
    Atomics.store(running, 0, 0);
  });
}

type Outcome =
  | Pick<Extract<ParseReply, { ok: true }>, 'ok' | 'workbook'>
  | Pick<Extract<ParseReply, { ok: false }>, 'ok' | 'code' | 'params'>;

async function parseFile(path: string): Promise<Outcome> {
  try {
    return { ok: true, workbook: packWorkbook(await parseWorkbook(await readForeignFile(path))) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, params: error.params };
    return { ok: false, code: 'PARSE_CRASHED', params: {} };
  }
}

function builtInNames(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).map(String).join())
    .join('\n');
}

/** The part of Electron's utility process that is used here; electron/core may not import electron. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: ParseRequest }) => void): void;
};

function openPort(): Port {
  const electronPort = 'parentPort' in process ? process.parentPort : undefined;
  if (electronPort !== undefined && electronPort !== null) {
    // Boundary: Electron adds this object to `process`, and only our host sends through it.
    const port = electronPort as ParentPort;
    return {
      post: (reply) => port.postMessage(reply),
      listen: (listener) => port.on('message', (event) => listener(event.data)),
    };
  }
  process.on('disconnect', () => process.exit(0));
  return {
    post: (reply) => process.send?.(reply),
    // Boundary: only our host holds the other end of this channel.
    listen: (listener) => process.on('message', (message) => listener(message as ParseRequest)),
  };
}
