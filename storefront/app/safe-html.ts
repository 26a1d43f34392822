// HTML that the API has made safe (Event.descriptionHtml), as a browser with Trusted Types takes it.
// https://w3c.github.io/trusted-types/dist/spec/

interface Policy {
  createHTML(text: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The only policy that the pages allow. */
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy("boxoffice", {
  createHTML: (text) => text,
});

export const safeHtml = (text: string): string => policy?.createHTML(text) ?? text;
