// Headers of our own between the gateway and the subgraphs.

/** Of an answer: hints that were given while the request was served, for the gateway that sent it; `topic:about`, by commas. */
export const CHANGED_HEADER = "x-changed";
