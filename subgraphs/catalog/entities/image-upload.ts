import { entity } from "../../../platform/postgres/entities.ts";
import { ImageEntity } from "./image.ts";

/** An organization that has uploaded a picture. */
export const ImageUploadEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ImageUpload",
    tableName: "image_upload",
    properties: {
      hash: p.manyToOne(of(ImageEntity)).mapToPk().joinColumn("hash").primary(),
      organizationId: p.uuid().primary(),
      uploadedBy: p.uuid().nullable(),
      uploadedAt: p.datetime(),
    },
  }),
);
