import type { AppState } from '#shared/contract/app.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { inspectLedgerFile } from '#db/ledger-file.ts';
import { type AppParts, backupEntry } from './app-parts.ts';
import type { HandlerContext } from './handler-context.ts';

type Names = Extract<keyof Handlers, `app.${string}` | `jobs.${string}` | `desktop.${string}`>;

export function createAppHandlers(parts: AppParts, context: HandlerContext): Pick<Handlers, Names> {
  return {
    'app.state': () => appState(parts, context),
    'app.setActor': ({ actor }) => {
      parts.settings.setActor(actor.trim());
      parts.stateChanged();
      return { done: true };
    },
    'app.preferences': () => Object.fromEntries(parts.settings.get().preferences),
    'app.setPreference': ({ key, value }) => {
      parts.settings.setPreference(key, value);
      return { done: true };
    },
    'jobs.cancel': ({ jobId }) => {
      parts.jobs.cancel(jobId);
      return { done: true };
    },
    'desktop.pickLedger': unsupported,
    'desktop.pickImport': unsupported,
    'desktop.saveExport': unsupported,
  };
}

/** Native dialogs belong to the desktop shell, which answers these calls before they reach the core. */
function unsupported(): never {
  throw new AppError('UNSUPPORTED');
}

function appState(parts: AppParts, context: HandlerContext): AppState {
  return {
    version: parts.version,
    shell: parts.shell,
    actor: parts.settings.get().actor,
    today: context.today(),
    ledger: parts.session.state(),
    startError: startError(parts),
    ledgers: parts.refs.list(),
  };
}

function startError({ openFailure, backups, refs }: AppParts): AppState['startError'] {
  const failure = openFailure();
  if (failure === null) return null;
  const { error, file } = failure;
  return {
    code: error.code,
    params: error.params,
    message: errorText(error),
    backups: backups.list(file).map((backup) => backupEntry(refs, backup)),
    remakeRef: inspectLedgerFile(file).kind === 'empty' ? refs.register(file).ref : null,
  };
}
