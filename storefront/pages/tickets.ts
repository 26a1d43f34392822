// Tickets of the person who is signed in, one ticket, and taking a ticket that someone hands on.
import { randomUUID } from "node:crypto";
import { Viewer } from "../documents/account.generated.ts";
import {
  AcceptTicketOffer,
  NameTicket,
  OfferTicket,
  TicketFiles,
  TicketPage,
  TicketsPage,
  TicketWallet,
  TicketWithoutCode,
  WithdrawTicketOffer,
} from "../documents/tickets.generated.ts";
import type { TicketPageQuery } from "../documents/tickets.generated.ts";
import type { Problem } from "../page-data/problem.ts";
import { exchangeableEvents } from "./exchangeable.ts";
import { returnableEvents } from "./returnable.ts";
import { inZone } from "./selection.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";

export const tickets: Page = {
  path: "/tickets",
  load: async (visit) => {
    const { me } = await visit.ask(TicketsPage, { after: visit.url.searchParams.get("after") });
    if (!me) return continueSession(visit);
    const viewer = { displayName: me.displayName, isGuest: me.kind === "GUEST", emailVerified: me.emailVerified };
    return {
      view: "tickets",
      keptFor: me.id,
      data: {
        tickets: me.tickets?.nodes ?? [],
        next: me.tickets?.pageInfo.hasNextPage ? me.tickets.pageInfo.endCursor : null,
        orders: me.orders?.nodes ?? [],
        viewer,
      },
    };
  },
};

/** Guests get the codes of their tickets by mail only, which proves their address. */
async function ticketOf({ ask, params }: Visit): Promise<TicketPageQuery> {
  const id = params.id!;
  const { me } = await ask(Viewer, {});
  if (me?.kind !== "GUEST") return ask(TicketPage, { id });
  const { ticket: found, ...rest } = await ask(TicketWithoutCode, { id });
  return { ...rest, ticket: found && { ...found, qr: null, offer: null } };
}

/** The page asks for no codes of guests, so the clock says whether theirs are held back. */
function codeFromOf({ qr, status, event }: NonNullable<TicketPageQuery["ticket"]>, isGuest: boolean): string | null {
  const from = event.codesShownFrom;
  if (status !== "VALID" || from === null || qr !== null) return null;
  return !isGuest || Date.parse(from) > Date.now() ? from : null;
}

async function showTicket(visit: Visit, problem?: Problem): Promise<Outcome> {
  const { me, ticket: found } = await ticketOf(visit);
  if (!me) return continueSession(visit);
  if (!found) return notFound;
  const isGuest = me.kind === "GUEST";
  const whole = { ...found.order, payments: null, events: [found.event], tickets: [found] };
  const data = {
    ticket: found,
    isHolder: found.holder?.id === me.id,
    isGuest,
    codeFrom: codeFromOf(found, isGuest),
    canExchange: exchangeableEvents(whole, me.id).length > 0,
    canReturn: returnableEvents(whole, me.id).length > 0,
    origin: visit.origin,
    key: randomUUID(),
  };
  return problem
    ? { view: "ticket", status: 409, data: { ...data, problem: inZone(problem, found.event.timeZone) } }
    : { view: "ticket", data, keptFor: me.id };
}

const orProblem = (result: { __typename: string; message?: string }, ...done: string[]): Problem | undefined =>
  done.includes(result.__typename) ? undefined : problemOf(result);

type Refused = { __typename: string; message?: string; reason?: string; allowedFrom?: string | null };

const refusalOf = (refused: Refused): Problem =>
  problemOf(refused, { reason: refused.reason, allowedFrom: refused.allowedFrom });

export const ticket: Page = {
  path: "/t/:id",
  load: (visit) => showTicket(visit),
  submit: async (visit, form) => {
    const id = visit.params.id!;
    const action = form.get("do");
    if (action === "name") {
      const name = fieldOf(form, "name");
      if (name === undefined) return showTicket(visit, { code: "NAME_MISSING" });
      return showTicket(visit, orProblem((await visit.ask(NameTicket, { id, name })).nameTicket, "Ticket"));
    }
    if (action === "withdraw")
      return showTicket(visit, orProblem((await visit.ask(WithdrawTicketOffer, { id })).withdrawTicketOffer, "Ticket"));
    const input = { ticketId: id, idempotencyKey: fieldOf(form, "key") ?? randomUUID() };
    const { offerTicket: offered } = await visit.ask(OfferTicket, { input });
    return showTicket(visit, offered.__typename === "TicketOffer" ? undefined : refusalOf(offered));
  },
};

export const ticketPdf: Page = {
  path: "/t/:id/ticket.pdf",
  load: async (visit) => {
    const { ticket: found } = await visit.ask(TicketFiles, { id: visit.params.id!, locale: visit.locale });
    if (!found?.pdf) return found ? notFound : continueSession(visit);
    const body = Buffer.from(found.pdf, "base64");
    return { file: { name: `ticket-${found.orderNumber}.pdf`, type: "application/pdf", body } };
  },
};

export const ticketWallet: Page = {
  path: "/t/:id/wallet/:kind",
  load: async (visit) => {
    const kind = ({ apple: "APPLE", google: "GOOGLE" } as const)[visit.params.kind as "apple" | "google"];
    if (!kind) return notFound;
    const { ticket: found } = await visit.ask(TicketWallet, { id: visit.params.id!, kind, locale: visit.locale });
    if (!found?.wallet) return found ? notFound : continueSession(visit);
    const name = `ticket-${found.orderNumber}.${visit.params.kind}.json`;
    return { file: { name, type: "application/json", body: found.wallet } };
  },
};

async function showTake(visit: Visit, code: string, problem?: Problem): Promise<Outcome> {
  const { me } = await visit.ask(Viewer, {});
  const data = { code, isSignedIn: me !== null, key: randomUUID() };
  return problem ? { view: "take", status: 409, data: { ...data, problem } } : { view: "take", data };
}

export const take: Page = {
  path: "/take",
  load: (visit) => showTake(visit, visit.url.searchParams.get("code") ?? ""),
  submit: async (visit, form) => {
    const code = fieldOf(form, "code");
    if (code === undefined) return showTake(visit, "", { code: "CODE_MISSING" });
    const input = { code, idempotencyKey: fieldOf(form, "key") ?? randomUUID() };
    const { acceptTicketOffer: result } = await visit.ask(AcceptTicketOffer, { input });
    return result.__typename === "Ticket" ? { to: `/t/${result.id}` } : showTake(visit, code, refusalOf(result));
  },
};
