import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { type FilterRequest, requestFocus } from '#renderer/session/focus-request.ts';

/** Brings the list in front that the request narrows. */
export function useOpenFiltered(): (request: FilterRequest) => void {
  const [, navigate] = useLocation();
  return useCallback(
    (request) => {
      requestFocus(request);
      navigate(screens[request.sheet].path);
    },
    [navigate],
  );
}
