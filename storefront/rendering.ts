// What the built views give to this process (app/entry-server.tsx), and the HTML around them.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { escapeHtml } from "../platform/http/html.ts";
import { directionOf, type Locale } from "../platform/http/locale.ts";
import type { Render, SentPage } from "./page-data.ts";

/** Of Vite: https://vite.dev/guide/backend-integration */
type Manifest = Record<string, { file: string; css?: string[]; imports?: string[]; isEntry?: boolean; name?: string }>;

export interface Renderer {
  /** A whole HTML document. */
  html(page: SentPage): string;
}

/** Versioned and hosted by Stripe alone: https://docs.stripe.com/js/including */
const STRIPE_SCRIPT = '<script async src="https://js.stripe.com/v3/"></script>';
const ENTRY = "entry-client.tsx";

/** @throws Error if the storefront is not built */
export async function loadRenderer(buildDir: string): Promise<Renderer> {
  const manifest = JSON.parse(readFileSync(path.join(buildDir, "client", "manifest.json"), "utf8")) as Manifest;
  const entry = pathToFileURL(path.resolve(buildDir, "server", "entry-server.js")).href;
  const { render } = (await import(entry)) as { render: Render };
  const { file, css = [], imports = [] } = manifest[ENTRY]!;
  const chunks = [...new Set(imports.map((name) => manifest[name]!.file))];
  const head = [
    ...css.map((name) => `<link rel="stylesheet" href="/${name}">`),
    `<script type="module" src="/${file}"></script>`,
    ...chunks.map((name) => `<link rel="modulepreload" href="/${name}">`),
  ].join("");
  const preloads = new Map(
    Object.entries(manifest).map(([name, chunk]) => [name, `<link rel="modulepreload" href="/${chunk.file}">`]),
  );
  const views = new Map([...preloads].map(([name, link]) => [/\/([a-z]+)-view\.tsx$/.exec(name)?.[1], link]));
  return {
    html: (page) => {
      const { title, body } = render(page);
      const { locale, view, stripeKey, refreshSeconds } = page;
      const refresh =
        refreshSeconds === undefined
          ? ""
          : `<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>`;
      // `<` could end the script element.
      const data = JSON.stringify(page).replaceAll("<", "\\u003c");
      return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale as Locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title>${refresh}<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="manifest" href="/site.webmanifest"><meta name="theme-color" content="#4a2fbd">${head}${stripeKey === undefined ? "" : STRIPE_SCRIPT}${views.get(view) ?? ""}${preloads.get(`texts/${locale}.ts`) ?? ""}</head><body><div id="app">${body}</div><script type="application/json" id="page">${data}</script></body></html>
`;
    },
  };
}
