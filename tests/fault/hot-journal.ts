import { randomInt } from 'node:crypto';

/** Pages of a database that differ between its states before and after one transaction, in the order SQLite writes them. */
export type Commit = {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly pageSize: number;
  readonly changed: readonly number[];
};

const sector = 512;

export function commitBetween(before: Buffer, after: Buffer): Commit {
  const pageSize = before.readUInt16BE(16);
  const pages = Array.from({ length: after.length / pageSize }, (_, index) => index);
  const changed = pages.filter((page) => !pageOf(before, page, pageSize).equals(pageOf(after, page, pageSize)));
  return { before, after, pageSize, changed };
}

/** The database while the commit is on its way: `written` pages have their new content, the others the old one. */
export function databaseWith(commit: Commit, written: readonly number[]): Buffer {
  const { before, after, pageSize } = commit;
  const last = Math.max(before.length / pageSize - 1, ...written);
  const image = Buffer.alloc((last + 1) * pageSize);
  before.copy(image);
  for (const page of written) pageOf(after, page, pageSize).copy(image, page * pageSize);
  return image;
}

/** SQLite's rollback journal of the commit (its file format, section 3). `synced`: its head knows how many pages it holds. */
export function journalOf({ before, pageSize, changed }: Commit, synced: boolean): Buffer {
  const nonce = randomInt(2 ** 31);
  const kept = changed.filter((page) => page < before.length / pageSize);
  const head = Buffer.alloc(sector);
  Buffer.from([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]).copy(head);
  const numbers = [synced ? kept.length : 0, nonce, before.length / pageSize, sector, pageSize];
  numbers.forEach((number, index) => {
    head.writeUInt32BE(number, 8 + 4 * index);
  });
  return Buffer.concat([head, ...kept.map((page) => record(page, pageOf(before, page, pageSize), nonce))]);
}

function record(page: number, content: Buffer, nonce: number): Buffer {
  const around = Buffer.alloc(8);
  around.writeUInt32BE(page + 1, 0);
  let checksum = nonce;
  for (let at = content.length - 200; at > 0; at -= 200) checksum += content[at] ?? 0;
  around.writeUInt32BE(checksum % 2 ** 32, 4);
  return Buffer.concat([around.subarray(0, 4), content, around.subarray(4)]);
}

function pageOf(file: Buffer, page: number, pageSize: number): Buffer {
  return file.subarray(page * pageSize, (page + 1) * pageSize);
}
