import { chunkBytes } from '#shared/contract/transfer.ts';
import type { Client } from '#shared/rpc/client.ts';

async function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/u, ''));
    reader.onerror = () => reject(reader.error ?? new Error('read failed'));
    reader.readAsDataURL(blob);
  });
}

/** Brings a file to the core in pieces; `onProgress` gets bytes sent. The half-sent upload is discarded on failure. */
export async function uploadFile(client: Client, file: File, onProgress: (sent: number) => void): Promise<string> {
  const { uploadId } = await client.call('uploads.begin', { fileName: file.name, bytes: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += chunkBytes) {
      const base64 = await toBase64(file.slice(offset, offset + chunkBytes));
      await client.call('uploads.append', { uploadId, base64 });
      onProgress(Math.min(file.size, offset + chunkBytes));
    }
    return uploadId;
  } catch (error) {
    await client.call('uploads.discard', { uploadId }).catch(() => undefined);
    throw error;
  }
}
