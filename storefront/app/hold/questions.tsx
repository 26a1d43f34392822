// What the organizer asks: about the order, about each ticket, and an address for the invoice.
import type { PageData } from "../../page-data.ts";
import type { AskedQuestion } from "../../page-data/hold.ts";
import { useApp } from "../app-context.ts";
import { seatName } from "../seat-list.tsx";

type Data = PageData["hold"];

interface Asked {
  asked: AskedQuestion;
  given: readonly string[];
  fault: string | undefined;
}

type Asking = Pick<Data, "questions" | "answers" | "faults" | "more">;

export function Questions({ data: { questions, answers, faults, more } }: { data: Asking }) {
  const { texts } = useApp();
  const groups = new Map<string, AskedQuestion[]>();
  for (const one of questions) {
    const about = [seatName(one.seat, texts), more.length > 0 && one.event].filter(Boolean).join(" · ");
    const title = about || texts.questions.title;
    groups.set(title, [...(groups.get(title) ?? []), one]);
  }
  return [...groups].map(([title, group]) => (
    <fieldset className="asked" key={title}>
      <legend>{title}</legend>
      {group.map((asked) => {
        const { field } = asked;
        return <Question key={field} asked={asked} given={answers[field] ?? []} fault={faults[field]} />;
      })}
    </fieldset>
  ));
}

/** IDs of what is said of a field beside its label. */
const described = (field: string, help: string | null, fault: string | undefined) =>
  [help !== null && `${field}-help`, fault && `${field}-fault`].filter(Boolean).join(" ") || undefined;

const idOf = (field: string) => field.replaceAll(/[^\w-]/g, "-");

function Question({ asked, given, fault }: Asked) {
  const { field, question } = asked;
  const { kind, mustBeYes } = question;
  if (mustBeYes) return <Consent asked={asked} given={given} fault={fault} />;
  if (kind === "YES_NO" || kind === "CHOOSE_SEVERAL") return <Choices asked={asked} given={given} fault={fault} />;
  const id = idOf(field);
  return (
    <div className="field">
      <label htmlFor={id}>
        <Text asked={asked} />
      </label>
      <Input asked={asked} given={given} fault={fault} />
      <Notes id={id} help={question.help} fault={fault} />
    </div>
  );
}

function Text({ asked: { question } }: Pick<Asked, "asked">) {
  const { texts } = useApp();
  return (
    <>
      <bdi>{question.text}</bdi>
      {!question.isRequired && !question.mustBeYes && <span className="quiet"> ({texts.event.optional})</span>}
    </>
  );
}

function Notes({ id, help, fault }: { id: string; help: string | null; fault: string | undefined }) {
  const { texts } = useApp();
  return (
    <>
      {help !== null && (
        <p className="quiet small" id={`${id}-help`}>
          <bdi>{help}</bdi>
        </p>
      )}
      {fault && (
        <p className="fault small" id={`${id}-fault`}>
          {texts.questions.faults[fault] ?? texts.questions.faults.NOT_VALID}
        </p>
      )}
    </>
  );
}

const TYPES: Record<
  string,
  { type: string; inputMode?: "decimal"; autoComplete?: string; maxLength?: number; dir?: "auto" }
> = {
  SHORT_TEXT: { type: "text", maxLength: 200, dir: "auto" },
  NUMBER: { type: "text", inputMode: "decimal" },
  DATE: { type: "date" },
  PHONE: { type: "tel", autoComplete: "tel", maxLength: 40 },
};

