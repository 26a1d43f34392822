// A mutation that is asked so that it succeeds.
import type { Client } from "../../../local/client.ts";
import type { Person } from "../../../local/fixtures.ts";
import type { Stage } from "../stage.ts";

export interface Asked {
  by: Client;
  variables: Record<string, unknown>;
}
export const asks = ({ client }: Person, variables: Record<string, unknown>): Asked => ({ by: client, variables });
export const gives = (person: Person, input: Record<string, unknown>) => asks(person, { input });

/** A request for each mutation that succeeds, with new data each time. */
export type Mutations = Record<string, (stage: Stage) => Promise<Asked>>;
