import { readFileSync } from 'node:fs';
import { AppError } from '#shared/rpc/app-error.ts';

/** The forms that ship with the program. */
export const BUNDLED_FORMS = { 'prefecture-form-3': '県様式第3号_登録団体数等報告書.xlsx' } as const;
export type BundledForm = keyof typeof BUNDLED_FORMS;

/** Beside this file in the source; in forms/ beside the bundle, or beside its chunk folder, once built. */
const FOLDERS = ['./', './forms/', '../forms/'];

/** The bytes of a form as its author published it. Error: FORM_MISSING when the installation is incomplete. */
export function readBundledForm(name: BundledForm): Uint8Array {
  const file = BUNDLED_FORMS[name];
  for (const folder of FOLDERS) {
    try {
      return readFileSync(new URL(folder + encodeURIComponent(file), import.meta.url));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new AppError('FORM_MISSING', { file });
}
