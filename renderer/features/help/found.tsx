import type { ReactNode } from 'react';
import { openHelp } from '#renderer/session/help.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { Highlighted } from '#renderer/ui/highlighted.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { markedWords, searchManual } from '#shared/manual/search.ts';
import { helpText } from '#shared/messages/ui/help.ts';
import { manualIndex } from './manual.ts';

const most = 30;

/** Places of the manual that hold the words. */
export function Found({ query }: { readonly query: string }): ReactNode {
  const hits = searchManual(manualIndex(), query, most);
  const words = markedWords(query);
  const told = hits.length === most ? helpText.foundMost : helpText.found;
  if (hits.length === 0) {
    return (
      <div className="help-body" role="status" data-testid={testIds.helpFound}>
        <p>
          <b>{helpText.noneTitle(query.trim())}</b>
        </p>
        <p>{helpText.noneBody}</p>
      </div>
    );
  }
  return (
    <div className="help-body" data-testid={testIds.helpFound}>
      <p className="muted" role="status">
        {told(formatCount(hits.length))}
      </p>
      <ul className="help-hits">
        {hits.map((hit) => (
          <li key={`${hit.page}#${hit.anchor}`}>
            <button type="button" className="link" onClick={() => openHelp(hit.page, hit.anchor)}>
              <Highlighted text={hit.heading === '' ? hit.pageTitle : hit.heading} words={words} />
            </button>
            {hit.heading === '' ? null : <span className="muted"> {hit.pageTitle}</span>}
            <p>
              <Highlighted text={hit.excerpt} words={words} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
