const pauseMilliseconds = 80;
const mostTries = 120;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Tries again until it succeeds, for what a list shows in a moment, when it was read again or its filters were taken away; false when it never does. */
export async function soon(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (await attempt()) return true;
    await wait(pauseMilliseconds);
  }
  return false;
}
