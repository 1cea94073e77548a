import type { z } from 'zod';
import { appContract } from './app.ts';
import { historyContract } from './history.ts';
import { importContract } from './imports.ts';
import { measureContract } from './measures.ts';
import { organizationContract } from './organizations.ts';
import { overviewContract } from './overview.ts';
import { postalContract } from './postal.ts';
import { savedViewContract } from './saved-views.ts';
import { transferContract } from './transfer.ts';

/** THE contract: every call the core answers, over every transport. */
export const contract = {
  ...appContract,
  ...transferContract,
  ...organizationContract,
  ...measureContract,
  ...historyContract,
  ...importContract,
  ...overviewContract,
  ...savedViewContract,
  ...postalContract,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** Own properties only: 'toString' or '__proto__' are not calls. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
