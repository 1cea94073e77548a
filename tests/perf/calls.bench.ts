import type { BrowserContext } from '@playwright/test';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { OrganizationView } from '#shared/contract/organizations.ts';
import type { Client } from '#shared/rpc/client.ts';
import { copyOfBigRegister } from '#tests/helpers/big-register.ts';
import { withFolder } from './support/bench-folder.ts';
import { callerBeside } from './support/caller.ts';
import { type BenchRow, median, places, runs, timed, timedRuns, worst } from './support/measure.ts';
import { startProgram } from './support/program.ts';
import { emptyScreen, launchBrowser, openRegister } from './support/screen.ts';

export const name = '100,000 groups';

const groups = 100_000;
const block = 200;

/** The running program's answers over its web socket, as a page gets them, while a page shows the register. */
export function run(): Promise<BenchRow[]> {
  return withFolder(async (folder) => {
    const running = await startProgram(copyOfBigRegister(groups, folder), path.join(folder, 'data'));
    const browser = await launchBrowser();
    try {
      const screen = await emptyScreen(browser);
      await openRegister(screen, running.url);
      const rows = await askBeside(screen.context, running.url);
      const { now, peak } = running.memory();
      return [
        ...rows,
        { what: "memory of the core's process after all this", value: now, unit: 'MB', goal: 250 },
        { what: 'the same at its highest, the backup at opening included', value: peak, unit: 'MB' },
      ];
    } finally {
      await browser.close();
      await running.stop();
    }
  });
}

async function askBeside(context: BrowserContext, url: string): Promise<BenchRow[]> {
  const { client, close } = await callerBeside(context, url);
  try {
    const underWay = await jumps(client);
    while ((await client.call('ledger.backups', {})).length === 0) await wait(200);
    const calm = await jumps(client);
    const [sort, filter, other] = [
      await views(client, sorts),
      await views(client, filters),
      await views(client, unindexed),
    ];
    return [
      { what: `jump: ${block} rows anywhere, worst of 40`, value: calm, unit: 'ms', goal: 50 },
      { what: 'the same while the backup at opening is taken', value: underWay, unit: 'ms', goal: 50 },
      { what: 'sort by an indexed field to its first rows, slowest of the fields', value: sort, unit: 'ms', goal: 300 },
      { what: 'filter or search to the first rows, slowest of the kinds', value: filter, unit: 'ms', goal: 300 },
      { what: 'sort by a field without index, or by two fields, slowest', value: other, unit: 'ms' },
      {
        what: 'what ホーム shows',
        value: median(await timedRuns(() => client.call('overview.get', {}))),
        unit: 'ms',
        goal: 100,
      },
      {
        what: 'search over the whole ledger, slowest of the texts',
        value: await searches(client),
        unit: 'ms',
        goal: 100,
      },
    ];
  } finally {
    close();
  }
}

/** A name, a reading, a number, a letter that most names hold, and nothing that is there. */
const searched = ['ボランティアの会', 'ぼらんてぃあ', '架000012', '会', 'ここにない団体'];

async function searches(client: Client): Promise<number> {
  const medians: number[] = [];
  for (const text of searched) {
    medians.push(median(await timedRuns(() => client.call('overview.search', { text, limit: 20 }))));
  }
  return worst(medians);
}

/** Median of the runs' worst jumps. */
async function jumps(client: Client): Promise<number> {
  const { viewId, total } = await client.call('organizations.openView', {
    sort: [{ field: 'nameKana', descending: false }],
  });
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const round: number[] = [];
    for (const start of places(40, total - block))
      round.push(await timed(() => client.call('organizations.readBlock', { viewId, start, end: start + block })));
    times.push(worst(round));
  }
  return median(times);
}

/** Slowest of the views, each the median of its runs. */
async function views(client: Client, list: readonly OrganizationView[]): Promise<number> {
  const medians: number[] = [];
  for (const view of list) {
    const times: number[] = [];
    for (let index = 0; index < runs; index += 1) times.push(await timed(() => openFirst(client, view)));
    medians.push(median(times));
  }
  return worst(medians);
}

async function openFirst(client: Client, view: OrganizationView): Promise<void> {
  const { viewId } = await client.call('organizations.openView', view);
  await client.call('organizations.readBlock', { viewId, start: 0, end: block });
}

const indexed = [
  'regNo',
  'name',
  'nameKana',
  'orgType',
  'city',
  'phone',
  'members',
  'established',
  'registered',
  'validUntil',
] as const;
const sorts: OrganizationView[] = indexed.flatMap((field) =>
  [false, true].map((descending) => ({ sort: [{ field, descending }] })),
);
const byName = { sort: [{ field: 'nameKana' as const, descending: false }] };
const filters: OrganizationView[] = [
  { search: '第99999' },
  { ...byName, search: '長府 太鼓' },
  { ...byName, conditions: [{ field: 'city', operator: 'in', values: ['山口市', '下関市'] }] },
  { ...byName, conditions: [{ field: 'orgType', operator: 'in', values: ['NPO法人', ''] }] },
  { ...byName, conditions: [{ field: 'validUntil', operator: 'range', to: '2026' }] },
  { ...byName, conditions: [{ field: 'members', operator: 'range', from: '50' }] },
  { ...byName, conditions: [{ field: 'name', operator: 'contains', values: ['食堂'] }] },
];
const unindexed: OrganizationView[] = [
  { sort: [{ field: 'address', descending: false }] },
  { sort: [{ field: 'note', descending: true }] },
  {
    sort: [
      { field: 'city', descending: false },
      { field: 'name', descending: false },
    ],
  },
  { ...byName, conditions: [{ field: 'fields', operator: 'in', values: ['子どもの健全育成'] }] },
];
