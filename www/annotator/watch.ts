/** Notices what changes on a page, and tells once it has come to rest. */
import type { Undo } from "./dom.ts";

export interface WatchActions {
  /** At once, before the page is painted again. */
  edited(nodes: ReadonlySet<Node>): void;
  /**
   * When the page has come to rest, or at the latest after `LATEST`.
   * @param isElsewhere the article itself may be another: much has come, or the address has changed
   */
  rested(isElsewhere: boolean): void;
}

/** Milliseconds without a change after which a page is at rest, and for how long a restless one is waited for. */
const QUIET = 120;
const LATEST = 500;
/** Where only looks change, and the text does not, the next look is put off for longer and longer. */
const CALM = 4000;
/** So many characters that come to a page beside the article may be another article. */
const MUCH = 400;

/** What decides whether text is shown. */
const LOOKS = ["class", "style", "hidden", "aria-hidden", "open", "contenteditable"];

/** Watches a page with one observer until undone. */
export class Watch {
  readonly #page: Document;
  readonly #root: () => Element | null;
  readonly #actions: WatchActions;
  readonly #isOurs: (node: Node) => boolean;
  readonly #observer = new MutationObserver((records) => this.#see(records));
  #isText = false;
  #isElsewhere = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #calm = QUIET;
  #url: string;

  /**
   * @param root where the article is now; null: nowhere
   * @param isOurs whether a node was put there by us
   */
  constructor(page: Document, root: () => Element | null, actions: WatchActions, isOurs: (node: Node) => boolean) {
    this.#page = page;
    this.#root = root;
    this.#actions = actions;
    this.#isOurs = isOurs;
    this.#url = address(page);
    this.aim();
  }

  /** The article may be another now. */
  aim() {
    this.#observer.disconnect();
    this.#observer.observe(this.#page, { childList: true, characterData: true, subtree: true });
    const root = this.#root();
    if (root) {
      this.#observer.observe(root, { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: LOOKS });
    }
  }

  readonly undo: Undo = () => {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  };

  #see(records: readonly MutationRecord[]) {
    const root = this.#root();
    const edited = new Set<Node>();
    let [isText, isLook] = [false, false];
    for (const record of records) {
      if (!root?.contains(record.target)) {
        this.#isElsewhere ||= isMuch(record, this.#isOurs);
      } else if (record.type === "attributes") {
        isLook = true;
      } else {
        isText = true;
        if (record.type === "characterData") {
          edited.add(record.target);
        }
      }
    }
    if (edited.size > 0) {
      this.#actions.edited(edited);
    }
    this.#isText ||= isText;
    this.#isElsewhere ||= root?.isConnected === false || address(this.#page) !== this.#url;
    if (this.#isText || this.#isElsewhere || isLook) {
      this.#wait(this.#isText || this.#isElsewhere ? QUIET : this.#calm);
    }
  }

  #wait(quiet: number) {
    const now = performance.now();
    this.#since ||= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), Math.min(quiet, Math.max(0, this.#since + Math.max(LATEST, quiet) - now)));
  }

  #rest() {
    const isElsewhere = this.#isElsewhere;
    this.#calm = this.#isText || isElsewhere ? QUIET : Math.min(this.#calm * 2, CALM);
    this.#isText = this.#isElsewhere = false;
    this.#since = 0;
    this.#url = address(this.#page);
    this.#actions.rested(isElsewhere);
  }
}

/** Without what leads inside the page. */
const address = ({ location }: Document) => location.href.replace(/#.*$/s, "");

function isMuch({ addedNodes }: MutationRecord, isOurs: (node: Node) => boolean): boolean {
  const length = (node: Node) => (node instanceof Element && !/^(SCRIPT|STYLE|IFRAME|LINK)$/.test(node.tagName) && !isOurs(node) ? (node.textContent ?? "").trim().length : 0);
  return [...addedNodes].reduce((sum, node) => sum + length(node), 0) > MUCH;
}
