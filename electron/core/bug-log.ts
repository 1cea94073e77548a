import { appendFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { newId } from '#db/new-id.ts';

const largest = 2 * 1024 * 1024;

/**
 * Writes a bug to the log and returns the short id the user is shown. Only where it happened is kept (call name and stack
 * without its message): messages may quote names and telephone numbers.
 */
export function createBugLog(folder: string, now: () => Date): (error: unknown, name: string) => string {
  const file = path.join(folder, 'program.log');
  return (error, name) => {
    const id = newId().slice(-8);
    const stack = error instanceof Error ? placesOf(error) : [];
    const kind = error instanceof Error ? error.name : typeof error;
    try {
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
      appendFileSync(file, `${now().toISOString()} ${id} ${name} ${kind}\n${stack.slice(0, 12).join('\n')}\n`);
    } catch {
      // A log that cannot be written must not hide the failure from the user.
    }
    return id;
  };
}

/** The lines of a stack that say where. The message is taken away first: a line of it may begin like one of these. */
function placesOf({ stack = '', message }: Error): string[] {
  const places = message === '' ? stack : stack.replace(message, () => '');
  return places.split('\n').filter((line) => line.trimStart().startsWith('at '));
}
