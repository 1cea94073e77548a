import { cp } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const at = (...parts: readonly string[]): string => path.join(root, ...parts);

/**
 * The programs that Node or Electron start by file name. Each keeps a fixed name in out/main, because the others find it
 * with `new URL('./core-worker.js', import.meta.url)`; chunks lie beside them for the same reason.
 */
const mainEntries = {
  index: at('electron/desktop/main.ts'),
  browser: at('electron/browser/main.ts'),
  'core-worker': at('electron/core/worker.ts'),
  'parser-process': at('electron/core/excel/read/parser-process.ts'),
  'backup-verifier': at('electron/core/backup/verifier.ts'),
  cli: at('electron/cli/main.ts'),
};

/** The prefecture's forms and the postal codes: the core reads them as files at run time. */
const dataFolders = [
  { from: at('electron/core/excel/template/forms'), to: at('out/main/forms') },
  { from: at('electron/core/postal'), to: at('out/main/postal') },
];

function copyData(): Plugin {
  return {
    name: 'kyodo:copy-data',
    async writeBundle() {
      for (const { from, to } of dataFolders)
        await cp(from, to, { recursive: true, filter: (source) => !source.endsWith('.ts') });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [copyData()],
    build: {
      outDir: at('out/main'),
      target: 'node24',
      sourcemap: false,
      // Everything but these two is bundled, so that the program starts from few files and a release needs no node_modules
      // but better-sqlite3, whose prebuilt native files must stay beside its own JavaScript.
      externalizeDeps: false,
      rolldownOptions: {
        input: mainEntries,
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: 'node24',
      sourcemap: false,
      // A sandboxed preload may require nothing but electron, and only as CommonJS: one self-contained file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('electron/desktop/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      sourcemap: false,
      minify: true,
      cssMinify: true,
      // Fonts and icons are served from our own origin; data: URLs would need a looser content security policy.
      assetsInlineLimit: 0,
      // One language, one machine: a large first chunk costs nothing on a local disk.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
