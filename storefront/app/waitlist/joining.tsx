// Form to join the list. People who can't join yet see what they need first: an account, or a confirmed address.
import type { ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { MOST_SEATS } from "./wish.ts";

type Data = PageData["waitlist"];

export function Joining({ data }: { data: Data }) {
  const { viewer, event, waitlist } = data;
  const { texts } = useApp();
  if (!viewer) return <SignIn data={data} text={texts.waitlist.signInText} />;
  if (event.verifiedBuyersOnly && viewer.isGuest) return <SignIn data={data} text={texts.waitlist.accountText} />;
  if (!viewer.isVerified) return <Verify data={data} />;
  if (waitlist.entry?.state !== "BOUGHT") return <WishForm data={data} />;
  return (
    <details>
      <summary>{texts.waitlist.again}</summary>
      <WishForm data={data} />
    </details>
  );
}

const Asking = ({ heading, text, children }: { heading: string; text: string; children: ReactNode }) => (
  <div className="asking">
    <h3>{heading}</h3>
    <p>{text}</p>
    <p className="actions">{children}</p>
  </div>
);

const backTo = (self: string) => new URLSearchParams({ to: self }).toString();

function SignIn({ data: { self }, text }: { data: Data; text: string }) {
  const { texts } = useApp();
  return (
    <Asking heading={texts.waitlist.signIn} text={text}>
      <a className="button" href={`/account/sign-in?${backTo(self)}`}>
        {texts.enter.signIn}
      </a>
      <a className="button plain" href={`/account/register?${backTo(self)}`}>
        {texts.enter.register}
      </a>
    </Asking>
  );
}

function Verify({ data: { self, viewer } }: { data: Data }) {
  const { texts } = useApp();
  return (
    <Asking heading={texts.waitlist.verify} text={texts.waitlist.verifyText}>
      <a className="button" href={`/account/${viewer?.isGuest ? "guest" : "verify"}?${backTo(self)}`}>
        {texts.waitlist.verifyLink}
      </a>
    </Asking>
  );
}

const numbers = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

function WishForm({ data: { self, key, event, wish, waitlist } }: { data: Data }) {
  const { texts } = useApp();
  const most = Math.min(MOST_SEATS, event.maxSeatsPerBuyer);
  return (
    <Form action={self} className="stacked wish">
      <input type="hidden" name="key" value={key} />
      <h3>{texts.waitlist.form}</h3>
      <div className="pair">
        <div className="field grow">
          <label htmlFor="quantity">{texts.waitlist.quantity}</label>
          <select id="quantity" name="quantity" defaultValue={Math.min(most, wish.quantity)}>
            {numbers(1, most).map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </div>
        {most > 1 && (
          <div className="field grow">
            <label htmlFor="least">{texts.waitlist.least}</label>
            <select id="least" name="least" defaultValue={wish.atLeast < wish.quantity ? wish.atLeast : ""}>
              <option value="">{texts.waitlist.onlyAll}</option>
              {numbers(1, most - 1).map((count) => (
                <option key={count} value={count}>
                  {texts.waitlist.atLeast(count)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <label className="check">
        <input type="checkbox" name="apart" value="1" defaultChecked={!wish.together} />
        {texts.waitlist.apart}
      </label>
      <Prices event={event} chosen={wish.priceTierIds} />
      <Sections event={event} chosen={wish.sectionIds} />
      <div className="field">
        <label htmlFor="wheelchairs">{texts.waitlist.wheelchairField}</label>
        <select id="wheelchairs" name="wheelchairs" defaultValue={wish.wheelchairPlaces}>
          {numbers(0, most).map((count) => (
            <option key={count}>{count}</option>
          ))}
        </select>
      </div>
      <button className="big">{waitlist.entry === null ? texts.waitlist.join : texts.waitlist.again}</button>
    </Form>
  );
}

interface ChoiceProps {
  event: Data["event"];
  chosen: readonly string[];
}

function Prices({ event: { priceTiers, availability }, chosen }: ChoiceProps) {
  const { texts, format } = useApp();
  if (priceTiers.length < 2) return null;
  const isOnSale = (id: string) =>
    availability?.tiers.some(({ priceTier, available }) => priceTier?.id === id && available > 0);
  return (
    <fieldset className="choices" aria-describedby="any-price">
      <legend>{texts.waitlist.prices}</legend>
      <p className="quiet small" id="any-price">
        {texts.waitlist.anyPrice}
      </p>
      {priceTiers.map(({ id, name, price }) => (
        <label className="check" key={id}>
          <input type="checkbox" name="tier" value={id} defaultChecked={chosen.includes(id)} />
          <span className="named">
            {name}
            {isOnSale(id) && <span className="tag">{texts.waitlist.onSale}</span>}
          </span>
          <span className="price" suppressHydrationWarning>
            {format.money(price)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Sections({ event: { venueVersion }, chosen }: ChoiceProps) {
  const { texts } = useApp();
  const { sections } = venueVersion;
  if (sections.length < 2) return null;
  return (
    <details open={chosen.length > 0}>
      <summary>{texts.waitlist.onlySections}</summary>
      <fieldset className="sections">
        <legend className="sr">{texts.waitlist.sections}</legend>
        {sections.map(({ id, name }) => (
          <label className="check" key={id}>
            <input type="checkbox" name="section" value={id} defaultChecked={chosen.includes(id)} />
            {name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
