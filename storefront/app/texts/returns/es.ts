// Spanish texts about tickets that are given back.
import type { Returns } from "./en.ts";

export const returns: Returns = {
  returns: {
    link: "Devolver entradas",
    linkOne: "Devolver esta entrada",
    title: "Devolver entradas",
    until: (time) => `Puedes devolver entradas hasta el ${time}.`,
    fee: (amount) => `El organizador se queda con ${amount} de gastos por entrada.`,
    noFee: "No hay gastos.",
    forList: "El organizador acepta entradas mientras haya personas en la lista de espera que quieran los asientos.",
    terms: (time) => `Las entradas se pueden devolver hasta el ${time}.`,
    termsForList: (time) =>
      `Las entradas se pueden devolver hasta el ${time}, mientras haya personas en la lista de espera que quieran los asientos.`,
    needsAccount:
      "Las entradas compradas sin cuenta no se pueden devolver aquí. Crea una cuenta con el mismo correo electrónico: asumirá tus pedidos.",
    nextText: "Todavía no se devuelve nada. Verás lo que recibes antes de confirmar.",
    none: "Estas entradas no se pueden devolver.",
    quote: "Confirma la devolución",
    quoteText: "Las entradas son tuyas hasta que confirmes.",
    nothingBack: "Por estas entradas no se devuelve dinero.",
    final: "Las entradas dejan de valer enseguida, y otras personas pueden comprar los asientos. Es definitivo.",
    confirm: (amount) => `Devolver y recuperar ${amount}`,
    confirmNothing: "Devolver sin reembolso",
    change: "Elegir otras entradas",
    refused: "Estas entradas no se pueden devolver",
    stillValid: "No ha cambiado nada: sigues teniendo tus entradas.",
    done: "Has devuelto estas entradas",
    doneText: "Por ellas no se devuelve dinero.",
    reasons: {
      DISPUTED: "El pago de estas entradas está en disputa. No se pueden devolver hasta que se decida.",
      EVENT_CANCELLED: "El evento está cancelado. Te devolvemos el dinero sin que hagas nada.",
      EXCHANGE_IN_PROGRESS:
        "Estas entradas se están cambiando. Paga o cancela antes el otro pedido: lo encontrarás con tus entradas.",
      NOBODY_WAITS:
        "Ahora nadie en la lista de espera quiere todos estos asientos. Inténtalo más tarde o devuelve menos entradas.",
      NOT_ALLOWED: "El organizador no acepta devoluciones de entradas de este evento.",
      REFUNDED: "Estas entradas ya se han reembolsado o cambiado, o su pedido no está confirmado.",
      SOLD_AT_COUNTER: "Estas entradas se vendieron en taquilla. Solo se pueden devolver allí.",
      TOO_LATE: "Es demasiado tarde: el plazo para devolver entradas ha terminado.",
      TRANSFERRED: "Una entrada ahora es de otra persona. Solo puedes devolver tus propias entradas.",
      USED: "Una entrada se ha usado en el acceso, así que no se puede devolver.",
    },
    problems: {
      ReturnTotalChanged: "El reembolso ha cambiado. Míralo antes de confirmar: no se ha devuelto nada.",
    },
  },
};
