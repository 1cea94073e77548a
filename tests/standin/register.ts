import { registerHooks } from 'node:module';

// For `node --import`: the module 'electron' is the stand-in.
const url = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context),
});
