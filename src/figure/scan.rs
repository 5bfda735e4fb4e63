//! The pass over the numbers: each is read with what stands around it and becomes a figure, or none.

use super::amount::{self, Amount};
use super::number::{Form, Number, Numbers};
use super::{
    Figure, FigureType, age, approximation, change, counted, measured, money, name, quantity, range,
};
use crate::decimal;
use crate::lexicon::MULTIPLES;
use crate::span::{Quote, Span};
use crate::text::{Class, Document};
use std::ops::Range;

/// Finds all figures but times, in text order, without overlap. Numbers inside `times` are left alone, but for ages.
pub fn find<'t>(doc: &Document<'t>, numbers: &Numbers, times: &[Figure]) -> Vec<Figure<'t>> {
    let mut scan = Scan {
        doc,
        numbers: numbers.all(),
        times,
        floor: 0,
        next_time: 0,
        found: Vec::new(),
        named: Vec::new(),
    };
    let mut index = 0;
    let mut words = 0;
    while let Some(number) = scan.numbers.get(index) {
        scan.words(words..number.tokens.start);
        words = number.tokens.end;
        index += scan.step(index).max(1);
    }
    scan.words(words..doc.tokens.len());
    change::link(doc, &mut scan.found, times);
    scan.found
}

struct Scan<'d, 't> {
    doc: &'d Document<'t>,
    numbers: &'d [Number],
    times: &'d [Figure<'d>],
    /// Tokens before this one belong to earlier figures.
    floor: usize,
    next_time: usize,
    found: Vec<Figure<'t>>,
    /// Values that have named something, the first few.
    named: Vec<f64>,
}

/// How many named values are kept, so that the pass stays linear.
const MEMORY: usize = 32;

