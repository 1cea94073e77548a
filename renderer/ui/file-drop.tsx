import { type DragEvent, type ReactNode, useState } from 'react';

type FileDropProps = {
  readonly title: string;
  readonly body: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
};

/** A place to drop files on; the buttons inside do the same by keyboard. */
export function FileDrop({ title, body, onFiles, children }: FileDropProps): ReactNode {
  const [over, setOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(files);
  };
  return (
    <section
      className={over ? 'drop-zone over' : 'drop-zone'}
      aria-label={title}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </section>
  );
}
