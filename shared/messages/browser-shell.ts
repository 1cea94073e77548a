/** What the browser shell says in the terminal, to the person who started it. */
export const browserShellMessages = {
  coreDied: (errorName: string) => `内部の処理が止まったため、立ち上げ直しました(${errorName})。`,
  failed: (reason: string) => `起動できませんでした: ${reason}`,
} as const;
