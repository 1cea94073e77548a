/**
 * Switches flipped in Electron's binary when it is packaged (checklist row 19), by the names electron-builder knows
 * (`electronFuses`). Off is what lets an attacker with the file run other code through the program.
 */
export const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  grantFileProtocolExtraPrivileges: false,
  enableCookieEncryption: true,
  loadBrowserProcessSpecificV8Snapshot: false,
} as const;
