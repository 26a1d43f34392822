// What a page says of something that went wrong.

/** Something that went wrong, in words of the API or of this storefront. The view translates it. */
export interface Problem {
  /** Type or code of a refusal. */
  code: string;
  values?: Readonly<Record<string, string | number | null | undefined>>;
  /** Of the API, in English: for codes that the view does not know. */
  message?: string | undefined;
}
