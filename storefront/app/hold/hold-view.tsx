import { useCallback } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { Price } from "../price.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { TermsOfHolds } from "../return/return-terms.tsx";
import type { Texts } from "../texts/en.ts";
import { CardChoice } from "./card-choice.tsx";
import { Countdown } from "./countdown.tsx";
import { HeldPackage } from "./held-package.tsx";
import { canExtend, ExtendButton, HeldSeats, nameOf, PAY_FORM } from "./held-seats.tsx";
import { Names } from "./names.tsx";
import { OtherHolds } from "./other-holds.tsx";
import { sellerOf, togetherIn } from "./packages-of-holds.ts";
import { InvoiceAddress, Questions } from "./questions.tsx";
import { SeatsAgain } from "./seats-again.tsx";

type Data = PageData["hold"];

export const title = ({ hold }: Data, texts: Texts) => (hold.status === "ACTIVE" ? texts.hold.title : texts.hold.ended);

export function View({ data }: { data: Data }) {
  return data.hold.status === "ACTIVE" ? <Active data={data} /> : <Ended data={data} />;
}

function Ended({ data: { hold, others, again, problem } }: { data: Data }) {
  const { texts } = useApp();
  const { status, event, package: sold } = hold;
  return (
    <div className="narrow">
      <h1>{texts.hold.ended}</h1>
      {!(again && problem?.code === "HoldNotActive") && <ProblemNote problem={problem} />}
      {again ? (
        <SeatsAgain again={again} problem={problem} />
      ) : (
        <p className="lead">{status === "CONVERTED" ? texts.hold.converted : texts.hold.endedText}</p>
      )}
      <p className="actions">
        {status === "CONVERTED" ? (
          <Link className="button" href="/tickets">
            {texts.nav.tickets}
          </Link>
        ) : (
          event && (
            <Link className={again ? "button plain" : "button"} href={sold ? `/packages/${sold.id}` : `/e/${event.id}`}>
              {texts.hold.again}
            </Link>
          )
        )}
      </p>
      <OtherHolds holds={others} text={texts.basket.waiting} />
    </div>
  );
}

/** What the form of the payment has when the time is over. */
function typedUntilEnd(): URLSearchParams {
  const form = new URLSearchParams({ ended: "1" });
  const element = document.getElementById(PAY_FORM);
  if (!(element instanceof HTMLFormElement)) return form;
  for (const [name, value] of new FormData(element)) if (typeof value === "string") form.append(name, value);
  return form;
}

function Active({ data }: { data: Data }) {
  const { hold, more, others, isIncomplete } = data;
  const { texts, path, submit } = useApp();
  const holds = [hold, ...more];
  const groups = togetherIn(holds);
  const first = holds.reduce((a, b) => (Date.parse(b.expiresAt) < Date.parse(a.expiresAt) ? b : a));
  const onEnd = useCallback(() => submit?.(path, typedUntilEnd()), [submit, path]);
  const isSeveral = groups.length > 1;
  const isOfOthers = others.every((other) => sellerOf(other) !== sellerOf(hold));
  const amount = holds.reduce((sum, { total }) => sum + total.amount, 0);
  const total = { amount, currency: hold.total.currency };
  return (
    <div className="checkout">
      {/* Enter presses the first button of a form, which should not be one of those about the seats. */}
      <button form={PAY_FORM} hidden />
      <div className="head">
        <h1>{texts.hold.title}</h1>
        {more.length > 0 && (
          <p className="lead">
            {texts.basket.events(new Set(holds.map(({ event }) => event?.id)).size)} {texts.basket.all}
          </p>
        )}
        <div className="time">
          <Countdown until={first.expiresAt} zone={first.event?.timeZone ?? "UTC"} onEnd={onEnd} />
          {!isSeveral && !isIncomplete && canExtend(hold) && <ExtendButton hold={hold} />}
        </div>
      </div>
      <aside className="stub">
        <div className="inside groups">
          {groups.map((group) => (
            <Held key={group[0]!.id} group={group} isOneOfSeveral={isSeveral} data={data} />
          ))}
          {more.length > 0 && (
            <p className="grand">
              <span>{texts.hold.total}</span> <Price of={total} />
            </p>
          )}
        </div>
      </aside>
      <div className="pay">
        {isIncomplete ? <Incomplete data={data} /> : <Pay data={data} total={total} />}
        <Further data={data} isSeveral={isSeveral} />
        <OtherHolds holds={others} text={isOfOthers ? texts.basket.othersText : texts.basket.waiting} />
      </div>
    </div>
  );
}

interface HeldProps {
  group: readonly Data["hold"][];
  isOneOfSeveral: boolean;
  data: Data;
}

function Held({ group, isOneOfSeveral, data: { typedCodes } }: HeldProps) {
  const [hold] = group;
  if (hold?.package) return <HeldPackage holds={group} isOneOfSeveral={isOneOfSeveral} />;
  return hold && <HeldSeats hold={hold} isOneOfSeveral={isOneOfSeveral} typed={typedCodes[hold.id] ?? null} />;
}

/** A part of a package is not sold: instead of paying for it, one gives it back. */
function Incomplete({ data: { hold, problem } }: { data: Data }) {
  const { texts, path } = useApp();
  return (
    <>
      <ProblemNote problem={problem} />
      <p className="note bad" role="alert">
        {texts.packages.incomplete}
      </p>
      <Form action={path}>
        <button className="big" name="release" value={hold.id}>
          {texts.packages.release}
        </button>
      </Form>
    </>
  );
}

/** Other ways to go on. */
function Further({ data: { hold, viewer, canBeMore }, isSeveral }: { data: Data; isSeveral: boolean }) {
  const { texts } = useApp();
  return (
    <p className="actions">
      <Link className="button plain" href="/">
        {texts.basket.more}
      </Link>
      {!isSeveral && !hold.package && viewer.kind !== "GUEST" && hold.event?.exchangePolicy?.isAllowed && (
        <Link className="button plain" href={`/hold/${hold.id}/exchange`}>
          {texts.exchange.payWith}
        </Link>
      )}
      {isSeveral && <Link href={`/hold/${hold.id}?alone=1`}>{`${texts.basket.alone}: ${nameOf(hold)}`}</Link>}
      {canBeMore && <Link href={`/hold/${hold.id}`}>{texts.basket.together}</Link>}
    </p>
  );
}

function Pay({ data, total }: { data: Data; total: { amount: number; currency: string } }) {
  const { hold, more, viewer, key, names, card, problem } = data;
  const { texts, format, path } = useApp();
  const isFree = total.amount === 0;
  const eventOf = ({ event }: Data["hold"]) => (more.length > 0 ? event?.name : undefined);
  const items = [hold, ...more].flatMap((one) => one.items.map(({ seat }) => ({ seat, event: eventOf(one) })));
  return (
    <Form action={path} className="stacked" id={PAY_FORM}>
      <ProblemNote problem={problem} />
      <input type="hidden" name="key" value={key} />
      {more.map(({ id }) => (
        <input type="hidden" name="more" key={id} value={id} />
      ))}
      <p className="quiet">{texts.hold.buyer(viewer.displayName, viewer.email ?? "")}</p>
      <Names items={items} names={names} />
      <Questions data={data} />
      <InvoiceAddress data={data} />
      {!isFree && <CardChoice chosen={card} />}
      <TermsOfHolds holds={[hold, ...more]} />
      <button className="big" suppressHydrationWarning>
        {isFree ? texts.hold.getFree : texts.hold.payNow(format.money(total))}
      </button>
    </Form>
  );
}
