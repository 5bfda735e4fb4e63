//! The examples: one claim of each labelled sentence, with what the labels say of it.

use super::super::model::{Inputs, TEXT_HEADS};
use super::super::sign::{Sign, Topics};
use super::super::{Found, kind, predicate};
use super::FOLDS;
use super::linear::Row;
use crate::span::Span;
use crate::text::Document;
use serde::Deserialize;
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The head that says whether a claim is worth a check.
pub const WORTHY: usize = 1;

/// How much the grades of the guide deserve a check.
const GRADES: [f32; 4] = [0.0, 0.3, 0.75, 0.95];

/// Where an example comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// ClaimBuster's sentences of debates.
    Debate,
    /// The articles of standing/wikinews.
    Article,
    /// Sentences labelled beside this file.
    Labelled,
    /// Articles of our own.
    Own,
}

/// What is trained on.
#[derive(Default)]
pub struct Examples {
    /// The labelled claims.
    pub claims: Vec<Example>,
    /// Labelled sentences in which no claim was found, with their answers: a reader sees a score of 0.
    pub silent: Vec<(Origin, Answers)>,
}

/// Can it be checked, is it worth a check, is it an opinion, is it speech; none where the labels do not tell.
pub type Answers = [Option<bool>; TEXT_HEADS];

/// One labelled claim.
pub struct Example {
    /// What the model sees.
    pub inputs: Inputs,
    /// What the labels say.
    pub answers: Answers,
    /// How much it deserves a check, from 0 to 1.
    pub worth: f32,
    /// The number of its type.
    pub kind: Option<usize>,
    /// The part of the data it belongs to; an article stays together.
    pub fold: usize,
    /// Where it comes from.
    pub origin: Origin,
}

impl Example {
    /// As the linear models read it.
    pub fn row(&self) -> Row {
        Row {
            dense: self.inputs.values.to_vec(),
            grams: self.inputs.grams.clone(),
            share: self.inputs.share(),
        }
    }

    /// As the heads of types read it.
    pub fn type_row(&self) -> Row {
        Row { dense: self.inputs.own_values.to_vec(), ..self.row() }
    }

    /// Whether it is from a debate.
    pub fn is_speech(&self) -> bool {
        self.origin == Origin::Debate
    }

    /// How much it counts for a head.
    pub fn weight(&self, head: usize) -> f32 {
        match (self.is_speech(), head) {
            (true, _) => 1.0,
            (false, WORTHY) => super::NEWS_WEIGHT_WORTHY,
            (false, _) => super::NEWS_WEIGHT,
        }
    }
}

#[derive(Deserialize)]
struct Debate {
    text: String,
    label3: String,
}

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    #[serde(default)]
    sentences: Vec<Labels>,
}

#[derive(Deserialize)]
struct Labels {
    start: usize,
    end: usize,
    grade: u8,
    #[serde(rename = "type")]
    kind: String,
    claim: Option<(usize, usize)>,
}

/// Reads all data that may be trained on.
pub fn load(folder: &Path) -> Result<Examples, Box<dyn Error>> {
    let mut examples = Examples::default();
    for (number, debate) in
        lines::<Debate>(&folder.join("claims/train/claimbuster.jsonl"))?.iter().enumerate()
    {
        let text = Text::new(&debate.text);
        let Some(claim) = text.claims().max_by_key(|c| c.span.len()) else {
            continue;
        };
        let judges =
            [Sign::Opinion, Sign::Wish, Sign::Feeling].iter().any(|s| claim.inputs.values[*s as usize] > 0.0);
        let fact = debate.label3 != "NFS";
        let answers =
            [Some(fact), Some(debate.label3 == "CFS"), (fact || judges).then_some(!fact), Some(true)];
        let fold = number / 40 % FOLDS;
        examples.claims.push(Example {
            inputs: claim.inputs,
            answers,
            worth: f32::from(u8::from(debate.label3 == "CFS")),
            kind: None,
            fold,
            origin: Origin::Debate,
        });
    }
    for (number, article) in lines::<Article>(&folder.join("standing/wikinews.jsonl"))?.iter().enumerate() {
        let bytes: Vec<usize> =
            article.text.char_indices().map(|(i, _)| i).chain([article.text.len()]).collect();
        let text = Text::new(&article.text);
        let claims: Vec<ReadClaim> = text.claims().collect();
        let span = |start: usize, end: usize| Span::new(bytes[start], bytes[end]);
        let mut taken = vec![false; claims.len()];
        for labels in &article.sentences {
            let (start, end) = labels.claim.unwrap_or((labels.start, labels.end));
            add(
                &mut examples,
                &claims,
                &mut taken,
                span(start, end),
                labels,
                number % FOLDS,
                Origin::Article,
            );
        }
    }
    labelled(folder, &mut examples)?;
    own(&mut examples)?;
    Ok(examples)
}

