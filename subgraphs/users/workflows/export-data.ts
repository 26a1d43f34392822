// Collects an export: reads each subgraph page by page, and stores each page sealed, with the cursor of the next. So after a crash the job
// resumes after the last stored page. The export is ready when the last pages of all subgraphs are stored.
import { reach } from "../../../platform/core/fault-points.ts";
import type { JobContext, JobKind } from "../../../platform/jobs/jobs.ts";
import { pageOf } from "../../../platform/personal-data/pages.ts";
import type { ReadPage } from "../clients/personal-data.ts";
import { finishExport, keepPart } from "../commands/data-exports.ts";
import type { ExportSeal } from "../credentials/export-seal.ts";
import type { Verification } from "../entities/user.ts";
import { EXPORT_JOB, EXPORT_MAIL_JOB } from "../job-names.ts";
import { mailExport } from "../notifications/exports.ts";
import type { MailDeps } from "../notifications/send.ts";
import { personalData } from "../personal-data.ts";
import { findExportOwner, findProgress } from "../queries/data-exports.ts";

export interface Exporting {
  /** Readers of the other subgraphs, by name. */
  readers: Record<string, ReadPage>;
  exportSeal: ExportSeal;
  /** Null if no mail is sent. */
  post: MailDeps | null;
  verification: Verification;
  /** Address of the gateway for people. */
  publicUrl: string | null;
}

interface OfExport {
  body: { exportId: string };
}

export function exportJobs({ readers, exportSeal, post, verification, publicUrl }: Exporting): JobKind[] {
  async function collect(context: JobContext, exportId: string, userId: string): Promise<void> {
    const { database } = context;
    const own: ReadPage = (id, after) => pageOf(database, personalData, id, after);
    for (const [subgraph, read] of Object.entries({ ...readers, users: own })) {
      const before = await findProgress(database, exportId, subgraph);
      let [no, next] = [before?.no ?? 0, before?.next ?? null];
      for (let isOpen = !before || next !== null; isOpen; isOpen = next !== null) {
        const page = await read(userId, next);
        reach("page of an export read, not stored");
        if (!page) break;
        no++;
        next = page.next;
        const part = { subgraph, no, tableName: page.table, sealed: exportSeal.seal(page.rows), next };
        await database.transaction(async (tx) => {
          await context.keep(tx);
          await keepPart(tx, exportId, part);
        });
      }
    }
  }

  return [
    {
      kind: EXPORT_JOB,
      run: async (context, { body: { exportId } }: OfExport) => {
        const { database, complete } = context;
        const owner = await findExportOwner(database, exportId);
        if (owner) await collect(context, exportId, owner.userId);
        reach("export collected, not ready");
        await database.transaction(async (tx) => {
          await complete(tx);
          await finishExport(tx, exportId);
        });
      },
    },
    {
      kind: EXPORT_MAIL_JOB,
      isExternal: true,
      run: async ({ database, complete }, { body: { exportId } }: OfExport) => {
        if (post) await mailExport(database, post.mailer, { exportId, verification, publicUrl });
        await database.transaction((tx) => complete(tx));
      },
    },
  ];
}
