// Spanish texts: ways to sign in, second factors, and the proof of identity that changes to them need.
import { html } from "../../html.ts";
import type { SecurityTexts } from "./en.ts";

export const security: SecurityTexts = {
  title: "Formas de iniciar sesión",
  words: "Con un segundo factor, tu contraseña sola no abre tu cuenta.",
  back: "Volver a tu cuenta",
  done: "Hecho",
  remove: "Quitar",
  added: (time) => html`Añadida el ${time}`,
  addedAndUsed: (time, used) => html`Añadida el ${time}, usada por última vez el ${used}`,
  app: {
    title: "Aplicación de autenticación",
    on: "activada",
    off: "desactivada",
    words: "Una aplicación en tu teléfono muestra un código nuevo cada 30 segundos.",
    setUp: "Configurar una aplicación",
    setUpAnother: "Configurar otra aplicación",
    turnOff: "Desactivar",
  },
  totp: {
    title: "Configurar una aplicación de autenticación",
    show: "Mostrar el código QR",
    scan: "Escanea esto con tu aplicación de autenticación:",
    picture: "Código QR del secreto",
    byHand: "Escribir el secreto a mano",
    submit: "Activar",
    missing: "Escribe las seis cifras que muestra la aplicación de autenticación.",
    isOn: "La aplicación de autenticación está activada",
  },
  passkeys: {
    title: "Llaves de acceso",
    words: "Inicia sesión con tu huella, tu cara o el bloqueo de pantalla de tu dispositivo, sin contraseña.",
    backedUp: "con copia de seguridad",
    name: "Nombre de la nueva llave de acceso",
    nameHint: "Por ejemplo, el dispositivo que la guarda.",
    add: "Añadir una llave de acceso",
    needsScript: "Para añadir una llave de acceso hace falta JavaScript.",
    choose: "Elige una llave de acceso.",
    cancelled: "No se ha usado ninguna llave de acceso.",
    codes:
      "La llave de acceso se ha añadido. Guarda estos códigos de recuperación: cada uno vale una vez, si pierdes tu dispositivo. No se vuelven a mostrar.",
  },
  recovery: {
    title: "Códigos de recuperación",
    left: (count) =>
      `Códigos sin usar: ${count}. Cada uno sustituye una vez al segundo factor, si pierdes tu dispositivo.`,
    create: "Crear códigos nuevos",
    created: "Códigos de recuperación nuevos",
    keep: "Imprime estos códigos de recuperación o guárdalos en tu gestor de contraseñas. Cada uno vale una vez, si pierdes tu dispositivo.",
    notAgain: "No se vuelven a mostrar.",
    unchanged: "Tus códigos de recuperación siguen siendo válidos.",
  },
  elsewhere: {
    title: "Cuentas en otros sitios",
    words: "Inicia sesión con una cuenta que tienes en otro proveedor.",
    gone: "Proveedor que ya no está disponible",
    linked: (time) => html`Vinculada el ${time}`,
    linkedAndUsed: (time, used) => html`Vinculada el ${time}, usada por última vez el ${used}`,
    link: (provider) => `Vincular ${provider}`,
  },
  confirm: {
    title: "Confirma que eres tú",
    words: "Vas a cambiar cómo está protegida tu cuenta.",
    withPasskey: "Confirmar con una llave de acceso",
    withApp: "Confirmar con la aplicación",
    withPassword: "Confirmar con la contraseña",
    withRecovery: "Confirmar con un código de recuperación",
    others: "Usar la contraseña o un código de recuperación",
    totpMissing: "Escribe el código de tu aplicación de autenticación.",
  },
};
