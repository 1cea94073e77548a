import path from 'node:path';
import { messages } from '../lib/messages.mjs';

/**
 * @typedef {object} StartOptions
 * @property {'auto' | 'electron' | 'browser'} shell
 * @property {boolean} open whether a window is opened
 * @property {string | null} ledger absolute path
 * @property {number | null} port
 * @property {boolean} help
 *
 * @typedef {{ readonly ok: true, readonly options: StartOptions } | { readonly ok: false, readonly message: string }} Parsed
 */

/**
 * Reads what stands after `npm start --`. `--no-open` and `--port` only make sense for the browser shell and choose it.
 * @param {readonly string[]} args
 * @param {string} folder what a relative ledger path starts from
 * @returns {Parsed}
 */
export function parseStartOptions(args, folder) {
  const given = readArguments(args);
  if (!given.ok) return given;
  const { flags, values } = given;
  const browser = flags.has('--browser') || flags.has('--no-open') || values.has('--port');
  if (flags.has('--electron') && browser) return refuse(messages.conflict);
  const port = values.get('--port');
  if (port !== undefined && !isPort(port)) return refuse(messages.badPort(port));
  const ledger = values.get('--ledger');
  return {
    ok: true,
    options: {
      shell: flags.has('--electron') ? 'electron' : browser ? 'browser' : 'auto',
      open: !flags.has('--no-open'),
      ledger: ledger === undefined ? null : path.resolve(folder, ledger),
      port: port === undefined ? null : Number(port),
      help: flags.has('--help'),
    },
  };
}

/**
 * @param {readonly string[]} args
 * @returns {{ ok: true, flags: Set<string>, values: Map<string, string> } | { ok: false, message: string }}
 */
function readArguments(args) {
  const flags = new Set();
  const values = new Map();
  const rest = [...args];
  while (rest.length > 0) {
    const argument = rest.shift() ?? '';
    const [name = '', inline] = splitOnce(argument);
    if (['--electron', '--browser', '--no-open', '--help'].includes(name) && inline === undefined) {
      flags.add(name);
    } else if (['--ledger', '--port'].includes(name)) {
      const value = inline ?? rest.shift();
      if (!value || (inline === undefined && value.startsWith('--'))) return refuse(messages.valueMissing(name));
      values.set(name, value);
    } else {
      return refuse(messages.unknownOption(argument));
    }
  }
  return { ok: true, flags, values };
}

/** `--port=1` and `--port 1` mean the same. @param {string} argument */
function splitOnce(argument) {
  const at = argument.indexOf('=');
  return argument.startsWith('--') && at > 0 ? [argument.slice(0, at), argument.slice(at + 1)] : [argument];
}

/** @param {string} text */
function isPort(text) {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/** @param {string} reason @returns {{ ok: false, message: string }} */
function refuse(reason) {
  return { ok: false, message: `${reason}\n${messages.usage}` };
}
