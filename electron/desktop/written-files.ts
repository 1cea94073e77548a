/** Files this run has written for the user; only these may be shown in the file manager (checklist row 15). */
export type WrittenFiles = {
  add(path: string): void;
  has(path: string): boolean;
  last(): string | null;
};

export function createWrittenFiles(): WrittenFiles {
  const paths = new Set<string>();
  let last: string | null = null;
  return {
    add(path) {
      paths.add(path);
      last = path;
    },
    has: (path) => paths.has(path),
    last: () => last,
  };
}
