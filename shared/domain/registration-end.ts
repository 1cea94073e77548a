import { addDays } from './calendar.ts';

/** How many days before its end a registration is told to end. */
const soonDays = 90;

/** The last day on which a registration valid today ends soon. `today`: ISO day. */
export function lastSoonDay(today: string): string {
  return addDays(today, soonDays);
}

/** The last day of registrations that are over today: one is valid until its last day. `today`: ISO day. */
export function lastExpiredDay(today: string): string {
  return addDays(today, -1);
}
