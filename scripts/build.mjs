// npm run build: builds even when nothing changed.
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './lib/say.mjs';

runMain(async () => {
  await ensureInstalled();
  await ensureBuilt({ force: true });
});
