// What stays from page to page while seats are chosen: the access code of a private event, and the tickets that are exchanged.
import type { Selection } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";

export type Field = [name: string, value: string];
type Kept = Pick<Selection, "accessCode" | "exchange">;

const fieldsOf = ({ accessCode, exchange }: Kept): Field[] => [
  ...(accessCode ? [["access", accessCode] satisfies Field] : []),
  ...(exchange ? [["for", exchange.orderId] satisfies Field] : []),
  ...(exchange?.ticketIds ?? []).map((id): Field => ["give", id]),
];

export function KeptFields({ selection }: { selection: Kept }) {
  return fieldsOf(selection).map(([name, value]) => (
    <input type="hidden" key={`${name} ${value}`} name={name} value={value} />
  ));
}

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

/** Says that the seats are chosen for an exchange. */
export function ExchangeNote({ selection: { exchange } }: { selection: Kept }) {
  const { texts } = useApp();
  if (!exchange) return null;
  return (
    <div className="note exchanging">
      <p>
        <strong>{texts.exchange.choosing(exchange.ticketIds.length)}</strong> {texts.exchange.choosingText}
      </p>
      <p>
        <Link href={exchangePath(exchange)}>{texts.exchange.back}</Link>
      </p>
    </div>
  );
}
