// Clients as the OpenID provider knows them.
import { timingSafeEqual } from "node:crypto";
import type { AdapterPayload } from "oidc-provider";
import type { OauthClient } from "../../queries/oauth-clients.ts";
import { hashToken } from "../../credentials/tokens.ts";

export function metadataOf(client: OauthClient): AdapterPayload {
  const { id, name, redirectUris, postLogoutRedirectUris, backchannelLogoutUri, secretHash, idTokenAlg } = client;
  return {
    client_id: id,
    client_name: name,
    // Web, also for loopback addresses: redirect URIs are compared exactly, with their ports.
    application_type: "web",
    redirect_uris: redirectUris,
    post_logout_redirect_uris: postLogoutRedirectUris,
    response_types: redirectUris.length > 0 ? ["code"] : [],
    grant_types: client.grantTypes,
    id_token_signed_response_alg: idTokenAlg,
    ...(secretHash === null
      ? { token_endpoint_auth_method: "none" as const }
      : { token_endpoint_auth_method: "client_secret_basic" as const, client_secret: secretHash }),
    ...(backchannelLogoutUri !== null && {
      backchannel_logout_uri: backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
  };
}

/** Only a hash is stored. The secret has 256 random bits, so a fast hash is enough. */
export function isSecret(secret: unknown, secretHash: string | undefined): boolean {
  if (typeof secret !== "string" || secretHash === undefined) return false;
  const [given, stored] = [Buffer.from(hashToken(secret)), Buffer.from(secretHash)];
  return given.length === stored.length && timingSafeEqual(given, stored);
}
