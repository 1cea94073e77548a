/**
 * What was known of Electron's releases on `recordedOn` (checklist row 16): the newest in the package registry was a 45, and
 * Electron supports its latest three majors. Whoever raises Electron in package.json brings this up to date; the test
 * compares the two, never today's date.
 */
export const electronSupport = {
  recordedOn: '2026-11-22',
  supportedMajors: [43, 44, 45],
} as const;
