import { messages } from '../lib/messages.mjs';
import path from 'node:path';
import { root, toolNode, toolScript } from '../lib/paths.mjs';
import { runStep } from '../lib/run-step.mjs';
import { Refusal } from '../lib/say.mjs';

/** A suite that hangs ends here; on a quiet machine each takes a fraction of it. */
const LIMIT_MS = 20 * 60_000;

/** Tests start the program some hundred times, from its sources as well: what Node makes of a file is kept for the next start. */
const compileCache = path.join(root, '.cache/node-compile');

/**
 * Runs a command of an installed package on the project's Node, showing what it prints.
 * @param {{ packageName: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv, limitMs?: number }} tool
 */
export function runTool({ packageName, command, args, env, limitMs = LIMIT_MS }) {
  const node = toolNode();
  if (node === null) throw new Refusal(messages.nodeMissing);
  process.stdout.write(`\n== ${command} ${args.join(' ')}\n`);
  return runStep({
    command: node,
    args: [toolScript(packageName, command), ...args],
    env: { NO_COLOR: undefined, FORCE_COLOR: '0', NODE_COMPILE_CACHE: compileCache, ...env },
    echo: process.stdout,
    limitMs,
  });
}
