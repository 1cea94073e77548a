/** Progress and advice go to stderr: stdout belongs to what machines read (`READY <url>`, JSON of the command line). */
export function say(/** @type {string} */ text) {
  process.stderr.write(`${text}\n`);
}

/** Ends this script with a message instead of a stack. */
export class Refusal extends Error {}

/**
 * Runs a script's main function; a Refusal ends it with its sentence and status 1.
 * @param {() => Promise<void>} main
 */
export function runMain(main) {
  main().catch((error) => {
    say(error instanceof Refusal ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  });
}