/// The articles of our own.
fn own(examples: &mut Examples) -> Result<(), Box<dyn Error>> {
    let content = include_str!("../../../data/claims/articles.txt");
    for (number, article) in content.split("\n\n").skip(1).enumerate() {
        let (mut text, mut rows) = (String::new(), Vec::new());
        for line in article.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let &[grade, kind, sentence] = cells.as_slice() else {
                return Err(format!("articles.txt: {line}: three columns are expected").into());
            };
            let start = text.len();
            text.push_str(sentence);
            let labels =
                Labels { start, end: text.len(), grade: grade.parse()?, kind: kind.to_owned(), claim: None };
            rows.push(labels);
            text.push('\n');
        }
        let text = Text::new(&text);
        let claims: Vec<ReadClaim> = text.claims().collect();
        let mut taken = vec![false; claims.len()];
        for labels in &rows {
            let span = Span::new(labels.start, labels.end);
            add(examples, &claims, &mut taken, span, labels, number % FOLDS, Origin::Own);
        }
    }
    Ok(())
}

/// The sentences that `labels.tsv` speaks of.
fn labelled(folder: &Path, examples: &mut Examples) -> Result<(), Box<dyn Error>> {
    let mut documents = HashMap::new();
    for file in ["entities/train/gmb-silver.jsonl", "entities/gum-interview.jsonl", "figures/meantime.jsonl"]
    {
        documents.extend(lines::<Article>(&folder.join(file))?.into_iter().map(|a| (a.id, a.text)));
    }
    for (number, line) in include_str!("labels.tsv").lines().filter(|l| !l.starts_with('#')).enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        let &[document, byte, grade, kind] = cells.as_slice() else {
            return Err(format!("labels.tsv: {line}: four columns are expected").into());
        };
        let text =
            Text::new(documents.get(document).ok_or_else(|| format!("{document} is not in the data"))?);
        let claims: Vec<ReadClaim> = text.claims().collect();
        let token = text.doc.token_at(byte.parse()?);
        let Some(sentence) = text.doc.sentence_of(token).and_then(|s| text.doc.sentences.get(s)) else {
            continue;
        };
        let labels = Labels { start: 0, end: 0, grade: grade.parse()?, kind: kind.to_owned(), claim: None };
        let span = text.doc.span(sentence.tokens.clone());
        let mut taken = vec![false; claims.len()];
        add(examples, &claims, &mut taken, span, &labels, number / 10 % FOLDS, Origin::Labelled);
    }
    Ok(())
}

/// Adds the claim that shares most with the labelled span, once.
fn add(
    examples: &mut Examples,
    claims: &[ReadClaim],
    taken: &mut [bool],
    span: Span,
    labels: &Labels,
    fold: usize,
    origin: Origin,
) {
    let shared = |c: &ReadClaim| c.span.end.min(span.end).saturating_sub(c.span.start.max(span.start));
    let best = (0..claims.len()).max_by_key(|place| (shared(&claims[*place]), std::cmp::Reverse(*place)));
    let answers = [Some(labels.grade >= 1), Some(labels.grade >= 2), None, Some(false)];
    let Some(place) = best.filter(|place| shared(&claims[*place]) > 0) else {
        examples.silent.push((origin, answers));
        return;
    };
    if std::mem::replace(&mut taken[place], true) {
        return;
    }
    let inputs = claims[place].inputs.clone();
    let kind = kind::TYPES_IN_ORDER
        .iter()
        .position(|kind| serde_json::to_value(kind).is_ok_and(|name| name == labels.kind.as_str()));
    let worth = GRADES.get(usize::from(labels.grade)).copied().unwrap_or(1.0);
    examples.claims.push(Example { inputs, answers, worth, kind, fold, origin });
}

/// A text and what the stages found in it.
struct Text<'t> {
    doc: Document<'t>,
    found: crate::analysis::Found<'t>,
}

struct ReadClaim {
    span: Span,
    inputs: Inputs,
}

impl<'t> Text<'t> {
    fn new(text: &'t str) -> Self {
        let doc = Document::new(text);
        let found = crate::read(&doc, &crate::Options::default());
        Text { doc, found }
    }

    fn claims(&self) -> impl Iterator<Item = ReadClaim> + '_ {
        let Text { doc, found: all } = self;
        let found = Found {
            doc,
            figures: &all.figures,
            entities: &all.entities,
            attributions: &all.attributions,
            hedges: &all.hedges,
        };
        let mut topics = Topics::default();
        found.extents().map(move |(extent, stretch)| {
            let predicate = predicate::find(doc, extent.tokens.clone());
            let signs = found.signs(&extent, stretch.clone(), predicate.as_ref());
            let span = doc.span(extent.tokens.clone());
            let inputs = Inputs::new(doc, stretch, &signs, &topics);
            topics.add(&signs);
            ReadClaim { span, inputs }
        })
    }
}

fn lines<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(Into::into)).collect()
}
