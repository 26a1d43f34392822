// Spanish texts: apps that ask for access, and devices that a person connects.
import { html } from "../../html.ts";
import type { AppsTexts } from "./en.ts";

export const apps: AppsTexts = {
  tookTooLong: "Ha tardado demasiado, o empezó en otro navegador. Vuelve a la aplicación y empieza de nuevo.",
  notAskedRight:
    "La aplicación no hizo bien su petición, así que no se ha hecho nada. Vuelve a la aplicación y empieza de nuevo.",
  forDevelopers: (error) => `Para quienes la desarrollan: ${error}`,
  allow: "Permitir",
  deny: "No permitir",
  signOut: {
    title: "Cerrar sesión",
    asks: (app) => `${app} pide cerrar tu sesión. ¿Quieres cerrar también la sesión de Boxoffice en este navegador?`,
    asksUnnamed:
      "Una aplicación pide cerrar tu sesión. ¿Quieres cerrar también la sesión de Boxoffice en este navegador?",
    submit: "Cerrar la sesión de Boxoffice",
    stay: "Seguir con la sesión abierta",
    done: "Has cerrado la sesión",
    again: "Iniciar sesión de nuevo",
  },
  consent: {
    title: "Iniciar sesión en una aplicación",
    asks: (app, organization, site) => html`${app} de ${organization} pide acceso a tu cuenta. Está en ${site}.`,
    may: "Sabrá qué cuenta es la tuya y podrá:",
  },
  scopes: {
    profile: "Ver tu nombre y tu idioma",
    email: "Ver tu correo electrónico",
    "orders:read": "Ver tus pedidos",
    "tickets:read": "Ver tus entradas",
    "tickets:codes": "Obtener los códigos de tus entradas, con los que cualquiera puede entrar",
    "holds:write": "Apartar asientos para ti",
    "orders:write": "Pedir y cancelar entradas para ti",
    "org:read": "Ver los eventos, las ventas y los miembros de tus organizaciones",
    "gate:scan": "Comprobar entradas en la puerta de tus eventos",
    offline_access: "Conservar este acceso después de cerrar la sesión, hasta que lo quites",
  },
  device: {
    title: "Conectar un dispositivo",
    words: "Escribe el código que muestra el dispositivo. Continúa solo si tienes el dispositivo delante.",
    code: "Código del dispositivo",
    missing: "Escribe el código que muestra el dispositivo.",
    unknown: "Este código no es correcto, ya se usó o tiene más de diez minutos. Compruébalo en el dispositivo.",
    tooOften: (seconds) => `Demasiados códigos. Inténtalo de nuevo dentro de ${seconds} segundos.`,
    connected: "El dispositivo está conectado. Puedes volver a él.",
    denied: "El dispositivo no se ha conectado.",
    asks: (app, organization) => html`${app} de ${organization} pide acceso a tu cuenta en un dispositivo.`,
    asked: (time, place, device) => html`Pedido el ${time} desde ${place} con ${device}.`,
    unknownNetwork: "una red desconocida",
    warning:
      "Si no es tu dispositivo, puede que alguien quiera entrar en tu cuenta: no lo permitas. La aplicación podrá:",
  },
  scanner: {
    title: "Conectar un lector de entradas",
    noOrganization:
      "No gestionas ninguna organización, así que no puedes conectar un lector. Pide a un gestor de tu organización que escriba el código.",
    asks: (app) => html`${app} quiere comprobar entradas como lector.`,
    careful: "Continúa solo si tienes el dispositivo delante.",
    organization: "Organización",
    checks: (organization) => html`Comprueba entradas para ${organization}, hasta que un gestor lo desconecte.`,
    name: "Nombre del dispositivo",
    gate: "Puerta (opcional)",
    events: "Eventos",
    all: "Todos los eventos de la organización",
    some: "Solo estos:",
    submit: "Conectar el lector",
    deny: "No conectarlo",
    wrong: {
      organizationId: "Elige una organización que gestionas.",
      name: "Escribe un nombre de 100 caracteres como máximo.",
      gate: "Escribe una puerta de 100 caracteres como máximo.",
      eventIds: "Elige al menos un evento, o todos los eventos.",
    },
  },
};
