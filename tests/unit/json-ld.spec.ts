import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import jsonld, { type ContextDefinition, type JsonLdDocument } from "jsonld";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const OA = "http://www.w3.org/ns/oa#";
const AS = "http://www.w3.org/ns/activitystreams#";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

const iri = (id: string) => ({ "@type": "@id", "@id": id });
const term = (id: string) => ({ "@type": "@vocab", "@id": id });

/** Of the Web Annotation vocabulary's context, what an annotation of ours may use: https://www.w3.org/TR/annotation-vocab/ */
const TERMS: ContextDefinition = {
  id: "@id",
  type: "@type",
  AnnotationPage: `${AS}OrderedCollectionPage`,
  items: { ...iri(`${AS}items`), "@container": "@list" },
  body: iri(`${OA}hasBody`),
  target: iri(`${OA}hasTarget`),
  source: iri(`${OA}hasSource`),
  selector: iri(`${OA}hasSelector`),
  motivation: term(`${OA}motivatedBy`),
  purpose: term(`${OA}hasPurpose`),
  value: `${RDF}value`,
  ...Object.fromEntries(["Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector"].map((name) => [name, OA + name])),
  ...Object.fromEntries(["classifying", "describing", "tagging", "start", "end", "exact", "prefix", "suffix"].map((name) => [name, OA + name])),
};

const documentLoader = async (url: string) => {
  if (url !== CONTEXT) {
    throw new Error(`nothing is loaded but the context: ${url}`);
  }
  return { documentUrl: url, document: { "@context": TERMS } };
};

/** The library refuses what it would otherwise drop in silence: an unknown term, an address that is none. */
const STRICT = { documentLoader, safe: true };

const TEXT = "😀 “We will not go,” said Ana Ruiz, the mayor of Northgate. Two officials denied that it had cost €31 million.";
const ADDRESS = "https://news.example/harbour";

/** What the command line writes. */
function annotate(): string {
  const program = fileURLToPath(new URL("../../target/debug/reportedly", import.meta.url));
  const { stdout, error } = spawnSync(program, ["--format", "jsonld", "--url", ADDRESS], { input: TEXT, encoding: "utf8" });
  if (error) {
    throw new Error(`build the command line first (cargo build --features cli): ${error.message}`);
  }
  return stdout;
}

type Node = Record<string, unknown[]> & { "@id"?: string; "@type"?: string[] };
const nodes = (node: Node | undefined, property: string) => (node?.[property] ?? []) as Node[];
const value = (node: Node | undefined, property: string) => (node?.[OA + property]?.[0] as { "@value": unknown } | undefined)?.["@value"];

test("every word of an exported annotation is one of the Web Annotation vocabulary", async () => {
  const [page] = (await jsonld.expand(JSON.parse(annotate()) as JsonLdDocument, STRICT)) as Node[];
  expect(page?.["@type"]).toEqual([`${AS}OrderedCollectionPage`]);
  const [list] = nodes(page, `${AS}items`) as unknown as { "@list": Node[] }[];
  const annotations = list?.["@list"] ?? [];
  expect(annotations.length).toBeGreaterThan(5);
  for (const annotation of annotations) {
    expect(annotation["@type"]).toEqual([`${OA}Annotation`]);
    expect(annotation["@id"]).toContain(`${ADDRESS}#`);
    expect(nodes(annotation, `${OA}motivatedBy`)).toEqual([{ "@id": `${OA}describing` }]);
    const purposes = nodes(annotation, `${OA}hasBody`).map((body) => nodes(body, `${OA}hasPurpose`)[0]?.["@id"]);
    expect(purposes).toEqual(["tagging", "classifying", "describing"].map((name) => OA + name));
    const [target] = nodes(annotation, `${OA}hasTarget`);
    expect(nodes(target, `${OA}hasSource`)).toEqual([{ "@id": ADDRESS }]);
    const [quote, position] = nodes(target, `${OA}hasSelector`);
    expect([quote, position].map((selector) => selector?.["@type"]?.[0])).toEqual([`${OA}TextQuoteSelector`, `${OA}TextPositionSelector`]);
    leadsToTheText(quote, position);
  }
});

/** Both selectors find the same words; positions count characters. */
function leadsToTheText(quote: Node | undefined, position: Node | undefined) {
  const [start, end] = [Number(value(position, "start")), Number(value(position, "end"))];
  const characters = [...TEXT];
  expect(characters.slice(start, end).join("")).toBe(value(quote, "exact"));
  expect(characters.slice(0, start).join("").endsWith(String(value(quote, "prefix")))).toBe(true);
  expect(characters.slice(end).join("").startsWith(String(value(quote, "suffix")))).toBe(true);
}

/** The vocabulary as the W3C publishes it: what each of its words is. */
async function vocabulary(): Promise<Map<string, string[]>> {
  const quads = readFileSync(fileURLToPath(import.meta.resolve("@vocabulary/oa/oa.nq")), "utf8");
  const graphs = (await jsonld.fromRDF(quads as unknown as object, { format: "application/n-quads" })) as unknown as (Node & { "@graph"?: Node[] })[];
  return new Map(graphs.flatMap((graph) => graph["@graph"] ?? [graph]).map((node) => [node["@id"] ?? "", node["@type"] ?? []]));
}

test("every word is in the vocabulary for what it is used as", async () => {
  const known = await vocabulary();
  const used = { classes: new Set<string>(), properties: new Set<string>(), values: new Set<string>() };
  const visit = (thing: unknown) => {
    if (typeof thing !== "object" || thing === null) {
      return;
    }
    for (const [key, inner] of Object.entries(thing)) {
      if (key === "@type") {
        for (const name of [inner].flat()) {
          used.classes.add(name);
        }
      } else if (key === "@id" && typeof inner === "string") {
        used.values.add(inner);
      } else if (!Array.isArray(thing)) {
        used.properties.add(key);
      }
      visit(inner);
    }
  };
  visit(await jsonld.expand(JSON.parse(annotate()) as JsonLdDocument, STRICT));
  const ours = (words: Set<string>) => [...words].filter((word) => word.startsWith(OA)).sort();
  const is = (kind: string) => (word: string) => expect(known.get(word), word).toContain(kind);
  expect(ours(used.classes)).toHaveLength(4);
  expect(ours(used.properties)).toHaveLength(11);
  expect(ours(used.values)).toHaveLength(3);
  ours(used.classes).forEach(is(`${RDFS}Class`));
  ours(used.properties).forEach(is(`${RDF}Property`));
  ours(used.values).forEach(is(`${OA}Motivation`));
});

test("what is no word of the vocabulary is noticed", async () => {
  const page = annotate().replace('"exact"', '"exactly"');
  await expect(jsonld.expand(JSON.parse(page) as JsonLdDocument, STRICT)).rejects.toThrow();
});
