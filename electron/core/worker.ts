import { createCore } from './create-core.ts';
import { serveCore } from './host/serve-core.ts';

// Entry of the worker thread both shells run the core in (built to out/main/core-worker.js).
serveCore(createCore);
