// French texts about prices, baskets and refunds.
import type { Buying } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count < 2 ? one : many}`;

export const buying: Buying = {
  prices: {
    of: (seat) => `Tarif pour ${seat}`,
    choose: "Pour qui sont les places ?",
    chooseText: "Choisissez un tarif pour chaque place. Rien n’est encore réservé.",
    next: "Suite : choisir les tarifs",
    change: "Choisir d’autres places",
    until: (phase, time) => `${phase} jusqu’au ${time}`,
    leftAt: (count) => `plus que ${count} à ce prix`,
    then: (price) => `ensuite ${price}`,
    mostPerHold: (count) => `${count} au plus à la fois`,
    onlyWith: (names) => `seulement avec ${names}`,
    mostForEach: (count, names) => `${count} au plus par ${names}`,
    or: (first, second) => `${first} ou ${second}`,
    needsCode: "avec un code promo",
    wheelchairOnly: "seulement pour les places en fauteuil roulant",
    soldOut: "épuisé",
    notYet: (time) => `à partir du ${time}`,
    ended: "n’est plus en vente",
    tickets: "Combien de chaque ?",
    changed: (total) =>
      `Les prix ont changé : ces places coûtent maintenant ${total}. Rien n’est encore réservé, et votre choix est toujours là.`,
    refusals: {
      UNKNOWN: (price) => `Le tarif « ${price} » n’existe pas pour toutes ces places. Choisissez-en un autre.`,
      NOT_YET: (price) => `Le tarif « ${price} » n’est pas encore en vente. Choisissez-en un autre.`,
      ENDED: (price) => `Le tarif « ${price} » n’est plus en vente. Choisissez-en un autre.`,
      SOLD_OUT: (price) => `Tous les billets au tarif « ${price} » sont pris. Choisissez-en un autre.`,
      TOO_MANY: (price) => `Il y a trop de places au tarif « ${price} ». Choisissez-en moins.`,
      NOT_ALONE: (price) => `Le tarif « ${price} » demande plus de places au tarif qui l’accompagne.`,
      NEEDS_CODE: (price) => `Le tarif « ${price} » demande un code promo qui l’ouvre. Saisissez le code.`,
      WHEELCHAIR_PLACES_ONLY: (price) => `Le tarif « ${price} » ne vaut que pour les places en fauteuil roulant.`,
    },
  },
  basket: {
    link: "Vos places",
    title: "Vos places",
    empty: "Aucune place n’est réservée pour vous.",
    emptyText:
      "Les places que vous choisissez sont réservées quelques minutes : vous pouvez payer plusieurs événements à la fois.",
    events: (count) => `Places pour ${n(count, "événement", "événements")}.`,
    all: "Toutes forment une commande, ou aucune.",
    more: "Ajouter un autre événement",
    alone: "Payer seulement ces places",
    together: "Payer toutes les places ensemble",
    others: "D’autres places sont réservées pour vous",
    othersText: "Elles viennent d’un autre organisateur ou sont dans une autre devise : elles se commandent à part.",
    waiting: "Elles restent réservées jusqu’à la fin de leur délai.",
    pay: "Payer ces places",
    gone: (event) =>
      `La réservation pour ${event} a expiré. Rien n’a été commandé ni débité ; vos autres places sont ci-dessous.`,
    NOT_COMBINABLE: "Ces places ne peuvent pas former une commande. Payez les événements l’un après l’autre.",
  },
  refund: {
    title: "Garder vos billets ou être remboursé",
    moved: (event, time) => `${event} a été déplacé et commence maintenant le ${time}.`,
    until: (time) => `Vous pouvez choisir jusqu’au ${time}. Sans réponse, vous gardez vos billets.`,
    tickets: (count) => `Il s’agit de ${n(count, "billet", "billets")}`,
    keep: "Garder les billets",
    keepText: "Vos billets sont valables à la nouvelle date. Vous pouvez changer d’avis jusqu’à la fin du délai.",
    refund: "Être remboursé",
    refundText: "Les billets sont annulés tout de suite. C’est définitif.",
    others:
      "Les billets que quelqu’un a acceptés de vous restent valables. Vous gardez vos billets pour d’autres événements.",
    submit: "Confirmer mon choix",
    kept: "Vous gardez vos billets",
    keptText: "Il n’y a rien d’autre à faire : les codes de vos billets sont valables à la nouvelle date.",
    refunded: "Votre argent est en route",
    refundedText:
      "Les billets sont annulés. L’argent revient sur la carte avec laquelle vous avez payé, en général sous cinq à dix jours. Nous vous envoyons le montant par e-mail.",
    ended: "Cette offre est terminée",
    endedText: "Vous gardez vos billets.",
    none: "Il n’y a pas d’offre pour cette commande.",
    change: "Changer mon choix",
    details: "La suite",
    back: "Retour à la commande",
    choose: "Choisissez ce que vous voulez.",
    RefundOfferEnded: "L’offre est terminée, ou a déjà été acceptée.",
    OrderNotRefundable:
      "Cette commande ne peut pas être remboursée maintenant. Un paiement est peut-être contesté : demandez à l’organisateur.",
  },
  questions: {
    title: "L’organisateur demande",
    yes: "Oui",
    no: "Non",
    choose: "Choisissez",
    refused: "Certaines réponses manquent ou ne conviennent pas. Les questions sont signalées ci-dessous.",
    faults: {
      MISSING: "Répondez à cette question.",
      MUST_BE_YES: "Votre accord est nécessaire.",
      NOT_VALID: "Cette réponse ne convient pas à la question.",
      NOT_ASKED: "Cette question n’est plus posée.",
    },
    invoice: {
      title: "Adresse de facturation",
      faulty:
        "Indiquez le nom, la rue, le code postal, la ville et le pays. Un numéro de TVA commence par un code de pays, comme DE123456789.",
      fields: {
        name: "Nom",
        company: "Société",
        vatId: "Numéro de TVA",
        street: "Rue et numéro",
        postalCode: "Code postal",
        city: "Ville",
        country: "Pays",
      },
    },
  },
};
