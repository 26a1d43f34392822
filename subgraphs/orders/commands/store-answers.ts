// Stores answers and invoice addresses. A later answer replaces an earlier one.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { NewAnswer } from "../entities/answer.ts";
import type { InvoiceAddress } from "../inputs.ts";

export interface AnswersOfOrder {
  orderId: string;
  /** Person who answered. */
  personId: string;
  answers: NewAnswer[];
}

/** Nothing for orders without answers. */
export async function storeAnswers(tx: Tx, given: AnswersOfOrder[]): Promise<void> {
  const all = given.flatMap(({ orderId, personId, answers }) =>
    answers.map((answer) => ({ orderId, personId, ...answer })),
  );
  if (all.length === 0) return;
  const of = <Name extends keyof (typeof all)[number]>(name: Name) => all.map((one) => one[name]);
  await rows(
    tx,
    sql`insert into answer (order_id, position, question_id, event_id, person_id, question, value, shown)
        select order_id, position, question_id, event_id, person_id, question, value::jsonb, shown
        from unnest(${of("orderId")}::uuid[], ${of("position")}::int[], ${of("questionId")}::uuid[], ${of("eventId")}::uuid[], ${of("personId")}::uuid[],
                    ${of("question")}::text[], ${all.map(({ value }) => JSON.stringify(value))}::text[], ${of("shown")}::text[])
             as a(order_id, position, question_id, event_id, person_id, question, value, shown)
        order by order_id, position, question_id
        on conflict (order_id, position, question_id) do update
        set person_id = excluded.person_id, question = excluded.question, value = excluded.value, shown = excluded.shown, answered_at = excluded.answered_at`,
  );
}

export async function removeAnswers(
  tx: Tx,
  orderId: string,
  emptied: Pick<NewAnswer, "questionId" | "position">[],
): Promise<void> {
  if (emptied.length === 0) return;
  await rows(
    tx,
    sql`delete from answer a using unnest(${emptied.map(({ questionId }) => questionId)}::uuid[], ${emptied.map(({ position }) => position)}::int[])
          as e(question_id, position)
        where a.order_id = ${orderId} and a.question_id = e.question_id and a.position = e.position`,
  );
}

export interface AddressOfBuyer {
  orderId: string;
  buyerId: string;
  address: InvoiceAddress;
}

export async function storeAddresses(tx: Tx, given: AddressOfBuyer[]): Promise<void> {
  if (given.length === 0) return;
  const of = (name: keyof InvoiceAddress) => given.map(({ address }) => address[name]);
  await rows(
    tx,
    sql`insert into invoice_address (order_id, buyer_id, name, company, address, vat_id, street, postal_code, city, country)
        select * from unnest(${given.map(({ orderId }) => orderId)}::uuid[], ${given.map(({ buyerId }) => buyerId)}::uuid[], ${of("name")}::text[], ${of("company")}::text[],
          ${of("address")}::text[], ${of("vatId")}::text[], ${of("street")}::text[], ${of("postalCode")}::text[], ${of("city")}::text[], ${of("country")}::text[])
        on conflict (order_id) do update
        set name = excluded.name, company = excluded.company, address = excluded.address, vat_id = excluded.vat_id, street = excluded.street,
          postal_code = excluded.postal_code, city = excluded.city, country = excluded.country`,
  );
}
