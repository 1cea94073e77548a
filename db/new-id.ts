const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
let lastTime = 0;
let timeText = '';
/** The random 16 digits, 32 values each; only ever grown by one within a millisecond. */
const digits = new Uint8Array(16);

/** A new ULID: 26 characters, sorts by time of making, strictly growing within this process. */
export function newId(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    timeText = encodeTime(now);
    crypto.getRandomValues(digits);
  } else {
    increment();
  }
  let text = timeText;
  for (const digit of digits) text += alphabet[digit & 31];
  return text;
}

function increment(): void {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const next = ((digits[index] ?? 0) + 1) & 31;
    digits[index] = next;
    if (next !== 0) return;
  }
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = '';
  for (let index = 0; index < 10; index += 1) {
    text = `${alphabet[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}
