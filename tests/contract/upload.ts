import { chunkBytes } from '#shared/contract/transfer.ts';
import type { Client } from '#shared/rpc/client.ts';

/** Brings a file to the core as a page does; the id of the upload. */
export async function upload(client: Client, fileName: string, bytes: Buffer): Promise<string> {
  const { uploadId } = await client.call('uploads.begin', { fileName, bytes: bytes.length });
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const base64 = bytes.subarray(start, start + chunkBytes).toString('base64');
    await client.call('uploads.append', { uploadId, base64 });
  }
  return uploadId;
}

/** A register of 20,000 groups as CSV: long enough to be cancelled on the way. */
export function largeRegister(): Buffer {
  const rows = Array.from({ length: 20_000 }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return `${number},大きな名簿の会${number},代表${number},083-222-${number.slice(1)},山口市`;
  });
  return Buffer.from(`登録番号,団体名,代表者氏名,電話番号,市町\n${rows.join('\n')}\n`);
}
