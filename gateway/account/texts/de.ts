// German texts of the account pages. They address people as "Sie".
import { account } from "./account/de.ts";
import { apps } from "./apps/de.ts";
import type { Texts } from "./en.ts";
import { orders } from "./orders/de.ts";
import { security } from "./security/de.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function wait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return `in ${n(seconds, "Sekunde", "Sekunden")}`;
  return minutes < 90 ? `in ${n(minutes, "Minute", "Minuten")}` : "morgen";
}

export const texts: Texts = {
  locale: "de",
  frame: {
    skip: "Zum Inhalt springen",
    main: "Hauptmenü",
    events: "Veranstaltungen",
    tickets: "Meine Tickets",
    account: "Konto",
    signOut: "Abmelden",
    language: "Sprache",
    change: "Ändern",
    goOn: "Weiter",
    moving: "Einen Moment",
    or: "oder",
  },
  problems: {
    title: "Das hat nicht geklappt",
    marked: "Bitte korrigieren Sie das markierte Feld.",
    notOurForm: "Senden Sie das Formular der Seite.",
    foreignForm:
      "Das Formular kam von einer anderen Website, daher wurde nichts geändert. Öffnen Sie die Seite noch einmal.",
    tooLarge: "Das Formular ist zu groß.",
    away: "Das ist im Moment nicht verfügbar. Bitte versuchen Sie es in einer Minute noch einmal.",
    tooOften: (seconds) => `Zu viele Versuche. Bitte versuchen Sie es ${wait(seconds)} noch einmal.`,
    invalid: (message) => `Bitte prüfen Sie Ihre Angaben: ${message}`,
    weakPassword: () => "Dieses Passwort ist leicht zu erraten. Wählen Sie ein anderes, etwa drei oder vier Wörter.",
  },
  refusals: {
    CredentialsRejected: "Das Passwort ist falsch, oder die Sitzung ist beendet.",
    SecondFactorRequired: "Das Konto hat einen zweiten Faktor. Er ist nötig, um die Anmeldung abzuschließen.",
    SecondFactorRejected:
      "Das ist falsch, wurde schon benutzt, oder es ist zu viel Zeit vergangen. Versuchen Sie es noch einmal, oder melden Sie sich neu an.",
    PasskeyRejected:
      "Der Passkey wurde nicht angenommen. Versuchen Sie es noch einmal. Ein Konto hat höchstens 20 Passkeys.",
    CodeRejected: "Der Code ist falsch oder nicht mehr gültig. Prüfen Sie ihn, oder fordern Sie einen neuen an.",
    EmailTaken: "Es gibt schon ein Konto mit dieser E-Mail-Adresse. Melden Sie sich stattdessen an.",
    EmailNotVerified: "Bestätigen Sie zuerst Ihre E-Mail-Adresse mit einem Code, den wir Ihnen per E-Mail schicken.",
    LastWayIn:
      "Das ist der letzte Weg, sich anzumelden. Setzen Sie zuerst ein Passwort, oder bestätigen Sie die Adresse.",
    LastOwner:
      "Sie sind der einzige Inhaber einer Organisation. Machen Sie zuerst ein anderes Mitglied zum Inhaber. Sie können gehen, wenn keine gültigen Tickets und kein offenes Geld übrig sind.",
    ProviderUnavailable:
      "Der Anbieter antwortet nicht. Versuchen Sie es in einer Minute noch einmal, oder melden Sie sich anders an.",
    ANSWER_REJECTED:
      "Die Anmeldung dort wurde nicht abgeschlossen, ist abgelaufen oder wurde schon benutzt. Beginnen Sie noch einmal.",
    ADDRESS_NOT_CONFIRMED:
      "Es gehört hier zu keinem Konto. Melden Sie sich anders an oder erstellen Sie ein Konto, und verknüpfen Sie es dann unter „Wege zur Anmeldung“.",
    IDENTITY_REMOVED: "Es wurde von seinem Konto entfernt. Melden Sie sich anders an, und verknüpfen Sie es neu.",
    IdentityTaken:
      "Es ist schon mit einem Konto verknüpft, oder das Konto hat 20 Verknüpfungen. Entfernen Sie zuerst eine.",
    ElevationRequired: "Bestätigen Sie zuerst mit Ihrem Passwort oder einem zweiten Faktor, dass Sie es sind.",
    OrderNotRefundable:
      "Die Bestellung ist nicht bestätigt, es bleibt nichts zu erstatten, oder die Zahlung ist strittig.",
    RefundOfferEnded:
      "Das Angebot einer Erstattung ist beendet, wurde angenommen oder besteht für diese Bestellung nicht.",
    IdempotencyKeyReused: "Dieses Formular wurde schon mit anderen Werten gesendet. Öffnen Sie die Seite noch einmal.",
    NotFound: "Das gibt es nicht oder nicht mehr.",
  },
  fields: {
    email: "E-Mail-Adresse",
    emailMissing: "Geben Sie Ihre E-Mail-Adresse ein.",
    emailWrong: "Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.org.",
    password: "Passwort",
    passwordMissing: "Geben Sie Ihr Passwort ein.",
    newPassword: "Neues Passwort",
    newPasswordHint: "Mindestens 8 Zeichen. Ein paar ungewöhnliche Wörter sind ein gutes Passwort.",
    newPasswordMissing: "Wählen Sie ein neues Passwort.",
    name: "Name",
    nameMissing: "Geben Sie Ihren Namen ein.",
    code: "Code aus der E-Mail",
    codeMissing: "Geben Sie den Code aus der E-Mail ein.",
    totp: "Code aus Ihrer Authenticator-App",
    totpHint: "Sechs Ziffern, die sich alle 30 Sekunden ändern.",
    totpMissing: "Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt.",
    recoveryCode: "Wiederherstellungscode",
  },
  signIn: {
    title: "Anmelden",
    rejected: "Die Adresse oder das Passwort ist falsch.",
    passkey: "Mit einem Passkey anmelden",
    byCode: "Mit einem Code per E-Mail anmelden",
    forgotten: "Passwort vergessen?",
    register: "Konto erstellen",
    findOrders: "Bestellungen ohne Konto finden",
    back: "Zurück zur Anmeldung",
    continueWith: (provider) => `Weiter mit ${provider}`,
    notBegun: "Dieser Browser hat keine Anmeldung begonnen, oder es hat zu lange gedauert. Beginnen Sie noch einmal.",
    signedOut: "Sie sind abgemeldet.",
  },
  register: {
    title: "Konto erstellen",
    passwordMissing: "Wählen Sie ein Passwort.",
    submit: "Konto erstellen",
    hasAccount: "Ich habe schon ein Konto",
  },
  codes: {
    title: "Code eingeben",
    mailMe: "Code per E-Mail schicken",
    mailAnother: "Neuen Code schicken",
    byCode: {
      title: "Mit einem Code anmelden",
      words: "Wir schicken Ihnen per E-Mail einen Code, der zehn Minuten gilt.",
    },
    reset: {
      title: "Neues Passwort wählen",
      words: "Wir schicken Ihnen per E-Mail einen Code. Damit wählen Sie ein neues Passwort.",
    },
    findOrders: {
      title: "Meine Bestellungen finden",
      words:
        "Für Bestellungen ohne Konto: Wir schicken Ihnen einen Code, der die Bestellungen mit Ihrer Adresse zeigt.",
    },
    requested: {
      "sign-in": {
        words: "Wenn die Adresse ein Konto hat, ist eine E-Mail mit einem Code unterwegs.",
        submit: "Anmelden",
      },
      reset: {
        words: "Wenn die Adresse ein Konto hat, ist eine E-Mail mit einem Code unterwegs.",
        submit: "Neues Passwort speichern",
      },
      register: { words: "Eine E-Mail mit einem Code ist an Ihre Adresse unterwegs.", submit: "Konto erstellen" },
      guest: {
        words: "Wenn es Bestellungen mit der Adresse gibt, ist eine E-Mail mit einem Code unterwegs.",
        submit: "Meine Bestellungen zeigen",
      },
    },
    onlyHere: "Der Code gilt zehn Minuten, nur in diesem Browser.",
    noMail:
      "Nach ein paar Minuten noch keine E-Mail? Sehen Sie im Spam-Ordner nach, oder [fordern Sie einen neuen Code an].",
    claim: "Meine früheren Bestellungen mit dieser Adresse hinzufügen",
    notWaiting: "Dieser Browser wartet nicht auf einen Code. Fordern Sie einen neuen an.",
    notWaitingHere:
      "Dieser Browser wartet nicht auf einen Code. Fordern Sie dort einen neuen an, wo Sie ihn verwenden wollen.",
    toSignIn: "Zur Anmeldung",
    elsewhere:
      "Sie haben diesen Code in einem anderen Browser oder einer anderen App angefordert. Geben Sie ihn dort ein:",
    keepSecret: "Wenn Sie keinen Code angefordert haben, schließen Sie diese Seite. Geben Sie den Code nicht weiter.",
  },
  secondStep: {
    title: "Zweiter Schritt",
    useRecovery: "Wiederherstellungscode verwenden",
    withRecovery: "Weiter mit dem Wiederherstellungscode",
    withPasskey: "Weiter mit einem Passkey",
  },
  notices: {
    profile: "Ihr Name ist geändert.",
    password: "Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.",
    email: "Ihre Adresse ist geändert. Alle anderen Sitzungen sind beendet.",
    verified: "Ihre Adresse ist bestätigt.",
    session: "Die Sitzung ist beendet.",
    sessions: "Alle anderen Sitzungen sind beendet.",
    app: "Die App hat keinen Zugriff mehr auf Ihr Konto.",
    "totp-off": "Die Authenticator-App ist ausgeschaltet. Alle anderen Sitzungen sind beendet.",
    passkey: "Der Passkey ist hinzugefügt. Alle anderen Sitzungen sind beendet.",
    "passkey-removed": "Der Passkey ist entfernt. Alle anderen Sitzungen sind beendet.",
    identity: "Das Konto ist verknüpft. Alle anderen Sitzungen sind beendet.",
    "identity-removed": "Das Konto ist nicht mehr verknüpft. Alle anderen Sitzungen sind beendet.",
    enroll:
      "Richten Sie zuerst einen zweiten Faktor ein: Inhaber einer Organisation und das Personal der Plattform brauchen hierfür einen.",
    proven: "Ihre Adresse ist bestätigt. Die Tickets sind dorthin unterwegs.",
    claimed: "Die Bestellungen werden Ihrem Konto hinzugefügt. Das dauert ein paar Sekunden.",
    kept: "Sie behalten Ihre Tickets.",
    refunded: "Ihre Tickets sind storniert, und das Geld ist zu Ihnen unterwegs.",
  },
  account,
  security,
  orders,
  apps,
};
