/** A card for any annotation. */
import type { Annotation } from "../records.ts";
import type { Reading } from "../reading.ts";
import { describeAttribution } from "./attribution.ts";
import type { Card } from "./card.ts";
import { describeClaim } from "./claim.ts";
import { describeEntity } from "./entity.ts";
import { describeFigure } from "./figure.ts";
import { describeHedge } from "./hedge.ts";

export function cardFor(annotation: Annotation, reading: Reading): Card {
  switch (annotation.kind) {
    case "claim":
      return describeClaim(annotation, reading);
    case "attribution":
      return describeAttribution(annotation, reading);
    case "figure":
      return describeFigure(annotation, reading);
    case "hedge":
      return describeHedge(annotation, reading);
    case "entity":
      return describeEntity(annotation, reading);
  }
}
