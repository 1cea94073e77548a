import type { ReactNode } from 'react';
import type { Block, Inline, Line } from '#shared/manual/markdown.ts';
import { linkTarget } from '#shared/manual/page.ts';
import { HelpLink } from './help-link.tsx';

function PartView({ part, page }: { readonly part: Inline; readonly page: string }): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return <b>{part.text}</b>;
    case 'key':
      return <kbd>{part.text}</kbd>;
    case 'link': {
      const target = linkTarget(part.target, page);
      // A link out of the manual has nowhere to lead to: the program knows no network.
      if (target === null) return part.text;
      return (
        <HelpLink page={target.page} anchor={target.anchor}>
          {part.text}
        </HelpLink>
      );
    }
  }
}

function LineView({ line, page }: { readonly line: Line; readonly page: string }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a line never changes while it is shown
  return line.map((part, index) => <PartView key={index} part={part} page={page} />);
}

function Cells(props: { readonly cells: readonly Line[]; readonly page: string; readonly head?: boolean }): ReactNode {
  const { cells, page, head = false } = props;
  const Cell = head ? 'th' : 'td';
  return (
    <tr>
      {cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes while it is shown
        <Cell key={index}>
          <LineView line={cell} page={page} />
        </Cell>
      ))}
    </tr>
  );
}

/** One block of a page; every text goes through React, so a sign of HTML stays a sign. */
export function BlockView({ block, page }: { readonly block: Block; readonly page: string }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level <= 2 ? 'h2' : 'h3';
      return <Heading data-anchor={block.anchor}>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          <LineView line={block.line} page={page} />
        </p>
      );
    case 'note':
      return (
        <p className="help-note">
          <LineView line={block.line} page={page} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list never changes while it is shown
            <li key={index}>
              <LineView line={item} page={page} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <table>
          <thead>
            <Cells cells={block.head} page={page} head />
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes while it is shown
              <Cells key={index} cells={row} page={page} />
            ))}
          </tbody>
        </table>
      );
  }
}
