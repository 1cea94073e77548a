import type { ReactNode } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { frameText } from '#shared/messages/ui/frame.ts';

/** Shown instead of the program when the page could not reach the core at all. */
export function BootFailed(): ReactNode {
  return <EmptyState title={frameText.bootFailedTitle} body={frameText.bootFailedBody} />;
}
