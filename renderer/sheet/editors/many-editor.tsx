import type { CustomCellEditorProps } from 'ag-grid-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { sheetText } from '#shared/messages/ui/sheet.ts';

type ManyEditorProps = CustomCellEditorProps<unknown, string> & { readonly labels: readonly string[] };

function linesOf(text: string | null | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}

/** Several labels at once; the order of ticking is kept. A label that the list does not know stays until unticked. */
export function ManyEditor({ labels, initialValue, onValueChange, stopEditing }: ManyEditorProps): ReactNode {
  const [chosen, setChosen] = useState(() => linesOf(initialValue));
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector('input')?.focus(), []);
  const shown = [...labels, ...linesOf(initialValue).filter((label) => !labels.includes(label))];
  const toggle = (label: string) => {
    const next = chosen.includes(label) ? chosen.filter((other) => other !== label) : [...chosen, label];
    setChosen(next);
    onValueChange(next.join('\n'));
  };
  return (
    <div className="many-editor" ref={box}>
      <div className="many-list">
        {shown.map((label) => (
          <label key={label}>
            <input type="checkbox" checked={chosen.includes(label)} onChange={() => toggle(label)} />
            {label}
            <small>{chosen.includes(label) ? sheetText.manyOrder(chosen.indexOf(label) + 1) : ''}</small>
          </label>
        ))}
      </div>
      <div className="many-foot">
        <button type="button" onClick={() => stopEditing()}>
          {sheetText.manyDone}
        </button>
        <button type="button" onClick={() => stopEditing(true)}>
          {sheetText.manyCancel}
        </button>
      </div>
    </div>
  );
}
