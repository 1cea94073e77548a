import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';

type Exposed = Readonly<Record<string, (...args: never[]) => unknown>>;

const bus = new EventEmitter();
const exposed = new Map<string, Exposed>();
const invoke = vi.fn(async () => 'answered');
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: Exposed) => void exposed.set(name, value) },
  ipcRenderer: { invoke, on: bus.on.bind(bus), off: bus.off.bind(bus) },
}));
await import('#desktop/preload.ts');

function bridge(): Exposed {
  return exposed.get('kyodo') ?? {};
}

test('row 20: the page gets call and subscribe, and nothing else', () => {
  expect([...exposed.keys()]).toEqual(['kyodo']);
  expect(Object.keys(bridge())).toEqual(['call', 'subscribe']);
});

test('row 20: a call reaches the one channel', async () => {
  expect(await bridge()['call']?.('app.state' as never, {} as never)).toBe('answered');
  expect(invoke.mock.calls).toEqual([['kyodo.call', 'app.state', {}]]);
});

test('row 20: a listener gets the event of the core and never the one of Electron, until it leaves', () => {
  const heard: unknown[][] = [];
  const leave = bridge()['subscribe']?.(((...args: unknown[]) => heard.push(args)) as never);
  bus.emit('kyodo.event', { sender: 'ipcRenderer' }, { type: 'ledger.state', seq: 1 });
  if (typeof leave === 'function') leave();
  bus.emit('kyodo.event', { sender: 'ipcRenderer' }, { type: 'ledger.state', seq: 2 });
  expect(heard).toEqual([[{ type: 'ledger.state', seq: 1 }]]);
  expect(bus.listenerCount('kyodo.event')).toBe(0);
});
