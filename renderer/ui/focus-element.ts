/** As the ref of an element that takes the keyboard as soon as it is there. */
export function focusElement(element: HTMLElement | null): void {
  element?.focus();
}
