// What the users subgraph answers a gateway that asks who its viewers are.
interface Asked {
  query: string;
  variables: { sessionIds?: string[] };
}

/** @returns undefined if the request asks for something else */
export function viewersAnswer(text: string): string | undefined {
  if (!/\b(sessionViewers|viewerChanges)\b/.test(text)) return undefined;
  const { query, variables } = JSON.parse(text) as Asked;
  const data = query.includes("viewerChanges")
    ? { viewerChanges: { number: "1", everybody: false, userIds: [] } }
    : { sessionViewers: variables.sessionIds!.map((id) => ({ userId: id, staff: false, memberships: [] })) };
  return JSON.stringify({ data });
}
