export { HistoryScreen } from './history-screen.tsx';
export { lineLabel, stepOf } from './step-of.ts';
export { useStep } from './use-step.ts';
export type { HistoryField } from './history-field.ts';
export { RecordHistory } from './record-history.tsx';
