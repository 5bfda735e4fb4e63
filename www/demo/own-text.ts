/** The box for a text of one's own: what is pasted is checked here, then shown in the place of the article. */
import { element } from "../annotator/dom.ts";
import { looksEnglish } from "../annotator/language.ts";
import { part } from "../annotator/part.ts";
import { box, button, input } from "./page.ts";

/** A long book. The core reads more; a page that shows it is no pleasure. */
const LONGEST = 200_000;
const INTEGER = new Intl.NumberFormat("en-GB");

export interface OwnText {
  /** The article's element has new content. */
  changed(): void;
}

export function acceptOwnText({ changed }: OwnText) {
  const article = box("article");
  const notice = box("notice");
  const area = part("own-text", HTMLTextAreaElement);
  const published = input("published");
  const ours = { content: [...article.childNodes], published: published.value };

  const show = (content: Node[], isOurs: boolean) => {
    article.replaceChildren(...content);
    notice.hidden = !isOurs;
    button("back").hidden = isOurs;
    say("");
    changed();
    article.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  };

  const submit = (anyLanguage: boolean) => {
    const problem = problemWith(area.value, anyLanguage);
    say(problem?.message ?? "", problem?.isLanguage);
    if (problem) {
      area.focus();
    } else {
      show(paragraphs(area.value), false);
    }
  };

  part("own-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    submit(false);
  });
  button("anyway").addEventListener("click", () => submit(true));
  button("back").addEventListener("click", () => {
    published.value = ours.published;
    show(ours.content, true);
  });
  area.addEventListener("input", () => {
    // Our article's date says nothing of the reader's text.
    if (button("back").hidden && published.value === ours.published) {
      published.value = "";
    }
  });
}

function problemWith(text: string, anyLanguage: boolean): { message: string; isLanguage?: boolean } | null {
  if (text.trim() === "") {
    return { message: "There is nothing to read yet: paste an article into the box." };
  }
  if (text.length > LONGEST) {
    return { message: `This text has ${INTEGER.format(text.length)} characters; the page takes ${INTEGER.format(LONGEST)}. Please paste a part of it.` };
  }
  if (!anyLanguage && !looksEnglish(text)) {
    return { message: "This does not look like English, and Reportedly reads English only.", isLanguage: true };
  }
  return null;
}

function say(message: string, offerAnyway = false) {
  box("own-message").textContent = message;
  part("own-text", HTMLTextAreaElement).setAttribute("aria-invalid", String(message !== ""));
  button("anyway").hidden = !offerAnyway;
}

/** Lines that stand apart are paragraphs, as in what is copied from a page. */
function paragraphs(text: string): HTMLElement[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line) => element("p", {}, line.trim()));
}
