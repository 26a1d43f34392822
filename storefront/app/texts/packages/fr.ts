// French texts about packages of several events.
import type { Packages } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;
const seats = (count: number) => n(count, "place", "places");

export const packages: Packages = {
  packages: {
    also: "Aussi en abonnement",
    kind: "Abonnement",
    all: (count) => (count === 2 ? "Les deux événements" : `Les ${count} événements`),
    choose: (count, of) => `Choisissez ${count} événements sur ${of}`,
    less: (amount) => `${amount} de moins par billet`,
    lead: "Le même nombre de places à chaque événement, réservées et payées ensemble.",
    your: "Votre choix",
    seats: "Places à chaque événement",
    instead: (price) => `au lieu de ${price}`,
    priceAt: (event) => `Prix pour ${event}`,
    about: "Voir l’événement",
    chosen: (count, of) => `${n(count, "événement choisi", "événements choisis")} sur ${of}`,
    for: (count, events) => `${seats(count)} à chacun des ${events} événements`,
    showTotal: "Afficher le total",
    take: "Réserver l’abonnement",
    terms: "Bon à savoir",
    rules: {
      best: "Nous choisissons les meilleures places libres à votre prix, côte à côte.",
      together:
        "Toutes les places de l’abonnement forment une commande. Elles sont réservées, payées et rendues ensemble.",
      code: "L’abonnement a son propre prix. Aucun code promo ne s’y ajoute.",
      cancelled:
        "Après l’achat, chaque événement a ses propres billets. Si l’un d’eux est annulé, le prix de ses billets dans l’abonnement vous est remboursé.",
      account: "Pour réserver un abonnement, il faut un compte ou une adresse confirmée.",
    },
    limit: (count) => `Au plus ${seats(count)} de cet abonnement par personne à chaque événement.`,
    until: (time) => `En vente jusqu’au ${time}.`,
    from: (time) => `La vente de cet abonnement ouvre le ${time}.`,
    ended:
      "La vente de cet abonnement est terminée. Des billets pour ses événements sont peut-être encore vendus à l’unité.",
    tooFew:
      "Trop peu d’événements ont encore des places : l’abonnement ne peut pas être réservé. Des billets sont peut-être encore vendus à l’unité.",
    signIn: "Connectez-vous pour réserver",
    signInText: "Votre choix reste sur cette page, et vous y revenez.",
    again: "Vous êtes connecté. Rien n’est encore réservé : vérifiez votre choix, puis réservez.",
    unverified:
      "Un abonnement ne se réserve qu’avec une adresse confirmée : rien n’est encore réservé. Confirmez la vôtre, puis revenez sur cette page : votre choix y reste.",
    confirm: "Confirmer mon adresse",
    exactly: (count, chosen) =>
      `Choisissez exactement ${count} événements. Vous en avez choisi ${chosen}, et rien n’est encore réservé.`,
    belongs: (count) =>
      `Ces ${count} événements forment un abonnement : ils sont réservés jusqu’à la même heure, et vous les payez ou les rendez ensemble.`,
    release: "Rendre tout l’abonnement",
    incomplete:
      "Un événement de cet abonnement n’est plus disponible : il ne peut pas être payé. Rien n’a été débité. Rendez les places et choisissez à nouveau.",
    refusals: {
      ENDED: () =>
        "La vente de cet abonnement est terminée. Des billets pour ses événements sont peut-être encore vendus à l’unité.",
      NOT_YET: () =>
        "La vente de cet abonnement n’a pas encore commencé. Revenez plus tard : votre choix est toujours là.",
      SOLD_OUT: (event) =>
        `Il reste trop peu de places de cet abonnement pour ${event}. Prenez moins de places ou, si possible, un autre événement.`,
      LIMIT_PER_BUYER: (event) =>
        `Avec vos autres places pour ${event}, c’est plus qu’une personne ne peut en avoir dans cet abonnement. Prenez moins de places.`,
      NOT_FOR_THESE_SEATS: (event) =>
        `L’abonnement ne comprend pas ces places pour ${event}. Choisissez un autre prix.`,
      SeatsUnavailable: (event) =>
        `Pour ${event}, il n’y a pas autant de places libres côte à côte à ce prix. Prenez moins de places, un autre prix ou un autre événement.`,
      AdmissionRequired: (event) =>
        `${event} a maintenant une file d’attente. Cet abonnement n’est vendu qu’au guichet. Choisissez un autre événement si possible.`,
      EventNotOnSale: (event) =>
        `${event} n’est pas en vente actuellement : rien n’est réservé. Choisissez si possible un autre événement, ou réessayez plus tard.`,
      SeatLimitReached: (event, limit) =>
        `Pour ${event}, une personne peut avoir au plus ${seats(limit)}, avec celles d’avant. Prenez moins de places.`,
      SeatLeftAlone: (event) =>
        `Pour ${event}, il resterait une place isolée, inutilisable. Prenez une place de plus ou de moins.`,
      PriceNotUsable: (event) => `Ce prix n’est pas vendu actuellement pour ${event}. Choisissez-en un autre.`,
      TooManyCompanions: (event) =>
        `Pour ${event}, les places libres accompagnent des places pour fauteuil roulant. Prenez moins de places ou un autre prix.`,
      VerifiedBuyersOnly: (event) =>
        `${event} est réservé aux comptes dont l’adresse e-mail est confirmée. Confirmez la vôtre sous « Compte », puis réservez.`,
      NotFound: () =>
        "Un événement ou un prix de cet abonnement n’existe plus. Regardez les événements et choisissez à nouveau.",
      quantity: (event) => `Ce nombre de places n’est pas possible pour ${event}. Choisissez-en un autre.`,
      priceTierId: (event) => `Ce prix n’existe plus pour ${event}. Choisissez-en un autre.`,
      events: () =>
        "Ces événements et ces places ne peuvent pas être réservés en une fois. Vérifiez les événements choisis, ou prenez moins de places.",
      RATE_LIMITED: () =>
        "Beaucoup de personnes veulent cet abonnement : rien n’est encore réservé. Patientez un instant, puis appuyez à nouveau.",
      UNAVAILABLE: () =>
        "La billetterie est momentanément inaccessible : rien n’est réservé. Votre choix est toujours là : réessayez.",
      TIMEOUT: () =>
        "La réponse a mis trop de temps. Regardez « Vos places » avant de réessayer : elles sont peut-être déjà réservées.",
    },
  },
};
