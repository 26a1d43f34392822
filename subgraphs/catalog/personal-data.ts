// Personal data in the database of catalog: which of the staff paused an event, and who uploaded a picture.
import type { PersonalData } from "../../platform/personal-data/declaration.ts";

export const personalData: PersonalData = {
  event: {
    kept: {
      paused_by_staff: "the staff member who decided must stay known; the id has no name after the erasure",
      name: "the name of the event",
    },
  },
  image: "nobody",
  image_upload: {
    person: ["uploaded_by"],
    exported: ["hash", "organization_id", "uploaded_at"],
    erased: { uploaded_by: "null" },
  },
  image_use: "nobody",
  image_variant: "nobody",
  organization: "nobody",
  price_change: "nobody",
  price_tier: { kept: { name: "the name of the tier" } },
  section: { kept: { name: "the name of the section" } },
  series: { kept: { name: "the name of the series" } },
  series_change: "nobody",
  series_change_date: "nobody",
  venue: { kept: { name: "the name of the venue", address: "the address of the venue" } },
  venue_share: "nobody",
  venue_version: "nobody",
};
