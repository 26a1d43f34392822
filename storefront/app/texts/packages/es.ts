// Spanish texts about packages of several events.
import type { Packages } from "./en.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const seats = (count: number) => n(count, "asiento", "asientos");

export const packages: Packages = {
  packages: {
    also: "También en abono",
    kind: "Abono",
    all: (count) => (count === 2 ? "Los dos eventos" : `Los ${count} eventos`),
    choose: (count, of) => `Elige ${count} de ${of} eventos`,
    less: (amount) => `${amount} menos por entrada`,
    lead: "El mismo número de asientos en cada evento, reservados y pagados juntos.",
    your: "Tu elección",
    seats: "Asientos en cada evento",
    instead: (price) => `en vez de ${price}`,
    priceAt: (event) => `Precio para ${event}`,
    about: "Ver el evento",
    chosen: (count, of) => `${count} de ${of} eventos elegidos`,
    for: (count, events) => `${seats(count)} en cada uno de los ${events} eventos`,
    showTotal: "Mostrar el total",
    take: "Reservar el abono",
    terms: "Conviene saber",
    rules: {
      best: "Elegimos los mejores asientos libres a tu precio, uno junto a otro.",
      together: "Todos los asientos del abono son un solo pedido. Se reservan, se pagan y se devuelven juntos.",
      code: "El abono tiene su propio precio. No admite códigos promocionales.",
      cancelled:
        "Tras la compra cada evento tiene sus propias entradas. Si se cancela uno, te devolvemos lo que costaron sus entradas en el abono.",
      account: "Para reservar un abono necesitas una cuenta o una dirección confirmada.",
    },
    limit: (count) => `Como máximo ${seats(count)} de este abono por persona en cada evento.`,
    until: (time) => `A la venta hasta el ${time}.`,
    from: (time) => `La venta de este abono empieza el ${time}.`,
    ended: "La venta de este abono ha terminado. Puede que aún se vendan entradas sueltas para sus eventos.",
    tooFew:
      "Muy pocos de sus eventos tienen asientos ahora, así que el abono no se puede reservar. Puede que aún se vendan entradas sueltas.",
    signIn: "Inicia sesión para reservar",
    signInText: "Tu elección se queda en esta página, y vuelves a ella.",
    again: "Has iniciado sesión. Todavía no hay nada reservado: revisa tu elección y resérvala.",
    unverified:
      "Un abono solo se reserva con una dirección confirmada, así que todavía no hay nada reservado. Confirma la tuya y vuelve a esta página: tu elección se queda aquí.",
    confirm: "Confirmar mi dirección",
    exactly: (count, chosen) =>
      `Elige exactamente ${count} eventos. Has elegido ${chosen}, y todavía no hay nada reservado.`,
    belongs: (count) =>
      `Estos ${count} eventos son un abono: están reservados hasta la misma hora, y los pagas o los devuelves juntos.`,
    release: "Devolver todo el abono",
    incomplete:
      "Un evento de este abono ya no está disponible, así que el abono no se puede pagar. No se ha cobrado nada. Devuelve los asientos y elige de nuevo.",
    refusals: {
      ENDED: () => "La venta de este abono ha terminado. Puede que aún se vendan entradas sueltas para sus eventos.",
      NOT_YET: () => "La venta de este abono todavía no ha empezado. Vuelve más tarde: tu elección sigue aquí.",
      SOLD_OUT: (event) =>
        `Quedan muy pocos asientos de este abono para ${event}. Elige menos asientos u otro evento, si es posible.`,
      LIMIT_PER_BUYER: (event) =>
        `Con tus otros asientos para ${event} son más de los que una persona puede tener de este abono. Elige menos asientos.`,
      NOT_FOR_THESE_SEATS: (event) => `El abono no incluye estos asientos para ${event}. Elige otro precio.`,
      SeatsUnavailable: (event) =>
        `Para ${event} no hay tantos asientos libres juntos a este precio. Elige menos asientos, otro precio u otro evento.`,
      AdmissionRequired: (event) =>
        `${event} tiene ahora una cola. Este abono solo se vende en taquilla. Elija otro evento si es posible.`,
      EventNotOnSale: (event) =>
        `${event} no está a la venta ahora, así que no hay nada reservado. Elige otro evento, si es posible, o inténtalo más tarde.`,
      SeatLimitReached: (event, limit) =>
        `Una persona puede tener como máximo ${seats(limit)} para ${event}, contando los de antes. Elige menos asientos.`,
      SeatLeftAlone: (event) =>
        `Para ${event} quedaría un asiento suelto que nadie puede usar. Elige un asiento más o uno menos.`,
      PriceNotUsable: (event) => `Este precio no se vende ahora para ${event}. Elige otro.`,
      TooManyCompanions: (event) =>
        `Para ${event} los asientos libres acompañan a plazas de silla de ruedas. Elige menos asientos u otro precio.`,
      VerifiedBuyersOnly: (event) =>
        `${event} es solo para cuentas con el correo confirmado. Confirma el tuyo en «Cuenta» y reserva el abono.`,
      NotFound: () => "Un evento o un precio de este abono ya no existe. Mira los eventos y elige de nuevo.",
      quantity: (event) => `Este número de asientos no es posible para ${event}. Elige otro.`,
      priceTierId: (event) => `Este precio ya no existe para ${event}. Elige otro.`,
      events: () =>
        "Estos eventos y asientos no se pueden reservar a la vez. Revisa los eventos elegidos, o elige menos asientos.",
      RATE_LIMITED: () =>
        "Mucha gente quiere este abono, así que todavía no hay nada reservado. Espera un momento y pulsa de nuevo.",
      UNAVAILABLE: () =>
        "La tienda no está disponible ahora, así que no hay nada reservado. Tu elección sigue aquí: inténtalo de nuevo.",
      TIMEOUT: () =>
        "La respuesta ha tardado demasiado. Mira «Tus asientos» antes de intentarlo de nuevo: puede que ya estén reservados.",
    },
  },
};
