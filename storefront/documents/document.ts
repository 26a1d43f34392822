// An operation of the storefront, named by its ID. The gateway has the texts: GATEWAY_KNOWN_DOCUMENTS_FILE is documents.generated.json.

declare const result: unique symbol;
declare const given: unique symbol;

/** SHA-256 of an operation's text, in lower-case hexadecimal. */
export type DocumentId<Data, Variables> = string & { readonly [result]?: Data; readonly [given]?: Variables };
