// The registry's web pages: pure functions from data to HTML without scripts and requests.
import { createHash } from "node:crypto";
import { createTwoFilesPatch } from "diff";
import { escapeHtml } from "../platform/http/html.ts";
import { describeFilter } from "./checks/contract.ts";
import type { Contract } from "./contracts.ts";
import type { UsedOperation } from "./operations.ts";
import type { CheckSummary, KeptCheck } from "./kept-checks.ts";
import type { PublishedSubgraph, Version, VariantRef } from "./store.ts";

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222}
table{border-collapse:collapse}th,td{text-align:left;padding:.2rem 1.2rem .2rem 0;vertical-align:top}
pre{overflow-x:auto;background:#f6f6f6;padding:.8rem}ins{background:#d8f5d8;text-decoration:none}del{background:#fadcdc;text-decoration:none}`;

/** Content security policy of every page: only its own style. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; frame-ancestors 'none'`;

/** Maximum edits and time of a diff: beyond it the two schemas have little in common. */
const DIFF_LIMITS = { context: 4, maxEditLength: 5_000, timeout: 500 };

/** For an operation. */
const LONGEST_SHOWN = 200;

export function graphPage(graphId: string, variants: string[]): string {
  return page(graphId, list(variants.map((variant) => link(["variants", variant], variant))));
}

export function variantPage(found: {
  ref: VariantRef;
  /** If it is a contract itself. */
  contract: Contract | undefined;
  contracts: Contract[];
  subgraphs: PublishedSubgraph[];
  checks: CheckSummary[];
  used: UsedOperation[];
}): string {
  const { ref, contract, contracts, subgraphs, checks, used } = found;
  const at = (part: string) => ["variants", ref.variant, ...part.split("/")];
  const sections: [string, string][] = [
    [
      "Subgraphs",
      table(
        ["name", "URL", "revision", "published"],
        subgraphs.map(({ name, url, revision, publishedAt }) => [
          link(["variants", contract?.source ?? ref.variant, "subgraphs", name], name),
          escapeHtml(url),
          escapeHtml(revision),
          moment(publishedAt),
        ]),
      ),
    ],
    [
      "Contracts",
      table(
        ["variant", "filter", "problem"],
        contracts.map((one) => [
          link(["variants", one.variant], one.variant),
          escapeHtml(describeFilter(one)),
          escapeHtml(one.problem ?? ""),
        ]),
      ),
    ],
    [
      "Checks",
      table(
        ["subgraph", "checked", ""],
        checks.map(({ id, subgraph, passed, checkedAt }) => [
          link(["checks", id], subgraph),
          moment(checkedAt),
          passed ? "passed" : "<strong>failed</strong>",
        ]),
      ),
    ],
    [
      "Operations",
      table(
        ["name", "requests", "clients", ""],
        used.map(({ name, requests, clients, body }) => [
          escapeHtml(name),
          String(requests),
          escapeHtml(clients.map((client) => client || "(unnamed)").join(", ")),
          `<code>${escapeHtml(body.length > LONGEST_SHOWN ? `${body.slice(0, LONGEST_SHOWN)} …` : body)}</code>`,
        ]),
      ),
    ],
  ];
  const intro = contract
    ? `<p>${escapeHtml(describeFilter(contract))}; of ${link(["variants", contract.source], contract.source)}${contract.problem === null ? "" : `. <strong>${escapeHtml(contract.problem)}</strong>`}</p>`
    : "";
  const schemas = `<p>${link(at("schema"), "API schema")}, ${link(at("supergraph"), "supergraph")}</p>`;
  return page(`${ref.graphId}@${ref.variant}`, intro + schemas + sectionsOf(sections));
}

export function subgraphPage({ graphId, variant }: VariantRef, name: string, versions: Version[]): string {
  const lines = versions.map(({ id, revision, publishedAt, publishedBy, sdl }) => [
    link(["variants", variant, "subgraphs", name, String(id)], String(id)),
    moment(publishedAt),
    escapeHtml(publishedBy),
    escapeHtml(revision),
    sdl === null ? "deleted" : "",
  ]);
  return page(`${name} of ${graphId}@${variant}`, table(["version", "published", "key", "revision", ""], lines));
}

export function versionPage(
  { graphId, variant }: VariantRef,
  { version, before }: { version: Version; before: Version | undefined },
): string {
  const { id, name, url, revision, publishedAt, publishedBy } = version;
  const about = `<p>Published ${moment(publishedAt)} with the key ${escapeHtml(publishedBy)}${revision ? `, revision ${escapeHtml(revision)}` : ""}, for ${escapeHtml(url)}.</p>`;
  return page(`${name} of ${graphId}@${variant}, version ${id}`, about + diffOf(before?.sdl ?? "", version.sdl ?? ""));
}

export function schemaPage({ graphId, variant }: VariantRef, what: string, sdl: string): string {
  return page(`${what} of ${graphId}@${variant}`, `<pre>${escapeHtml(sdl)}</pre>`);
}

export function checkPage({ graphId, variant, subgraph, passed, result }: KeptCheck): string {
  const { composition, operations, weakened, diagnostics, pitfalls, contracts } = result;
  const sections: [string, string[]][] = [
    ["Composition", composition.errors.map(({ code, message }) => `${code}: ${message}`)],
    ["Hints", composition.hints.map(({ code, message }) => `${code}: ${message}`)],
    ["Changes", (operations?.changes ?? []).map(({ severity, description }) => `${severity}: ${description}`)],
    ["Guards, limits and tags", weakened.map(({ rule, message }) => `${rule}: ${message}`)],
    ["Pitfalls", pitfalls.map(({ rule, coordinate, message }) => `${rule}, ${coordinate}: ${message}`)],
    ["Lint", diagnostics.map(({ level, message, place }) => `${level}, line ${place.start.line}: ${message}`)],
    ...contracts.map(({ variant: contract, errors, changes }): [string, string[]] => [
      `Contract ${contract}`,
      [...errors.map(({ message }) => message), ...changes.map(({ description }) => description)],
    ]),
  ];
  const found = sectionsOf(
    sections.map(([title, lines]) => [title, lines.length > 0 ? list(lines.map(escapeHtml)) : ""]),
  );
  const title = `${passed ? "Passed" : "Failed"}: ${subgraph} for ${graphId}@${variant}`;
  return page(title, found || "<p>Nothing was found.</p>");
}

function diffOf(before: string, after: string): string {
  if (before === after) return "<p>The schema is unchanged.</p>";
  const patch = createTwoFilesPatch("before", "after", before, after, "", "", DIFF_LIMITS);
  if (patch === undefined) return "<p>It differs too much from the previous one for a line-by-line comparison.</p>";
  const lines = patch.split("\n").slice(4);
  return `<pre>${lines
    .map((line) => {
      const text = escapeHtml(line);
      if (line.startsWith("+")) return `<ins>${text}</ins>`;
      return line.startsWith("-") ? `<del>${text}</del>` : text;
    })
    .join("\n")}</pre>`;
}

const moment = (date: Date) => date.toISOString().replace("T", " ").slice(0, 19);
const list = (items: string[]) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
const link = (path: string[], text: string) =>
  `<a href="/${path.map(encodeURIComponent).join("/")}">${escapeHtml(text)}</a>`;

/** Empty for no rows. */
function table(head: string[], lines: string[][]): string {
  if (lines.length === 0) return "";
  const row = (tag: string, cells: string[]) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>${row("th", head)}${lines.map((cells) => row("td", cells)).join("")}</table>`;
}

/** Sections that are not empty. */
function sectionsOf(sections: [title: string, body: string][]): string {
  return sections
    .filter(([, body]) => body !== "")
    .map(([title, body]) => `<h2>${escapeHtml(title)}</h2>${body}`)
    .join("");
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${STYLE}</style><h1>${escapeHtml(title)}</h1>${body}</html>`;
}
