// What stays from page to page while seats are chosen: the access code of a private event, and the tickets that are exchanged.
import type { Selection } from "../../page-data/seats.ts";

export type Field = [name: string, value: string];
export type Kept = Pick<Selection, "accessCode" | "exchange">;

export const fieldsOf = ({ accessCode, exchange }: Kept): Field[] => [
  ...(accessCode ? [["access", accessCode] satisfies Field] : []),
  ...(exchange ? [["for", exchange.orderId] satisfies Field] : []),
  ...(exchange?.ticketIds ?? []).map((id): Field => ["give", id]),
];

/** The address with what stays. */
export function keptPath(path: string, selection: Kept, rest: readonly Field[] = []): string {
  const search = new URLSearchParams([...rest, ...fieldsOf(selection)]).toString();
  return search ? `${path}?${search}` : path;
}

/** Back to the first step of an exchange, with the tickets that were chosen. */
export function exchangePath({ orderId, ticketIds }: NonNullable<Kept["exchange"]>): string {
  const search = new URLSearchParams(ticketIds.map((id): Field => ["give", id]));
  return `/order/${encodeURIComponent(orderId)}/exchange?${search.toString()}`;
}
