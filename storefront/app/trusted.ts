// What a browser with Trusted Types takes from scripts: HTML that the API has made safe (Event.descriptionHtml), and the service worker.
// https://w3c.github.io/trusted-types/dist/spec/
import { WORKER_PATH } from "../offline.ts";

interface Rules {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Rules): Rules;
}

/** The only policy that the pages allow. */
const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy("boxoffice", {
  createHTML: (text) => text,
  createScriptURL: (url) => {
    if (url !== WORKER_PATH) throw new TypeError("The service worker is the only script that a script may load.");
    return url;
  },
});

export const safeHtml = (text: string): string => policy?.createHTML(text) ?? text;

export const workerUrl: string = policy?.createScriptURL(WORKER_PATH) ?? WORKER_PATH;
