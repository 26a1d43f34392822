// What a check has found, for people: the page that Rover points to. Its address is a secret of 122 random bits.
import { escapeHtml } from "../platform/html.ts";
import type { KeptCheck } from "./store.ts";

export function checkPage({ graphId, variant, subgraph, passed, result }: KeptCheck): string {
  const { composition, operations, weakened, diagnostics, pitfalls } = result;
  const sections: [string, string[]][] = [
    ["Composition", composition.errors.map(({ code, message }) => `${code}: ${message}`)],
    ["Hints", composition.hints.map(({ code, message }) => `${code}: ${message}`)],
    ["Changes", (operations?.changes ?? []).map(({ severity, description }) => `${severity}: ${description}`)],
    ["Guards, limits and tags", weakened.map(({ rule, message }) => `${rule}: ${message}`)],
    ["Pitfalls", pitfalls.map(({ rule, coordinate, message }) => `${rule}, ${coordinate}: ${message}`)],
    ["Lint", diagnostics.map(({ level, message, place }) => `${level}, line ${place.start.line}: ${message}`)],
  ];
  const found = sections
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([title, lines]) => `<h2>${title}</h2><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`,
    );
  const title = `${passed ? "Passed" : "Failed"}: ${subgraph} for ${graphId}@${variant}`;
  return page(title, found.length > 0 ? found.join("") : "<p>Nothing was found.</p>");
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1>${body}</html>`;
}
