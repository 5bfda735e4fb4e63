/** Reads the page it is in, and shows what was found: on the page, on the badge, in the panel. */
import { findArticle } from "../annotator/article.ts";
import type { Undo } from "../annotator/dom.ts";
import { Engine } from "../annotator/engine.ts";
import { groundOf } from "../annotator/ground.ts";
import { type Host, mountHost } from "../annotator/host.ts";
import { legend } from "../annotator/legend.ts";
import { Live, type State, type Target } from "../annotator/live.ts";
import { type Notice, showNotice } from "../annotator/notice.ts";
import { inPieces } from "../annotator/pace.ts";
import { unnamed } from "../annotator/palette.ts";
import { type FromPage, PANEL, type ToPage } from "./messages.ts";
import { overRuntime, PATIENCE } from "./over-runtime.ts";
import { Panels } from "./panels.ts";
import { loadSettings, onSettings, saveSettings, type Settings } from "./settings.ts";

/** Milliseconds for which the summary of what was found stays in the corner. */
const PASSING = 9000;

export class PageReader {
  readonly #engine = new Engine(overRuntime, PATIENCE);
  readonly #panels = new Panels((message) => {
    switch (message.type) {
      case "go":
        this.#live?.annotator?.go(message.id);
        break;
      case "step":
        this.#live?.annotator?.step(message.direction);
        break;
      case "show":
        void saveSettings({ layers: message.layers });
        break;
      case "read":
        void this.#start();
    }
  });
  #live: Live | null = null;
  #settings: Settings | null = null;
  #state: State | null = null;
  #corner: Host | null = null;
  #unnotice: Undo = () => {};
  #greeted = false;

  constructor() {
    onSettings((settings) => this.#apply(settings));
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name === PANEL) {
        this.#panels.add(port);
        this.#show();
      }
    });
  }

  hear(message: ToPage) {
    switch (message.type) {
      case "toggle":
        void (this.#live ? this.stop() : this.#start());
        break;
      case "start":
        void this.#start();
        break;
      case "selection":
        void this.#start(selected());
        break;
      case "step":
        this.#live?.annotator?.step(message.direction);
    }
  }

  /** Leaves the page as it was. */
  stop() {
    this.#live?.stop();
    this.#engine.close();
    this.#live = null;
    this.#state = null;
    this.#unsay();
    this.#show();
  }

  /** @param within reads only this part of the page */
  async #start(within: Range | null = null) {
    this.#live?.stop();
    this.#greeted = false;
    // They are needed when there is something to paint; until then the page is looked through.
    const settings = loadSettings().then((loaded) => {
      this.#settings = loaded;
      live.setThreshold(loaded.threshold);
      live.show(loaded.layers);
    });
    const annotate: Engine["annotate"] = async (...asked) => {
      const [answer] = await Promise.all([this.#engine.annotate(...asked), settings]);
      return answer;
    };
    const live = new Live({
      find: () => (within ? around(within) : inPieces(findArticle(document))),
      engine: { annotate },
      options: ({ root }) => ({
        naming: unnamed(),
        painting: { palette: this.#settings?.palette ?? "default", ground: groundOf(root) },
        keys: () => this.#settings?.letters !== false,
        ...(within && { within }),
        onLayers: (layers) => {
          if (layers !== this.#settings?.layers) {
            void saveSettings({ layers });
          }
          this.#show();
        },
        onCurrent: (id) => {
          this.#panels.current(id);
          if (id !== null) {
            // Who looks at a mark has seen what was found; a card may stand where the words in the corner do.
            this.#unsay();
          }
        },
      }),
      onState: (state) => this.#hearState(state),
    });
    this.#live = live;
    await live.start();
  }

  #hearState(state: State) {
    this.#state = state;
    this.#show();
    if (state.is === "ready" && !this.#greeted) {
      this.#greeted = true;
      this.#say({ text: this.#summary(), below: [legend()], passing: PASSING, buttons: this.#waysIn() });
    } else if (state.is === "no-article") {
      this.#say({ text: "No article was found on this page. Select a text to have it read: it is in the menu of the right mouse button." });
    } else if (state.is === "not-english") {
      const anyway = () => this.#live?.readAnyway();
      this.#say({ text: "This does not look like English, and Reportedly reads English only.", buttons: [["Read it all the same", anyway]] });
    } else if (state.is === "failed") {
      this.#say({ text: `This page could not be read: ${state.message}` });
    }
  }

  /** A palette needs new paint; the rest is changed in place. */
  #apply(settings: Settings) {
    const old = this.#settings;
    if (!old || !this.#live) {
      return;
    }
    this.#settings = settings;
    if (settings.palette !== old.palette) {
      this.#live.repaint();
    }
    this.#live.setThreshold(settings.threshold);
    this.#live.show(settings.layers);
  }

  #claims(): number {
    return this.#live?.annotator?.shown.filter(({ kind }) => kind === "claim").length ?? 0;
  }

  #summary(): string {
    const count = this.#claims();
    const marked = count === 0 ? "No claims worth checking were found here." : `${count} claim${count === 1 ? "" : "s"} marked.`;
    return this.#state?.is === "ready" && !this.#state.isWhole ? `${marked} This page is very long: only its beginning was read.` : marked;
  }

  /** From the words in the corner to the marks, which may stand further down. Sidebars of Firefox open from its own buttons alone. */
  #waysIn(): [label: string, press: () => void][] {
    const marks: [string, () => void][] = this.#live?.annotator?.shown.length ? [["To the marks", () => this.#live?.annotator?.step(1)]] : [];
    return TARGET === "chromium" ? [...marks, ["List", () => say({ type: "panel" })]] : marks;
  }

  /** Tells badge and panels how things are. */
  #show() {
    const state = this.#state;
    const ready = state?.is === "ready" ? state : null;
    const message = ready ? this.#summary() : (state && WORDS[state.is]) ?? "This page has not been read. Click the icon of Reportedly to read it.";
    say({ type: "count", count: ready && this.#live?.annotator ? this.#claims() : null, title: state ? message : "Read this page" });
    this.#panels.state({
      message,
      host: location.host,
      text: ready?.reading.text ?? "",
      analysis: ready?.analysis ?? null,
      threshold: this.#settings?.threshold ?? 0,
      layers: this.#settings?.layers ?? null,
      shown: this.#live?.annotator?.shown.map(({ id }) => id) ?? [],
    });
  }

  #say(notice: Notice) {
    this.#unsay();
    const marks = this.#live?.annotator;
    const host = marks ? null : mountHost("closed", { palette: "default", ground: groundOf(document.body) });
    this.#corner = host;
    this.#unnotice = showNotice(marks?.shadow ?? (host as Host).root, notice);
    (marks ?? host)?.announce(notice.text);
  }

  #unsay() {
    this.#unnotice();
    this.#corner?.undo();
    this.#corner = null;
  }
}

const WORDS: Partial<Record<State["is"], string>> = {
  reading: "Reading …",
  "no-article": "No article was found on this page.",
  "not-english": "This does not look like English, and Reportedly reads English only.",
  failed: "This page could not be read.",
};

function say(message: FromPage) {
  // After an update of the extension nobody hears.
  void (async () => chrome.runtime.sendMessage(message))().catch(() => {});
}

/** What the reader has selected. */
function selected(): Range | null {
  const selection = getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : null;
}

/** The text around a selection: the article, where it lies in one. */
async function around(range: Range): Promise<Target | null> {
  const article = await inPieces(findArticle(document));
  const node = range.commonAncestorContainer;
  if (article?.root.contains(node)) {
    return article;
  }
  const root = node instanceof Element ? node : node.parentElement;
  return root && { root };
}
