/** What a figure comes to, written out. */
import type { Figure } from "../records.ts";

const LOCALE = "en-GB";
const exact = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 });
const round = new Intl.NumberFormat(LOCALE, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 6 });
const currencies = new Intl.DisplayNames(LOCALE, { type: "currency", fallback: "code" });

/** Numbers of a million and more are easier to take in as "31 million". */
const LARGE = 1e6;

export function number(value: number): string {
  const short = round.format(value);
  return Math.abs(value) >= LARGE && short.length <= exact.format(value).length ? short : exact.format(value);
}

/** "31 million euros (EUR)", "between 20 and 30 kilometres"; null where it comes to no number. */
export function amount(figure: Figure): string | null {
  const { value, low, high } = figure;
  if (value !== null) {
    return withUnit(number(value), value, figure);
  }
  if (low !== null && high !== null) {
    return withUnit(`${number(low)} to ${number(high)}`, high, figure);
  }
  if (low !== null) {
    return `${withUnit(number(low), low, figure)} or more`;
  }
  return high === null ? null : `${withUnit(number(high), high, figure)} or less`;
}

function withUnit(written: string, value: number, { type, unit, currency }: Figure): string {
  if (currency !== null) {
    return `${written} ${currencyName(currency)}${unit ? ` per ${unit}` : ""}`;
  }
  if (unit) {
    return `${written} ${Math.abs(value) === 1 ? unit : plural(unit)}`;
  }
  return type === "percent" ? `${written} per cent` : written;
}

/** The name that readers know, in the plural where it is one word: "euros", "US dollars". */
function currencyName(code: string): string {
  try {
    const name = new Intl.NumberFormat(LOCALE, { style: "currency", currency: code, currencyDisplay: "name" });
    const word = name.formatToParts(2).find(({ type }) => type === "currency")?.value;
    return word ?? currencies.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Units whose plural is no "-s". */
const PLURALS: Record<string, string> = { foot: "feet", inch: "inches", percent: "percent", hertz: "hertz", lux: "lux" };

/** Units come in the singular: "kilometre per hour", "degree Celsius". What changes is the last word before "per", or "degree". */
function plural(unit: string): string {
  const [head = unit, ...rest] = unit.split(" per ");
  const many = head.startsWith("degree") ? head.replace("degree", "degrees") : head.replace(/\S+$/, (word) => PLURALS[word] ?? `${word}s`);
  return [many, ...rest].join(" per ");
}
