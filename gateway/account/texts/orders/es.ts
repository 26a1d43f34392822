// Spanish texts: orders of guests and of accounts, and the pages that letters lead to.
import { html } from "../../html.ts";
import type { OrdersTexts } from "./en.ts";

export const orders: OrdersTexts = {
  title: "Mis pedidos",
  list: "Pedidos",
  none: "Aquí todavía no hay pedidos. Los de los últimos segundos pueden tardar un momento.",
  event: "Evento",
  placed: (number, time, price) => html`Pedido ${number} del ${time}: ${price}`,
  tickets: (count) => (count === 1 ? "1 entrada" : `${count} entradas`),
  earlier: "Pedidos anteriores",
  mailedLater: "Las entradas se envían a tu dirección [cuando esté confirmada].",
  statuses: {
    AWAITING_PAYMENT: "pendiente de pago",
    PROCESSING: "en proceso",
    IN_REVIEW: "en revisión",
    CONFIRMED: "confirmado",
    PARTIALLY_REFUNDED: "devuelto en parte",
    REFUNDED: "devuelto",
    CANCELLED: "cancelado",
    EXPIRED: "caducado",
    DECLINED: "rechazado",
  },
  guest: {
    home: "Compras sin cuenta.",
    enterCode: "Escribir el código del correo",
    otherBrowser: "No compraste en este navegador. Pide otro código para ver aquí tus pedidos.",
    find: "Buscar mis pedidos",
  },
  prove: {
    title: "Confirmar tu correo electrónico",
    proven: "Tu dirección está confirmada.",
    mailed: (address) =>
      `Un correo con un código está en camino a ${address}. Cuando lo escribas, te enviamos las entradas.`,
    submit: "Confirmar",
  },
  claim: {
    title: "Añadir pedidos a tu cuenta",
    signInFirst: "Inicia sesión antes en una cuenta.",
    words: (address) => `Los pedidos que hiciste sin cuenta con ${address} pasan a ser pedidos de tu cuenta.`,
    mailed: (address) =>
      `Un correo está en camino a ${address}. Si hay pedidos así, lleva un código. El código vale diez minutos.`,
    submit: "Añadir los pedidos",
  },
  refund: {
    title: "Conservar tus entradas o recuperar tu dinero",
    nowOn: (event, time) => html`${event}, ahora el ${time}`,
    order: (number, tickets) => `Pedido ${number}: ${tickets}`,
    none: "No hay ninguna oferta de devolución para este pedido.",
    ended: "La oferta ha terminado. Conservas tus entradas.",
    until: (time) => html`Puedes elegir hasta el ${time}. Si no haces nada, conservas tus entradas.`,
    keep: "Conservar las entradas",
    refund: "Cancelar las entradas y recuperar el dinero",
    accepted: "Las entradas que otra persona aceptó de ti siguen siendo válidas.",
    answered: { KEEP: "Respondiste que conservas tus entradas.", REFUND: "Elegiste recuperar tu dinero." },
    otherAccount: "Este pedido es de otra cuenta. Inicia sesión con la cuenta que compró las entradas.",
    asGuest: "Compré sin cuenta",
  },
  letters: {
    title: "Cartas de un organizador",
    broken: "El enlace no está completo. Ábrelo de nuevo desde la carta.",
    subscribed: (organization) => `Recibes las cartas que ${organization} escribe a quienes tienen entradas.`,
    unsubscribed: (organization) => `Ya no recibes las cartas que ${organization} escribe.`,
    stop: "No recibir más cartas",
    start: "Volver a recibir cartas",
    always: "Las cartas sobre tus propios pedidos, como una nueva fecha, se envían siempre.",
  },
};
