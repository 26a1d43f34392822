// An order with an address for its invoice.
import type { Person } from "../../../local/fixtures.ts";

export async function giveAddress({ client }: Person, orderId: string): Promise<void> {
  const address = { name: "Ada", company: "Engines", address: "Elm Street 1", vatId: "DE123456789" };
  await client.ask(`mutation ($input: SetInvoiceAddressInput!) { setInvoiceAddress(input: $input) { __typename } }`, {
    input: { orderId, ...address },
  });
}
