import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';

type FileButtonProps = {
  readonly accept: string;
  readonly label: string;
  readonly onFile: (file: File) => void;
  readonly testId: string;
  readonly inputTestId: string;
  readonly buttonProps?: ButtonProps;
  readonly multiple?: boolean;
};

/** A button that opens the browser's file dialog. The same file may be chosen twice in a row. */
export function FileButton(props: FileButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...props.buttonProps} onClick={() => input.current?.click()} data-testid={props.testId}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.label}
        accept={props.accept}
        data-testid={props.inputTestId}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) props.onFile(file);
        }}
      />
    </>
  );
}
