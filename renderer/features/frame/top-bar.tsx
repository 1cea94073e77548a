import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import type { Action, ActionContext } from '#renderer/actions/types.ts';
import { redoAction, undoAction } from '#renderer/actions/undo.ts';
import { runAction } from '#renderer/actions/use-actions.ts';
import { HelpButton } from '#renderer/features/help/index.ts';
import { PaletteButton } from '#renderer/features/palette/index.ts';
import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { formatTime } from '#renderer/ui/format.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { AppState, LedgerState } from '#shared/contract/app.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { frameText } from '#shared/messages/ui/frame.ts';

export function Logo(): ReactNode {
  return (
    <span className="logo">
      <b aria-hidden="true">{commonText.logoMark}</b>
      {commonText.appName}
    </span>
  );
}

/** 保存済み 10:32, or that a write is on its way. */
function SavedAt({ ledger }: { readonly ledger: LedgerState }): ReactNode {
  const told = useLedgerStore((state) => state.savedAt);
  const writing = useLedgerStore((state) => state.writing > 0);
  if (ledger.readOnly) {
    return (
      <Tooltip label={ledger.readOnlyReason ?? frameText.readOnly} multiline maw={360}>
        <span data-testid={testIds.savedAt}>
          <Tag tone="warn">{frameText.readOnly}</Tag>
        </span>
      </Tooltip>
    );
  }
  const savedAt = told ?? ledger.savedAt;
  const text = savedAt === null ? frameText.notSavedYet : frameText.saved(formatTime(savedAt));
  return (
    <Tooltip label={frameText.savedHint} multiline maw={320}>
      <span
        className={writing ? 'saved writing' : 'saved'}
        role="status"
        data-testid={testIds.savedAt}
        data-saved={savedAt ?? ''}
      >
        {writing ? frameText.saving : text}
      </span>
    </Tooltip>
  );
}

type StepButtonProps = {
  readonly action: Action;
  readonly context: ActionContext;
  readonly hint: string;
  readonly glyph: string;
  readonly testId: string;
};

function StepButton({ action, context, hint, glyph, testId }: StepButtonProps): ReactNode {
  return (
    <Tooltip label={hint} multiline maw={420}>
      <Button
        variant="subtle"
        color="gray"
        className="step-button"
        aria-label={hint}
        data-testid={testId}
        aria-disabled={!action.isEnabled(context)}
        data-off={!action.isEnabled(context)}
        onClick={() => void runAction(action, context)}
      >
        <span aria-hidden="true" className="step-glyph">
          {glyph}
        </span>
        <span className="step-label">{action.label}</span>
      </Button>
    </Tooltip>
  );
}

type TopBarProps = { readonly state: AppState; readonly ledger: LedgerState; readonly context: ActionContext };

export function TopBar({ state, ledger, context }: TopBarProps): ReactNode {
  const { undo, redo } = context.next;
  return (
    <header className="top-bar">
      <Logo />
      <Tooltip label={`${ledger.folder} ${ledger.fileName}`} multiline maw={480}>
        <span className="book" data-testid={testIds.ledgerName}>
          {ledger.title}
        </span>
      </Tooltip>
      <SavedAt ledger={ledger} />
      <span className="grow" />
      <PaletteButton />
      <div className="step-buttons">
        <StepButton
          action={undoAction}
          context={context}
          hint={undo === null ? frameText.undoNone : frameText.undoHint(undo)}
          glyph="↶"
          testId={testIds.undoButton}
        />
        <StepButton
          action={redoAction}
          context={context}
          hint={redo === null ? frameText.redoNone : frameText.redoHint(redo)}
          glyph="↷"
          testId={testIds.redoButton}
        />
        <HelpButton context={context} />
      </div>
      <Link href={screens.settings.path} className="who" title={frameText.actorHint} data-testid={testIds.actor}>
        {state.actor === '' ? frameText.actorNone : frameText.actor(state.actor)}
      </Link>
    </header>
  );
}
