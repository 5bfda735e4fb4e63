/** Long work in short pieces: on a page that is not ours the page has its turn in between. */

/** Work that may pause at every `yield`. */
export type Work<T> = Generator<void, T, void>;

/** Milliseconds of a piece. A page answers smoothly below 50, and what follows a piece takes its share. */
const PIECE = 10;

/** Does the work piece by piece. What it looks at may change in between: whoever asks notices that by an observer. */
export async function inPieces<T>(work: Work<T>): Promise<T> {
  let end = performance.now() + PIECE;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) {
      return step.value;
    }
    if (performance.now() >= end) {
      await turn();
      end = performance.now() + PIECE;
    }
  }
}

/** Does the work in one go, for where there is nobody to hold up. */
export function atOnce<T>(work: Work<T>): T {
  let step = work.next();
  while (!step.done) {
    step = work.next();
  }
  return step.value;
}

/** Resolves after what waits already. Timers would be slowed down, so a message is sent. */
function turn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
