// Access codes.
import { randomUUID } from "node:crypto";
import type { Person } from "../../../local/fixtures.ts";

const CREATE = `mutation ($input: CreateAccessCodesInput!) { createAccessCodes(input: $input) { ... on AccessCodes { batch { id } } } }`;

/** Two codes with ten percent off. Returns the ID of the batch. */
export async function createAccessCodes({ client }: Person, eventId: string): Promise<string> {
  const input = { eventId, name: "Fan club", count: 2, discountPercent: 10, idempotencyKey: randomUUID() };
  return (await client.ask(CREATE, { input })).createAccessCodes.batch.id as string;
}
