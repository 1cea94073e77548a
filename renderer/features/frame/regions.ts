import { useEffect } from 'react';

const regionSelector = '[data-region]';
const tabbableSelector = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled)',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  '[tabindex]',
].join(',');

/** Where each region was left, so that F6 comes back to it. */
const left = new WeakMap<Element, HTMLElement>();

function isShown(element: HTMLElement): boolean {
  return (
    element.isConnected && element.checkVisibility({ visibilityProperty: true }) && element.closest('[inert]') === null
  );
}

function regionOf(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>(regionSelector) ?? null;
}

/** What takes the focus in a region: what had it before, what asks for it by data-region-entry, else the first that Tab reaches. */
function entryOf(region: HTMLElement): HTMLElement | undefined {
  const former = left.get(region);
  if (former !== undefined && isShown(former) && regionOf(former) === region) return former;
  const own = (selector: string) =>
    [...region.querySelectorAll<HTMLElement>(selector)].filter((item) => regionOf(item) === region && isShown(item));
  return own('[data-region-entry]')[0] ?? own(tabbableSelector).find((item) => item.tabIndex >= 0);
}

/** All regions that can take the focus, in the order of the page. A region with nothing to operate takes it itself to be scrolled. */
function regionEntries(): readonly { readonly region: HTMLElement; readonly entry: HTMLElement }[] {
  const regions = [...document.querySelectorAll<HTMLElement>(regionSelector)].filter(isShown);
  return regions.flatMap((region) => {
    const entry = entryOf(region) ?? (region.tabIndex >= 0 ? region : undefined);
    return entry === undefined ? [] : [{ region, entry }];
  });
}

/** Shows which region F6 reached until the next key or click. */
function markArrival(region: HTMLElement): void {
  region.dataset['arrived'] = '';
  const leave = () => {
    delete region.dataset['arrived'];
    for (const type of ['keydown', 'pointerdown']) window.removeEventListener(type, leave, { capture: true });
  };
  for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, leave, { capture: true });
}

/** Moves the focus to the next (1) or former (-1) region, round and round. */
export function moveRegion(step: 1 | -1): void {
  const stops = regionEntries();
  const active = document.activeElement;
  const here = regionOf(active);
  if (here !== null && active instanceof HTMLElement) left.set(here, active);
  const at = stops.findIndex(({ region }) => region === here);
  const start = at === -1 && step === -1 ? 0 : at;
  const stop = stops[(start + step + stops.length) % stops.length];
  if (stop === undefined) return;
  stop.entry.focus();
  markArrival(stop.region);
}

/** F6 and Shift+F6 go round the regions, as in Windows' own programs; not out of a question that waits for its answer. */
export function useRegionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      if (document.querySelector('[aria-modal="true"]') === null) moveRegion(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
