import { entity } from "../../../platform/postgres/entities.ts";
import { EventEntity } from "./event.ts";
import { ImageEntity } from "./image.ts";
import { SeriesEntity } from "./series.ts";
import { VenueEntity } from "./venue.ts";

/** A picture that an event, a venue, a series or an organization shows. */
export const ImageUseEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ImageUse",
    tableName: "image_use",
    properties: {
      subjectId: p.uuid().primary(),
      position: p.integer().primary(),
      hash: p.manyToOne(of(ImageEntity)).mapToPk().joinColumn("hash"),
      alt: p.text(),
      focusX: p.double().nullable(),
      focusY: p.double().nullable(),
      eventId: p.manyToOne(of(EventEntity)).mapToPk().name("event_id").nullable(),
      venueId: p.manyToOne(of(VenueEntity)).mapToPk().name("venue_id").nullable(),
      seriesId: p.manyToOne(of(SeriesEntity)).mapToPk().name("series_id").nullable(),
    },
  }),
);
