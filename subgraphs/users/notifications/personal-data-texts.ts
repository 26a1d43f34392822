// Texts about a person's own data, by language.
import type { Text } from "./translations/words.ts";

type ErasureText = (id: string, secret: string) => Text;

const ERASURE: Record<string, ErasureText> = {
  en: (id, secret) => ({
    subject: "Your account is deleted",
    paragraphs: [
      "Your account and your personal data are deleted. Orders and payments stay in the books, without your name.",
      "Each part of the system signs a receipt of the deletion. You can see the receipts with this number and this key:",
      `${id}\n${secret}`,
      "This is our last mail to you: your address is deleted now, too.",
    ],
  }),
  de: (id, secret) => ({
    subject: "Ihr Konto ist gelöscht",
    paragraphs: [
      "Ihr Konto und Ihre persönlichen Daten sind gelöscht. Bestellungen und Zahlungen bleiben in den Büchern, ohne Ihren Namen.",
      "Jeder Teil des Systems unterschreibt einen Beleg der Löschung. Mit dieser Nummer und diesem Schlüssel sehen Sie die Belege:",
      `${id}\n${secret}`,
      "Dies ist unsere letzte Nachricht an Sie: Auch Ihre Adresse ist jetzt gelöscht.",
    ],
  }),
  es: (id, secret) => ({
    subject: "Su cuenta está eliminada",
    paragraphs: [
      "Su cuenta y sus datos personales están eliminados. Los pedidos y los pagos quedan en los libros, sin su nombre.",
      "Cada parte del sistema firma un recibo de la eliminación. Puede ver los recibos con este número y esta clave:",
      `${id}\n${secret}`,
      "Este es nuestro último correo: su dirección también queda eliminada ahora.",
    ],
  }),
  fr: (id, secret) => ({
    subject: "Votre compte est supprimé",
    paragraphs: [
      "Votre compte et vos données personnelles sont supprimés. Les commandes et les paiements restent dans les livres, sans votre nom.",
      "Chaque partie du système signe un reçu de la suppression. Vous pouvez voir les reçus avec ce numéro et cette clé :",
      `${id}\n${secret}`,
      "C’est notre dernier message : votre adresse est maintenant supprimée aussi.",
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
      "You asked for a copy of your data. Sign in, and download it within 7 days of your request:",
      link,
      "If you did not ask for it, somebody else uses your account: change your password.",
    ],
  }),
  de: (link) => ({
    subject: "Ihre Daten liegen bereit",
    paragraphs: [
      "Sie haben um eine Kopie Ihrer Daten gebeten. Melden Sie sich an und laden Sie sie innerhalb von 7 Tagen ab Ihrer Anfrage herunter:",
      link,
      "Wenn Sie nicht darum gebeten haben, benutzt jemand anderes Ihr Konto: Ändern Sie Ihr Passwort.",
    ],
  }),
  es: (link) => ({
    subject: "Sus datos están listos",
    paragraphs: [
      "Ha pedido una copia de sus datos. Inicie sesión y descárguela en los 7 días siguientes a su petición:",
      link,
      "Si no la ha pedido, otra persona usa su cuenta: cambie su contraseña.",
    ],
  }),
  fr: (link) => ({
    subject: "Vos données sont prêtes",
    paragraphs: [
      "Vous avez demandé une copie de vos données. Connectez-vous et téléchargez-la dans les 7 jours suivant votre demande :",
      link,
      "Si vous ne l’avez pas demandée, quelqu’un d’autre utilise votre compte : changez votre mot de passe.",
    ],
  }),
};

export const exportTextFor = (locale: string): ((link: string) => Text) => EXPORT[languageOf(locale)]!;

const README: Record<string, string> = {
  en: `This is a copy of the data that the system has about you.

Each folder is a part of the system, and each file is one table of it: a JSON array with an object for each row. Times are in UTC, amounts in
minor units: 1250 is 12.50 EUR. "users" has your account, your sessions and your memberships; "orders" your orders, tickets and mails;
"payments" your payments; "seating" seats that you held; "risk" the checks against fraud.
`,
  de: `Dies ist eine Kopie der Daten, die das System über Sie hat.

Jeder Ordner ist ein Teil des Systems und jede Datei eine Tabelle davon: eine JSON-Liste mit einem Objekt je Zeile. Zeiten sind in UTC, Beträge
in kleinsten Einheiten: 1250 sind 12,50 EUR. "users" hat Ihr Konto, Ihre Sitzungen und Mitgliedschaften; "orders" Ihre Bestellungen, Tickets
und Nachrichten; "payments" Ihre Zahlungen; "seating" Plätze, die Sie gehalten haben; "risk" die Prüfungen gegen Betrug.
`,
  es: `Esta es una copia de los datos que el sistema tiene sobre usted.

Cada carpeta es una parte del sistema y cada archivo una tabla: una lista JSON con un objeto por fila. Las horas están en UTC y los importes en
unidades mínimas: 1250 son 12,50 EUR. "users" tiene su cuenta, sus sesiones y sus organizaciones; "orders" sus pedidos, entradas y correos;
"payments" sus pagos; "seating" los asientos que reservó; "risk" los controles contra el fraude.
`,
  fr: `Ceci est une copie des données que le système a sur vous.

Chaque dossier est une partie du système et chaque fichier une table : une liste JSON avec un objet par ligne. Les heures sont en UTC, les
montants en plus petites unités : 1250 font 12,50 EUR. « users » a votre compte, vos sessions et vos organisations ; « orders » vos commandes,
billets et messages ; « payments » vos paiements ; « seating » les places retenues ; « risk » les contrôles contre la fraude.
`,
};

/** The file README.txt of an export. */
export const readmeFor = (locale: string): string => README[languageOf(locale)]!;
