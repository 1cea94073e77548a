import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Settings of this computer, not of a ledger: who works here, which ledgers were open, how the program shall look. */
const settingsSchema = z.object({
  actor: z.string().catch(''),
  recent: z.array(z.object({ path: z.string(), title: z.string(), usedAt: z.string() })).catch([]),
  /** Pairs, oldest first: a key may be called anything, also '__proto__'. */
  preferences: z.array(z.tuple([z.string(), z.string()])).catch([]),
});
type Settings = z.infer<typeof settingsSchema>;

export type ProgramSettings = {
  readonly get: () => Settings;
  readonly setActor: (actor: string) => void;
  /** null forgets the key. Past the limits the preference that was set longest ago goes. */
  readonly setPreference: (key: string, value: string | null) => void;
  readonly noteUse: (path: string, title: string, at: Date) => void;
};

const keepRecent = 12;
const keepPreferences = 200;
const keepCharacters = 500_000;

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
    setPreference: (key, value) => {
      const others = settings.preferences.filter(([known]) => known !== key);
      const added: Preference[] = value === null ? [] : [[key, value]];
      save({ ...settings, preferences: withinLimits([...others, ...added]) });
    },
    noteUse: (path, title, at) => {
      const others = settings.recent.filter((entry) => entry.path !== path);
      save({ ...settings, recent: [{ path, title, usedAt: at.toISOString() }, ...others].slice(0, keepRecent) });
    },
  };
}

type Preference = Settings['preferences'][number];

/** The newest that fit: a page that goes wrong must not grow the file without end. */
function withinLimits(preferences: readonly Preference[]): Preference[] {
  let room = keepCharacters;
  const newestFirst = preferences.slice(-keepPreferences).toReversed();
  const cut = newestFirst.findIndex(([key, value]) => {
    room -= key.length + value.length;
    return room < 0;
  });
  return (cut < 0 ? newestFirst : newestFirst.slice(0, cut)).toReversed();
}

function load(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { actor: '', recent: [], preferences: [] };
  }
}
