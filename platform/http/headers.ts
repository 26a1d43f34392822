// Headers of our own between the gateway and the subgraphs.

/** Of an answer: notifications that were given while the request was served, for the gateway that sent it; `topic:about`, by commas. */
export const CHANGED_HEADER = "x-changed";

/** Of a response: the subgraph also takes many requests as one, at the GraphQL path with this suffix. */
export const TAKES_MANY_HEADER = "x-takes-many";
export const MANY = "-many";
/** Of them in one HTTP request. */
export const MOST_AT_ONCE = 32;
