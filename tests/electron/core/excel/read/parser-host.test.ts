import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createNodeParserHost, type NodeParserOptions, type ParserHost } from '#core/excel/read/parser-host.ts';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { makeXlsx } from '#tests/helpers/make-workbook.ts';

const root = join(import.meta.dirname, '../../../../..');
const register = join(root, 'tests/fixtures/登録団体一覧_R7.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'daicho-host-'));
const hosts: ParserHost[] = [];

function hostOf(options: NodeParserOptions = {}): ParserHost {
  const host = createNodeParserHost(options);
  hosts.push(host);
  return host;
}

/** A parser process that misbehaves as a library caught by a hostile file would. */
function badParser(name: string, onMessage: string): string {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(
    path,
    `import { existsSync, writeFileSync } from 'node:fs'; process.on('message', (message) => { ${onMessage} });`,
  );
  return path;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the parser process', () => {
  it('reads a Japanese path and answers in order', async () => {
    const host = hostOf();
    const first = host.parse(register, {});
    const missing = host.parse(join(folder, 'ない.xlsx'), {});
    const second = host.parse(register, {});
    await expect(missing).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(await second).toEqual(await first);
  });

  it('is stopped when it does not come back, and replaced', async () => {
    const seen = JSON.stringify(join(folder, 'seen'));
    const answer = `process.send({ id: message.id, retire: false, ok: true, workbook: { format: 'csv', sheets: [] } })`;
    const entry = badParser(
      'loop-once',
      `if (!existsSync(${seen})) { writeFileSync(${seen}, ''); for (;;); } ${answer}`,
    );
    const host = hostOf({ entry, limits: { timeMs: 500 } });
    await expect(host.parse(register, {})).rejects.toMatchObject({ code: 'PARSE_TIMEOUT', params: { seconds: 1 } });
    expect(await host.parse(register, {})).toEqual({ format: 'csv', sheets: [] });
  });

  it('that dies is told as such', async () => {
    const host = hostOf({ entry: badParser('crash', 'process.exit(3)') });
    await expect(host.parse(register, {})).rejects.toMatchObject({ code: 'PARSE_CRASHED' });
  });

  it('that cannot start is told as such', async () => {
    const host = hostOf({ entry: join(folder, 'missing.mjs') });
    await expect(host.parse(register, {})).rejects.toMatchObject({ code: 'PARSE_CRASHED' });
  });

  it('that runs out of heap is told as out of memory', async () => {
    const host = hostOf({
      entry: badParser('heap', 'const a = []; for (;;) a.push(new Array(1000).fill(a.length));'),
      limits: { memoryMb: 80 },
    });
    await expect(host.parse(register, {})).rejects.toMatchObject({ code: 'PARSE_MEMORY', params: { limit: 80 } });
  });

  it('ends itself when a file needs too much memory, and the next file is read', async () => {
    const path = join(folder, 'large.xlsx');
    const rows = Array.from(
      { length: 150_000 },
      (_, i) => `<row><c><v>${i * 7919}</v></c><c t="str"><v>${(i * 104_729).toString(36)}</v></c></row>`,
    );
    writeFileSync(path, makeXlsx(`<sheetData>${rows.join('')}</sheetData>`));
    const host = hostOf({ limits: { memoryMb: 130 } });
    await expect(host.parse(path, {})).rejects.toMatchObject({ code: 'PARSE_MEMORY', params: { limit: 130 } });
    expect((await host.parse(register, {})).sheets).toHaveLength(1);
  });
});

describe('cancelling', () => {
  it('ends a running parse at once, and a waiting one too', async () => {
    const entry = badParser('loop', 'for (;;);');
    const host = hostOf({ entry });
    const controller = new AbortController();
    const running = host.parse(register, { signal: controller.signal });
    const waiting = host.parse(register, { signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('leaves the next parse unharmed', async () => {
    const host = hostOf();
    const controller = new AbortController();
    const cancelled = host.parse(register, { signal: controller.signal });
    controller.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    expect((await host.parse(register, {})).sheets).toHaveLength(1);
  });

  it('closing cancels what runs and refuses what comes after', async () => {
    const host = createNodeParserHost({ entry: badParser('close', 'for (;;);') });
    const running = host.parse(register, {});
    setTimeout(() => void host.close(), 200);
    await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(host.parse(register, {})).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

/** A program that parses once, prints the ids of its child processes, and then does as `ending` says. */
function program(ending: string): string {
  const path = join(root, 'electron/core/excel/read/parser-host.ts');
  return `import { createNodeParserHost } from ${JSON.stringify(path)};
    import { readFileSync } from 'node:fs';
    const host = createNodeParserHost();
    await host.parse(${JSON.stringify(register)}, {});
    console.log(readFileSync('/proc/self/task/' + process.pid + '/children', 'utf8').trim());
    ${ending}`;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function untilDead(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.skipIf(process.platform !== 'linux')('no parser process is left behind', () => {
  it('a program that has nothing more to do ends, and its parser with it', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module-typescript', '-e', program('')],
      { cwd: root },
    );
    await untilDead(Number(stdout));
    expect(Number(stdout)).toBeGreaterThan(1);
  });

  it('a program killed from outside takes a parser at work with it', async () => {
    const child = spawn(
      process.execPath,
      ['--input-type=module-typescript', '-e', program(`setInterval(() => {}, 1000);`)],
      { cwd: root },
    );
    const [data] = await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await untilDead(Number(String(data)));
    expect(Number(String(data))).toBeGreaterThan(1);
  });
});
