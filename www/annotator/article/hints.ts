/** What a page says of itself: that it is an article, where its text is, and when it was published. */

export interface Hints {
  /** It calls itself an article. */
  isArticle: boolean;
  /** The elements it calls the article's text. */
  bodies: Element[];
  /** Day of publication, as year-month-day. */
  published: string | null;
}

const ARTICLE_TYPES = /Article$|^(?:BlogPosting|LiveBlogPosting|Report|Review)$/;
const DAY = /^\d{4}-\d{2}-\d{2}/;

export function hintsOf(page: Document): Hints {
  const records = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => recordsIn(script.textContent ?? ""));
  const articles = records.filter(({ type }) => type.some((name) => ARTICLE_TYPES.test(name)));
  return {
    isArticle: articles.length > 0 || meta(page, "og:type") === "article",
    bodies: [...page.querySelectorAll('[itemprop~="articleBody"], [property~="articleBody"]')],
    published: day(articles.find(({ published }) => day(published))?.published ?? meta(page, "article:published_time") ?? itemDate(page)),
  };
}

function meta(page: Document, name: string): string | null {
  return page.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content") ?? null;
}

function itemDate(page: Document): string | null {
  const item = page.querySelector('[itemprop~="datePublished"], article time[datetime]');
  return item?.getAttribute("content") ?? item?.getAttribute("datetime") ?? null;
}

function day(text: string | null): string | null {
  return (text && DAY.exec(text)?.[0]) ?? null;
}

interface Described {
  type: string[];
  published: string | null;
}

/** What is described in a piece of JSON-LD, wherever it is nested. What cannot be parsed describes nothing. */
function recordsIn(json: string): Described[] {
  const found: Described[] = [];
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || depth > 6) {
      return;
    }
    if (!Array.isArray(value)) {
      const { "@type": type, datePublished } = value as Record<string, unknown>;
      found.push({ type: [type].flat().filter((name) => typeof name === "string"), published: typeof datePublished === "string" ? datePublished : null });
    }
    for (const inner of Object.values(value)) {
      visit(inner, depth + 1);
    }
  };
  try {
    visit(JSON.parse(json), 0);
  } catch {
    // Publishers' mistakes are theirs.
  }
  return found;
}
