import { type ReactNode, useEffect, useRef } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { helpText } from '#shared/messages/ui/help.ts';
import { BlockView } from './block-view.tsx';
import { HelpLink } from './help-link.tsx';
import { pageNamed } from './manual.ts';

type PageProps = { readonly name: string; readonly anchor: string };

/** One page of the manual, from its top or from the heading that was asked for. */
export function Page({ name, anchor }: PageProps): ReactNode {
  const body = useRef<HTMLDivElement>(null);
  const page = pageNamed(name);
  useEffect(() => {
    const heading =
      anchor === '' ? null : (body.current?.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`) ?? null);
    if (heading === null) body.current?.scrollTo({ top: 0 });
    else heading.scrollIntoView({ block: 'start' });
  }, [anchor]);
  if (page === undefined) return <p className="help-body">{helpText.noPage}</p>;
  const headings = page.headings.filter((heading) => heading.level === 2);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys for scrolling must reach it
    <div className="help-body" ref={body} tabIndex={0} data-testid={testIds.helpPage}>
      <h1>{page.title}</h1>
      {headings.length < 3 ? null : (
        <nav className="help-toc" aria-label={helpText.onThisPage}>
          <ul>
            {headings.map((heading) => (
              <li key={heading.anchor}>
                <HelpLink page={name} anchor={heading.anchor}>
                  {heading.text}
                </HelpLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {page.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes while it is shown
        <BlockView key={index} block={block} page={name} />
      ))}
    </div>
  );
}
