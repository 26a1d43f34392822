import type { PageData } from "../../page-data.ts";
import type { Selection } from "../../page-data/seats.ts";
import type { Texts } from "../texts/en.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { ProblemNote } from "../problem-note.tsx";

type Data = PageData["enter"];

export const title = (_: Data, texts: Texts) => texts.enter.title;

const wanted = ({ seatIds, quantity }: Selection, { enter }: Texts) =>
  seatIds.length > 0 ? enter.seats(seatIds.length) : enter.best(quantity);

/** Back to where the seats were chosen, with the choice. */
function choicePath({ eventId, seatIds }: Selection, path: string): string {
  const search = new URLSearchParams(path.split("?", 2)[1]);
  for (const name of ["event", "new"]) search.delete(name);
  return `/e/${eventId}${seatIds.length > 0 ? "/seats" : ""}?${search.toString()}`;
}

export function View({ data }: { data: Data }) {
  const { selection, eventName, viewer, problem } = data;
  const { texts, path } = useApp();
  return (
    <div className="narrow">
      <h1>{texts.enter.title}</h1>
      <p className="lead">{eventName}</p>
      <p>
        {wanted(selection, texts)} <Link href={choicePath(selection, path)}>{texts.enter.change}</Link>
      </p>
      <ProblemNote problem={problem} />
      {viewer ? (
        <Form action={path} className="panel">
          <input type="hidden" name="as" value="me" />
          <Total data={data} />
          <button className="big">{texts.enter.as(viewer.displayName)}</button>
        </Form>
      ) : (
        <Ways data={data} />
      )}
    </div>
  );
}

/** What the seats cost, as far as it is known: the form agrees to it. */
function Total({ data: { total } }: { data: Data }) {
  const { texts, format } = useApp();
  if (!total) return null;
  return (
    <p className="sum" suppressHydrationWarning>
      <input type="hidden" name="total" value={total.amount} />
      {texts.seats.total(format.money(total))}
    </p>
  );
}

function Ways({ data }: { data: Data }) {
  const { name, email } = data;
  const { texts, path } = useApp();
  const back = new URLSearchParams({ to: path.replace(/&new=1$/, "") }).toString();
  return (
    <div className="ways">
      <section className="panel">
        <h2>{texts.enter.guest}</h2>
        <p className="quiet">{texts.enter.guestText}</p>
        <Form action={path}>
          <div className="field">
            <label htmlFor="name">{texts.enter.name}</label>
            <input id="name" name="name" autoComplete="name" required maxLength={100} defaultValue={name} />
          </div>
          <div className="field">
            <label htmlFor="email">{texts.enter.email}</label>
            <input
              id="email"
              name="email"
              type="email"
              autoComplete="email"
              required
              maxLength={320}
              defaultValue={email}
            />
          </div>
          <Total data={data} />
          <button className="big">{texts.enter.submit}</button>
        </Form>
      </section>
      <section className="panel">
        <h2>{texts.enter.signIn}</h2>
        <p className="quiet">{texts.enter.signInText}</p>
        <p className="stack">
          <a className="button plain big" href={`/account/sign-in?${back}`}>
            {texts.enter.signIn}
          </a>
          <a href={`/account/register?${back}`}>{texts.enter.register}</a>
        </p>
      </section>
    </div>
  );
}
