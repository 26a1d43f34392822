import { entity } from "../../../platform/postgres/entities.ts";

/** A picture that was uploaded. */
export const ImageEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Image",
    tableName: "image",
    properties: {
      /** SHA-256 of the uploaded file, in hex. */
      hash: p.text().primary(),
      width: p.integer(),
      height: p.integer(),
      /** When something last named it or stopped to. */
      touchedAt: p.datetime(),
    },
  }),
);
