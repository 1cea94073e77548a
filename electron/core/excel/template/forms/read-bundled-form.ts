import { AppError } from '#shared/rpc/app-error.ts';
import { readBeside } from '#core/files/read-beside.ts';

/** The forms that ship with the program. */
export const BUNDLED_FORMS = { 'prefecture-form-3': '県様式第3号_登録団体数等報告書.xlsx' } as const;
export type BundledForm = keyof typeof BUNDLED_FORMS;

/** The bytes of a form as its author published it. Error: FORM_MISSING when the installation is incomplete. */
export function readBundledForm(name: BundledForm): Uint8Array {
  const file = BUNDLED_FORMS[name];
  const bytes = readBeside(import.meta.url, 'forms', file);
  if (bytes === null) throw new AppError('FORM_MISSING', { file });
  return bytes;
}
