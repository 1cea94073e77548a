import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertWritable } from '#core/files/assert-writable.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { holdFile, mountSmallDisk, NO_MOUNT } from '#tests/helpers/mounts.ts';

let folder = '';
const OLD = Buffer.from('前の内容');
const NEW = Buffer.from('新しい内容');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '書き込み　テスト '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function existing(name = '一覧.xlsx'): string {
  const target = join(folder, name);
  writeFileSync(target, OLD);
  return target;
}

function coded(code: string, params: Readonly<Record<string, unknown>> = {}): unknown {
  return expect.objectContaining({ code, params: expect.objectContaining(params) });
}

describe('writeFileAtomically', () => {
  test('writes a new file and replaces an old one, leaving nothing else in the folder', async () => {
    const target = join(folder, '一覧.xlsx');
    await writeFileAtomically(target, OLD);
    await writeFileAtomically(target, NEW);
    expect(readFileSync(target)).toEqual(NEW);
    expect(readdirSync(folder)).toEqual(['一覧.xlsx']);
  });

  test('keeps the permissions of the old file, and a link stays a link', async () => {
    const target = existing();
    chmodSync(target, 0o640);
    const link = join(folder, 'リンク.xlsx');
    symlinkSync(target, link);
    await writeFileAtomically(link, NEW);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target)).toEqual(NEW);
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  test('removes what a power cut left behind long ago, and nothing younger or foreign', async () => {
    const names = ['.kyodo-0123456789abcdef.tmp', '.kyodo-fedcba9876543210.tmp', '.kyodo-notes.tmp'];
    for (const name of names) writeFileSync(join(folder, name), 'x');
    const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    for (const name of [names[0] ?? '', names[2] ?? '']) utimesSync(join(folder, name), longAgo, longAgo);
    await writeFileAtomically(join(folder, 'a.xlsx'), NEW);
    expect(readdirSync(folder).toSorted()).toEqual([names[1], names[2], 'a.xlsx'].toSorted());
  });

  test('stops when it is cancelled, and the old file is as it was', async () => {
    const target = existing();
    await expect(writeFileAtomically(target, NEW, { signal: AbortSignal.abort() })).rejects.toEqual(coded('CANCELLED'));
    expect(readFileSync(target)).toEqual(OLD);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('waits for a file that is held for a moment', async (context) => {
    const target = existing();
    const release = holdFile(target);
    if (release === undefined) return context.skip(NO_MOUNT);
    const attempts: number[] = [];
    const onRetry = (attempt: number) => {
      attempts.push(attempt);
      if (attempt === 3) release();
    };
    await writeFileAtomically(target, NEW, { onRetry }).finally(release);
    expect(attempts).toEqual([1, 2, 3]);
    expect(readFileSync(target)).toEqual(NEW);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('gives up on a file that stays held: it says which, and the old file is as it was', async (context) => {
    const target = existing();
    const release = holdFile(target);
    if (release === undefined) return context.skip(NO_MOUNT);
    const write = writeFileAtomically(target, NEW, { retryForMs: 200 });
    await expect(write.finally(release)).rejects.toEqual(coded('TARGET_LOCKED', { file: '一覧.xlsx' }));
    expect(readFileSync(target)).toEqual(OLD);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('can be cancelled while it waits for a held file', async (context) => {
    const target = existing();
    const release = holdFile(target);
    if (release === undefined) return context.skip(NO_MOUNT);
    const controller = new AbortController();
    const write = writeFileAtomically(target, NEW, { signal: controller.signal, onRetry: () => controller.abort() });
    await expect(write.finally(release)).rejects.toEqual(coded('CANCELLED'));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('says before the work that the disk has no room, with folder and megabytes', async (context) => {
    const disk = mountSmallDisk(512);
    if (disk === undefined) return context.skip(NO_MOUNT);
    try {
      const target = join(disk.folder, '一覧.xlsx');
      writeFileSync(target, OLD);
      const write = writeFileAtomically(target, Buffer.alloc(3 * 1024 * 1024));
      await expect(write).rejects.toEqual(coded('DISK_FULL', { folder: disk.folder, megabytes: 3 }));
      expect(readFileSync(target)).toEqual(OLD);
      expect(readdirSync(disk.folder)).toEqual(['一覧.xlsx']);
    } finally {
      disk.release();
    }
  });

  test('survives a disk that fills up while it writes', async (context) => {
    const disk = mountSmallDisk(64 * 1024);
    if (disk === undefined) return context.skip(NO_MOUNT);
    const target = join(disk.folder, '一覧.xlsx');
    writeFileSync(target, OLD);
    // The room is there when it is asked for; it goes as soon as the first bytes have arrived.
    const filler = setInterval(() => {
      const names = readdirSync(disk.folder).filter((name) => name.endsWith('.tmp'));
      if (!names.some((name) => statSync(join(disk.folder, name)).size > 0)) return;
      clearInterval(filler);
      writeFileSync(join(disk.folder, 'ほか'), Buffer.alloc(40 * 1024 * 1024));
    }, 1);
    try {
      const write = writeFileAtomically(target, Buffer.alloc(40 * 1024 * 1024));
      await expect(write).rejects.toEqual(coded('DISK_FULL', { folder: disk.folder, megabytes: 40 }));
      expect(readFileSync(target)).toEqual(OLD);
      expect(readdirSync(disk.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    } finally {
      clearInterval(filler);
      disk.release();
    }
  });

  test('leaves the old file or a new one, never a torn one, whenever the process is killed', async () => {
    const target = join(folder, '一覧.bin');
    const size = 200_000;
    const whole = new Set<string>();
    writeFileSync(target, Buffer.alloc(size, 0));
    for (let round = 0; round < 15; round += 1) {
      const script = `
        const { writeFileAtomically } = await import('#core/files/atomic-write.ts');
        for (let fill = 1; ; fill = (fill % 250) + 1) {
          await writeFileAtomically(process.argv[1], Buffer.alloc(${size}, fill));
          if (fill === 2) process.stdout.write('writing');
        }`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, target], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await wait(Math.random() * 20);
      child.kill('SIGKILL');
      await once(child, 'exit');
      const content = readFileSync(target);
      whole.add(`${content.length} ${new Set(content).size}`);
    }
    expect([...whole]).toEqual([`${size} 1`]);
  }, 60_000);
});

describe('assertWritable', () => {
  test('says nothing and changes nothing when all is well', async () => {
    const target = existing();
    await assertWritable(target, 1000);
    await assertWritable(join(folder, '新しい.xlsx'));
    expect(readFileSync(target)).toEqual(OLD);
    expect(readdirSync(folder)).toEqual(['一覧.xlsx']);
  });

  test('names a folder that is missing or no folder', async () => {
    const missing = join(folder, 'ない', 'a.xlsx');
    await expect(assertWritable(missing)).rejects.toEqual(
      coded('TARGET_FOLDER_MISSING', { folder: join(folder, 'ない') }),
    );
    await expect(assertWritable(join(existing(), 'a.xlsx'))).rejects.toEqual(coded('TARGET_FOLDER_MISSING'));
  });

  test('refuses a folder in the place of the file', async () => {
    mkdirSync(join(folder, '一覧.xlsx'));
    await expect(assertWritable(join(folder, '一覧.xlsx'))).rejects.toEqual(
      coded('TARGET_IS_FOLDER', { file: '一覧.xlsx' }),
    );
  });

  test('respects a read-only file, even for a user who may do anything', async () => {
    const target = existing();
    chmodSync(target, 0o444);
    await expect(writeFileAtomically(target, NEW)).rejects.toEqual(coded('TARGET_READ_ONLY', { file: '一覧.xlsx' }));
    expect(readFileSync(target)).toEqual(OLD);
  });

  test('finds out that a folder takes no files', async (context) => {
    if (process.getuid?.() === 0) return context.skip('root writes into every folder');
    chmodSync(folder, 0o555);
    const check = assertWritable(join(folder, 'a.xlsx')).finally(() => chmodSync(folder, 0o755));
    await expect(check).rejects.toEqual(coded('TARGET_FOLDER_READ_ONLY', { folder }));
  });

  test('refuses names that Windows cannot have', async () => {
    for (const name of ['a?.xlsx', 'con.xlsx', 'a.xlsx ', 'a<b>.xlsx', `${'あ'.repeat(300)}.xlsx`]) {
      await expect(assertWritable(join(folder, name))).rejects.toEqual(coded('TARGET_NAME_INVALID'));
    }
  });
});
