//! How long each stage takes, on articles of our own repeated to three lengths. `cargo bench --bench stages`

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use reportedly::text::Document;
use reportedly::{Options, annotate, attribution, claim, entity, figure, hedge, tag};
use std::hint::black_box;

const ARTICLES: [&str; 3] = [
    include_str!("../tests/articles/ferry-inquiry/article.txt"),
    include_str!("../tests/articles/chip-plant/article.txt"),
    include_str!("../tests/articles/border-talks/article.txt"),
];

/// Articles one after the other up to about this many bytes.
fn news(bytes: usize) -> String {
    let mut text = String::new();
    for article in ARTICLES.iter().cycle() {
        if text.len() + article.len() / 2 > bytes {
            break;
        }
        text.push_str(article);
        text.push_str("\n\n");
    }
    text
}

/// An article, a long read, an archive.
const SIZES: [usize; 3] = [5_000, 50_000, 1_000_000];

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("annotate");
    for size in SIZES {
        let text = news(size);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(size), &text, |bench, text| {
            bench.iter(|| black_box(annotate(text, &Options::default())));
        });
    }
    group.finish();
}

fn stages(criterion: &mut Criterion) {
    for size in SIZES {
        let text = news(size);
        let mut group = criterion.benchmark_group(format!("stages of {size} bytes"));
        group.throughput(Throughput::Bytes(text.len() as u64));
        let doc = Document::new(&text);
        let figures = figure::find(&doc, None);
        let names = tag::find(&doc);
        let entities = entity::find(&doc, &names);
        let attributions = attribution::find(&doc, &figures, &entities);
        let hedges = hedge::find(&doc, &attributions);
        group.bench_function("text", |b| b.iter(|| black_box(Document::new(&text))));
        group.bench_function("figure", |b| b.iter(|| black_box(figure::find(&doc, None))));
        group.bench_function("tag", |b| b.iter(|| black_box(tag::find(&doc))));
        group.bench_function("entity", |b| b.iter(|| black_box(entity::find(&doc, &names))));
        group.bench_function("attribution", |b| {
            b.iter(|| black_box(attribution::find(&doc, &figures, &entities)))
        });
        group.bench_function("hedge", |b| b.iter(|| black_box(hedge::find(&doc, &attributions))));
        group.bench_function("claim", |b| {
            b.iter(|| black_box(claim::find(&doc, &figures, &entities, &attributions, &hedges)));
        });
        group.finish();
    }
}

criterion_group!(benches, whole, stages);
criterion_main!(benches);
