const PARENT_CHECK_MS = 500;

/**
 * Ctrl+C, SIGTERM and a closed terminal all mean: stop cleanly. A second Ctrl+C does not cut the stopping short, because
 * npm sends one more to us for each the terminal sends.
 * @param {() => Promise<void>} stop
 * @returns {() => void} ends the listening
 */
export function onStopRequest(stop) {
  let asked = false;
  const ask = () => {
    if (!asked) void stop();
    asked = true;
  };
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, ask);
  const stopWatching = onParentGone(ask);
  return () => {
    stopWatching();
    for (const signal of signals) process.removeListener(signal, ask);
  };
}

/**
 * npm runs us through a shell, and passes SIGTERM on to the shell only, which dies and leaves us behind. So under npm the
 * loss of the parent counts as a request too. Started by hand we may well outlive the shell.
 * @param {() => void} ask
 */
function onParentGone(ask) {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return () => {};
  const watching = setInterval(() => {
    if (process.ppid !== parent) ask();
  }, PARENT_CHECK_MS);
  watching.unref();
  return () => clearInterval(watching);
}
