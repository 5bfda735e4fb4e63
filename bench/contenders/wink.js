import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** Tokens, parts of speech, sentences, and its entities: dates, money, percentages, times. No names of people. */
export async function start() {
  const nlp = winkNLP(model);
  return { read: (text) => nlp.readDoc(text).entities().out(nlp.its.detail).length };
}
