import { type Client, createClient } from '#shared/rpc/client.ts';
import type { TestRegister } from './test-register.ts';

/** The calls that Ctrl+Z and Ctrl+Y make, answered by a register of the test. */
export function historyClient(register: TestRegister): Client {
  const answers: Readonly<Record<string, () => Promise<unknown>>> = {
    'history.stacks': async () => {
      const { undo, redo } = register.steps();
      return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null };
    },
    'history.undo': async () => {
      const { id, label } = await register.undo();
      return { changeSetId: id, label, kind: 'undo' };
    },
    'history.redo': async () => {
      const step = await register.redo();
      return step === null
        ? { changeSetId: null, label: null, kind: null }
        : { changeSetId: step.id, label: step.label, kind: 'redo' };
    },
  };
  return createClient({
    call: async (name) => {
      const answer = answers[name];
      if (answer === undefined) throw new Error(`${name} is not called here`);
      return { ok: true, value: await answer() };
    },
    subscribe: () => () => undefined,
  });
}
