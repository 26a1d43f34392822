// What stays from page to page while seats are chosen, in forms and in words.
import { useApp } from "../app-context.ts";
import { Link } from "../links.tsx";
import { exchangePath, fieldsOf, type Kept } from "./kept-path.ts";

export function KeptFields({ selection }: { selection: Kept }) {
  return fieldsOf(selection).map(([name, value]) => (
    <input type="hidden" key={`${name} ${value}`} name={name} value={value} />
  ));
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
