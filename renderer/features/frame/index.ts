export { BootFailed } from './boot-failed.tsx';
export { ConnectionOverlay } from './connection-overlay.tsx';
export { Frame } from './frame.tsx';
