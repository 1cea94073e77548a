import { Worker } from 'node:worker_threads';
import { findEntry } from '../host/find-entry.ts';
import type { VerifiedCopy } from './verify-copy.ts';

/** verifyCopy in a thread of its own. Rejects when the thread fails or ends without an answer. */
export function verifyElsewhere(file: string): Promise<VerifiedCopy> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(findEntry('verifier'), { workerData: { file }, execArgv: [] });
    worker.once('message', (answer: VerifiedCopy) => resolve(answer)); // boundary: verifier.ts
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the verifier ended without an answer')));
  });
}
