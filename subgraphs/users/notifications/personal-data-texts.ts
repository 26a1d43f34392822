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
