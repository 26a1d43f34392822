import type { Translation } from "./words.ts";

export const es: Translation = {
  greeting: (name) => `Hola, ${name}:`,
  closing: "¡Que lo disfrute!",
  order: "Pedido",
  total: "Total",
  included: "incluido",
  section: "Sector",
  row: "Fila",
  seat: "Asiento",
  holder: "Nombre",
  rule: "Válida para una persona, una sola vez. Muestre el código en la entrada, en papel o en pantalla, y a nadie antes.",
  confirmed: {
    subject: (event) => `Sus entradas para ${event}`,
    body: "Su pedido está confirmado.",
    attached: "Adjuntamos sus entradas y una cita para el calendario.",
  },
  ended: {
    subject: (event) => `Su pedido para ${event} no se ha completado`,
    body: "No hemos podido completar su pedido. No se le ha cobrado nada: lo reservado en su tarjeta quedará libre en unos días.",
  },
  cancelled: {
    subject: (event) => `Entradas para ${event} anuladas`,
    body: (tickets) =>
      tickets === 1 ? "Una de sus entradas está anulada." : `${tickets} de sus entradas están anuladas.`,
    refund: (amount) => `Le devolvemos ${amount} por el mismo medio de pago.`,
    reason: (reason) => `Motivo: ${reason}`,
  },
  ticketAttached: "La entrada va adjunta.",
  ticketsAttached: "Sus entradas van adjuntas.",
  codesLater: (event, time) =>
    `Los códigos de sus entradas para ${event} se muestran a partir de: ${time}. Sin su código, una entrada no da acceso.`,
  received: {
    subject: (event) => `Una entrada para ${event} ya es suya`,
    body: "Ha aceptado una entrada que le ofrecieron. La anterior ya no vale.",
  },
  changed: {
    subject: (event) => `Cambios: ${event}`,
    time: "El evento tiene nueva fecha u hora. Sus entradas valen para ella.",
    place: "El evento se celebra en otro lugar. Sus entradas valen allí.",
    before: (old) => `Antes: ${old}`,
    refund: (until) =>
      `Puede conservar sus entradas o recuperar su dinero hasta el ${until}. Si no hace nada, conserva sus entradas.`,
    choose: "Elija aquí:",
  },
  reminder: {
    subject: (event) => `Muy pronto: ${event}`,
    body: "Su evento empieza pronto. Tenga sus entradas a mano, en papel o en pantalla.",
  },
  unsubscribe: (organizer) =>
    `Recibe esta carta de ${organizer} porque tiene una entrada. Para no recibir más cartas así:`,
  organizer: "Organizador",
  contact: "Contacto",
  terms: "Condiciones",
  invoice: {
    invoice: "Factura",
    creditNote: "Factura rectificativa",
    corrects: (number) => `Rectifica la factura ${number}`,
    date: "Fecha",
    vatId: "NIF-IVA",
    net: "Base imponible",
    tax: (name, net) => `${name} sobre ${net}`,
  },
  moved: {
    subject: (event) => `Su nueva localidad para ${event}`,
    body: "La taquilla ha cambiado su entrada a otra localidad. La anterior ya no es válida.",
  },
  exchanged: {
    subject: (event) => `Sus nuevas entradas para ${event}`,
    body: (tickets, order) =>
      `Su cambio está confirmado. ${tickets === 1 ? "Una entrada" : `${tickets} entradas`} del pedido ${order} ya no ${tickets === 1 ? "es válida" : "son válidas"}.`,
    credit: "Pagado con sus entradas anteriores",
    paid: "Pagado",
  },
  returned: {
    subject: (event) => `Ha devuelto entradas para ${event}`,
    body: (tickets) =>
      tickets === 1
        ? "Ha devuelto una entrada. Ya no es válida."
        : `Ha devuelto ${tickets} entradas. Ya no son válidas.`,
    fee: (amount) => `El organizador se queda con ${amount} de gastos.`,
  },
  handedOn: {
    subject: (event) => `Su entrada para ${event} tiene nuevo titular`,
    body: "La persona a quien dio el código ha aceptado su entrada. Con la suya ya no se puede entrar.",
  },
  offered: {
    subject: (event) => `Hay asientos para ${event} reservados para usted`,
    body: (seats, until) =>
      `Está en la lista de espera y ${seats === 1 ? "ha quedado libre un asiento" : `han quedado libres ${seats} asientos`}. ${seats === 1 ? "Está reservado" : "Están reservados"} para usted hasta el ${until}.`,
    order: "Comprar aquí:",
    decline: "Si no quiere los asientos, devuélvalos o no haga nada. Pasarán a la siguiente persona.",
    list: "Su puesto en la lista de espera, donde también puede renunciar:",
  },
};
