// npm start: installs if needed, builds if needed, opens the program.
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { messages } from './lib/messages.mjs';
import { callerFolder } from './lib/paths.mjs';
import { Refusal, runMain, say } from './lib/say.mjs';
import { runBrowserShell } from './start/browser-shell.mjs';
import { chooseElectron } from './start/choose-shell.mjs';
import { runElectron } from './start/electron-shell.mjs';
import { parseStartOptions } from './start/options.mjs';

runMain(async () => {
  const parsed = parseStartOptions(process.argv.slice(2), callerFolder());
  if (!parsed.ok) throw new Refusal(parsed.message);
  const { options } = parsed;
  if (options.help) return say(messages.usage);
  await ensureInstalled();
  await ensureBuilt();
  const electron = await chooseElectron(options.shell);
  if (electron !== null) {
    if ((await runElectron(electron, options.ledger)) === 'ended') return;
    if (options.shell === 'electron') throw new Refusal(messages.electronUnavailable);
    say(messages.electronDidNotStart);
  }
  await runBrowserShell(options);
});
