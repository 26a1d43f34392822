// Minor units of currencies from ISO 4217. Intl follows CLDR instead, which shows HUF, IDR and others without decimals.

const OTHER_DECIMALS: Record<string, number> = {
  ...Object.fromEntries(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ").map((code) => [code, 0]),
  ),
  ...Object.fromEntries("BHD IQD JOD KWD LYD OMR TND".split(" ").map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/** How many decimals an amount has: 100 minor units of EUR are 1 EUR (two), 100 of JPY are 100 JPY (none). */
export function decimalsOf(currency: string): number {
  return OTHER_DECIMALS[currency] ?? 2;
}
