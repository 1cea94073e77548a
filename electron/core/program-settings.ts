import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Settings of this computer, not of a ledger: who works here and which ledgers were open. */
const settingsSchema = z.object({
  actor: z.string().catch(''),
  recent: z.array(z.object({ path: z.string(), title: z.string(), usedAt: z.string() })).catch([]),
});
type Settings = z.infer<typeof settingsSchema>;

export type ProgramSettings = {
  readonly get: () => Settings;
  readonly setActor: (actor: string) => void;
  readonly noteUse: (path: string, title: string, at: Date) => void;
};

const keepRecent = 12;

/** Broken or missing settings never keep the program from starting: it starts with none. */
export function openProgramSettings(file: string): ProgramSettings {
  let settings = load(file);
  const save = (next: Settings): void => {
    settings = next;
    try {
      writeFileSync(`${file}.new`, JSON.stringify(next, null, 1), { flush: true });
      renameSync(`${file}.new`, file);
    } catch {
      // Settings are a convenience; a full disk must not stop the work on the ledger.
    }
  };
  return {
    get: () => settings,
    setActor: (actor) => save({ ...settings, actor }),
    noteUse: (path, title, at) => {
      const others = settings.recent.filter((entry) => entry.path !== path);
      save({ ...settings, recent: [{ path, title, usedAt: at.toISOString() }, ...others].slice(0, keepRecent) });
    },
  };
}

function load(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { actor: '', recent: [] };
  }
}
