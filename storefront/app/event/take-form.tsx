// How many tickets, of which price: the best seats, or a choice on the map.
import type { PageData } from "../../page-data.ts";
import type { EventInFull } from "../../page-data/event.ts";
import { useApp } from "../app-context.ts";
import { keptPath } from "../exchange/kept-path.ts";
import { ExchangeNote, KeptFields } from "../exchange/kept.tsx";
import { Form, Link } from "../links.tsx";
import { hasSeveralPrices } from "../prices/offers.ts";
import { PromoCodeField } from "../prices/promo-code-field.tsx";
import { ShownPrices } from "../prices/shown.tsx";
import { transferTexts } from "../tickets/transfers.ts";
import { ProblemNote } from "../problem-note.tsx";
import { isInForce } from "../queue/in-force.ts";
import { QueueNote, QueueOfEvent } from "../queue/queue-of-event.tsx";
import { ReturnTerms } from "../return/return-terms.tsx";
import { WaitlistNote, WaitlistOfEvent } from "../waitlist/waitlist-of-event.tsx";
import { Counts } from "./counts.tsx";
import { Tiers } from "./tiers.tsx";

type Data = PageData["event"];
const MOST = 10;

function saleText(event: EventInFull, { texts, format }: ReturnType<typeof useApp>): string | undefined {
  const { status, salesStartAt, timeZone, availability, waitlist } = event;
  if (status === "ANNOUNCED" && salesStartAt) return texts.event.salesStart(format.moment(salesStartAt, timeZone));
  if (status !== "ON_SALE") return texts.event.statuses[status];
  if (availability?.available !== 0) return undefined;
  return waitlist?.state === "OPEN" ? texts.waitlist.soldOut : texts.event.soldOut;
}

/** Events whose queue nobody needs any more. */
const OVER = ["SALES_ENDED", "ENDED", "CANCELLED"];

export function TakeForm({ data }: { data: Data }) {
  const { event, selection, admission, problem } = data;
  const app = useApp();
  const closed = saleText(event, app);
  const needsAdmission = event.queue !== null && isInForce(event.queue) && admission === null;
  if (closed === undefined && !needsAdmission) return <SeatsForm data={data} />;
  return (
    <div className="inside">
      <ProblemNote problem={problem} />
      {closed !== undefined && (
        <p className="closed" suppressHydrationWarning>
          {closed}
        </p>
      )}
      {!OVER.includes(event.status) && <QueueOfEvent event={event} selection={selection} />}
      {closed !== undefined && event.status === "ON_SALE" && <WaitlistOfEvent event={event} selection={selection} />}
      {closed === undefined && (
        <Link className="button plain big" href={keptPath(`/e/${event.id}/seats`, selection)}>
          {app.texts.seats.map}
        </Link>
      )}
    </div>
  );
}

function SeatsForm({ data: { event, transferPolicy, codesShownFrom, selection, admission, problem } }: { data: Data }) {
  const app = useApp();
  const { texts } = app;
  const { maxSeatsPerBuyer, holdPolicy, verifiedBuyersOnly, id } = event;
  return (
    <Form action={keptPath(`/e/${id}`, selection)} className="inside">
      {event.queue?.state === "ANNOUNCED" && <QueueOfEvent event={event} selection={selection} />}
      <h2>{texts.event.choose}</h2>
      <QueueNote event={event} selection={selection} admission={admission} />
      <ExchangeNote selection={selection} />
      <ProblemNote problem={problem} />
      <KeptFields selection={selection} />
      <ShownPrices event={event} />
      {hasSeveralPrices(event) ? (
        <Counts event={event} selection={selection} most={Math.min(MOST, maxSeatsPerBuyer)} />
      ) : (
        <div className="pair">
          <Quantity most={Math.min(MOST, maxSeatsPerBuyer)} quantity={selection.quantity} />
          <Tiers event={event} chosen={selection.tier} />
        </div>
      )}
      <details
        open={
          selection.wheelchairPlaces > 0 ||
          !selection.together ||
          selection.promoCode !== "" ||
          problem?.code === "PriceNotUsable"
        }
      >
        <summary>{texts.event.more}</summary>
        <div className="field">
          <label htmlFor="wheelchairs">{texts.event.wheelchair}</label>
          <input
            id="wheelchairs"
            name="wheelchairs"
            type="number"
            min={0}
            max={MOST}
            defaultValue={selection.wheelchairPlaces}
          />
        </div>
        <label className="check">
          <input type="checkbox" name="apart" value="1" defaultChecked={!selection.together} />
          {texts.event.apart}
        </label>
        <PromoCodeField code={selection.promoCode} />
      </details>
      <button className="big">{texts.event.take}</button>
      <p className="or">{texts.event.or}</p>
      <Link className="button plain big" href={keptPath(`/e/${id}/seats`, selection)}>
        {texts.event.map2}
      </Link>
      <WaitlistNote event={event} selection={selection} problem={problem} />
      <p className="quiet small" suppressHydrationWarning>
        {texts.event.held(Math.round(holdPolicy.holdSeconds / 60))} {texts.event.limit(maxSeatsPerBuyer)}
        {verifiedBuyersOnly && ` ${texts.event.verifiedOnly}`}{" "}
        {transferTexts(transferPolicy, event.timeZone, app).join(" ")}{" "}
        {codesShownFrom !== null && texts.codes.ofEvent(app.format.moment(codesShownFrom, event.timeZone))}
      </p>
      {selection.exchange === null && (
        <ReturnTerms event={event} currency={event.priceTiers[0]?.price.currency ?? "EUR"} />
      )}
    </Form>
  );
}

function Quantity({ most, quantity }: { most: number; quantity: number }) {
  const { texts } = useApp();
  return (
    <div className="field">
      <label htmlFor="quantity">{texts.event.quantity}</label>
      <select id="quantity" name="quantity" defaultValue={Math.min(most, quantity)}>
        {Array.from({ length: most }, (_, index) => (
          <option key={index} value={index + 1}>
            {index + 1}
          </option>
        ))}
      </select>
    </div>
  );
}
