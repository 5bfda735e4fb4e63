/** What stands behind the messages: loads the core and reads texts, in whatever thread it runs. */
import init, { __wbg_reset_state as startAnew, annotatePacked, type InitInput } from "#wasm";
import type { Open } from "./engine.ts";
import { type Core, isLoad, isRequest, type Reply, type Request } from "./protocol.ts";

/** Says something, and hands over what of it need not be copied. */
type Say = (message: Reply, transfer?: ArrayBuffer[]) => void;

/** Engines compile functions when they are first called. A sentence with something of every kind has that done while loading. */
const WARM_UP = "“The port may close,” Anna Berg, the minister, said on Friday. Two officials denied that it had cost €5 million or 3 percent more.";

/**
 * Loads the core, says when it is ready, and gives what takes requests from then on.
 * @param core where it does not lie beside this script
 */
export function startReader(core: InitInput | Promise<InitInput> | undefined, reply: Say): (message: unknown) => void {
  const loaded = load(core).then(() => void annotatePacked(WARM_UP));
  loaded.then(
    () => reply({ type: "ready" }),
    (error: unknown) => reply({ type: "error", id: null, message: String(error) }),
  );
  return (message) => {
    if (isRequest(message)) {
      loaded.then(() => reply(...read(message))).catch(() => {});
    }
  };
}

/** A core once loaded stays; one that cannot be had is told of all the same. */
async function load(core: InitInput | Promise<InitInput> | undefined) {
  const given = await core;
  await init(given && { module_or_path: given });
}

function read({ id, text, options }: Request): Parameters<Say> {
  const start = performance.now();
  try {
    const packed = annotatePacked(text, options);
    return [{ type: "analysis", id, packed, milliseconds: performance.now() - start }, [packed.numbers.buffer]];
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) {
      // A core that trapped, as it does when memory runs out, is in no state to read on.
      startAnew();
    }
    return [{ type: "error", id, ...(error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) }) }];
  }
}

/**
 * A reader for a thread that gets messages alone: the first of them starts it.
 * @param locate what the loader takes for a core
 */
export function readerByMessages(reply: Say, locate: (core?: Core) => InitInput | Promise<InitInput> | undefined = (core) => core): (message: unknown) => void {
  let ask: ((message: unknown) => void) | null = null;
  return (message) => {
    if (ask) {
      ask(message);
    } else if (isLoad(message)) {
      ask = startReader(locate(message.core), reply);
    }
  };
}

/** A reader in this thread, for where there is nobody to hold up, or no worker. */
export function inThread(core: () => InitInput | Promise<InitInput> | undefined): Open {
  return (hear) => {
    let open = true;
    const post = startReader(core(), (message) => open && hear(message));
    const close = () => {
      open = false;
    };
    return { post, close };
  };
}
