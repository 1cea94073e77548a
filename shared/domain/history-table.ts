/** Tables whose changes 履歴 shows, by the names the change log uses. */
export type HistoryTable =
  | 'organization'
  | 'orgContact'
  | 'organizationField'
  | 'registration'
  | 'registrationNumber'
  | 'plan'
  | 'planLevel'
  | 'planNode'
  | 'nodePlacement'
  | 'markSet'
  | 'mark'
  | 'progressRecord'
  | 'verificationNote'
  | 'ledgerSetting'
  | 'savedView';

export type ContactRoleName = 'representative' | 'responsible' | 'office';
