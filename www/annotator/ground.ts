/** Whether a page's text stands on light or on dark ground. */

/** As its letters tell: what is behind them may be a picture. */
export function groundOf(element: Element): "light" | "dark" {
  return lightness(getComputedStyle(element).color) > 0.5 ? "dark" : "light";
}

/** Of a computed colour, 0 to 1. */
function lightness(colour: string): number {
  const [first = 0, green = 0, blue = 0] = (colour.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (colour.startsWith("rgb")) {
    return (0.2126 * first + 0.7152 * green + 0.0722 * blue) / 255;
  }
  if (colour.startsWith("color(")) {
    return 0.2126 * first + 0.7152 * green + 0.0722 * blue;
  }
  // lab, lch: 0 to 100; oklab, oklch: 0 to 1.
  return colour.startsWith("ok") ? first : first / 100;
}
