// npm run --silent daicho -- …: the command line on the same core. What it prints on stdout is the command's alone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { messages } from './lib/messages.mjs';
import { callerFolder, root, toolNode } from './lib/paths.mjs';
import { Refusal, runMain } from './lib/say.mjs';

runMain(async () => {
  await ensureInstalled();
  await ensureBuilt();
  const node = toolNode();
  if (node === null) throw new Refusal(messages.nodeMissing);
  const program = path.join(root, 'out/main/cli.js');
  // Relative paths in the arguments mean the folder the user is in.
  const { status } = spawnSync(node, [program, ...process.argv.slice(2)], { cwd: callerFolder(), stdio: 'inherit' });
  process.exitCode = status ?? 1;
});
