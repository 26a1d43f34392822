import { entity } from "../../../platform/postgres/entities.ts";
import { ImageEntity } from "./image.ts";

/** A picture in one width, as WebP. */
export const ImageVariantEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ImageVariant",
    tableName: "image_variant",
    properties: {
      hash: p.manyToOne(of(ImageEntity)).mapToPk().joinColumn("hash").primary(),
      width: p.integer().primary(),
      bytes: p.blob(),
    },
  }),
);
