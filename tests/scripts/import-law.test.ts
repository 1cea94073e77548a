import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root, toolScript } from '#scripts/lib/paths.mjs';

type Diagnostic = { readonly category: string; readonly message: string };

let project: string;

/** A tree of its own with the project's rules, so that no offending file ever stands in the real one. */
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'import-law-'));
  const rules: object = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
  writeFileSync(path.join(project, 'biome.json'), JSON.stringify({ ...rules, vcs: { enabled: false } }));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** What the rule of imports says about a source at that path. */
function restricted(file: string, source: string): readonly string[] {
  mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
  writeFileSync(path.join(project, file), source);
  const args = [toolScript('@biomejs/biome', 'biome'), 'lint', '--reporter=json', file];
  const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  const report: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(stdout);
  const own = report.diagnostics.filter(({ category }) => category === 'lint/style/noRestrictedImports');
  return own.map(({ message }) => message);
}

function importOf(module: string): string {
  return `import { thing } from '${module}';\nexport const used = thing;\n`;
}

describe('the law of who may import whom', () => {
  it.each([
    { file: 'shared/domain/marks.ts', module: 'node:fs', says: 'shared/ is pure' },
    { file: 'shared/domain/marks.ts', module: '#db/open.ts', says: 'shared/ is pure' },
    { file: 'db/queries/measures.ts', module: 'better-sqlite3', says: 'Only db/open.ts opens SQLite' },
    { file: 'db/queries/measures.ts', module: 'xlsx', says: 'Excel belongs in electron/core/excel' },
    { file: 'db/queries/measures.ts', module: '#core/jobs.ts', says: 'db/ imports shared, kysely' },
    { file: 'db/open.ts', module: 'node:http', says: 'db/open.ts opens SQLite and nothing more' },
    { file: 'electron/core/handlers/measures.ts', module: 'electron', says: 'Only electron/desktop sees Electron' },
    { file: 'electron/core/handlers/measures.ts', module: 'xlsx', says: 'Only electron/core/excel reads' },
    { file: 'electron/core/handlers/measures.ts', module: 'kysely', says: 'Only db/ knows SQL' },
    { file: 'electron/core/excel/read/sheet.ts', module: 'electron', says: 'Only electron/desktop sees Electron' },
    { file: 'electron/core/excel/read/sheet.ts', module: 'left-pad', says: 'needs a line in biome.json' },
    { file: 'electron/cli/main.ts', module: 'better-sqlite3', says: 'Only db/open.ts opens SQLite' },
    { file: 'electron/browser/main.ts', module: 'electron', says: 'Only electron/desktop sees Electron' },
    { file: 'electron/browser/main.ts', module: '#db/open.ts', says: 'The ledger is reached through the core' },
    { file: 'electron/desktop/main.ts', module: '#db/open.ts', says: 'The ledger is reached through the core' },
    { file: 'electron/desktop/main.ts', module: '#renderer/main.tsx', says: 'The renderer is a program of its own' },
    { file: 'renderer/ui/button.tsx', module: 'ag-grid-community', says: 'Only renderer/sheet sees AG Grid' },
    { file: 'renderer/features/home/view.tsx', module: 'ag-grid-react', says: 'Only renderer/sheet sees AG Grid' },
    { file: 'renderer/sheet/columns.ts', module: '#core/jobs.ts', says: 'The renderer never sees SQL' },
    { file: 'renderer/api/client.ts', module: '#db/open.ts', says: 'The renderer never sees SQL' },
    { file: 'renderer/api/client.ts', module: 'node:fs', says: 'The renderer runs in a browser' },
    {
      file: 'renderer/features/home/view.tsx',
      module: '#renderer/features/history/list.tsx',
      says: 'A feature is reached through its index.ts only',
    },
    {
      file: 'renderer/features/home/view.tsx',
      module: '../history/list.tsx',
      says: 'A feature is reached through its index.ts only',
    },
    { file: 'electron/core/jobs.ts', module: '#tests/helpers/ledger.ts', says: 'Nobody imports tests' },
    { file: 'electron/core/excel/read/sheet.ts', module: '../../jobs.ts', says: 'Climbing two folders' },
    { file: 'tests/db/undo.test.ts', module: '../../db/undo.ts', says: 'Climbing two folders' },
    { file: 'scripts/start.mjs', module: 'zod', says: 'Scripts run before anything is installed' },
  ])('$file may not import $module', ({ file, module, says }) => {
    expect(restricted(file, importOf(module)).join('\n')).toContain(says);
  });

  it.each([
    { file: 'shared/contract/measures.ts', module: 'zod' },
    { file: 'db/queries/measures.ts', module: 'kysely' },
    { file: 'db/open.ts', module: 'better-sqlite3' },
    { file: 'electron/core/handlers/measures.ts', module: '#db/queries/measures.ts' },
    { file: 'electron/core/excel/read/sheet.ts', module: 'xlsx' },
    { file: 'electron/desktop/main.ts', module: 'electron' },
    { file: 'electron/browser/main.ts', module: 'ws' },
    { file: 'renderer/sheet/columns.ts', module: 'ag-grid-community' },
    { file: 'renderer/features/home/view.tsx', module: '#renderer/features/history/index.ts' },
    { file: 'tests/db/undo.test.ts', module: '#tests/helpers/ledger.ts' },
    { file: 'scripts/start.mjs', module: 'node:fs' },
  ])('$file may import $module', ({ file, module }) => {
    expect(restricted(file, importOf(module))).toEqual([]);
  });

  it('holds for types, re-exports and dynamic imports too', () => {
    for (const source of [
      "import type { Database } from 'better-sqlite3';\nexport type Ledger = Database;\n",
      "export { Database } from 'better-sqlite3';\n",
      "export const load = () => import('better-sqlite3');\n",
    ]) {
      expect(restricted('db/queries/measures.ts', source).join()).toContain('Only db/open.ts opens SQLite');
    }
  });
});
