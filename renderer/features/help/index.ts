export { HelpButton } from './help-button.tsx';
export { HelpSide } from './help-side.tsx';
export { manualPages } from './manual.ts';
