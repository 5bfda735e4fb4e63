/** The first page that a reader sees: it dresses its examples as pages will be. */
import { adopt } from "../annotator/dom.ts";
import { paletteStyles, swatchStyles } from "../annotator/palette.ts";

adopt(document, `${paletteStyles()}\n${swatchStyles()}`);
