// The picture of an event, or a poster that is drawn for it.
import type { EventInList } from "../page-data/find.ts";

type Pictured = { id: string; category: string; images?: EventInList["images"] };

interface Props {
  of: Pictured;
  /** Widths at which it is shown, as in the attribute `sizes`. */
  sizes: string;
  /** Above the fold: loaded at once. */
  isFirst?: boolean;
}

export function Picture({ of: { id, category, images = [] }, sizes, isFirst = false }: Props) {
  const loading = isFirst ? "eager" : "lazy";
  const priority = isFirst ? "high" : "auto";
  const [image] = images;
  if (!image)
    return (
      <img
        className="picture"
        src={`/posters/${category}/${id}.svg`}
        alt=""
        width={800}
        height={600}
        loading={loading}
        fetchPriority={priority}
      />
    );
  const { path, widths, width, height, alt } = image;
  return (
    <img
      className="picture"
      src={`${path}?w=${widths[0] ?? width}`}
      srcSet={widths.map((one) => `${path}?w=${one} ${one}w`).join(", ")}
      sizes={sizes}
      alt={alt}
      width={width}
      height={height}
      loading={loading}
      fetchPriority={priority}
    />
  );
}
