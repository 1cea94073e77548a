import type { ForkOptions, UtilityProcess } from 'electron';
import type { LaunchParser, ParserChild } from '#core/excel/read/parser-child.ts';
import { limitsToArguments } from '#core/excel/read/parser-protocol.ts';

/** The part of Electron's utilityProcess that is used. */
export type ForkUtility = (entry: string, args: string[], options: ForkOptions) => UtilityProcess;

const keptCharacters = 4000;

/** Heap below the memory limit, so that V8 collects before the watchdog has to act. */
const heapShare = 0.8;

/**
 * Starts parser processes as Electron utility processes: the RunAsNode fuse is off, so Electron's binary cannot be
 * forked as a plain Node.
 */
export function utilityLauncher(fork: ForkUtility, entry: string): LaunchParser {
  return (limits) => {
    const child = fork(entry, limitsToArguments(limits), {
      serviceName: 'kyodo-parser',
      stdio: ['ignore', 'ignore', 'pipe'],
      execArgv: [`--max-old-space-size=${Math.floor(limits.memoryMb * heapShare)}`],
      env: { ...process.env, TZ: 'UTC', NODE_OPTIONS: '' },
    });
    return wrap(child);
  };
}

function wrap(child: UtilityProcess): ParserChild {
  let standardError = '';
  child.stderr?.on('data', (data: Buffer) => {
    standardError = (standardError + data.toString('utf8')).slice(-keptCharacters);
  });
  return {
    // Electron queues messages sent before the process has started.
    send: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', () => listener(standardError)),
    kill: () => void child.kill(),
    // A utility process never keeps Electron alive.
    keepAlive: () => undefined,
  };
}
