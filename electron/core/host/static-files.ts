import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export type StaticFile = {
  readonly body: Buffer;
  readonly contentType: string;
  /** The name holds a hash of the content, so a copy never goes stale. */
  readonly immutable: boolean;
};

/** The built screen by URL path ('/index.html', '/assets/main-Ab12Cd34.js'). What is not listed does not exist. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads the whole built screen (a few MB) once. Serving then is a look-up by exact name: no path of a request
 * ever reaches the file system, so no spelling of '..' can leave the folder.
 */
export function loadStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const contentType = contentTypes[extname(entry.name).toLowerCase()];
    if (contentType === undefined) continue;
    const urlPath = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(urlPath, { body: readFileSync(path), contentType, immutable: hasContentHash(urlPath) });
  }
  return files;
}

/** Every path the screen knows is spelled like this; anything else needs no decoding, it is refused. */
const plainPath = /^\/[A-Za-z0-9._/-]*$/;

export function isPlainPath(urlPath: string): boolean {
  return plainPath.test(urlPath) && !urlPath.includes('..') && !urlPath.includes('//');
}

/** The file a URL path names; '/' is the screen itself. */
export function findStaticFile(files: StaticFiles, urlPath: string): StaticFile | null {
  if (!isPlainPath(urlPath)) return null;
  return files.get(urlPath === '/' ? '/index.html' : urlPath) ?? null;
}

function hasContentHash(urlPath: string): boolean {
  return /^\/assets\/.*-[\w-]{8}\.\w+$/.test(urlPath);
}
