import { parentPort, workerData } from 'node:worker_threads';
import { verifyCopy } from './verify-copy.ts';

// Entry of the thread that verifies one copy (built to out/main/backup-verifier.js): the core keeps answering meanwhile.
const { file } = workerData as { readonly file: string }; // boundary: made by verify-elsewhere.ts
parentPort?.postMessage(verifyCopy(file));
