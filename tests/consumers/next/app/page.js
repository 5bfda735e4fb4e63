import { Reportedly } from "reportedly";
import { Article } from "./article.js";

const TEXT = "Ministers approved €31 million for the port of Dunmere on Friday, two officials said.";

/** Rendered on the server; the page carries what was read there. */
export default async function Page() {
  const reader = await Reportedly.load();
  const analysis = await reader.annotate(TEXT, { published: "2025-01-16" });
  reader.close();
  return (
    <>
      <script type="application/json" id="read" dangerouslySetInnerHTML={{ __html: JSON.stringify([analysis]) }} />
      <Article text={TEXT} />
    </>
  );
}
