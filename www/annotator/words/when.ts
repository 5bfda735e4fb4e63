/** TIMEX3 values in a reader's words: "2022-01-14" is "Friday 14 January 2022". What is not of a known form stays as it is. */

const LOCALE = "en-GB";
const PERIODS: Record<string, string> = { Y: "year", M: "month", W: "week", D: "day", H: "hour", S: "second", DE: "decade", CE: "century", Q: "quarter" };
const SEASONS: Record<string, string> = { SP: "spring", SU: "summer", FA: "autumn", AU: "autumn", WI: "winter" };
const HOURS: Record<string, string> = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
const NOW: Record<string, string> = { PRESENT_REF: "now", PAST_REF: "some time ago", FUTURE_REF: "some time to come" };

export function when(value: string): string {
  return NOW[value] ?? duration(value) ?? moment(value) ?? value;
}

/** "P3D" is "3 days", "PT2H" "2 hours", "PXM" "some months". */
function duration(value: string): string | null {
  const match = /^P(T?)([\d.]+|X)([A-Z]{1,2})$/.exec(value);
  const unit = match?.[1] === "T" && match[3] === "M" ? "minute" : PERIODS[match?.[3] ?? ""];
  if (!match || !unit) {
    return null;
  }
  const many = unit === "century" ? "centuries" : `${unit}s`;
  return match[2] === "X" ? `some ${many}` : `${match[2]} ${match[2] === "1" ? unit : many}`;
}

function moment(value: string): string | null {
  const [day = "", time] = value.split("T");
  const written = day === "" ? "" : calendar(day);
  if (written === null || time === undefined) {
    return written;
  }
  const clock = HOURS[time] ?? (/^\d\d(:\d\d)*$/.test(time) ? (time.length === 2 ? `${time}:00` : time) : null);
  return clock && [written, clock].filter(Boolean).join(", ");
}

function calendar(day: string): string | null {
  const [, year = "", rest = ""] = /^(\d{2,4}|XXXX)(?:-(.+))?$/.exec(day) ?? [];
  if (rest === "") {
    return wholeYear(year);
  }
  const named = SEASONS[rest] ?? quarter(rest) ?? week(rest);
  if (named) {
    return `${named} ${year}`;
  }
  if (year === "XXXX") {
    return unplaced(rest);
  }
  return /^\d\d$/.test(rest) ? format(day, { month: "long", year: "numeric" }) : dayOf(day);
}

/** What is known of a day where nothing tells the year: "WXX-5" is "a Friday". 2024 began with a Monday and had all days. */
function unplaced(rest: string): string | null {
  const weekday = /^WXX-([1-7])$/.exec(rest)?.[1];
  if (weekday) {
    return `a ${format(`2024-01-0${weekday}`, { weekday: "long" })}`;
  }
  const known = /^\d\d$/.test(rest) ? format(`2024-${rest}`, { month: "long" }) : /^\d\d-\d\d$/.test(rest) ? format(`2024-${rest}`, { day: "numeric", month: "long" }) : null;
  return known && `${known}; the year is not told`;
}

/** A century has two digits of the year, a decade three. */
function wholeYear(year: string): string | null {
  const digits = /^\d+$/.test(year) ? year.length : 0;
  if (digits === 2) {
    return `the years from ${year}00 to ${year}99`;
  }
  return digits === 3 ? `the ${year}0s` : digits === 4 ? year : null;
}

const quarter = (rest: string) => /^Q([1-4])$/.exec(rest)?.[0].replace("Q", "quarter ");
const week = (rest: string) => /^W(\d\d?)$/.exec(rest)?.[1]?.replace(/^0?/, "week ");

function dayOf(day: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? format(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" }) : null;
}

function format(day: string, options: Intl.DateTimeFormatOptions): string | null {
  const date = new Date(day.length === 7 ? `${day}-01T00:00Z` : `${day}T00:00Z`);
  return Number.isNaN(date.getTime()) ? null : new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" }).format(date).replace(",", "");
}
