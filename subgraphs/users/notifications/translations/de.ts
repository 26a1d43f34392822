import type { Translation } from "./words.ts";

export const de: Translation = {
  code: (code, minutes) => ({
    subject: `${code} ist Ihr Code`,
    paragraphs: [
      "Mit diesem Code bestätigen Sie Ihre E-Mail-Adresse:",
      code,
      `Er gilt ${minutes} Minuten, und nur im Browser oder in der App, mit der Sie ihn angefordert haben. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, hat sich jemand bei der Adresse vertippt: Sie müssen nichts tun.",
    ],
  }),
  signIn: (code, minutes) => ({
    subject: `${code} ist Ihr Code zum Anmelden`,
    paragraphs: [
      "Mit diesem Code melden Sie sich an:",
      code,
      `Er gilt ${minutes} Minuten, und nur im Browser oder in der App, mit der Sie ihn angefordert haben. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne den Code kann sich niemand anmelden.",
    ],
  }),
  reset: (code, minutes) => ({
    subject: `${code} ist Ihr Code für ein neues Passwort`,
    paragraphs: [
      "Mit diesem Code wählen Sie ein neues Passwort:",
      code,
      `Er gilt ${minutes} Minuten, und nur im Browser oder in der App, mit der Sie ihn angefordert haben. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.",
    ],
  }),
  register: (code, minutes) => ({
    subject: `${code} ist Ihr Code`,
    paragraphs: [
      "Mit diesem Code eröffnen Sie Ihr Konto:",
      code,
      `Er gilt ${minutes} Minuten, und nur im Browser oder in der App, mit der Sie ihn angefordert haben. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, hat sich jemand bei der Adresse vertippt: Sie müssen nichts tun.",
    ],
  }),
  invitation: (token, days) => ({
    subject: "Sie sind in eine Organisation eingeladen",
    paragraphs: [
      "Sie sind eingeladen, für eine Organisation zu arbeiten, die hier Karten verkauft. Melden Sie sich mit dieser E-Mail-Adresse an, und geben Sie diesen Code ein:",
      token,
      `Er gilt einmal, ${days} Tage lang.`,
      "Wenn Sie keine Einladung erwarten, müssen Sie nichts tun.",
    ],
  }),
  guest: (code, hours) => ({
    subject: `${code} ist Ihr Code`,
    paragraphs: [
      "Mit dieser E-Mail-Adresse wurde etwas gekauft. Bestätigen Sie die Adresse mit diesem Code, dann schicken wir Ihnen die Karten:",
      code,
      `Er gilt ${hours} Stunden, und nur im Browser oder in der App, mit der Sie gekauft haben. Sonst wählen Sie „Find my orders“. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie nichts gekauft haben, hat sich jemand bei der Adresse vertippt: Sie müssen nichts tun.",
    ],
  }),
  guestOrders: (code, minutes) => ({
    subject: `${code} ist Ihr Code`,
    paragraphs: [
      "Mit diesem Code sehen Sie die Bestellungen, die mit dieser E-Mail-Adresse aufgegeben wurden:",
      code,
      `Er gilt ${minutes} Minuten, und nur im Browser oder in der App, mit der Sie ihn angefordert haben. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, müssen Sie nichts tun: Ohne den Code kann niemand die Bestellungen sehen.",
    ],
  }),
  claim: (code, minutes) => ({
    subject: `${code} ist Ihr Code`,
    paragraphs: [
      "Mit diesem Code fügen Sie Ihrem Konto Bestellungen hinzu, die mit dieser E-Mail-Adresse aufgegeben wurden:",
      code,
      `Er gilt ${minutes} Minuten, und nur im Browser oder in der App, mit der Sie ihn angefordert haben. Geben Sie ihn nicht weiter: Wir fragen nie danach.`,
      "Wenn Sie ihn nicht angefordert haben, verwendet jemand anderes Ihr Konto: Ändern Sie Ihr Passwort.",
    ],
  }),
  noGuestOrders: {
    subject: "Es gibt keine Bestellungen mit Ihrer E-Mail-Adresse",
    paragraphs: [
      "Jemand hat Bestellungen gesucht, die mit Ihrer E-Mail-Adresse ohne Konto aufgegeben wurden. Aus dem letzten Jahr gibt es keine.",
      "Wenn Sie es waren, haben Sie vielleicht eine andere Adresse oder ein Konto verwendet: Melden Sie sich an. Wenn nicht, müssen Sie nichts tun.",
    ],
  },
  unknown: {
    subject: "Zu Ihrer E-Mail-Adresse gibt es kein Konto",
    paragraphs: [
      "Jemand wollte sich mit Ihrer E-Mail-Adresse anmelden oder das Passwort zurücksetzen. Zu dieser Adresse gibt es kein Konto.",
      "Wenn Sie das waren: Vielleicht haben Sie eine andere Adresse verwendet, oder Sie können ein Konto eröffnen. Wenn nicht, müssen Sie nichts tun.",
    ],
  },
  passwordReset: {
    subject: "Das Passwort Ihres Kontos wurde geändert",
    paragraphs: [
      "Das Passwort Ihres Kontos wurde mit einem Code geändert, den wir Ihnen geschickt haben. Alle anderen Sitzungen sind beendet.",
      "Wenn Sie das nicht waren, liest jemand Ihre E-Mails: Ändern Sie das Passwort Ihres Postfachs, und wählen Sie dann hier ein neues.",
    ],
  },
  taken: {
    subject: "Sie haben schon ein Konto",
    paragraphs: [
      "Jemand wollte Ihre E-Mail-Adresse für ein anderes Konto verwenden. Sie gehört zu Ihrem Konto, darum hat sich nichts geändert.",
      "Wenn Sie das waren: Melden Sie sich mit dieser Adresse an, oder verwenden Sie für das andere Konto eine andere.",
    ],
  },
  changed: {
    subject: "Die E-Mail-Adresse Ihres Kontos wurde geändert",
    paragraphs: [
      "Die E-Mail-Adresse Ihres Kontos wurde geändert. Melden Sie sich von jetzt an mit der neuen Adresse an. Auch E-Mails gehen dorthin. Alle anderen Sitzungen sind beendet.",
      "Wenn Sie das nicht waren, kennt jemand Ihr Passwort: Sagen Sie uns sofort Bescheid.",
    ],
  },
  changedUndo: (code, hours) => ({
    subject: "Die E-Mail-Adresse Ihres Kontos wurde geändert",
    paragraphs: [
      "Die E-Mail-Adresse Ihres Kontos wurde geändert. Melden Sie sich von jetzt an mit der neuen Adresse an. Auch E-Mails gehen dorthin. Alle anderen Sitzungen sind beendet.",
      "Wenn Sie das nicht waren, machen Sie die Änderung mit diesem Code rückgängig:",
      code,
      `Er gilt einmal, ${hours} Stunden lang. Ihr Konto hat dann wieder diese Adresse, alle Sitzungen werden beendet, und Sie wählen ein neues Passwort.`,
      "Wenn Sie das waren, müssen Sie nichts tun. Geben Sie den Code nicht weiter.",
    ],
  }),
  newDevice: (code, hours) => ({
    subject: "Anmeldung mit einem neuen Gerät",
    paragraphs: [
      "Jemand hat sich mit einem neuen Gerät oder aus einem neuen Netz in Ihrem Konto angemeldet. Wenn Sie das waren, müssen Sie nichts tun.",
      "Wenn Sie das nicht waren, melden Sie es mit diesem Code:",
      code,
      `Er gilt einmal, ${hours} Stunden lang. Alle Sitzungen werden beendet, und Sie wählen ein neues Passwort. Geben Sie den Code nicht weiter.`,
    ],
  }),
  viewed: (minutes) => ({
    subject: "Unser Support sieht Ihr Konto ein",
    paragraphs: [
      `Ein Mitglied unseres Supports sieht für höchstens ${minutes} Minuten Ihr Konto ein, um eine Frage zu beantworten oder ein Problem zu untersuchen.`,
      "Dabei sind Ihr Profil, Ihre Bestellungen und Ihre Karten lesbar. Geändert werden kann nichts, und Kartencodes und Ihre vollständige Adresse sind nicht sichtbar.",
      "In der Liste Ihrer Sitzungen ist dies aufgeführt, und Sie können es dort beenden. Wenn Sie Fragen haben, schreiben Sie uns.",
    ],
  }),
  factorAdded: (code, hours) => ({
    subject: "Ihrem Konto wurde ein Weg zur Anmeldung hinzugefügt",
    paragraphs: [
      "Ihrem Konto wurde ein Passkey, eine Authenticator-App oder ein Konto bei einem anderen Anbieter hinzugefügt. Wenn Sie das waren, müssen Sie nichts tun.",
      "Wenn Sie das nicht waren, melden Sie es mit diesem Code:",
      code,
      `Er gilt einmal, ${hours} Stunden lang. Alle Sitzungen werden beendet, das Hinzugefügte wird entfernt, und Sie wählen ein neues Passwort. Geben Sie den Code nicht weiter.`,
    ],
  }),
  factorRemoved: (code, hours) => ({
    subject: "Aus Ihrem Konto wurde ein Weg zur Anmeldung entfernt",
    paragraphs: [
      "Aus Ihrem Konto wurde ein Passkey, eine Authenticator-App oder ein Konto bei einem anderen Anbieter entfernt. Wenn Sie das waren, müssen Sie nichts tun.",
      "Wenn Sie das nicht waren, melden Sie es mit diesem Code:",
      code,
      `Er gilt einmal, ${hours} Stunden lang. Alle Sitzungen werden beendet, das Hinzugefügte wird entfernt, und Sie wählen ein neues Passwort. Geben Sie den Code nicht weiter.`,
    ],
  }),
  factorTried: (code, hours) => ({
    subject: "Falsche Codes für Ihr Konto",
    paragraphs: [
      "Jemand hat sich mit dem richtigen Passwort oder einem ähnlichen Nachweis angemeldet und dann mehrere falsche Codes des zweiten Faktors eingegeben. Wenn Sie das waren, müssen Sie nichts tun.",
      "Wenn Sie das nicht waren, melden Sie es mit diesem Code:",
      code,
      `Er gilt einmal, ${hours} Stunden lang. Alle Sitzungen werden beendet, das Hinzugefügte wird entfernt, und Sie wählen ein neues Passwort. Geben Sie den Code nicht weiter.`,
    ],
  }),
  factorsAtReset: (code, hours) => ({
    subject: "Das Passwort Ihres Kontos wurde geändert",
    paragraphs: [
      "Das Passwort Ihres Kontos wurde mit einem Code geändert, den wir Ihnen geschickt haben. Alle anderen Sitzungen sind beendet. In den drei Tagen davor wurde ein Passkey oder ein Konto bei einem anderen Anbieter hinzugefügt: Die Anmeldung damit geht weiterhin. Wenn Sie das waren, müssen Sie nichts tun.",
      "Wenn Sie das nicht waren, entfernen Sie ihn mit diesem Code:",
      code,
      `Er gilt einmal, ${hours} Stunden lang. Alle Sitzungen werden beendet, das Hinzugefügte wird entfernt, und Sie wählen ein neues Passwort. Geben Sie den Code nicht weiter.`,
    ],
  }),
  tried: {
    subject: "Fehlgeschlagene Anmeldungen bei Ihrem Konto",
    paragraphs: [
      "Für Ihr Konto wurden mehrere falsche Passwörter eingegeben. Weitere Versuche werden verlangsamt. Wo Sie sich schon einmal angemeldet haben, können Sie sich wie gewohnt anmelden.",
      "Wenn Sie das waren, müssen Sie nichts tun. Wenn nicht, ist Ihr Konto sicher, solange Sie Ihr Passwort nirgendwo sonst verwenden. Andernfalls wählen Sie ein neues.",
    ],
  },
};
