/** What a person has allowed to an app. */
export interface AppAccess {
  appId: string;
  name: string;
  organizationId: string | null;
  scopes: string[];
  isOffline: boolean;
}
