//! What an amount measures, where it does not stand behind it: the subject or object of its verb, the noun before "of".

use super::approximation;
use crate::lexicon::{CHANGE_VERBS, CHANGE_WORDS, MEASURE_VERBS};
use crate::text::{Class, Document, TokenKind};
use std::ops::Range;

/// How far before the amount its verb may stand.
const REACH: usize = 10;

/// The noun phrase that the amount at `start` is told of: "Net profit" in "Net profit rose 12%".
///
/// The figure before, on the tokens `passed`, is looked over.
pub fn find(doc: &Document, start: usize, passed: &Range<usize>) -> Option<Range<usize>> {
    let start = approximation::start_with_words(doc, start);
    let last = start.checked_sub(1)?;
    if is(doc, last, "of") {
        // "the combination of the two"
        if doc.class(start).is(Class::DETERMINER) && doc.class(start + 2).is(Class::FINITE | Class::AUXILIARY)
        {
            return None;
        }
        return owner(doc, last, passed).filter(|n| doc.in_one_sentence(&(n.start..start + 1)));
    }
    let last = last - usize::from(is(doc, last, "between"));
    let linked = ["by", "to", "from", "at"].iter().any(|p| is(doc, last, p));
    let verb = verb_before(doc, start, passed)?;
    if is(doc, verb.saturating_sub(1), ",") && CHANGE_WORDS.has(doc.word(verb)) {
        return main_subject(doc, verb).or_else(|| noun_before(doc, verb - 1));
    }
    let change = CHANGE_WORDS.has(doc.word(verb));
    let object = if linked {
        // "lowered its forecast from 2.4% to 1.9%"
        let before =
            passed.start.saturating_sub(usize::from(is_preposition(doc, passed.start.saturating_sub(1))));
        object(doc, verb, if passed.end == last && before > verb { before } else { last })
    } else {
        // "raised its dividend 10 percent"
        let own = (doc.class(verb + 1).is(Class::POSSESSIVE) || is(doc, verb + 1, "the"))
            && CHANGE_VERBS.has(doc.word(verb));
        own.then(|| object(doc, verb, start)).flatten()
    };
    let takes_object = MEASURE_VERBS.get(doc.word(verb)).is_some_and(|e| e.get("takes") == "object");
    if takes_object {
        return object;
    }
    object.or_else(|| if change { in_noun(doc, verb) } else { None }).or_else(|| subject(doc, verb))
}

/// The noun before "of": "revenue" in "earnings of 82 cents a share on revenue of".
fn owner(doc: &Document, of: usize, passed: &Range<usize>) -> Option<Range<usize>> {
    let mut whole = noun_before(doc, of)?;
    if whole.start < passed.end && passed.end < whole.end {
        whole.start = passed.end;
    }
    // "sales for a flat fee of": what an article begins is the nearer noun.
    let apart = whole.start < passed.end && passed.end <= whole.end;
    let begins = |at: usize| apart || matches!(doc.of(at + 1), "a" | "an");
    let cut = |at: &usize| is_preposition(doc, *at) && !is(doc, *at, "of") && begins(*at);
    let inner = whole.clone().rev().find(cut);
    trimmed(doc, inner.unwrap_or(whole.start)..whole.end)
}

/// The verb that the amount hangs on, looked for to the left up to a mark.
fn verb_before(doc: &Document, start: usize, passed: &Range<usize>) -> Option<usize> {
    let floor = start.saturating_sub(REACH);
    for at in (floor..start).rev().filter(|at| !passed.contains(at)) {
        let class = doc.class(at);
        let word = doc.word(at);
        let adverb = CHANGE_WORDS.get(word).is_some_and(|e| e.get("class") == "before");
        let be = class.is(Class::BE) && !class.is(Class::CLITIC);
        if adverb || be || CHANGE_VERBS.has(word) || MEASURE_VERBS.has(word) {
            return Some(at);
        }
        let finite = class.is(Class::FINITE) && !class.is(Class::NOUN);
        if finite || class.is(Class::SUBORDINATOR | Class::RELATIVE) || is_stop(doc, at) {
            return None;
        }
    }
    None
}

fn is_stop(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_none_or(|t| t.kind == TokenKind::Mark)
        && !matches!(doc.of(at), "-" | "$" | "€" | "£" | "%")
}

/// The noun phrase between a verb and the preposition before the amount: "raised interest rates by", "cut the risk of stroke by".
fn object(doc: &Document, verb: usize, preposition: usize) -> Option<Range<usize>> {
    let nominal = |at: usize| {
        let class = doc.class(at);
        (is_word(doc, at) && (class.is_nominal() || class.is(Class::GERUND | Class::NOUN)))
            || class.is(Class::DETERMINER | Class::POSSESSIVE)
            || matches!(doc.of(at), "-" | "of")
    };
    let compares = |at: usize| CHANGE_WORDS.get(doc.word(at)).is_some_and(|e| e.get("class") == "after");
    let all = preposition > verb + 1 && (verb + 1..preposition).all(|at| nominal(at) && !compares(at));
    trimmed(doc, verb + 1..preposition).filter(|_| all)
}

/// "a rise in sales of 5%" is told of sales.
fn in_noun(doc: &Document, at: usize) -> Option<Range<usize>> {
    (is(doc, at + 1, "in")).then(|| super::counted::phrase(doc, at + 2)).flatten()
}

