import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { limitsToArguments, type ParseRequest, type ParserLimits } from './parser-protocol.ts';

/** One parser process as its host sees it; the desktop shell supplies one made from Electron's utility process. */
export type ParserChild = {
  send(request: ParseRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  /** `standardError` is the end of what the process wrote. Called once, also when it could not be started. */
  onExit(listener: (standardError: string) => void): void;
  kill(): void;
  /** A waiting process must not keep the program alive; a working one must. */
  keepAlive(isBusy: boolean): void;
};

export type LaunchParser = (limits: ParserLimits) => ParserChild;

const KEPT_CHARACTERS = 4_000;
/** Heap below the memory limit, so that V8 collects before the watchdog has to act. */
const HEAP_SHARE = 0.8;

/** Starts parser processes with Node. `entry` defaults to the file beside this one, source or built. */
export function nodeLauncher(entry: string = defaultEntry()): LaunchParser {
  return (limits) => {
    const child = fork(entry, limitsToArguments(limits), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [`--max-old-space-size=${Math.floor(limits.memoryMb * HEAP_SHARE)}`],
      // The parser calculates dates in UTC; NODE_OPTIONS of a developer must not reach it.
      env: { ...process.env, TZ: 'UTC', NODE_OPTIONS: '' },
      windowsHide: true,
    });
    return wrap(child);
  };
}

function wrap(child: ChildProcess): ParserChild {
  let standardError = '';
  child.stderr?.on('data', (data: Buffer) => {
    standardError = (standardError + data.toString('utf8')).slice(-KEPT_CHARACTERS);
  });
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  // 'close' comes when standard error has been read to its end; 'error' when the process could not start.
  child.once('close', () => process.removeListener('exit', kill));
  child.on('error', () => undefined);
  return {
    send: (request) => void child.send(request, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => {
      let isTold = false;
      const tell = (): void => {
        if (!isTold) listener(standardError);
        isTold = true;
      };
      child.once('close', tell);
      child.once('error', tell);
    },
    kill,
    keepAlive: (isBusy) => setReferences(child, isBusy),
  };
}

function setReferences(child: ChildProcess, isBusy: boolean): void {
  // stderr of a child is a socket, typed as a plain stream.
  const handles = [child, child.channel, child.stderr] as readonly (
    | { ref?(): void; unref?(): void }
    | null
    | undefined
  )[];
  for (const handle of handles) {
    if (isBusy) handle?.ref?.();
    else handle?.unref?.();
  }
}

/** Beside this file; a bundler may have put this code into a folder of shared chunks one level below the entry. */
function defaultEntry(): string {
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith('.ts')) return join(dirname(here), 'parser-process.ts');
  const candidates = [join(dirname(here), 'parser-process.js'), join(dirname(here), '..', 'parser-process.js')];
  return candidates.find((path) => existsSync(path)) ?? join(dirname(here), 'parser-process.js');
}
