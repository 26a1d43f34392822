import type { Words } from "./words.ts";

export const de: Words = {
  code: (code, minutes) => ({
    subject: `${code} ist Ihr Code`,
    paragraphs: [
      "Mit diesem Code bestätigen Sie Ihre E-Mail-Adresse:",
      code,
      `Er gilt ${minutes} Minuten, und nur dort, wo Sie ihn angefordert haben. Geben Sie ihn niemandem: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, hat sich jemand bei der Adresse vertippt: Sie müssen nichts tun.",
    ],
  }),
  taken: {
    subject: "Sie haben schon ein Konto",
    paragraphs: [
      "Jemand wollte Ihre E-Mail-Adresse für ein anderes Konto verwenden. Sie gehört zu Ihrem Konto, darum hat sich nichts geändert.",
      "Wenn Sie das waren: Melden Sie sich mit dieser Adresse an, oder nehmen Sie für das andere Konto eine andere.",
    ],
  },
  changed: {
    subject: "Ihr Konto hat eine andere E-Mail-Adresse",
    paragraphs: [
      "Die E-Mail-Adresse Ihres Kontos wurde geändert. Von jetzt an melden Sie sich mit der anderen Adresse an, und Post geht dorthin. Alle anderen Sitzungen sind beendet.",
      "Wenn Sie das nicht waren, kennt jemand Ihr Passwort: Sagen Sie uns sofort Bescheid.",
    ],
  },
  tried: {
    subject: "Jemand hat Passwörter für Ihr Konto probiert",
    paragraphs: [
      "Für Ihr Konto wurden mehrere falsche Passwörter eingegeben. Weitere Versuche werden verlangsamt; wo Sie sich schon einmal angemeldet haben, können Sie das wie gewohnt tun.",
      "Wenn Sie es waren, müssen Sie nichts tun. Wenn nicht: Ihr Konto ist sicher, solange Sie Ihr Passwort nirgendwo sonst verwenden; wählen Sie sonst ein anderes.",
    ],
  },
};
