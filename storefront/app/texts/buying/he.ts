// Hebrew texts about prices, baskets and refunds.
import type { Buying } from "./en.ts";

const rules = new Intl.PluralRules("he");

function choice(count: number, one: string, two: string, other: string): string {
  const form = rules.select(count);
  return form === "one" ? one : form === "two" ? two : other;
}

export const buying: Buying = {
  prices: {
    of: (seat) => `מחיר עבור ${seat}`,
    choose: "למי מיועדים המקומות?",
    chooseText: "יש לבחור מחיר לכל מקום. שום דבר עוד לא שמור.",
    next: "הלאה: בחירת מחירים",
    change: "לבחור מקומות אחרים",
    until: (phase, time) => `${phase} עד ${time}`,
    leftAt: (count) => choice(count, "נותר אחד במחיר הזה", "נותרו שניים במחיר הזה", `נותרו ${count} במחיר הזה`),
    then: (price) => `אחר כך ${price}`,
    mostPerHold: (count) => `עד ${count} בבת אחת`,
    onlyWith: (names) => `רק יחד עם ${names}`,
    mostForEach: (count, names) => `עד ${count} לכל ${names}`,
    or: (first, second) => `${first} או ${second}`,
    needsCode: "דורש קוד קופון",
    wheelchairOnly: "רק למקומות לכיסא גלגלים",
    soldOut: "אזל",
    notYet: (time) => `החל מ${time}`,
    ended: "כבר לא נמכר",
    tickets: "כמה מכל סוג?",
    changed: (total) => `המחירים השתנו: המקומות האלה עולים עכשיו ${total}. שום דבר עוד לא שמור, והבחירה שלך עדיין כאן.`,
    refusals: {
      UNKNOWN: (price) => `המחיר „${price}” לא קיים לכל המקומות האלה. אפשר לבחור מחיר אחר.`,
      NOT_YET: (price) => `המחיר „${price}” עוד לא במכירה. אפשר לבחור מחיר אחר.`,
      ENDED: (price) => `המחיר „${price}” כבר לא נמכר. אפשר לבחור מחיר אחר.`,
      SOLD_OUT: (price) => `כל הכרטיסים במחיר „${price}” נתפסו. אפשר לבחור מחיר אחר.`,
      TOO_MANY: (price) => `יש יותר מדי מקומות במחיר „${price}”. צריך לבחור פחות.`,
      NOT_ALONE: (price) => `המחיר „${price}” דורש עוד מקומות במחיר שאליו הוא נלווה.`,
      NEEDS_CODE: (price) => `המחיר „${price}” דורש קוד קופון שפותח אותו. יש להזין את הקוד.`,
      WHEELCHAIR_PLACES_ONLY: (price) => `המחיר „${price}” מיועד רק למקומות לכיסא גלגלים.`,
    },
  },
  basket: {
    link: "המקומות שלך",
    title: "המקומות שלך",
    empty: "אין מקומות ששמורים לך.",
    emptyText: "מקומות שבחרת נשמרים כאן לכמה דקות, כדי שאפשר יהיה לשלם על כמה אירועים יחד.",
    events: (count) => choice(count, "מקומות לאירוע אחד.", "מקומות לשני אירועים.", `מקומות ל־${count} אירועים.`),
    all: "כולם הופכים להזמנה אחת, או אף אחד מהם.",
    more: "להוסיף מקומות לאירוע אחר",
    alone: "לשלם רק על המקומות האלה",
    together: "לשלם על כל המקומות יחד",
    others: "שמורים לך עוד מקומות",
    othersText: "הם של הפקה אחרת או במטבע אחר, ולכן מזמינים אותם בנפרד.",
    waiting: "הם נשארים שמורים עד שהזמן שלהם נגמר.",
    pay: "לשלם על אלה",
    gone: (event) => `השמירה עבור ${event} הסתיימה. שום דבר לא הוזמן ולא חויב; שאר המקומות שלך למטה.`,
    NOT_COMBINABLE: "המקומות האלה לא יכולים להיות הזמנה אחת. אפשר לשלם על האירועים בזה אחר זה.",
  },
  refund: {
    title: "להשאיר את הכרטיסים או לקבל את הכסף",
    moved: (event, time) => `האירוע ${event} הוזז. הוא מתחיל עכשיו ב${time}.`,
    until: (time) => `אפשר לבחור עד ${time}. בלי תשובה הכרטיסים נשארים שלך.`,
    tickets: (count) => choice(count, "מדובר בכרטיס אחד", "מדובר בשני כרטיסים", `מדובר ב־${count} כרטיסים`),
    keep: "להשאיר את הכרטיסים",
    keepText: "הכרטיסים תקפים במועד החדש. אפשר לשנות את ההחלטה עד סוף התקופה.",
    refund: "לקבל את הכסף בחזרה",
    refundText: "הכרטיסים מבוטלים מיד. אין דרך חזרה.",
    others: "כרטיסים שמישהו אחר קיבל ממך נשארים תקפים. כרטיסים לאירועים אחרים נשארים שלך.",
    submit: "אישור הבחירה",
    kept: "הכרטיסים נשארים שלך",
    keptText: "אין צורך בשום דבר נוסף: הקודים של הכרטיסים תקפים במועד החדש.",
    refunded: "הכסף שלך בדרך",
    refundedText:
      "הכרטיסים בוטלו. הכסף חוזר לכרטיס האשראי שבו שילמת, בדרך כלל בתוך חמישה עד עשרה ימים. נשלח לך את הסכום בדוא״ל.",
    ended: "ההצעה הזאת הסתיימה",
    endedText: "הכרטיסים נשארים שלך.",
    none: "אין הצעה להזמנה הזאת.",
    change: "לשנות את הבחירה",
    details: "מה קורה עכשיו",
    back: "חזרה להזמנה",
    choose: "מה הבחירה שלך?",
    RefundOfferEnded: "ההצעה הסתיימה, או שכבר התקבלה.",
    OrderNotRefundable: "אי אפשר להחזיר כרגע את הכסף על ההזמנה הזאת. ייתכן שתשלום שנוי במחלוקת: כדאי לפנות להפקה.",
  },
};
