/** An app of an organization. */
export interface App {
  id: string;
  organizationId: string;
  name: string;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  backchannelLogoutUri: string | null;
  secretHash: string | null;
  createdAt: Date;
  /** In the result of its creation only. */
  secret?: string | null;
}