/// The subject of the first verb of the clause before a comma: "Profit was $45 million, up 30%".
fn main_subject(doc: &Document, end: usize) -> Option<Range<usize>> {
    let sentence = doc.sentence_of(end).and_then(|s| doc.sentences.get(s))?;
    let start = sentence.tokens.start.max(end.saturating_sub(CLAUSE));
    let verb = (start..end).find(|at| {
        let class = doc.class(*at);
        class.is(Class::FINITE | Class::AUXILIARY) && !class.is(Class::CLITIC)
    })?;
    subject(doc, verb)
}

/// How far back a clause is looked through for its verb.
const CLAUSE: usize = 30;

/// The subject of a verb: what can belong to one noun phrase before it, auxiliaries and adverbs skipped.
fn subject(doc: &Document, verb: usize) -> Option<Range<usize>> {
    let mut end = approximation::words_before(doc, verb).map_or(verb, |(_, at)| at);
    // "closed up", "was last up"
    let adverb = CHANGE_WORDS.has(doc.word(verb));
    let skips = |at: usize| {
        let class = doc.class(at);
        let last = is(doc, at, "last") && at > 0 && doc.class(at - 1).is(Class::BE);
        let verb = adverb && class.is(Class::FINITE | Class::VERB_FORM) && !class.is(Class::NOUN);
        let compares = CHANGE_WORDS.get(doc.word(at)).is_some_and(|e| e.get("class") == "after");
        let loose = class.is(Class::AUXILIARY | Class::ADVERB | Class::NEGATION);
        is_word(doc, at) && (loose || last || verb || compares)
    };
    while end > 0 && skips(end - 1) {
        end -= 1;
    }
    // "the deficit is expected to total"
    if end > 0 && is(doc, end - 1, "to") {
        let finite = |at: &usize| {
            let class = doc.class(*at);
            class.is(Class::FINITE | Class::AUXILIARY) && !class.is(Class::CLITIC)
        };
        let verb = (end.saturating_sub(REACH)..end - 1).rev().find(finite)?;
        // "expects profit to have plunged", but "is on track to hit"
        let object =
            noun_before(doc, end - 1).filter(|n| n.start > verb && !is_preposition(doc, n.start - 1));
        if object.is_some() {
            return object;
        }
        return doc.in_one_sentence(&(verb..end)).then(|| subject(doc, verb)).flatten();
    }
    // "shares, which have gained"
    if end > 1 && doc.class(end - 1).is(Class::RELATIVE) {
        end -= 1 + usize::from(is(doc, end - 2, ","));
    }
    let behind = noun_before(doc, end);
    // "shares, which have gained 37%, closed"
    let aside = || {
        let comma = end.checked_sub(1).filter(|at| matches!(doc.of(*at), "," | ")"))?;
        let opening =
            (comma.saturating_sub(ASIDE)..comma).rev().find(|at| matches!(doc.of(*at), "," | "("))?;
        noun_before(doc, opening)
    };
    behind.or_else(aside)
}

/// No aside between a subject and its verb is longer.
const ASIDE: usize = 16;

/// The longest run before `end` that can be a noun phrase with its "of", without its determiner.
fn noun_before(doc: &Document, end: usize) -> Option<Range<usize>> {
    let floor = end.saturating_sub(REACH);
    let mut start = end;
    while start > floor && belongs(doc, start - 1) && doc.in_one_sentence(&(start - 1..end)) {
        start -= 1;
    }
    trimmed(doc, start..end)
}

fn belongs(doc: &Document, at: usize) -> bool {
    let class = doc.class(at);
    let inner = matches!(doc.of(at), "-" | "&")
        || class.is(Class::CLITIC)
        || (class.is(Class::PREPOSITION) && !class.is(Class::SUBORDINATOR | Class::ADVERB));
    let number = doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
    // "operating costs"
    let gerund = class.is(Class::GERUND)
        && (doc.class(at + 1).is_nominal() || doc.class(at + 1).is(Class::FINITE | Class::AUXILIARY))
        && at
            .checked_sub(1)
            .is_none_or(|b| doc.class(b).is(Class::DETERMINER | Class::POSSESSIVE) || !is_word(doc, b));
    let outer = gerund || class.is(Class::DETERMINER | Class::POSSESSIVE) && !class.is(Class::RELATIVE);
    inner
        || outer
        || (!number && is_word(doc, at) && class.is_nominal())
        || (number && ((at > 0 && doc.is_capital(at - 1)) || doc.of(at + 1) == "-"))
}

/// Without determiners and "of" at the ends.
fn trimmed(doc: &Document, mut tokens: Range<usize>) -> Option<Range<usize>> {
    let leading = |at: usize| {
        doc.class(at).is(Class::DETERMINER | Class::POSSESSIVE | Class::CLITIC)
            || is_preposition(doc, at)
            || !is_word(doc, at)
    };
    while tokens.start < tokens.end && leading(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && (is_preposition(doc, tokens.end - 1) || is(doc, tokens.end - 1, "-")) {
        tokens.end -= 1;
    }
    (tokens.start < tokens.end).then_some(tokens)
}

fn is_preposition(doc: &Document, at: usize) -> bool {
    doc.class(at).is(Class::PREPOSITION)
}

fn is_word(doc: &Document, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
}

fn is(doc: &Document, at: usize, word: &str) -> bool {
    doc.of(at).eq_ignore_ascii_case(word)
}
