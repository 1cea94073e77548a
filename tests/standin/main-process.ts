import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Fetched, Frame, FromMain, ToMain } from './protocol.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

type Settle = { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void };
type DialogAnswer = (options: unknown) => unknown;

/** The built main process on the stand-in, as the test sees it. */
export class MainProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Settle>();
  readonly #seen: FromMain[] = [];
  readonly #listeners = new Set<(message: FromMain) => void>();
  readonly #dialogs = new Map<string, DialogAnswer>();
  #lastId = 0;

  constructor(args: readonly string[]) {
    this.#child = fork(path.join(root, 'out', 'main', 'index.js'), args, {
      cwd: root,
      serialization: 'advanced',
      execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('message', (message) => this.#receive(message as FromMain)); // boundary: electron.ts sends nothing else
  }

  /** The first message of this kind, sent already or to come. */
  async first<K extends FromMain['kind']>(kind: K): Promise<Extract<FromMain, { kind: K }>> {
    const isWanted = (message: FromMain): message is Extract<FromMain, { kind: K }> => message.kind === kind;
    const seen = this.#seen.find(isWanted);
    if (seen !== undefined) return seen;
    return new Promise((resolve, reject) => {
      this.#listeners.add((message) => {
        if (isWanted(message)) resolve(message);
      });
      this.#child.once('exit', (status) => reject(new Error(`main ended with ${status} before '${kind}'`)));
    });
  }

  onMessage(listener: (message: FromMain) => void): void {
    this.#listeners.add(listener);
  }

  /** How a person answers the dialogs of this name from now on. */
  answerDialog(name: 'open' | 'save' | 'message', answer: DialogAnswer): void {
    this.#dialogs.set(name, answer);
  }

  invoke(channel: string, args: readonly unknown[], frame: Frame | null): Promise<unknown> {
    return this.#request((id) => ({ kind: 'invoke', id, channel, args, frame }));
  }

  async fetch(url: string, method: string): Promise<Fetched> {
    return (await this.#request((id) => ({ kind: 'fetch', id, url, method }))) as Fetched; // boundary: electron.ts answers so
  }

  send(message: ToMain): void {
    this.#child.send(message, () => undefined);
  }

  /** The status main ends with. */
  async ended(): Promise<number | null> {
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  kill(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL');
  }

  #request(message: (id: number) => ToMain): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.send(message(id));
    });
  }

  #receive(message: FromMain): void {
    this.#seen.push(message);
    if (message.kind === 'answer') this.#waiting.get(message.id)?.resolve(message.value);
    if (message.kind === 'refused') this.#waiting.get(message.id)?.reject(new Error(message.reason));
    if (message.kind === 'dialog') {
      const value = this.#dialogs.get(message.name)?.(message.options) ?? {
        canceled: true,
        filePaths: [],
        filePath: '',
      };
      this.send({ kind: 'dialog-answer', id: message.id, value });
    }
    for (const listener of [...this.#listeners]) listener(message);
  }
}
