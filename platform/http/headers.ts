// Headers of our own between the gateway and the subgraphs.

/** Response header: notifications sent during the request, for the calling gateway; `topic:about`, separated by commas. */
export const CHANGED_HEADER = "x-changed";

/** Response header: the subgraph supports batching, at the GraphQL path with this suffix. */
export const TAKES_MANY_HEADER = "x-takes-many";
export const MANY = "-many";
/** Maximum requests in one HTTP request. */
export const MOST_AT_ONCE = 32;
