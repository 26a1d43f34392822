// German texts about packages of several events.
import type { Packages } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const seats = (count: number) => n(count, "Platz", "Plätze");

export const packages: Packages = {
  packages: {
    also: "Auch im Abonnement",
    kind: "Abonnement",
    all: (count) => (count === 2 ? "Beide Veranstaltungen" : `Alle ${count} Veranstaltungen`),
    choose: (count, of) => `${count} von ${of} Veranstaltungen wählen`,
    less: (amount) => `${amount} weniger je Ticket`,
    lead: "Gleich viele Plätze bei jeder Veranstaltung, zusammen reserviert und bezahlt.",
    your: "Ihre Auswahl",
    seats: "Plätze je Veranstaltung",
    instead: (price) => `statt ${price}`,
    priceAt: (event) => `Preis für ${event}`,
    about: "Zur Veranstaltung",
    chosen: (count, of) => `${count} von ${of} Veranstaltungen gewählt`,
    for: (count, events) => `${seats(count)} bei ${events} Veranstaltungen`,
    showTotal: "Summe anzeigen",
    take: "Abonnement reservieren",
    terms: "Gut zu wissen",
    rules: {
      best: "Wir wählen die besten freien Plätze zu Ihrem Preis, nebeneinander.",
      together:
        "Alle Plätze des Abonnements sind eine Bestellung. Sie werden zusammen reserviert, bezahlt und zurückgegeben.",
      code: "Das Abonnement hat seinen eigenen Preis. Aktionscodes gelten nicht zusätzlich.",
      cancelled:
        "Nach dem Kauf hat jede Veranstaltung eigene Tickets. Fällt eine aus, bekommen Sie zurück, was ihre Tickets im Abonnement gekostet haben.",
      account: "Zum Reservieren brauchen Sie ein Konto oder eine bestätigte E-Mail-Adresse.",
    },
    limit: (count) => `Höchstens ${seats(count)} dieses Abonnements je Veranstaltung und Person.`,
    until: (time) => `Im Verkauf bis ${time}.`,
    from: (time) => `Der Verkauf dieses Abonnements beginnt am ${time}.`,
    ended:
      "Der Verkauf dieses Abonnements ist beendet. Tickets für seine Veranstaltungen gibt es vielleicht noch einzeln.",
    tooFew:
      "Für zu wenige Veranstaltungen gibt es noch Plätze, deshalb lässt sich das Abonnement nicht reservieren. Einzelne Tickets gibt es vielleicht noch.",
    signIn: "Zum Reservieren anmelden",
    signInText: "Ihre Auswahl bleibt auf dieser Seite, und Sie kommen zu ihr zurück.",
    again: "Sie sind angemeldet. Noch ist nichts reserviert: Prüfen Sie Ihre Auswahl und reservieren Sie sie dann.",
    unverified:
      "Ein Abonnement lässt sich nur mit bestätigter E-Mail-Adresse reservieren, deshalb ist noch nichts reserviert. Bestätigen Sie Ihre Adresse und kommen Sie dann auf diese Seite zurück: Ihre Auswahl bleibt hier.",
    confirm: "Adresse bestätigen",
    exactly: (count, chosen) =>
      `Wählen Sie genau ${count} Veranstaltungen. Gewählt sind ${chosen}, und noch ist nichts reserviert.`,
    belongs: (count) =>
      `Diese ${count} Veranstaltungen sind ein Abonnement: Sie sind gleich lange reserviert, und Sie bezahlen sie zusammen oder geben sie zusammen zurück.`,
    release: "Ganzes Abonnement zurückgeben",
    incomplete:
      "Eine Veranstaltung dieses Abonnements ist nicht mehr verfügbar, deshalb kann es nicht bezahlt werden. Es wurde nichts abgebucht. Geben Sie die Plätze zurück und wählen Sie neu.",
    refusals: {
      ENDED: () =>
        "Der Verkauf dieses Abonnements ist beendet. Tickets für seine Veranstaltungen gibt es vielleicht noch einzeln.",
      NOT_YET: () =>
        "Der Verkauf dieses Abonnements hat noch nicht begonnen. Kommen Sie später wieder: Ihre Auswahl ist noch da.",
      SOLD_OUT: (event) =>
        `Bei „${event}“ sind zu wenige Plätze dieses Abonnements übrig. Nehmen Sie weniger Plätze oder, wenn möglich, eine andere Veranstaltung.`,
      LIMIT_PER_BUYER: (event) =>
        `Mit Ihren übrigen Plätzen bei „${event}“ sind das mehr, als eine Person von diesem Abonnement haben darf. Nehmen Sie weniger Plätze.`,
      NOT_FOR_THESE_SEATS: (event) =>
        `Das Abonnement gilt bei „${event}“ nicht für diese Plätze. Wählen Sie einen anderen Preis.`,
      SeatsUnavailable: (event) =>
        `Bei „${event}“ sind zu diesem Preis nicht so viele Plätze nebeneinander frei. Nehmen Sie weniger Plätze, einen anderen Preis oder eine andere Veranstaltung.`,
      AdmissionRequired: (event) =>
        `Für ${event} gibt es jetzt eine Warteschlange. Dieses Abonnement gibt es nur an der Kasse. Wählen Sie, wo möglich, eine andere Veranstaltung.`,
      EventNotOnSale: (event) =>
        `„${event}“ ist gerade nicht im Verkauf, deshalb ist nichts reserviert. Wählen Sie, wenn möglich, eine andere Veranstaltung, oder versuchen Sie es später noch einmal.`,
      SeatLimitReached: (event, limit) =>
        `Bei „${event}“ darf eine Person höchstens ${seats(limit)} haben, frühere mitgezählt. Nehmen Sie weniger Plätze.`,
      SeatLeftAlone: (event) =>
        `Bei „${event}“ bliebe ein einzelner Platz übrig, den niemand nutzen kann. Nehmen Sie einen Platz mehr oder weniger.`,
      PriceNotUsable: (event) => `Diesen Preis gibt es bei „${event}“ gerade nicht. Wählen Sie einen anderen.`,
      TooManyCompanions: (event) =>
        `Bei „${event}“ gehören die freien Plätze zu Rollstuhlplätzen. Nehmen Sie weniger Plätze oder einen anderen Preis.`,
      VerifiedBuyersOnly: (event) =>
        `„${event}“ gibt es nur für Konten mit bestätigter E-Mail-Adresse. Bestätigen Sie Ihre unter „Konto“ und reservieren Sie dann.`,
      NotFound: () =>
        "Eine Veranstaltung oder einen Preis dieses Abonnements gibt es nicht mehr. Sehen Sie sich die Veranstaltungen an und wählen Sie neu.",
      quantity: (event) => `Diese Zahl von Plätzen ist bei „${event}“ nicht möglich. Wählen Sie eine andere.`,
      priceTierId: (event) => `Diesen Preis gibt es bei „${event}“ nicht mehr. Wählen Sie einen anderen.`,
      events: () =>
        "Diese Veranstaltungen und Plätze lassen sich nicht auf einmal reservieren. Prüfen Sie die gewählten Veranstaltungen, oder nehmen Sie weniger Plätze.",
      RATE_LIMITED: () =>
        "Gerade möchten viele dieses Abonnement, deshalb ist noch nichts reserviert. Warten Sie einen Moment und drücken Sie dann noch einmal.",
      UNAVAILABLE: () =>
        "Der Verkauf ist gerade nicht erreichbar, deshalb ist nichts reserviert. Ihre Auswahl ist noch da: Versuchen Sie es noch einmal.",
      TIMEOUT: () =>
        "Die Antwort hat zu lange gedauert. Sehen Sie unter „Ihre Plätze“ nach, bevor Sie es noch einmal versuchen: Vielleicht sind sie schon reserviert.",
    },
  },
};
