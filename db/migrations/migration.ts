/** One step of the schema, forward only. `version` becomes the file's user_version. */
export type Migration = {
  readonly version: number;
  readonly slug: string;
  readonly sql: string;
  /** The step leaves organization_list without rows: it is derived anew from the groups once all steps are done. */
  readonly emptiesOrganizationList?: true;
};