impl<'t> Scan<'_, 't> {
    /// Figures without a number of their own: "doubled", "R50m".
    fn words(&mut self, tokens: Range<usize>) {
        for at in tokens {
            if at < self.floor {
                continue;
            }
            if let Some(entry) = MULTIPLES.get(self.doc.word(at)) {
                let mut figure = self.figure(&(at..at + 1), FigureType::Number, "number/multiple");
                figure.value = decimal::read(entry.get("value"));
                figure.change = change::named(entry)
                    .or_else(|| change::direction(self.doc, &(at..at + 1), FigureType::Number, &(0..0)));
                figure.counted =
                    multiplied(self.doc, at).map(|n| Quote::new(self.doc.text, self.doc.span(n)));
                self.push(at..at + 1, figure);
            } else if let Some(amount) = money::glued(self.doc, at) {
                self.push_amount(&amount, None);
            }
        }
    }

    /// Reads the number at `index`; how many numbers are done with.
    fn step(&mut self, index: usize) -> usize {
        let (doc, numbers) = (self.doc, self.numbers.get(index..).unwrap_or(&[]));
        let Some(number) = numbers.first().filter(|n| n.tokens.start >= self.floor) else {
            return 1;
        };
        if let Some((amount, low, high)) = age::decade(doc, number) {
            self.push_amount(&amount, Some((low, high)));
            return 1;
        }
        let aged = self.age(numbers);
        if aged > 0 {
            return aged;
        }
        if self.in_time(number) {
            return 1;
        }
        let Some(first) = amount::read(doc, numbers, self.floor) else {
            return 1;
        };
        // "that one mile": a unit makes a number even of a pronoun.
        let measured = name::is_pronoun(doc, number) && !first.is_bare();
        if !measured && name::is_name(doc, self.numbers, index) {
            self.remember(number);
            return 1;
        }
        if first.is_bare() && self.joins_time(numbers, &first) {
            return 1;
        }
        self.pair(numbers, &first).unwrap_or_else(|| self.single(numbers, &first))
    }

    /// "13- and 14-year-olds", "40 to 50 years old", or one age.
    fn age(&mut self, numbers: &[Number]) -> usize {
        let Some(number) = numbers.first() else {
            return 0;
        };
        if let Some(amount) = age::read(self.doc, number) {
            if let Some(high) = numbers.get(1).and_then(|n| age::upper(self.doc, &amount, n)) {
                let both = Amount { tokens: amount.tokens.start..high.0, value: None, ..amount.clone() };
                self.push_amount(&both, amount.value.map(|low| (low, high.1)));
                return 2;
            }
            self.push_amount(&amount, None);
            return 1;
        }
        let first = Amount::bare(number);
        let second = numbers.get(1).filter(|n| range::joint(self.doc, &first) == Some(n.tokens.start));
        let pair =
            second.and_then(|n| age::read(self.doc, n)).and_then(|a| range::pair(self.doc, &first, &a));
        match pair {
            Some(pair) if number.form == Form::Cardinal => {
                self.push_amount(&pair.amount, pair.ends);
                2
            }
            _ => 0,
        }
    }

    /// Two amounts as one figure, where the text joins them.
    fn pair(&mut self, numbers: &[Number], first: &Amount) -> Option<usize> {
        let at = range::joint(self.doc, first)?;
        let rest = numbers.get(first.numbers..)?;
        let number = rest.first()?;
        let second = amount::read(self.doc, rest, at)?;
        if second.tokens.start != at || !range::pairs(number.form) || self.in_time(number) {
            return None;
        }
        let pair = range::pair(self.doc, first, &second)?;
        self.push_amount(&pair.amount, pair.ends);
        Some(first.numbers + second.numbers)
    }

    /// "60 to 90 days": the number goes with a time behind it.
    fn joins_time(&mut self, numbers: &[Number], first: &Amount) -> bool {
        let next =
            range::joint(self.doc, first).and_then(|at| numbers.get(1).filter(|n| n.tokens.start == at));
        next.is_some_and(|n| self.in_time(n))
    }

    fn single(&mut self, numbers: &[Number], amount: &Amount) -> usize {
        let doc = self.doc;
        let Some(number) = numbers.first() else {
            return 1;
        };
        if !amount.is_bare() || amount.rule == "number/letter" {
            self.push_amount(amount, None);
            return amount.numbers;
        }
        if let Some(listed) = amount::of_list(doc, numbers).filter(|_| !name::is_pronoun(doc, number)) {
            self.push_amount(&listed, None);
            return 1;
        }
        if let Some(taken) = self.per_number(numbers, amount) {
            return taken;
        }
        if let Some(taken) = self.of_every(numbers, amount) {
            return taken;
        }
        if name::is_pronoun(doc, number) {
            return 1;
        }
        if number.form == Form::Ordinal {
            if !name::is_adverb(doc, number) {
                self.push_amount(amount, None);
            }
            return 1;
        }
        if fold(doc, number).is_some() {
            let end = fold(doc, number).unwrap_or(number.tokens.end);
            let amount = Amount { tokens: number.tokens.start..end, rule: "number/fold", ..amount.clone() };
            self.push_amount(&amount, None);
            return 1;
        }
        let round = number.value % 100.0 == 0.0;
        let counts = counted::is_plural(doc, number.tokens.end) && (round || !name::is_year(number));
        if !counts && (name::is_bare_name(doc, number) || self.is_remembered(number)) {
            self.remember(number);
            return 1;
        }
        self.push_amount(amount, None);
        1
    }

    /// "12 deaths per 100,000 people": a rate for every so many.
    fn per_number(&mut self, numbers: &[Number], amount: &Amount) -> Option<usize> {
        let (doc, base) = (self.doc, numbers.get(1)?);
        let noun = counted::phrase(doc, amount.tokens.end);
        let per = noun.as_ref().map_or(amount.tokens.end, |n| n.end);
        let of = (doc.of(per) == "per" || doc.of(per) == "for")
            && base.tokens.start == per + 1 + usize::from(doc.of(per + 1) == "every");
        if !of || (doc.of(per) == "for" && doc.of(per + 1) != "every") || base.form != Form::Cardinal {
            return None;
        }
        let people = counted::phrase(doc, base.tokens.end).filter(|n| n.start == base.tokens.end);
        let end = people.map_or(base.tokens.end, |n| n.end);
        let mut figure = self.figure(&(amount.tokens.start..end), FigureType::Rate, "rate/per-number");
        figure.value = amount.value;
        figure.unit = Some(doc.span(per..end).of(doc.text).to_owned());
        figure.counted = noun.map(|n| Quote::new(doc.text, doc.span(n)));
        self.push(amount.tokens.start..end, figure);
        Some(2)
    }

    /// "one household in ten", "two children in every five".
    fn of_every(&mut self, numbers: &[Number], amount: &Amount) -> Option<usize> {
        let (doc, base) = (self.doc, numbers.get(1)?);
        let noun = counted::phrase(doc, amount.tokens.end).filter(|n| n.start == amount.tokens.end)?;
        let at = noun.end + 1;
        let every = doc.of(at) == "every";
        let part = amount.value.filter(|_| amount.kind == FigureType::Number)?;
        let whole = base.value;
        let round = every || whole <= 10.0 || whole % 10.0 == 0.0 && whole <= 1000.0;
        let of = doc.of(noun.end) == "in" && base.tokens.start == at + usize::from(every);
        let cardinal = base.form == Form::Cardinal && part >= 1.0 && part < whole && round;
        let end = base.tokens.end;
        let counts = doc.class(end).is_nominal() && amount::is_word(doc, end);
        let free = !counts && !matches!(doc.of(end), "-" | "%" | ":");
        if !(of && cardinal && free) || self.in_time(base) {
            return None;
        }
        let mut figure = self.figure(&(amount.tokens.start..end), FigureType::Ratio, "ratio/noun-in");
        figure.value = Some(part / whole);
        figure.unit = Some(String::new());
        figure.counted = Some(Quote::new(doc.text, doc.span(noun)));
        self.push(amount.tokens.start..end, figure);
        Some(2)
    }

    fn push_amount(&mut self, amount: &Amount, ends: Option<(f64, f64)>) {
        let doc = self.doc;
        let mut figure = self.figure(&amount.tokens, amount.kind, amount.rule);
        figure.value = amount.value;
        figure.low = ends.map(|e| e.0);
        figure.high = ends.map(|e| e.1);
        figure.unit.clone_from(&amount.unit);
        figure.currency = amount.currency;
        let fixed = matches!(amount.kind, FigureType::Score | FigureType::Ordinal | FigureType::Age);
        let passed = self.found.last().filter(|f| f.rule != "number/multiple");
        let passed = passed.map_or(0..0, |f| doc.tokens_of(f.span));
        figure.change =
            if fixed { None } else { change::direction(doc, &amount.tokens, amount.kind, &passed) };
        let noun = counted::of(doc, amount)
            .and_then(|n| self.outside_times(n))
            .or_else(|| counted::told(doc, amount, &passed).and_then(|n| self.outside_times(n)));
        // "fell 5% to end at 3,406": the verb tells both figures of one thing.
        let inherits = noun.as_ref().is_some_and(|n| n.start < passed.end && passed.start < n.end);
        let noun = noun.filter(|_| !inherits);
        let times = noun.as_ref().is_some_and(|n| doc.of(n.start).eq_ignore_ascii_case("times"));
        let noun = noun.filter(|_| !times);
        if times && amount.is_bare() {
            figure.unit = Some("time".to_owned());
        }
        figure.counted = noun.clone().map(|n| Quote::new(doc.text, doc.span(n)));
        if inherits {
            figure.counted = self.found.last().and_then(|f| f.counted);
        }
        let behind = noun.as_ref().map_or(amount.tokens.end, |n| n.end.max(amount.tokens.end));
        let counts = noun.is_some_and(|n| n.start >= amount.tokens.end);
        let per = quantity::per(doc, amount.tokens.end).or_else(|| quantity::per(doc, behind));
        let whole =
            amount.value.is_none_or(|v| v.fract() == 0.0) || counted::is_plural(doc, amount.tokens.end);
        match (figure.kind, per) {
            (FigureType::Money, Some(unit)) => figure.unit = Some(format!("per {}", unit.name)),
            (FigureType::Number | FigureType::Range, Some(unit)) if amount.rule != "number/fraction" => {
                figure.kind = FigureType::Rate;
                figure.unit = Some(format!("per {}", unit.name));
                figure.rule = "rate/per-unit";
            }
            (FigureType::Number, None) if !whole && counts && amount.rule == "number/plain" => {
                figure.counted = None
            }
            (FigureType::Number, None) if counts && amount.rule != "number/fraction" => {
                figure.kind = FigureType::Count;
                figure.rule =
                    if amount.rule == "number/indefinite" { "count/indefinite" } else { "count/noun" };
            }
            _ => {}
        }
        let pure = matches!(
            figure.kind,
            FigureType::Number
                | FigureType::Count
                | FigureType::Range
                | FigureType::Ratio
                | FigureType::Score
        );
        figure.unit = figure.unit.or_else(|| pure.then(String::new));
        self.push(amount.tokens.clone(), figure);
    }

    fn figure(&self, tokens: &Range<usize>, kind: FigureType, rule: &'static str) -> Figure<'t> {
        let mut figure = Figure::new(self.doc.span(tokens.clone()), kind, rule);
        figure.approximation = approximation::find(self.doc, tokens);
        figure
    }

    fn push(&mut self, tokens: Range<usize>, figure: Figure<'t>) {
        if !self.doc.in_one_sentence(&tokens) {
            return;
        }
        self.floor = tokens.end;
        self.found.push(figure);
    }

    /// What is left of a noun phrase without a time at its beginning or end: "sales" of "sales in May".
    fn outside_times(&self, mut tokens: Range<usize>) -> Option<Range<usize>> {
        let span = self.doc.span(tokens.clone());
        let first = self.times.partition_point(|t| t.span.end <= span.start);
        let time =
            self.times.get(first).filter(|t| t.span.overlaps(span)).map(|t| self.doc.tokens_of(t.span));
        match time {
            // "three-year notes"
            Some(time) if time.end < tokens.end && time.clone().any(|at| self.doc.of(at) == "-") => {
                return Some(tokens);
            }
            Some(time) if time.start <= tokens.start => tokens.start = time.end,
            Some(time) if time.end >= tokens.end => {
                tokens.end = time.start - usize::from(self.doc.class(time.start - 1).is(Class::PREPOSITION));
            }
            _ => {}
        }
        (tokens.start < tokens.end && !self.times_overlap(&(tokens.start..tokens.start + 1)))
            .then_some(tokens)
    }

    fn times_overlap(&self, tokens: &Range<usize>) -> bool {
        let span = self.doc.span(tokens.clone());
        let first = self.times.partition_point(|t| t.span.end <= span.start);
        self.times.get(first).is_some_and(|t| t.span.overlaps(span))
    }

    /// Keeps a number that names a model or the like: "Boeing 787", and later "the 787".
    fn remember(&mut self, number: &Number) {
        if number.plain && (100.0..10_000.0).contains(&number.value) && self.named.len() < MEMORY {
            self.named.push(number.value);
        }
    }

    fn is_remembered(&self, number: &Number) -> bool {
        number.plain && self.named.contains(&number.value)
    }

    /// Whether a time holds the number. Numbers are asked about in text order.
    fn in_time(&mut self, number: &Number) -> bool {
        let span: Span = self.doc.span(number.tokens.clone());
        while self.times.get(self.next_time).is_some_and(|t| t.span.end <= span.start) {
            self.next_time += 1;
        }
        self.times.get(self.next_time).is_some_and(|t| t.span.overlaps(span))
    }
}

/// What was doubled or halved: the object with its determiner, or else the subject.
fn multiplied(doc: &Document, at: usize) -> Option<Range<usize>> {
    let object =
        doc.class(at + 1).is(Class::DETERMINER | Class::POSSESSIVE) && !doc.class(at).is(Class::ADVERB);
    if object { counted::phrase(doc, at + 2) } else { measured::find(doc, at + 1, &(0..0)) }
}

/// "300-fold": the token after it.
fn fold(doc: &Document, number: &Number) -> Option<usize> {
    let at = amount::skip_hyphen(doc, number.tokens.end);
    doc.of(at).eq_ignore_ascii_case("fold").then_some(at + 1)
}
