export { HistoryScreen } from './history-screen.tsx';
export { RecordHistory } from './record-history.tsx';
