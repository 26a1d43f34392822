// Texts of the script for passkeys, as an attribute of its forms.
import { html, type Html } from "./html.ts";
import type { Texts } from "./texts/en.ts";

export const passkeyTexts = ({ security, problems, refusals }: Texts): Html => {
  const { CredentialsRejected, SecondFactorRequired, SecondFactorRejected, PasskeyRejected, ElevationRequired } =
    refusals;
  const texts = {
    done: security.done,
    cancelled: security.passkeys.cancelled,
    codes: security.passkeys.codes,
    /** By the type of a refusal, or the code of an error. */
    problems: {
      CredentialsRejected,
      SecondFactorRequired,
      SecondFactorRejected,
      PasskeyRejected,
      ElevationRequired,
      UNAVAILABLE: problems.away,
      TIMEOUT: problems.away,
      RATE_LIMITED: problems.tooOften(60),
    },
  };
  return html`data-texts="${JSON.stringify(texts)}"`;
};
