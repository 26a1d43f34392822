// Headers of the pages: nothing from elsewhere, no inline script or style, no framing.

interface Elsewhere {
  scripts?: string;
  frames?: string;
  calls?: string;
  trustedTypes?: string;
}

const policy = ({ scripts = "", frames = "'none'", calls = "", trustedTypes = "" }: Elsewhere) =>
  [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${calls}`,
    `frame-src ${frames}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types boxoffice${trustedTypes}`,
  ].join("; ");

const COMMON = {
  "cross-origin-opener-policy": "same-origin",
  // Also keeps the `origin` header of forms, which `no-referrer` would remove.
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

export const SECURITY_HEADERS = { ...COMMON, "content-security-policy": policy({}) };

/**
 * Of pages with the card form of Stripe: https://docs.stripe.com/security/guide#content-security-policy. Its script asks for a default
 * policy of Trusted Types.
 */
export const STRIPE_HEADERS = {
  ...COMMON,
  "content-security-policy": policy({
    scripts: " https://js.stripe.com",
    frames: "https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com",
    calls: " https://api.stripe.com",
    trustedTypes: " default",
  }),
};

/** Pictures and other files run nothing and load nothing. */
export const FILE_POLICY = "default-src 'none'; sandbox";
