import { errorMessages } from './errors.ts';

type Failure = {
  readonly code: keyof typeof errorMessages;
  readonly params: Readonly<Record<string, string | number>>;
};

/** The Japanese sentence of an expected failure: its message with `{name}` replaced from the params (missing ones become blank). */
export function errorText(failure: Failure): string {
  const template: string = errorMessages[failure.code] ?? errorMessages.INTERNAL;
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => String(failure.params[name] ?? ''));
}
