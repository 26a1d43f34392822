// What a visitor can do about a queue now: sign in, confirm an address, join, enter, go on, leave.
import type { ReactNode } from "react";
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form, Link } from "../links.tsx";
import { hasPlace, mayEnter } from "./outlook.ts";
import { TimeInside } from "./time-inside.tsx";
import { WorkFirst } from "./proof-of-work/work-first.tsx";

type Data = PageData["queue"];

interface Props {
  data: Data;
  refresh: () => void;
}

export function Actions({ data, refresh }: Props) {
  const { texts } = useApp();
  const { document, queue, viewer, choice } = data;
  if (document.state === "CLOSED")
    return (
      <Link className="button big" href={choice}>
        {texts.queue.choose}
      </Link>
    );
  const hasLeft = queue.entry?.state === "LEFT";
  if (!viewer) return <SignIn data={data} />;
  if (queue.entry?.state === "REMOVED") return <p>{texts.queue.removed}</p>;
  if (hasPlace(queue.entry)) return <WithPlace data={data} refresh={refresh} />;
  if (!viewer.isVerified) return <Verify data={data} />;
  if (document.state === "ANNOUNCED") return null;
  if (data.work) return <WorkFirst data={data} work={data.work} />;
  return (
    <Form action={data.self} className="stacked">
      {hasLeft && <p>{texts.queue.left}</p>}
      <button className="big" name="then" value="join">
        {hasLeft ? texts.queue.joinAgain : texts.queue.join}
      </button>
    </Form>
  );
}

function WithPlace({ data, refresh }: Props) {
  const { document, queue, admission, choice, self, event } = data;
  const { texts } = useApp();
  return (
    <>
      {admission ? (
        <>
          <TimeInside until={admission.until} zone={event.timeZone} onEnd={refresh} />
          <Link className="button big" href={choice}>
            {texts.queue.choose}
          </Link>
        </>
      ) : (
        mayEnter(queue.entry, document) && (
          <Form action={self} className="stacked">
            {queue.entry?.state === "INSIDE" && <p>{texts.queue.hereText}</p>}
            <button className="big" name="then" value="enter">
              {queue.entry?.state === "INSIDE" ? texts.queue.here : texts.queue.enter}
            </button>
          </Form>
        )
      )}
      <details className="leaving">
        <summary>{texts.queue.leave}</summary>
        <Form action={self} className="stacked">
          <p className="quiet">{texts.queue.leaveText}</p>
          <button className="plain" name="then" value="leave">
            {texts.queue.leaveYes}
          </button>
        </Form>
      </details>
    </>
  );
}

const Asking = ({ heading, text, children }: { heading: string; text: string; children: ReactNode }) => (
  <div className="asking">
    <h3>{heading}</h3>
    <p>{text}</p>
    <p className="actions">{children}</p>
  </div>
);

function SignIn({ data: { self } }: { data: Data }) {
  const { texts } = useApp();
  const back = new URLSearchParams({ to: self }).toString();
  return (
    <Asking heading={texts.queue.signIn} text={texts.queue.signInText}>
      <a className="button" href={`/account/sign-in?${back}`}>
        {texts.enter.signIn}
      </a>
      <a className="button plain" href={`/account/register?${back}`}>
        {texts.enter.register}
      </a>
    </Asking>
  );
}

function Verify({ data: { self, viewer } }: { data: Data }) {
  const { texts } = useApp();
  const back = new URLSearchParams({ to: self }).toString();
  return (
    <Asking heading={texts.queue.verify} text={texts.queue.verifyText}>
      <a className="button" href={`/account/${viewer?.isGuest ? "guest" : "verify"}?${back}`}>
        {texts.queue.verifyLink}
      </a>
    </Asking>
  );
}
