/** The panels that are open beside a page; usually one or none. */
import { type FromPanel, isFromPanel, type ToPanel } from "./messages.ts";

export class Panels {
  readonly #ports = new Set<chrome.runtime.Port>();
  readonly #hear: (message: FromPanel) => void;

  constructor(hear: (message: FromPanel) => void) {
    this.#hear = hear;
  }

  add(port: chrome.runtime.Port) {
    this.#ports.add(port);
    port.onDisconnect.addListener(() => this.#ports.delete(port));
    port.onMessage.addListener((message: unknown) => isFromPanel(message) && this.#hear(message));
  }

  state(state: Omit<Extract<ToPanel, { type: "state" }>, "type">) {
    this.#say({ type: "state", ...state });
  }

  current(id: number | null) {
    this.#say({ type: "current", id });
  }

  #say(message: ToPanel) {
    for (const port of this.#ports) {
      port.postMessage(message);
    }
  }
}
