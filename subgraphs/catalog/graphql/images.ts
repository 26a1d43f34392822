// Pictures of events, venues, series and organizations.
import { NotFound } from "../../../platform/core/errors.ts";
import { parseInput, uuidOrNull } from "../../../platform/core/input.ts";
import { setImages } from "../commands/set-images.ts";
import { setImagesInput, type SetImages } from "../content/images/inputs.ts";
import type { ShownImage } from "../queries/images.ts";
import { managedEvent, managerOf, type Context } from "./context.ts";

export async function imagesOf(context: Context, subjectId: string) {
  return (await context.loaders.imagesOf.load(subjectId)).map(toPublicImage);
}

function toPublicImage({ subjectId: _, focusX, focusY, ...image }: ShownImage) {
  const focus = focusX === null || focusY === null ? null : { x: focusX, y: focusY };
  return { ...image, path: `/images/${image.hash}`, focus };
}

export async function changeImages(context: Context, input: unknown) {
  const { subject, images } = parseInput(setImagesInput, input);
  const { organizationId, id } = await managedSubject(context, subject);
  await context.database.transaction((tx) => setImages(tx, organizationId, { kind: subject.kind, id }, { images }));
  context.loaders.imagesOf.clear(id);
  return { images: await imagesOf(context, id) };
}

/** @throws NotFound, FORBIDDEN */
async function managedSubject(
  context: Context,
  { kind, id: given }: SetImages["subject"],
): Promise<{ organizationId: string; id: string }> {
  if (kind === "event") return managedEvent(context, given);
  const id = uuidOrNull(given);
  if (!id) throw new NotFound(kind);
  if (kind === "organization") {
    await managerOf(context, id);
    return { organizationId: id, id };
  }
  const found = await context.loaders[kind].load(id);
  if (!found) throw new NotFound(kind);
  await managerOf(context, found.organizationId);
  return found;
}
