import { EventEmitter } from 'node:events';

// Gives a forked Node what a utility process of Electron has: process.parentPort, whose messages come in an event's `data`.
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => void process.send?.(message),
});
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit(0));
Object.assign(process, { parentPort: port });
