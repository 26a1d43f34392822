export const subgraphKeys = {
  name: "003-subgraph-keys",
  statements: `
-- What a key that writes may publish; null: all of its graph.
alter table api_key add column subgraphs text[]
  check (subgraphs is null or (kind = 'write' and cardinality(subgraphs) > 0));
`,
};
