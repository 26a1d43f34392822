// Pages of the OpenID provider, as descriptions that the gateway renders in the style of its own pages.
import type { KoaContextWithOIDC } from "oidc-provider";
import { PAGE_TYPE } from "../../../../platform/http/headers.ts";

export type OpenIdPage =
  | { page: "error"; error: string; description: string }
  | { page: "sign-out"; action: string; xsrf: string; app: string | null }
  | { page: "signed-out"; app: string | null };

function show(context: KoaContextWithOIDC, page: OpenIdPage): void {
  context.type = PAGE_TYPE;
  context.body = JSON.stringify(page);
}

const appOf = (context: KoaContextWithOIDC) => context.oidc.client?.clientName ?? null;

export function showError(
  context: KoaContextWithOIDC,
  { error, error_description: description = "" }: { error: string; error_description?: string | undefined },
): void {
  show(context, { page: "error", error, description });
}

/** @param form the provider's own form, with its secret against forged requests */
export function showSignOut(context: KoaContextWithOIDC, form: string): void {
  const [, action = ""] = /action="([^"]*)"/.exec(form) ?? [];
  const [, xsrf = ""] = /name="xsrf" value="([^"]*)"/.exec(form) ?? [];
  show(context, { page: "sign-out", action: new URL(action).pathname, xsrf, app: appOf(context) });
}

export function showSignedOut(context: KoaContextWithOIDC): void {
  show(context, { page: "signed-out", app: appOf(context) });
}
