/** One step of the schema, forward only. `version` becomes the file's user_version. */
export type Migration = { readonly version: number; readonly slug: string; readonly sql: string };
