// What a browser with Trusted Types takes from scripts: HTML that the API has made safe (Event.descriptionHtml), and workers of this site.
// https://w3c.github.io/trusted-types/dist/spec/
import { WORKER_PATH } from "../offline.ts";

interface Rules {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Rules): Rules;
}

/** Scripts that Vite has bundled. */
const BUNDLED = /^\/assets\/[\w-]+\.js$/;

/** The only policy that the pages allow. */
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy("boxoffice", {
  createHTML: (text) => text,
  createScriptURL: (url) => {
    if (url !== WORKER_PATH && !BUNDLED.test(url))
      throw new TypeError("The service worker and bundled workers are the only scripts that a script may load.");
    return url;
  },
});

export const safeHtml = (text: string): string => policy?.createHTML(text) ?? text;

export const scriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;

export const workerUrl: string = scriptUrl(WORKER_PATH);
