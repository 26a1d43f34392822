// German texts: ways to sign in, second factors, and the proof of identity that changes to them need.
import { html } from "../../html.ts";
import type { SecurityTexts } from "./en.ts";

export const security: SecurityTexts = {
  title: "Wege zur Anmeldung",
  words: "Mit einem zweiten Faktor öffnet Ihr Passwort allein Ihr Konto nicht.",
  back: "Zurück zu Ihrem Konto",
  done: "Fertig",
  remove: "Entfernen",
  added: (time) => html`Hinzugefügt am ${time}`,
  addedAndUsed: (time, used) => html`Hinzugefügt am ${time}, zuletzt verwendet am ${used}`,
  app: {
    title: "Authenticator-App",
    on: "an",
    off: "aus",
    words: "Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code.",
    setUp: "App einrichten",
    setUpAnother: "Andere App einrichten",
    turnOff: "Ausschalten",
  },
  totp: {
    title: "Authenticator-App einrichten",
    show: "QR-Code zeigen",
    scan: "Scannen Sie dies mit Ihrer Authenticator-App:",
    picture: "QR-Code des Geheimnisses",
    byHand: "Geheimnis von Hand eingeben",
    submit: "Einschalten",
    missing: "Geben Sie die sechs Ziffern ein, die die Authenticator-App zeigt.",
    isOn: "Die Authenticator-App ist eingeschaltet",
  },
  passkeys: {
    title: "Passkeys",
    words: "Melden Sie sich mit Fingerabdruck, Gesicht oder der Bildschirmsperre Ihres Geräts an, ohne ein Passwort.",
    backedUp: "gesichert",
    name: "Name des neuen Passkeys",
    nameHint: "Zum Beispiel das Gerät, auf dem er liegt.",
    add: "Passkey hinzufügen",
    needsScript: "Um einen Passkey hinzuzufügen, brauchen Sie JavaScript.",
    choose: "Wählen Sie einen Passkey.",
    cancelled: "Es wurde kein Passkey verwendet.",
    codes:
      "Der Passkey ist hinzugefügt. Bewahren Sie diese Wiederherstellungscodes auf: Jeder gilt einmal, falls Sie Ihr Gerät verlieren. Sie werden nicht noch einmal gezeigt.",
  },
  recovery: {
    title: "Wiederherstellungscodes",
    left: (count) =>
      `Unbenutzte Codes: ${count}. Jeder ersetzt einmal den zweiten Faktor, falls Sie Ihr Gerät verlieren.`,
    create: "Neue Codes erzeugen",
    created: "Neue Wiederherstellungscodes",
    keep: "Drucken Sie diese Wiederherstellungscodes aus, oder legen Sie sie in Ihren Passwortmanager. Jeder gilt einmal, falls Sie Ihr Gerät verlieren.",
    notAgain: "Sie werden nicht noch einmal gezeigt.",
    unchanged: "Ihre Wiederherstellungscodes bleiben gültig.",
  },
  elsewhere: {
    title: "Konten anderswo",
    words: "Melden Sie sich mit einem Konto an, das Sie bei einem anderen Anbieter haben.",
    gone: "Anbieter, den es hier nicht mehr gibt",
    linked: (time) => html`Verknüpft am ${time}`,
    linkedAndUsed: (time, used) => html`Verknüpft am ${time}, zuletzt verwendet am ${used}`,
    link: (provider) => `${provider} verknüpfen`,
  },
  confirm: {
    title: "Bestätigen Sie, dass Sie es sind",
    words: "Sie sind dabei, den Schutz Ihres Kontos zu ändern.",
    withPasskey: "Mit einem Passkey bestätigen",
    withApp: "Mit der App bestätigen",
    withPassword: "Mit dem Passwort bestätigen",
    withRecovery: "Mit einem Wiederherstellungscode bestätigen",
    others: "Passwort oder Wiederherstellungscode verwenden",
    totpMissing: "Geben Sie den Code aus Ihrer Authenticator-App ein.",
  },
};