function Input({ asked: { field, question }, given, fault }: Asked) {
  const { texts } = useApp();
  const { kind, help, isRequired, options } = question;
  const id = idOf(field);
  const common = {
    ...{ id, name: field, required: isRequired, defaultValue: given[0] ?? "" },
    ...{ "aria-invalid": fault ? true : undefined, "aria-describedby": described(id, help, fault) },
  };
  if (kind === "LONG_TEXT") return <textarea {...common} dir="auto" rows={3} maxLength={2_000} />;
  if (kind !== "CHOOSE_ONE") return <input {...common} {...TYPES[kind]} />;
  return (
    <select {...common}>
      <option value="">{texts.questions.choose}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function Consent({ asked: { field, question }, given, fault }: Asked) {
  const id = idOf(field);
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          name={field}
          value="yes"
          required={question.isRequired}
          defaultChecked={given.includes("yes")}
          aria-invalid={fault ? true : undefined}
          aria-describedby={described(id, question.help, fault)}
        />
        <bdi>{question.text}</bdi>
      </label>
      <Notes id={id} help={question.help} fault={fault} />
    </div>
  );
}

/** Yes and no, or options of which several can be chosen. */
function Choices({ asked, given, fault }: Asked) {
  const { texts } = useApp();
  const { field, question } = asked;
  const { kind, help, isRequired, options } = question;
  const id = idOf(field);
  const isOne = kind === "YES_NO";
  const { yes, no } = texts.questions;
  const all = isOne ? Object.entries({ yes, no }) : options.map((option) => [option.id, option.label] as const);
  return (
    <fieldset className="field" aria-describedby={described(id, help, fault)}>
      <legend>
        <Text asked={asked} />
      </legend>
      {all.map(([value, label]) => (
        <label className="check" key={value}>
          <input
            type={isOne ? "radio" : "checkbox"}
            name={field}
            value={value}
            required={isOne && isRequired}
            defaultChecked={given.includes(value)}
          />
          <bdi>{label}</bdi>
        </label>
      ))}
      <Notes id={id} help={help} fault={fault} />
    </fieldset>
  );
}

/** IDs of what is said of the fields. */
const [ADDRESS_NOTE, VAT_ID_NOTE] = ["invoice-fault", "invoice-vatId-fault"];
const OPTIONAL_FIELDS = ["company", "vatId"];
const AUTO_COMPLETE: Record<string, string> = {
  ...{ name: "name", company: "organization", vatId: "off", street: "street-address" },
  ...{ postalCode: "postal-code", city: "address-level2", country: "country" },
};

export function InvoiceAddress({ data: { invoice, faults } }: { data: Pick<Data, "invoice" | "faults"> }) {
  const { texts } = useApp();
  if (!invoice) return null;
  const { isRequired, fields, countries } = invoice;
  const { title, faulty, faultyVatId, fields: labels } = texts.questions.invoice;
  const isVatIdFaulty = "invoice vatId" in faults;
  const isFaulty = Object.keys(faults).some((field) => field.startsWith("invoice") && field !== "invoice vatId");
  const noteOf = (name: string) => (name === "vatId" ? isVatIdFaulty && VAT_ID_NOTE : isFaulty && ADDRESS_NOTE);
  const address = (
    <>
      {fields.map(([name, value]) => {
        const isOptional = OPTIONAL_FIELDS.includes(name);
        const common = {
          ...{ id: `invoice-${name}`, name: `invoice ${name}`, autoComplete: AUTO_COMPLETE[name] },
          ...{ required: isRequired && !isOptional, defaultValue: value },
          "aria-invalid": faults[`invoice ${name}`] ? true : undefined,
          "aria-describedby": noteOf(name) || undefined,
        };
        return (
          <div className="field" key={name}>
            <label htmlFor={common.id}>
              {labels[name as keyof typeof labels]}
              {isOptional && <span className="quiet"> ({texts.event.optional})</span>}
            </label>
            {name === "country" ? (
              <select {...common}>
                <option value="">{texts.questions.choose}</option>
                {countries.map(([code, country]) => (
                  <option key={code} value={code}>
                    {country}
                  </option>
                ))}
              </select>
            ) : (
              <input {...common} maxLength={150} />
            )}
            {name === "vatId" && isVatIdFaulty && (
              <p className="fault small" id={VAT_ID_NOTE}>
                {faultyVatId}
              </p>
            )}
          </div>
        );
      })}
      {isFaulty && (
        <p className="fault small" id={ADDRESS_NOTE}>
          {faulty}
        </p>
      )}
    </>
  );
  if (!isRequired)
    return (
      <details open={isFaulty || isVatIdFaulty || fields.some(([, value]) => value !== "")}>
        <summary>{`${title} (${texts.event.optional})`}</summary>
        {address}
      </details>
    );
  return (
    <fieldset className="asked">
      <legend>{title}</legend>
      {address}
    </fieldset>
  );
}
