// Texts about erasures and exports, by language.
import type { Text } from "./words.ts";

type ErasureText = (id: string, secret: string) => Text;

const ERASURE: Record<string, ErasureText> = {
  en: (id, secret) => ({
    subject: "Your account is deleted",
    paragraphs: [
      "Your account and your personal data are deleted. Orders and payments stay in the financial records, without your name.",
      "Each part of the system signs a receipt for the deletion. You can see the receipts with this number and this key:",
      `${id}\n${secret}`,
      "This is our last mail to you: your address is now deleted, too.",
    ],
  }),
  de: (id, secret) => ({
    subject: "Ihr Konto ist gelöscht",
    paragraphs: [
      "Ihr Konto und Ihre persönlichen Daten sind gelöscht. Bestellungen und Zahlungen bleiben ohne Ihren Namen in der Buchhaltung.",
      "Jeder Teil des Systems signiert einen Beleg über die Löschung. Mit dieser Nummer und diesem Schlüssel können Sie die Belege ansehen:",
      `${id}\n${secret}`,
      "Dies ist unsere letzte E-Mail an Sie: Auch Ihre Adresse ist jetzt gelöscht.",
    ],
  }),
  es: (id, secret) => ({
    subject: "Su cuenta se ha eliminado",
    paragraphs: [
      "Su cuenta y sus datos personales se han eliminado. Los pedidos y los pagos se conservan en la contabilidad, sin su nombre.",
      "Cada parte del sistema firma un comprobante de la eliminación. Puede ver los comprobantes con este número y esta clave:",
      `${id}\n${secret}`,
      "Este es nuestro último correo: su dirección también se ha eliminado.",
    ],
  }),
  fr: (id, secret) => ({
    subject: "Votre compte a été supprimé",
    paragraphs: [
      "Votre compte et vos données personnelles ont été supprimés. Les commandes et les paiements restent dans la comptabilité, sans votre nom.",
      "Chaque partie du système signe une attestation de suppression. Vous pouvez consulter les attestations avec ce numéro et cette clé :",
      `${id}\n${secret}`,
      "C’est notre dernier e-mail : votre adresse a également été supprimée.",
    ],
  }),
};

export function languageOf(locale: string): string {
  const language = locale.split("-")[0]!.toLowerCase();
  return language in ERASURE ? language : "en";
}

export const erasureTextFor = (locale: string): ErasureText => ERASURE[languageOf(locale)]!;

const EXPORT: Record<string, (link: string) => Text> = {
  en: (link) => ({
    subject: "Your data is ready",
    paragraphs: [
      "You requested a copy of your data. Sign in and download it within 7 days of your request:",
      link,
      "If you did not request it, someone else is using your account: change your password.",
    ],
  }),
  de: (link) => ({
    subject: "Ihre Daten liegen bereit",
    paragraphs: [
      "Sie haben eine Kopie Ihrer Daten angefordert. Melden Sie sich an, und laden Sie die Kopie innerhalb von 7 Tagen nach Ihrer Anforderung herunter:",
      link,
      "Wenn Sie das nicht waren, verwendet jemand anderes Ihr Konto: Ändern Sie Ihr Passwort.",
    ],
  }),
  es: (link) => ({
    subject: "Sus datos están listos",
    paragraphs: [
      "Ha solicitado una copia de sus datos. Inicie sesión y descárguela en los 7 días siguientes a su solicitud:",
      link,
      "Si no la ha solicitado, otra persona está usando su cuenta: cambie su contraseña.",
    ],
  }),
  fr: (link) => ({
    subject: "Vos données sont prêtes",
    paragraphs: [
      "Vous avez demandé une copie de vos données. Connectez-vous et téléchargez-la dans les 7 jours suivant votre demande :",
      link,
      "Si vous ne l’avez pas demandée, une autre personne utilise votre compte : changez votre mot de passe.",
    ],
  }),
};

export const exportTextFor = (locale: string): ((link: string) => Text) => EXPORT[languageOf(locale)]!;

const README: Record<string, string> = {
  en: `This is a copy of the data that the system stores about you.

Each folder is a part of the system, and each file is one table of it: a JSON array with an object for each row. Times are in UTC. Amounts are
in minor units: 1250 is 12.50 EUR. "users" has your account, sessions and memberships; "orders" your orders, tickets and mails; "payments"
your payments; "seating" the seats that you held; "risk" the checks for fraud.
`,
  de: `Dies ist eine Kopie der Daten, die das System über Sie gespeichert hat.

Jeder Ordner ist ein Teil des Systems und jede Datei eine Tabelle davon: ein JSON-Array mit einem Objekt je Zeile. Zeiten sind in UTC. Beträge
sind in der kleinsten Einheit der Währung: 1250 sind 12,50 EUR. "users" enthält Ihr Konto, Ihre Sitzungen und Mitgliedschaften; "orders" Ihre
Bestellungen, Karten und E-Mails; "payments" Ihre Zahlungen; "seating" die Plätze, die Sie reserviert hatten; "risk" die Betrugsprüfungen.
`,
  es: `Esta es una copia de los datos que el sistema guarda sobre usted.

Cada carpeta es una parte del sistema y cada archivo una tabla: un array JSON con un objeto por fila. Las horas están en UTC y los importes en
la unidad mínima de la moneda: 1250 son 12,50 EUR. "users" contiene su cuenta, sus sesiones y sus organizaciones; "orders" sus pedidos, entradas y correos;
"payments" sus pagos; "seating" los asientos que reservó; "risk" los controles de fraude.
`,
  fr: `Ceci est une copie des données que le système conserve sur vous.

Chaque dossier est une partie du système et chaque fichier une table : un tableau JSON avec un objet par ligne. Les heures sont en UTC, les
montants dans la plus petite unité de la devise : 1250 correspond à 12,50 EUR. « users » contient votre compte, vos sessions et vos organisations ; « orders » vos commandes,
billets et e-mails ; « payments » vos paiements ; « seating » les places que vous avez réservées ; « risk » les contrôles de fraude.
`,
};

/** The file README.txt of an export. */
export const readmeFor = (locale: string): string => README[languageOf(locale)]!;
