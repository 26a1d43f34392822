import { CURRENCIES } from "./code-lists.ts";
import { decimalsOf } from "./currencies.ts";

/** CLDR, which Intl follows, shows these without decimals, because their coins are out of use. ISO 4217 gives them decimals. */
const CASH_WITHOUT_DECIMALS = {
  2: "AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SOS SYP YER",
  3: "IQD",
};

test("every currency has as many decimals as in Intl, except those whose coins are out of use", () => {
  const differing = [...CURRENCIES].filter((currency) => {
    const shown = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
    return shown.maximumFractionDigits !== decimalsOf(currency);
  });
  const known = Object.entries(CASH_WITHOUT_DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(" ").map((code) => [code, Number(decimals)] as const),
  );
  expect(differing.toSorted()).toEqual(known.map(([code]) => code).toSorted());
  for (const [code, decimals] of known) expect([code, decimalsOf(code)]).toEqual([code, decimals]);
});

test("Intl knows every currency of ISO 4217 except the digital bolívar", () => {
  const known = new Set(Intl.supportedValuesOf("currency"));
  expect([...CURRENCIES].filter((currency) => !known.has(currency))).toEqual(["VED"]);
});
