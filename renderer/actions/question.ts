/** A question or preview is open: nothing else may happen until it has its answer. */
export function isQuestionOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
