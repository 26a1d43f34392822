// Hebrew texts of the account pages. Nouns and infinitives address everyone alike.
import { account } from "./account/he.ts";
import { apps } from "./apps/he.ts";
import type { Texts } from "./en.ts";
import { orders } from "./orders/he.ts";
import { security } from "./security/he.ts";

const rules = new Intl.PluralRules("he");

function choice(count: number, one: string, two: string, other: string): string {
  const form = rules.select(count);
  return form === "one" ? one : form === "two" ? two : other;
}

function wait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return `בעוד ${choice(seconds, "שנייה אחת", "שתי שניות", `${seconds} שניות`)}`;
  return minutes < 90 ? `בעוד ${choice(minutes, "דקה אחת", "שתי דקות", `${minutes} דקות`)}` : "מחר";
}

export const texts: Texts = {
  locale: "he",
  frame: {
    skip: "דילוג לתוכן",
    main: "תפריט ראשי",
    events: "אירועים",
    tickets: "הכרטיסים שלי",
    account: "חשבון",
    signOut: "יציאה",
    language: "שפה",
    change: "שינוי",
    goOn: "המשך",
    moving: "רק רגע",
    or: "או",
  },
  problems: {
    title: "זה לא הצליח",
    marked: "נא לתקן את השדה המסומן.",
    notOurForm: "יש לשלוח את הטופס של הדף.",
    foreignForm: "הטופס הגיע מאתר אחר, ולכן דבר לא השתנה. נא לפתוח את הדף שוב.",
    tooLarge: "הטופס גדול מדי.",
    away: "השירות אינו זמין כרגע. נא לנסות שוב בעוד דקה.",
    tooOften: (seconds) => `יותר מדי ניסיונות. נא לנסות שוב ${wait(seconds)}.`,
    invalid: (message) => `נא לבדוק את הפרטים: ${message}`,
    weakPassword: () => "קל לנחש את הסיסמה הזאת. נא לבחור אחרת, למשל שלוש או ארבע מילים.",
  },
  refusals: {
    CredentialsRejected: "הסיסמה שגויה, או שההתחברות הסתיימה.",
    SecondFactorRequired: "לחשבון יש אימות נוסף, והוא נדרש כדי להשלים את הכניסה.",
    SecondFactorRejected: "הקוד שגוי או כבר נוצל, או שעבר זמן רב מדי. נא לנסות שוב, או להיכנס מחדש.",
    PasskeyRejected: "מפתח הגישה לא התקבל. נא לנסות שוב. בחשבון יכולים להיות עד 20 מפתחות גישה.",
    CodeRejected: "הקוד שגוי או שאינו תקף עוד. נא לבדוק אותו, או לבקש קוד חדש.",
    EmailTaken: "כבר קיים חשבון עם כתובת הדוא״ל הזאת. אפשר פשוט להיכנס.",
    EmailNotVerified: "יש לאמת קודם את כתובת הדוא״ל, בעזרת קוד שנשלח אליה.",
    LastWayIn: "זו דרך הכניסה האחרונה. יש לקבוע קודם סיסמה או לאמת את הכתובת.",
    LastOwner:
      "אין לארגון שלך בעלים נוספים. יש למנות קודם חבר אחר לבעלים. אפשר לעזוב כשלא נותרו כרטיסים תקפים או כספים לא מוסדרים.",
    ProviderUnavailable: "הספק אינו עונה. נא לנסות שוב בעוד דקה, או להיכנס בדרך אחרת.",
    ANSWER_REJECTED: "הכניסה שם לא הושלמה, פגה או כבר נוצלה. נא להתחיל מחדש.",
    ADDRESS_NOT_CONFIRMED:
      "הוא אינו שייך לאף חשבון כאן. יש להיכנס בדרך אחרת או ליצור חשבון, ואז לקשר אותו בדרכי הכניסה.",
    IDENTITY_REMOVED: "הוא הוסר מהחשבון שלו. יש להיכנס בדרך אחרת, ואז לקשר אותו שוב.",
    IdentityTaken: "הוא כבר מקושר לחשבון, או שלחשבון יש 20 קישורים. יש להסיר אחד קודם.",
    ElevationRequired: "יש לאשר קודם את זהותך, בסיסמה או באימות נוסף.",
    OrderNotRefundable: "ההזמנה אינה מאושרת, לא נותר מה להחזיר, או שהתשלום במחלוקת.",
    RefundOfferEnded: "הצעת ההחזר הסתיימה, כבר התקבלה, או שאינה קיימת להזמנה הזאת.",
    IdempotencyKeyReused: "הטופס הזה כבר נשלח עם ערכים אחרים. נא לפתוח את הדף שוב.",
    NotFound: "זה לא קיים, או שאינו קיים עוד.",
  },
  fields: {
    email: "כתובת דוא״ל",
    emailMissing: "נא למלא את כתובת הדוא״ל.",
    emailWrong: "נא למלא כתובת דוא״ל, למשל name@example.org.",
    password: "סיסמה",
    passwordMissing: "נא למלא את הסיסמה.",
    newPassword: "סיסמה חדשה",
    newPasswordHint: "לפחות 8 תווים. כמה מילים לא שגרתיות הן סיסמה טובה.",
    newPasswordMissing: "נא לבחור סיסמה חדשה.",
    name: "שם",
    nameMissing: "נא למלא את השם.",
    code: "הקוד מההודעה",
    codeMissing: "נא למלא את הקוד מההודעה.",
    totp: "הקוד מאפליקציית האימות",
    totpHint: "שש ספרות שמתחלפות כל 30 שניות.",
    totpMissing: "נא למלא את שש הספרות שאפליקציית האימות מציגה.",
    recoveryCode: "קוד שחזור",
  },
  signIn: {
    title: "כניסה",
    rejected: "הכתובת או הסיסמה שגויה.",
    passkey: "כניסה עם מפתח גישה",
    byCode: "כניסה עם קוד בדוא״ל",
    forgotten: "שכחת את הסיסמה?",
    register: "יצירת חשבון",
    findOrders: "חיפוש הזמנות שבוצעו בלי חשבון",
    back: "חזרה לכניסה",
    continueWith: (provider) => `המשך עם ${provider}`,
    notBegun: "הדפדפן הזה לא התחיל כניסה, או שעבר זמן רב מדי. נא להתחיל מחדש.",
    signedOut: "יצאת מהחשבון.",
  },
  register: {
    title: "יצירת חשבון",
    passwordMissing: "נא לבחור סיסמה.",
    submit: "יצירת החשבון",
    hasAccount: "כבר יש לי חשבון",
  },
  codes: {
    title: "הקלדת הקוד",
    mailMe: "שליחת קוד בדוא״ל",
    mailAnother: "שליחת קוד נוסף",
    byCode: { title: "כניסה עם קוד", words: "נשלח אליך בדוא״ל קוד שתקף לעשר דקות." },
    reset: { title: "בחירת סיסמה חדשה", words: "נשלח אליך בדוא״ל קוד. בעזרתו אפשר לבחור סיסמה חדשה." },
    findOrders: {
      title: "חיפוש ההזמנות שלי",
      words: "להזמנות בלי חשבון: נשלח אליך קוד שמציג את ההזמנות עם הכתובת שלך.",
    },
    requested: {
      "sign-in": { words: "אם לכתובת יש חשבון, הודעה עם קוד כבר בדרך.", submit: "כניסה" },
      reset: { words: "אם לכתובת יש חשבון, הודעה עם קוד כבר בדרך.", submit: "שמירת הסיסמה החדשה" },
      register: { words: "הודעה עם קוד בדרך לכתובת שלך.", submit: "יצירת החשבון" },
      guest: { words: "אם יש הזמנות עם הכתובת, הודעה עם קוד כבר בדרך.", submit: "הצגת ההזמנות שלי" },
    },
    onlyHere: "הקוד תקף לעשר דקות, בדפדפן הזה בלבד.",
    noMail: "לא הגיעה הודעה אחרי כמה דקות? כדאי לבדוק בתיקיית הספאם, או [לבקש קוד נוסף].",
    claim: "להוסיף את ההזמנות שביצעתי בעבר עם הכתובת הזאת",
    notWaiting: "הדפדפן הזה אינו ממתין לקוד. נא לבקש קוד חדש.",
    notWaitingHere: "הדפדפן הזה אינו ממתין לקוד. נא לבקש קוד חדש היכן שרוצים להשתמש בו.",
    toSignIn: "לדף הכניסה",
    elsewhere: "הקוד הזה התבקש בדפדפן אחר או באפליקציה אחרת. יש להקליד אותו שם:",
    keepSecret: "אם לא ביקשת קוד, יש לסגור את הדף. אין למסור את הקוד לאיש.",
  },
  secondStep: {
    title: "שלב שני",
    useRecovery: "שימוש בקוד שחזור",
    withRecovery: "המשך עם קוד השחזור",
    withPasskey: "המשך עם מפתח גישה",
  },
  notices: {
    profile: "השם שלך שונה.",
    password: "הסיסמה שלך שונתה. כל ההתחברויות האחרות הסתיימו.",
    email: "הכתובת שלך שונתה. כל ההתחברויות האחרות הסתיימו.",
    verified: "הכתובת שלך אומתה.",
    session: "ההתחברות הסתיימה.",
    sessions: "כל ההתחברויות האחרות הסתיימו.",
    app: "לאפליקציה אין עוד גישה לחשבון שלך.",
    "totp-off": "אפליקציית האימות כבויה. כל ההתחברויות האחרות הסתיימו.",
    passkey: "מפתח הגישה נוסף. כל ההתחברויות האחרות הסתיימו.",
    "passkey-removed": "מפתח הגישה הוסר. כל ההתחברויות האחרות הסתיימו.",
    identity: "החשבון קושר. כל ההתחברויות האחרות הסתיימו.",
    "identity-removed": "החשבון אינו מקושר עוד. כל ההתחברויות האחרות הסתיימו.",
    enroll: "יש להוסיף קודם אימות נוסף: בעלי ארגון וצוות הפלטפורמה זקוקים לו לשם כך.",
    proven: "הכתובת שלך אומתה. הכרטיסים בדרך אליה.",
    claimed: "ההזמנות מתווספות לחשבון שלך. זה לוקח כמה שניות.",
    kept: "הכרטיסים נשארים אצלך.",
    refunded: "הכרטיסים שלך בוטלו, והכסף בדרך אליך.",
  },
  account,
  security,
  orders,
  apps,
};
