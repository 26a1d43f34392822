// Requirements on the viewer: @authenticated, @requiresScopes and @policy (https://specs.apollo.dev/authenticated/v0.1 and its siblings).
// Denied fields are removed from the operation before planning, are null in the response, and cause an error. All other fields are
// answered.
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type GraphQLFormattedError,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { argumentOf, directivesIn } from "../../platform/graphql/documents.ts";
import type { Guarded, Requirements } from "../../platform/graphql/guarded-selections.ts";
import { scopeGrantsOf, scopeRefusalOf } from "../../platform/graphql/scope-requirements.ts";
import { grantsOf, meets, type Viewer } from "../../platform/identity/identity.ts";

export function readRequirements(supergraph: DocumentNode): Requirements {
  const requirements: Requirements = new Map();
  for (const [coordinate, directive] of directivesIn(supergraph)) {
    const { value: name } = directive.name;
    if (name !== "authenticated" && name !== "requiresScopes" && name !== "policy") continue;
    const requirement = requirements.get(coordinate) ?? {};
    if (name === "requiresScopes") requirement.scopes = argumentOf(directive, "scopes") as string[][];
    if (name === "policy") requirement.policies = argumentOf(directive, "policies") as string[][];
    requirements.set(coordinate, requirement);
  }
  return requirements;
}

type Code = "UNAUTHENTICATED" | "FORBIDDEN";

/** What of an operation is denied to a viewer. */
export interface Denials {
  /** The same for viewers who may see the same. */
  keyOf(viewer: Viewer | null): string;
  of(viewer: Viewer | null): { removed: Set<SelectionNode>; refusals: GraphQLFormattedError[] };
}

/** @param findScoped selections with requirements on limited viewers: called when the first of them asks */
export function createDenials(guarded: readonly Guarded[], findScoped: () => Guarded[]): Denials {
  let scoped: Guarded[] | undefined;

  function codesFor(viewer: Viewer | null): (Code | undefined)[] {
    const codes = guarded.map((one) => refusalCode(one, viewer));
    if (!viewer?.scopes) return codes;
    const grants = scopeGrantsOf(viewer);
    scoped ??= findScoped();
    return [...codes, ...scoped.map(({ requirement }) => (meets(grants, requirement) ? undefined : "FORBIDDEN"))];
  }

  return {
    keyOf: (viewer) => (guarded.length === 0 && !viewer?.scopes ? "" : codesFor(viewer).join()),
    of: (viewer) => {
      const codes = codesFor(viewer);
      const denied = codes.flatMap((code, at) => (code ? [{ code, at }] : []));
      const ofAll = denied.filter(({ at }) => at < guarded.length).map(({ code, at }) => refusalOf(guarded[at]!, code));
      const ofLimited = denied.flatMap(({ at }) => scoped?.[at - guarded.length] ?? []);
      return {
        removed: new Set([
          ...denied.flatMap(({ at }) => guarded[at]?.node ?? []),
          ...ofLimited.map(({ node }) => node),
        ]),
        refusals: [...ofAll, ...outermost(ofLimited).map(scopeRefusalOf)].map((error) => error.toJSON()),
      };
    },
  };
}

/** Without those inside of another, which come after it. */
function outermost(all: readonly Guarded[]): Guarded[] {
  const left: Guarded[] = [];
  for (const one of all) {
    const isInside = left.some(({ path }) => path.every((name, at) => name === one.path[at]));
    if (!isInside) left.push(one);
  }
  return left;
}

/** The error for a viewer who does not meet a requirement; undefined if allowed. */
function refusalCode({ requirement }: Guarded, viewer: Viewer | null): Code | undefined {
  if (!viewer) return "UNAUTHENTICATED";
  return meets(grantsOf(viewer), requirement) ? undefined : "FORBIDDEN";
}

function refusalOf({ requirement, path }: Guarded, code: Code): GraphQLError {
  if (code === "UNAUTHENTICATED") return new GraphQLError("Sign in first.", { path, extensions: { code } });
  const { scopes = [], policies = [] } = requirement;
  const wanted = [...scopes, ...policies].map((all) => all.join(" and ")).join(", or ");
  return new GraphQLError(`You may not do this: it requires ${wanted}.`, { path, extensions: { code } });
}

/** The document without some of its selections; an empty selection set becomes `__typename`. */
export function without(document: DocumentNode, removed: ReadonlySet<SelectionNode>): DocumentNode {
  const cut = (set: SelectionSetNode): SelectionSetNode => {
    const left = set.selections.flatMap((selection): SelectionNode[] => {
      if (removed.has(selection)) return [];
      if (!("selectionSet" in selection) || !selection.selectionSet) return [selection];
      return [{ ...selection, selectionSet: cut(selection.selectionSet) }];
    });
    return { ...set, selections: left.length > 0 ? left : [TYPENAME] };
  };
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      "selectionSet" in definition ? { ...definition, selectionSet: cut(definition.selectionSet) } : definition,
    ),
  };
}

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };
