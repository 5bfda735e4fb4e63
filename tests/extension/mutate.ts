/** A page that does not keep still. */

/** Edits, deletes, inserts and moves, from a fixed seed; between them it looks at what is painted. To be run in the page. */
export async function mutate(count: number): Promise<string[]> {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const story = document.querySelector(".story") as Element;
  const seen = new Set<string>();
  for (let i = 0; i < count; i += 1) {
    const paragraphs = [...story.querySelectorAll(":scope > p")];
    const paragraph = paragraphs[random(paragraphs.length)] as Element;
    const text = paragraph.firstChild as Text;
    const kind = random(4);
    if (kind === 0 && text.data) {
      const words = text.data.split(" ");
      // As much comes as goes, so that the text stays one.
      words.splice(random(words.length), words.length > 12 ? 1 : 0, ...(random(2) ? ["of the board"] : []));
      text.data = words.join(" ");
    } else if (kind === 1 && paragraphs.length > 6) {
      paragraph.remove();
    } else if (kind === 2) {
      const fresh = document.createElement("p");
      fresh.textContent = `Inspectors said on Monday that ${random(900)} pumps had failed, and the ministry denied it.`;
      paragraph.after(fresh);
    } else {
      story.prepend(paragraph);
    }
    if (i % 10 === 9) {
      await new Promise((done) => requestAnimationFrame(done));
      CSS.highlights.forEach((highlight) => {
        highlight.forEach((range) => {
          if (range.startContainer.isConnected && range.endContainer.isConnected && range.endOffset <= (range.endContainer.nodeValue ?? "").length) {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            seen.add(live.toString().replace(/\s+/g, ""));
          }
        });
      });
    }
  }
  return [...seen].filter((words) => words !== "");
}
