// Under which names a schema uses the directives of Apollo's specifications. A schema imports them as they are, imports them under
// other names, or uses them without import behind the specification's name: @authenticated, @needsLogin, @federation__authenticated.
// Source: https://specs.apollo.dev/link/v1.0/ (and its predecessor core/v0.1, which calls the URL `feature`).
import { Kind, valueFromASTUntyped, visit, type ConstDirectiveNode, type DocumentNode } from "graphql";

interface Link {
  /** The specification, such as `authenticated`, `cost` or `federation`; undefined for specifications of others. */
  spec: string | undefined;
  /** Prefix of its names that are not imported. */
  namespace: string;
  /** Directives by the name that is used, without the @. */
  imports: Map<string, string>;
}

const SPEC_URL = /^https?:\/\/([^/]+)\/(?:.*\/)?([^/]+)\/v\d+(?:\.\d+)*\/?$/;
const APOLLO = "specs.apollo.dev";

function linksOf(document: DocumentNode): Link[] {
  const applied = document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? [])
      : [],
  );
  const links = applied.flatMap((directive) => {
    const link = linkOf(directive);
    return link ? [{ by: directive.name.value, link }] : [];
  });
  // The first link of the directive links its own specification, and so defines its name. Another one with a URL links nothing.
  const own = links.filter(({ by, link }) => by === link.namespace && (link.spec === "link" || link.spec === "core"));
  const names = new Set(["link", "core", ...own.map(({ by }) => by)]);
  return links.filter(({ by }) => names.has(by)).map(({ link }) => link);
}

function linkOf({ arguments: given = [] }: ConstDirectiveNode): Link | undefined {
  const values = new Map(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value) as unknown]));
  const url = values.get("url") ?? values.get("feature");
  const [, host, name] = (typeof url === "string" && SPEC_URL.exec(url)) || [];
  if (name === undefined) return undefined;
  const imports = new Map<string, string>();
  for (const element of [values.get("import") ?? []].flat() as unknown[]) {
    const { name: original, as } =
      typeof element === "string" ? { name: element, as: undefined } : (element as { name?: string; as?: string });
    if (original?.startsWith("@")) imports.set((as ?? original).slice(1), original.slice(1));
  }
  const as = values.get("as");
  return { spec: host === APOLLO ? name : undefined, namespace: typeof as === "string" ? as : name, imports };
}

/**
 * Maps a directive's name to the name in its own specification. A name without a link is unchanged, so that an unlinked guard still counts
 * as a guard. A name imported from a specification of others is not Apollo's.
 */
export function plainNames(document: DocumentNode): (used: string) => string {
  const links = linksOf(document);
  return (used) => {
    for (const { spec, imports } of links) {
      const original = imports.get(used);
      if (original !== undefined) return spec === undefined ? `${used} of another specification` : original;
    }
    const [namespace, rest] = splitName(used);
    for (const link of links) {
      if (link.namespace !== namespace || link.spec === undefined) continue;
      return rest ?? link.spec;
    }
    return used;
  };
}

function splitName(used: string): [namespace: string, rest: string | undefined] {
  const at = used.indexOf("__");
  return at > 0 ? [used.slice(0, at), used.slice(at + 2)] : [used, undefined];
}

/** The name under which a directive of Apollo's is used, if the document defines it: `inaccessible` may be called `hidden`. */
export function usedName(document: DocumentNode, plain: string): string | undefined {
  const plainOf = plainNames(document);
  return document.definitions
    .flatMap((definition) => (definition.kind === Kind.DIRECTIVE_DEFINITION ? [definition.name.value] : []))
    .find((name) => plainOf(name) === plain);
}

/** The same document with every directive under the name that its specification gives it. */
export function withPlainNames(document: DocumentNode): DocumentNode {
  const plainOf = plainNames(document);
  const renamed = (name: { readonly value: string }) =>
    ({ ...name, kind: Kind.NAME, value: plainOf(name.value) }) as const;
  return visit(document, {
    Directive: (node) => ({ ...node, name: renamed(node.name) }),
    DirectiveDefinition: (node) => ({ ...node, name: renamed(node.name) }),
  });
}
