import type { CallName, Contract } from './index.ts';

export type QueryName = { [N in CallName]: Contract[N]['kind'] extends 'query' ? N : never }[CallName];

/** 'any': every change may show, because the answer holds the log or what stands beside the ledger. */
type Shown = readonly string[] | 'any';

const register = ['organization', 'orgContact', 'organizationField', 'registration', 'registrationNumber'] as const;
const plans = ['plan', 'planNode', 'progressRecord'] as const;
const statusLists = [...plans, 'planLevel', 'nodePlacement', 'markSet', 'mark', 'verificationNote'] as const;

/** The tables that the answer of each query is read from: a change of others leaves it as it is. */
export const shownTables: Readonly<Record<QueryName, Shown>> = {
  'app.state': 'any',
  'app.preferences': [],
  'ledger.backups': 'any',
  'ledger.settings': ['ledgerSetting'],
  'exports.layouts': [...register, ...plans],
  'exports.read': [],
  'organizations.openView': register,
  'organizations.readBlock': register,
  'organizations.get': register,
  'organizations.indexOf': register,
  'organizations.find': register,
  'organizations.valueList': register,
  'organizations.checkEdits': register,
  'organizations.checkSetField': register,
  'organizations.counts': register,
  'plans.list': plans,
  'measures.list': statusLists,
  'measures.checkEdits': statusLists,
  'history.list': 'any',
  'history.changes': 'any',
  'history.ofRecord': 'any',
  'history.stacks': 'any',
  // A preview belongs to the file, not to the ledger of the moment; the import screen renews it itself.
  'imports.rows': [],
  'imports.recent': 'any',
  'overview.get': 'any',
  'overview.search': [...register, ...statusLists],
  'views.list': ['savedView'],
  'postal.lookup': [],
  'postal.info': [],
};
