// Hebrew texts: orders of guests and of accounts, and the pages that letters lead to.
import { html } from "../../html.ts";
import type { OrdersTexts } from "./en.ts";

const rules = new Intl.PluralRules("he");

function tickets(count: number): string {
  const form = rules.select(count);
  return form === "one" ? "כרטיס אחד" : form === "two" ? "שני כרטיסים" : `${count} כרטיסים`;
}

export const orders: OrdersTexts = {
  title: "ההזמנות שלי",
  list: "הזמנות",
  none: "אין כאן עדיין הזמנות. הזמנות מהשניות האחרונות עשויות להופיע בעוד רגע.",
  event: "אירוע",
  placed: (number, time, price) => html`הזמנה ${number} מ־${time}: ${price}`,
  tickets,
  earlier: "הזמנות קודמות",
  mailedLater: "הכרטיסים נשלחים לכתובת שלך [אחרי אימותה].",
  statuses: {
    AWAITING_PAYMENT: "ממתינה לתשלום",
    PROCESSING: "בטיפול",
    IN_REVIEW: "בבדיקה",
    CONFIRMED: "מאושרת",
    PARTIALLY_REFUNDED: "הוחזרה בחלקה",
    REFUNDED: "הוחזרה",
    CANCELLED: "בוטלה",
    EXPIRED: "פגה",
    DECLINED: "נדחתה",
  },
  guest: {
    home: "זו קנייה בלי חשבון.",
    enterCode: "הקלדת הקוד מההודעה",
    otherBrowser: "הקנייה לא בוצעה בדפדפן הזה. אפשר לבקש קוד נוסף כדי לראות כאן את ההזמנות שלך.",
    find: "חיפוש ההזמנות שלי",
  },
  prove: {
    title: "אימות כתובת הדוא״ל",
    proven: "הכתובת שלך אומתה.",
    mailed: (address) => `הודעה עם קוד בדרך אל ${address}. אחרי הקלדתו נשלח אליך את הכרטיסים.`,
    submit: "אימות",
  },
  claim: {
    title: "הוספת הזמנות לחשבון שלך",
    signInFirst: "יש להיכנס קודם לחשבון.",
    words: (address) => `הזמנות שבוצעו בלי חשבון עם ${address} יהפכו להזמנות של החשבון שלך.`,
    mailed: (address) => `הודעה בדרך אל ${address}. אם יש הזמנות כאלה, יש בה קוד. הקוד תקף לעשר דקות.`,
    submit: "הוספת ההזמנות",
  },
  refund: {
    title: "להשאיר את הכרטיסים, או לקבל את הכסף בחזרה",
    nowOn: (event, time) => html`${event}, כעת ב־${time}`,
    order: (number, count) => `הזמנה ${number}: ${count}`,
    none: "אין הצעת החזר להזמנה הזאת.",
    ended: "ההצעה הסתיימה. הכרטיסים נשארים אצלך.",
    until: (time) => html`אפשר לבחור עד ${time}. בלי בחירה, הכרטיסים נשארים אצלך.`,
    keep: "להשאיר את הכרטיסים",
    refund: "ביטול הכרטיסים והחזר כספי",
    accepted: "כרטיסים שמישהו אחר קיבל ממך נשארים תקפים.",
    answered: { KEEP: "בחרת להשאיר את הכרטיסים.", REFUND: "בחרת לקבל את הכסף בחזרה." },
    otherAccount: "ההזמנה הזאת שייכת לחשבון אחר. יש להיכנס לחשבון שקנה את הכרטיסים.",
    asGuest: "קניתי בלי חשבון",
  },
  letters: {
    title: "מכתבים ממפיק",
    broken: "הקישור אינו שלם. נא לפתוח אותו שוב מהמכתב.",
    subscribed: (organization) => `אליך נשלחים מכתבים שכותבים ב־${organization} לבעלי כרטיסים.`,
    unsubscribed: (organization) => `לא יישלחו אליך עוד מכתבים שכותבים ב־${organization}.`,
    stop: "בלי מכתבים נוספים",
    start: "לקבל שוב מכתבים",
    always: "מכתבים על ההזמנות שלך, למשל על מועד חדש, נשלחים תמיד.",
  },
};
