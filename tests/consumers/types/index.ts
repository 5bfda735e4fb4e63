import { type Analysis, type Claim, Reportedly } from "reportedly";
import "reportedly/element";

const reader: Reportedly = await Reportedly.load({ worker: true, wasm: new URL("https://example.org/core.wasm") });
const { annotations, summary }: Analysis = await reader.annotate("A text.", { published: null, signal: AbortSignal.timeout(1000) });

for (const annotation of annotations) {
  if (annotation.kind === "claim") {
    const claim: Claim = annotation;
    const standing: "asserted" | "attributed" | "unnamed" | "hedged" | "denied" = claim.standing;
    console.log(standing, summary.byStanding[standing]);
  } else if (annotation.kind === "figure" && annotation.type === "money") {
    const currency: string | null = annotation.currency;
    console.log(currency);
  }
}

// @ts-expect-error a text is a string
await reader.annotate(5);
// @ts-expect-error there is no such option
await reader.annotate("A text.", { publishd: "2025-01-16" });
// @ts-expect-error the only way to a reader is `load`
new Reportedly();

// The element's events bubble: they are known where they arrive.
document.addEventListener("reportedly-ready", ({ detail }) => console.log(detail.analysis.summary.claims));
document.querySelector("reportedly-article")?.addEventListener("reportedly-select", ({ detail }) => console.log(detail.id?.toFixed()));
