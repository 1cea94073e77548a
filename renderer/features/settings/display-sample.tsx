import type { ReactNode } from 'react';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { displayText } from '#shared/messages/ui/display.ts';

const { sample } = displayText;

/** A piece of a list in the look in force: rows, marks, and every kind of highlighted cell. */
export function DisplaySample(): ReactNode {
  return (
    <figure className="look-sample">
      <figcaption className="muted">{displayText.preview}</figcaption>
      <table>
        <thead>
          <tr>
            <th>{sample.number}</th>
            <th>{sample.name}</th>
            <th>{sample.mark}</th>
            <th>{sample.disposition}</th>
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row) => (
            <tr key={row.number}>
              <td className="num">{row.number}</td>
              <td>{row.name}</td>
              <td>
                <MarkGlyph text={row.mark} />
              </td>
              <td>
                <Tag tone={row.tone}>{row.disposition}</Tag>
              </td>
            </tr>
          ))}
          <tr>
            <td />
            <td className="look-selected">{sample.states.selected}</td>
            <td colSpan={2} className="look-found">
              {sample.states.found}
            </td>
          </tr>
          <tr>
            <td />
            <td className="look-changed">{sample.states.changed}</td>
            <td colSpan={2} className="look-refused">
              {sample.states.refused}
            </td>
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
