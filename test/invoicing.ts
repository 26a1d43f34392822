// An organization that writes invoices.
import type { Client } from "../local/client.ts";

export const ISSUER = {
  prefix: "A",
  issuerName: "Opera",
  issuerAddress: "Elm Street 1",
  vatId: "DE123456789",
  note: "Thanks",
};

export async function switchInvoicesOn(owner: Client, organizationId: string): Promise<void> {
  await owner.ask(`mutation ($input: SetInvoicingInput!) { setInvoicing(input: $input) { __typename } }`, {
    input: { organizationId, isOn: true, ...ISSUER },
  });
}
