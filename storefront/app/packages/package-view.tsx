// A package: its events, and a form that holds the same number of seats at each.
import { useEffect, useState, type SyntheticEvent } from "react";
import type { PageData } from "../../page-data.ts";
import type { PackageChoice } from "../../page-data/package.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { choiceIn, chosenParts, isSold, keyOf, mostSeats, totalOf } from "./choice.ts";
import { discountOf, scopeOf } from "./discount.ts";
import { Note } from "./note.tsx";
import { Part } from "./part.tsx";
import { Terms } from "./terms.tsx";

type Data = PageData["package"];

export const title = ({ package: { name } }: Data) => name;

/** Why there is no form. After a refusal there is one while the package may be sold again, so that the choice stays. */
function closedText({ package: sold, parts, state, problem }: Data, app: ReturnType<typeof useApp>) {
  const { packages } = app.texts;
  const zone = parts[0]?.event.timeZone ?? "UTC";
  // By the clock of the API, if it differs.
  if (state === "ENDED" || problem?.values?.reason === "ENDED") return packages.ended;
  if (problem) return undefined;
  if (state === "NOT_YET" && sold.startsAt !== null) return packages.from(app.format.moment(sold.startsAt, zone));
  return parts.filter(isSold).length < sold.eventsToChoose ? packages.tooFew : undefined;
}

export function View({ data }: { data: Data }) {
  const { package: sold, parts, problem } = data;
  const app = useApp();
  const closed = closedText(data, app);
  return (
    <div className="package">
      <div className="head">
        <p className="kicker">{[app.texts.packages.kind, sold.organization?.name].filter(Boolean).join(" · ")}</p>
        <h1>{sold.name}</h1>
        <p className="lead">{app.texts.packages.lead}</p>
        <p>
          <span className="tag" suppressHydrationWarning>
            {discountOf(sold, app)}
          </span>
        </p>
      </div>
      <ProblemNote problem={problem} />
      <Note data={data} />
      {closed === undefined ? (
        <Choice data={data} />
      ) : (
        <>
          {!problem && (
            <p className="closed" suppressHydrationWarning>
              {closed}
            </p>
          )}
          <ul className="parts">
            {parts.map((part) => (
              <Part key={part.event.id} part={part} data={data} choice={data.choice} isOpen={false} />
            ))}
          </ul>
        </>
      )}
      <Terms data={data} />
    </div>
  );
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === "string");
  return new URLSearchParams(fields);
}

function Choice({ data }: { data: Data }) {
  const { package: sold, parts, agreed } = data;
  const app = useApp();
  const [choice, setChoice] = useState(data.choice);
  const follow = ({ currentTarget }: SyntheticEvent<HTMLFormElement>) => setChoice(choiceIn(fieldsOf(currentTarget)));
  return (
    <Form action={`/packages/${sold.id}`} className="choosing" onChange={follow}>
      {agreed !== null && <input type="hidden" name="agreed" value={`${agreed} ${keyOf(data.choice)}`} />}
      {parts.flatMap(({ event, prices }) =>
        prices.map(({ priceTier, price }) => {
          const shown = `${event.id} ${priceTier?.id} ${price.amount}`;
          return <input type="hidden" key={shown} name="shown" value={shown} />;
        }),
      )}
      <fieldset>
        <legend>{scopeOf(parts.length, sold.eventsToChoose, app)}</legend>
        <ul className="parts">
          {parts.map((part) => (
            <Part key={part.event.id} part={part} data={data} choice={choice} isOpen />
          ))}
        </ul>
      </fieldset>
      <aside className="stub" aria-label={app.texts.packages.your}>
        <Stub data={data} choice={choice} />
      </aside>
    </Form>
  );
}

function Stub({ data, choice }: { data: Data; choice: PackageChoice }) {
  const { package: sold, parts } = data;
  const { texts } = useApp();
  const most = mostSeats(parts, sold.eventsToChoose, sold.maxSeatsPerBuyer);
  const holdSeconds = Math.min(...parts.map(({ event }) => event.holdPolicy.holdSeconds));
  return (
    <div className="inside">
      <h2>{texts.packages.your}</h2>
      <div className="field">
        <label htmlFor="seats">{texts.packages.seats}</label>
        <select id="seats" name="seats" defaultValue={Math.min(most, data.choice.seats)}>
          {Array.from({ length: most }, (_, index) => (
            <option key={index} value={index + 1}>
              {index + 1}
            </option>
          ))}
        </select>
      </div>
      <Total data={data} choice={choice} />
      <noscript>
        <button className="plain big" name="then" value="total">
          {texts.packages.showTotal}
        </button>
      </noscript>
      <button className="big">{texts.packages.take}</button>
      <p className="quiet small">{texts.event.held(Math.round(holdSeconds / 60))}</p>
    </div>
  );
}

/** Follows the choice. Without a script it is that of the choice that was sent. */
function Total({ data, choice }: { data: Data; choice: PackageChoice }) {
  const { package: sold, parts, agreed, isTotalShown } = data;
  const { texts, format } = useApp();
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  if (!isScripted && !isTotalShown) return null;
  const chosen = chosenParts(parts, choice).length;
  const known = totalOf(parts, choice, sold.eventsToChoose);
  const amount = agreed !== null && keyOf(choice) === keyOf(data.choice) ? agreed : known?.amount;
  return (
    <div id="total" role="status" className="told">
      {chosen !== sold.eventsToChoose && <p>{texts.packages.chosen(chosen, sold.eventsToChoose)}</p>}
      {known && amount !== undefined && (
        <>
          <p className="quiet small">{texts.packages.for(choice.seats, chosen)}</p>
          <p className="sum" suppressHydrationWarning>
            {texts.seats.total(format.money({ ...known, amount }))}
          </p>
        </>
      )}
    </div>
  );
}
