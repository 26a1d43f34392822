// Headers of our own between the gateway and the subgraphs.

/** Response header: notifications sent during the request, for the calling gateway; `topic:about`, separated by commas. */
export const CHANGED_HEADER = "x-changed";

/** Request headers of mutations from the gateway to users: the client's `user-agent`, and its network as a CIDR prefix (IPv4 /24, IPv6 /64). */
export const DEVICE_HEADER = "x-client-device";
export const PLACE_HEADER = "x-client-place";

/** Response header: the subgraph supports batching, at the GraphQL path with this suffix. */
export const TAKES_MANY_HEADER = "x-takes-many";
export const MANY = "-many";
/** Maximum requests in one HTTP request. */
export const MOST_AT_ONCE = 32;

/** Request header of the gateway: the client's own `authorization`, whose name the gateway's token has. */
export const CLIENT_AUTHORIZATION_HEADER = "x-client-authorization";
/** Content type of a page that a subgraph describes in JSON, and the gateway renders. */
export const PAGE_TYPE = "application/vnd.described-page+json";
