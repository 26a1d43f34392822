// Spanish texts of the account pages. They address people as "tú".
import { account } from "./account/es.ts";
import { apps } from "./apps/es.ts";
import type { Texts } from "./en.ts";
import { orders } from "./orders/es.ts";
import { security } from "./security/es.ts";

const n = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

function wait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) return `dentro de ${n(seconds, "segundo", "segundos")}`;
  return minutes < 90 ? `dentro de ${n(minutes, "minuto", "minutos")}` : "mañana";
}

export const texts: Texts = {
  locale: "es",
  frame: {
    skip: "Ir al contenido",
    main: "Menú principal",
    events: "Eventos",
    tickets: "Mis entradas",
    account: "Cuenta",
    signOut: "Cerrar sesión",
    language: "Idioma",
    change: "Cambiar",
    goOn: "Continuar",
    moving: "Un momento",
    or: "o",
  },
  problems: {
    title: "No ha funcionado",
    marked: "Corrige el campo marcado.",
    notOurForm: "Envía el formulario de la página.",
    foreignForm: "El formulario venía de otro sitio, así que no se ha cambiado nada. Vuelve a abrir la página.",
    tooLarge: "El formulario es demasiado grande.",
    away: "Ahora mismo no está disponible. Inténtalo de nuevo dentro de un minuto.",
    tooOften: (seconds) => `Demasiados intentos. Inténtalo de nuevo ${wait(seconds)}.`,
    invalid: (message) => `Revisa los datos: ${message}`,
    weakPassword: () => "Esta contraseña es fácil de adivinar. Elige otra, por ejemplo tres o cuatro palabras.",
  },
  refusals: {
    CredentialsRejected: "La contraseña no es correcta o la sesión ha terminado.",
    SecondFactorRequired: "La cuenta tiene un segundo factor, necesario para completar el inicio de sesión.",
    SecondFactorRejected:
      "No es correcto o ya se usó, o ha pasado demasiado tiempo. Inténtalo de nuevo o vuelve a iniciar sesión.",
    PasskeyRejected:
      "La llave de acceso no fue aceptada. Inténtalo de nuevo. Una cuenta tiene como máximo 20 llaves de acceso.",
    CodeRejected: "El código no es correcto o ya no es válido. Compruébalo o pide uno nuevo.",
    EmailTaken: "Ya existe una cuenta con este correo electrónico. Mejor inicia sesión.",
    EmailNotVerified: "Confirma primero tu correo electrónico con un código que te enviamos.",
    LastWayIn: "Es la última forma de iniciar sesión. Elige antes una contraseña o confirma la dirección.",
    LastOwner:
      "Eres la única persona propietaria de una organización. Nombra antes a otro miembro. Podrás irte cuando no queden entradas válidas ni dinero pendiente.",
    ProviderUnavailable:
      "El proveedor no responde. Inténtalo de nuevo dentro de un minuto o inicia sesión de otra forma.",
    ANSWER_REJECTED: "El inicio de sesión allí no se completó, ha caducado o ya se usó. Empieza de nuevo.",
    ADDRESS_NOT_CONFIRMED:
      "No pertenece a ninguna cuenta aquí. Inicia sesión de otra forma o crea una cuenta, y después vincúlala en las formas de iniciar sesión.",
    IDENTITY_REMOVED: "Se quitó de su cuenta. Inicia sesión de otra forma y vuelve a vincularla.",
    IdentityTaken: "Ya está vinculada a una cuenta, o la cuenta tiene 20 vínculos. Quita uno antes.",
    ElevationRequired: "Confirma primero que eres tú, con tu contraseña o un segundo factor.",
    OrderNotRefundable: "El pedido no está confirmado, no queda nada que devolver o el pago está en disputa.",
    RefundOfferEnded: "La oferta de devolución ha terminado, ya se aceptó o no existe para este pedido.",
    IdempotencyKeyReused: "Este formulario ya se envió con otros valores. Vuelve a abrir la página.",
    NotFound: "No existe o ya no existe.",
  },
  fields: {
    email: "Correo electrónico",
    emailMissing: "Escribe tu correo electrónico.",
    emailWrong: "Escribe un correo electrónico, por ejemplo nombre@example.org.",
    password: "Contraseña",
    passwordMissing: "Escribe tu contraseña.",
    newPassword: "Contraseña nueva",
    newPasswordHint: "Al menos 8 caracteres. Unas cuantas palabras poco comunes son una buena contraseña.",
    newPasswordMissing: "Elige una contraseña nueva.",
    name: "Nombre",
    nameMissing: "Escribe tu nombre.",
    code: "Código del correo",
    codeMissing: "Escribe el código del correo.",
    totp: "Código de tu aplicación de autenticación",
    totpHint: "Seis cifras que cambian cada 30 segundos.",
    totpMissing: "Escribe las seis cifras que muestra tu aplicación de autenticación.",
    recoveryCode: "Código de recuperación",
  },
  signIn: {
    title: "Iniciar sesión",
    rejected: "La dirección o la contraseña no son correctas.",
    passkey: "Iniciar sesión con una llave de acceso",
    byCode: "Iniciar sesión con un código por correo",
    forgotten: "¿Has olvidado tu contraseña?",
    register: "Crear una cuenta",
    findOrders: "Buscar pedidos que hice sin cuenta",
    back: "Volver al inicio de sesión",
    continueWith: (provider) => `Continuar con ${provider}`,
    notBegun: "Este navegador no ha empezado a iniciar sesión, o ha tardado demasiado. Empieza de nuevo.",
    signedOut: "Has cerrado la sesión.",
  },
  register: {
    title: "Crear una cuenta",
    passwordMissing: "Elige una contraseña.",
    submit: "Crear la cuenta",
    hasAccount: "Ya tengo una cuenta",
  },
  codes: {
    title: "Escribe el código",
    mailMe: "Enviarme un código",
    mailAnother: "Enviarme otro código",
    byCode: {
      title: "Iniciar sesión con un código",
      words: "Te enviamos por correo un código que vale diez minutos.",
    },
    reset: {
      title: "Elegir una contraseña nueva",
      words: "Te enviamos un código por correo. Úsalo para elegir una contraseña nueva.",
    },
    findOrders: {
      title: "Buscar mis pedidos",
      words: "Para pedidos sin cuenta: te enviamos un código que muestra los pedidos con tu dirección.",
    },
    requested: {
      "sign-in": {
        words: "Si la dirección tiene una cuenta, un correo con un código está en camino.",
        submit: "Iniciar sesión",
      },
      reset: {
        words: "Si la dirección tiene una cuenta, un correo con un código está en camino.",
        submit: "Guardar la contraseña nueva",
      },
      register: { words: "Un correo con un código está en camino a tu dirección.", submit: "Crear la cuenta" },
      guest: {
        words: "Si hay pedidos con la dirección, un correo con un código está en camino.",
        submit: "Ver mis pedidos",
      },
    },
    onlyHere: "El código vale diez minutos, solo en este navegador.",
    noMail: "¿No llega nada en unos minutos? Mira en la carpeta de correo no deseado o [pide otro código].",
    claim: "Añadir los pedidos que hice antes con esta dirección",
    notWaiting: "Este navegador no espera ningún código. Pide uno nuevo.",
    notWaitingHere: "Este navegador no espera ningún código. Pide uno nuevo donde quieras usarlo.",
    toSignIn: "Ir al inicio de sesión",
    elsewhere: "Pediste este código en otro navegador o en otra aplicación. Escríbelo allí:",
    keepSecret: "Si no has pedido ningún código, cierra esta página. No compartas el código.",
  },
  secondStep: {
    title: "Segundo paso",
    useRecovery: "Usar un código de recuperación",
    withRecovery: "Continuar con el código de recuperación",
    withPasskey: "Continuar con una llave de acceso",
  },
  notices: {
    profile: "Tu nombre ha cambiado.",
    password: "Tu contraseña ha cambiado. Todas las demás sesiones han terminado.",
    email: "Tu dirección ha cambiado. Todas las demás sesiones han terminado.",
    verified: "Tu dirección está confirmada.",
    session: "La sesión ha terminado.",
    sessions: "Todas las demás sesiones han terminado.",
    app: "La aplicación ya no tiene acceso a tu cuenta.",
    "totp-off": "La aplicación de autenticación está desactivada. Todas las demás sesiones han terminado.",
    passkey: "La llave de acceso se ha añadido. Todas las demás sesiones han terminado.",
    "passkey-removed": "La llave de acceso se ha quitado. Todas las demás sesiones han terminado.",
    identity: "La cuenta está vinculada. Todas las demás sesiones han terminado.",
    "identity-removed": "La cuenta ya no está vinculada. Todas las demás sesiones han terminado.",
    enroll:
      "Añade antes un segundo factor: quienes son propietarios de una organización y el personal de la plataforma lo necesitan para esto.",
    proven: "Tu dirección está confirmada. Las entradas van de camino.",
    claimed: "Los pedidos se están añadiendo a tu cuenta. Tarda unos segundos.",
    kept: "Conservas tus entradas.",
    refunded: "Tus entradas están canceladas y el dinero va de camino.",
  },
  account,
  security,
  orders,
  apps,
};
