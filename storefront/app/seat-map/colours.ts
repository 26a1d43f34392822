// Colours of the map, from the tokens of the style sheet. Tiers have colours of equal weight, most expensive first.

export interface Colours {
  stage: string;
  onStage: string;
  area: string;
  line: string;
  text: string;
  gone: string;
  chosen: string;
  onChosen: string;
  ring: string;
  focus: string;
  font: string;
  onShade: string;
  tier(index: number): string;
  onTier(index: number): string;
  /** Of a section in the overview: the more seats are free, the stronger. */
  shade(share: number): string;
}

/** Light and dark scheme. */
const TIERS = {
  light: ["#4a2fbd", "#0f6b7a", "#b3391c", "#8a5a00", "#92286d", "#2d6a2f", "#37474f", "#5b3a1e"],
  dark: ["#b9a8ff", "#6fd3e3", "#ffab94", "#ecc25e", "#f2a3d6", "#9bd69d", "#b8c7cf", "#dcb48f"],
};

export function readColours(element: Element): Colours {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const isForced = matchMedia("(forced-colors: active)").matches;
  const style = getComputedStyle(element);
  // A token may be a function of the scheme: its value is read from a property that uses it.
  const probe = document.createElement("span");
  element.append(probe);
  const token = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const tiers = TIERS[isDark ? "dark" : "light"];
  const paper = isForced ? "Canvas" : token("card");
  const ink = isForced ? "CanvasText" : token("ink");
  const accent = token("accent");
  const colours: Colours = {
    stage: isForced ? "CanvasText" : ink,
    onStage: paper,
    area: isForced ? "Canvas" : token("card"),
    line: isForced ? "CanvasText" : token("line"),
    text: isForced ? "CanvasText" : token("quiet"),
    gone: isForced ? "GrayText" : token("edge"),
    chosen: isForced ? "Highlight" : ink,
    onChosen: isForced ? "HighlightText" : paper,
    ring: isForced ? "Highlight" : token("accent"),
    focus: isForced ? "Highlight" : token("hot"),
    font: style.fontFamily,
    onShade: isForced ? "CanvasText" : ink,
    tier: (index) => (isForced ? "ButtonText" : tiers[index % tiers.length]!),
    onTier: () => (isForced ? "ButtonFace" : isDark ? "#131118" : "#ffffff"),
    shade: (share) => {
      if (isForced) return "Canvas";
      const strength = share === 0 ? 0 : 12 + Math.round(share * 34);
      return `color-mix(in srgb, ${accent} ${strength}%, ${paper})`;
    },
  };
  probe.remove();
  return colours;
}
