// Spanish texts: the overview of an account, changes to it, and its deletion.
import { html } from "../../html.ts";
import type { AccountTexts } from "./en.ts";

export const account: AccountTexts = {
  title: "Tu cuenta",
  home: {
    profile: "Perfil e inicio de sesión",
    verified: "confirmado",
    notVerified: "sin confirmar",
    verify: "Confirmarlo",
    pending: (address) => `Cambiará a ${address} cuando [escribas el código].`,
    changeName: "Cambiar el nombre",
    changeAddress: "Cambiar la dirección",
    changePassword: "Cambiar la contraseña",
    factors: "Segundos factores",
    factorsText: "Aplicación de autenticación, llaves de acceso y códigos de recuperación",
    orders: "Pedidos",
    myOrders: "Mis pedidos",
    claim: "Añadir pedidos que hiciste sin cuenta",
    delete: "Eliminar la cuenta",
  },
  sessions: {
    title: "Dónde tienes la sesión abierta",
    current: "este navegador",
    since: (time, place) =>
      place === null ? html`Sesión iniciada el ${time}` : html`Sesión iniciada el ${time} desde ${place}`,
    lastSeen: (time) => html`Última actividad el ${time}`,
    end: "Cerrar",
    endOf: (device) => `la sesión en ${device}`,
    endOthers: "Cerrar todas las demás sesiones",
  },
  device: {
    unknown: "Dispositivo desconocido",
    on: (browser, system) => `${browser} en ${system}`,
  },
  apps: {
    title: "Aplicaciones con acceso a tu cuenta",
    offline: (organization) => `${organization}, también después de cerrar la sesión`,
    end: "Quitar",
    endOf: (app) => `el acceso de ${app}`,
  },
  name: {
    title: "Cambiar tu nombre",
    hint: "Lo ven los miembros de tus organizaciones.",
    submit: "Guardar",
  },
  password: {
    title: "Cambiar tu contraseña",
    words: "Se cerrarán todas las demás sesiones.",
    current: "Contraseña actual",
    currentMissing: "Escribe tu contraseña actual.",
    submit: "Guardar la contraseña nueva",
    forgotten: "¿La has olvidado? Cierra la sesión y [elige una nueva por correo].",
  },
  email: {
    title: "Cambiar tu correo electrónico",
    words: "Enviamos un código a la nueva dirección. El cambio vale cuando lo escribes.",
    label: "Nuevo correo electrónico",
    missing: "Escribe la nueva dirección.",
    submit: "Continuar",
  },
  verify: {
    title: "Confirmar tu correo electrónico",
    willMail: (address) => `Enviamos un código a ${address}.`,
    mailed: (address) => `Un correo con un código está en camino a ${address}. El código vale diez minutos.`,
    submit: "Confirmar",
  },
  deletion: {
    title: "Eliminar tu cuenta",
    words:
      "Tu nombre, tu dirección y tus sesiones se borran para siempre. Los pedidos y los pagos quedan en la contabilidad, sin tu nombre.",
    tickets: (count) =>
      `Tienes ${count === 1 ? "1 entrada válida" : `${count} entradas válidas`}. Después no podrás abrir las entradas, ni sabrás si un evento cambia o se cancela.`,
    ticketsFirst: "Las entradas siguen siendo válidas: imprímelas o dáselas a alguien antes de eliminar la cuenta.",
    openOrders: (count) =>
      `${count === 1 ? "1 pedido no está terminado" : `${count} pedidos no están terminados`} todavía. Espera hasta tener las entradas.`,
    unknown: "Ahora no se puede comprobar si tienes entradas válidas. Inténtalo más tarde.",
    submit: "Eliminar la cuenta",
    keep: "Conservar la cuenta",
  },
  erasure: {
    title: "Tu cuenta está eliminada",
    none: "Ningún recibo tiene este número y esta clave. Los dos están en tu último correo. La dirección de su página es:",
    number: "NÚMERO",
    key: "CLAVE",
    erased: (time) => html`Tus datos personales se borraron el ${time}.`,
    complete: "Cada parte del sistema ha firmado un recibo.",
    missing: (parts) => `Sin confirmar todavía por: ${parts}. Vuelve a abrir esta página más tarde.`,
    keepAddress: "Guarda la dirección de esta página: muestra los recibos sin cuenta.",
  },
  alerts: {
    report: {
      title: "Avisar de un inicio de sesión",
      words:
        "Si no fuiste tú quien inició sesión, protege la cuenta: todas las sesiones terminan y la contraseña deja de funcionar hasta que elijas una nueva.",
      submit: "No fui yo: proteger la cuenta",
    },
    undo: {
      title: "Recuperar tu dirección",
      words:
        "La cuenta recupera esta dirección. Todas sus sesiones terminan y su contraseña deja de funcionar hasta que elijas una nueva.",
      submit: "Recuperar la dirección",
    },
    works: "El código vale 72 horas.",
    safe: "Tu cuenta está a salvo",
    ended: (address) => `Todas las sesiones de ${address} han terminado y la contraseña ya no es válida.`,
    choose: "Elige una contraseña nueva que no uses en ningún otro sitio.",
    chooseLink: "Elegir una contraseña nueva",
  },
};
