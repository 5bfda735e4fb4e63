/** Which character of the text lies under a point. */
import type { TextMap } from "./text-map.ts";

/** Lines under the letters belong to the letters. */
const SLACK = 4;

/**
 * The offset in the text of the character at a point of the viewport; null where there is none.
 * @param shadowRoots the shadow trees that the text stands in
 */
export function offsetAt(map: TextMap<Node>, x: number, y: number, shadowRoots: ShadowRoot[] = []): number | null {
  const caret = caretAt(x, y, shadowRoots);
  if (!caret) {
    return null;
  }
  // The caret stands before or after the character under the point, or at the nearest one when there is none under it.
  for (const offset of [caret.offset, caret.offset - 1]) {
    if (covers(caret.node, offset, x, y)) {
      return map.offsetOf({ node: caret.node, offset });
    }
  }
  return null;
}

function caretAt(x: number, y: number, shadowRoots: ShadowRoot[]): { node: Node; offset: number } | null {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

function covers(node: Node, offset: number, x: number, y: number): boolean {
  if (node.nodeType !== Node.TEXT_NODE || offset < 0 || offset >= (node.nodeValue ?? "").length) {
    return false;
  }
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return [...range.getClientRects()].some((box) => box.left <= x && x <= box.right && box.top - SLACK <= y && y <= box.bottom + SLACK);
}
