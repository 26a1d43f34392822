// Tables as files, read again by a spreadsheet's reader.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readXlsx } from "hucre/xlsx";
import { sendTable, type Format } from "./download.ts";
import type { Cell } from "./table.ts";

const at = new Date("2026-05-01T18:30:00Z");
async function* pages(): AsyncGenerator<Cell[][]> {
  yield [["name", "price", "at"]];
  yield [["=1+1", { amount: -1250, currency: "EUR" }, at]];
  yield [["Weiß, Zoë", { amount: 3, currency: "JPY" }, null]];
}

async function* broken(): AsyncGenerator<Cell[][]> {
  yield [["name"]];
  await Promise.resolve();
  throw new Error("The database is away.");
}

async function download(format: Format, of = pages()): Promise<{ headers: Headers; bytes: Uint8Array }> {
  const server = createServer((_, response) => {
    sendTable(response, "orders-7", format, of).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } finally {
    server.close();
  }
}

test("CSV has a byte order mark, exact amounts, and no formula", async () => {
  const { headers, bytes } = await download("csv");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("content-disposition")).toBe('attachment; filename="orders-7.csv"');
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  expect(text).toBe(`\ufeffname,price,at\r\n'=1+1,-12.50,${at.toISOString()}\r\n"Weiß, Zoë",3,\r\n`);
});

test("XLSX has texts, numbers and times as such, and no formula", async () => {
  const { headers, bytes } = await download("xlsx");
  expect(headers.get("content-type")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  const { sheets } = await readXlsx(bytes);
  expect(sheets).toHaveLength(1);
  const rows = sheets[0]!.rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));
  expect(rows).toEqual([
    ["name", "price", "at"],
    ["=1+1", -12.5, at.toISOString()],
    ["Weiß, Zoë", 3, ...(rows[2]!.length > 2 ? [null] : [])],
  ]);
});

test.each(["csv", "xlsx"] as const)(
  "a table in %s that can't be read to its end is not a whole file",
  async (format) => {
    await expect(download(format, broken())).rejects.toThrow();
  },
);
