// Hebrew texts about tickets that are handed on.
import type { Transfers } from "./en.ts";

const rules = new Intl.PluralRules("he");

function tickets(count: number): string {
  const form = rules.select(count);
  return form === "one" ? "כרטיס אחד" : form === "two" ? "שני כרטיסים" : `${count} כרטיסים`;
}

export const transfers: Transfers = {
  transfer: {
    modes: {
      ONCE: "אפשר להעביר כל כרטיס פעם אחת לאדם אחר.",
      RETURN_ONLY: "אי אפשר להעביר כרטיסים לאחרים. מי שלא יכול להגיע יכול לבקש מהמארגן להחזיר אותם.",
      NONE: "אי אפשר להעביר כרטיסים לאחרים.",
    },
    from: (time) => `אפשר להעביר כרטיסים החל מ${time}.`,
    until: (time) => `אפשר להעביר כרטיסים עד ${time}.`,
    coolOff: (time) => `כרטיסים חדשים נשארים אצל מי שקנה אותם למשך ${time}.`,
    most: (count) => `מי שיש לו ${tickets(count)} לאירוע הזה לא יכול לקבל עוד.`,
    refusals: {
      NOT_ALLOWED: "המארגן לא מאפשר להעביר את הכרטיס הזה.",
      ALREADY_TRANSFERRED: "הכרטיס הזה כבר הועבר פעם אחת, והמארגן לא מאפשר יותר.",
      TOO_EARLY: "עדיין מוקדם להעביר את הכרטיס הזה.",
      TOO_LATE: "הזמן להעביר את הכרטיס הזה עבר.",
      COOL_OFF: "הכרטיס הזה חדש מכדי להעביר אותו.",
      HOLDER_LIMIT: "יש לך כבר מספר הכרטיסים לאירוע הזה שהמארגן מאפשר.",
    },
  },
  codes: {
    ofEvent: (time) => `הקודים של הכרטיסים מוצגים החל מ־${time}.`,
    ofTicket: (time) => `הקוד לכניסה יוצג כאן החל מ־${time}.`,
  },
};
