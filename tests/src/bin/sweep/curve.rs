//! Whether expansion takes time that grows with the size of a type and not faster.

use std::process::Command;
use std::time::Instant;

use formwork_specs::bundled;
use formwork_tests::sweep::expansion::Expansion;

use crate::Outcome;
use crate::arguments::Arguments;

/// How many sizes are looked for; small ones are often the same.
const POINTS: usize = 25;
/// How often each is measured; the least time counts, which other programs disturb least.
const REPEATS: usize = 7;

struct Point {
    name: &'static str,
    properties: f64,
    seconds: f64,
}

/// Prints the curve.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts of properties and types are small"
)]
pub(crate) fn print(arguments: &Arguments) -> Outcome<()> {
    let names = bundled::names().filter(|name| arguments.wants(name));
    let mut sizes: Vec<(usize, &str)> = names.map(|name| (properties(name), name)).collect();
    sizes.sort_unstable();
    let largest = sizes.last().map_or(1.0, |(size, _)| *size as f64);
    // Sizes that grow by the same factor from the smallest to the largest.
    let mut chosen: Vec<usize> = (0..POINTS)
        .map(|point| largest.powf(point as f64 / (POINTS - 1) as f64) as usize)
        .filter_map(|size| {
            let at = sizes.partition_point(|(other, _)| *other < size);
            (at < sizes.len()).then_some(at)
        })
        .collect();
    chosen.dedup();
    println!("| type | properties | expansion | per property |");
    println!("|---|---|---|---|");
    let mut points = Vec::new();
    for (size, name) in chosen.into_iter().filter_map(|at| sizes.get(at)) {
        let mut seconds = f64::INFINITY;
        for _ in 0..REPEATS {
            seconds = seconds.min(fresh(name)?);
        }
        let properties = *size as f64;
        println!(
            "| `{name}` | {size} | {:.2} ms | {:.1} µs |",
            seconds * 1e3,
            seconds * 1e6 / properties.max(1.0),
        );
        points.push(Point {
            name,
            properties,
            seconds,
        });
    }
    summary(&points);
    Ok(())
}

/// The line that fits best, with errors relative to the time, and how far the worst point is off it.
fn summary(points: &[Point]) {
    let mut sums = [0.0; 5];
    for Point {
        properties: x,
        seconds: y,
        ..
    } in points
    {
        let weight = 1.0 / (y * y);
        let terms = [
            weight,
            weight * x,
            weight * x * x,
            weight * y,
            weight * x * y,
        ];
        sums.iter_mut()
            .zip(terms)
            .for_each(|(sum, term)| *sum += term);
    }
    let [w, x, xx, y, xy] = sums;
    let slope = (w * xy - x * y) / (w * xx - x * x);
    let start = (y - slope * x) / w;
    let off = points.iter().map(|point| {
        (
            point.seconds / (start + slope * point.properties),
            point.name,
        )
    });
    let worst = off.max_by(|left, right| left.0.total_cmp(&right.0));
    println!(
        "\nBest line: {:.2} ms and {:.1} µs for each property.",
        start * 1e3,
        slope * 1e6
    );
    if let Some((factor, name)) = worst {
        println!("Farthest above it: `{name}`, {factor:.2} times.");
    }
}

fn properties(name: &str) -> usize {
    let text = bundled::find(name).unwrap_or_default();
    let Ok(spec) = formwork_specs::read(text.as_bytes()) else {
        return 0;
    };
    let resources = spec.resources.iter();
    resources
        .flat_map(|resource| {
            let definitions = resource.definitions.iter().map(|one| &one.schema);
            definitions.chain([&resource.body])
        })
        .map(|schema| schema.properties.len())
        .sum()
}

/// The seconds of one expansion in a process that has expanded nothing before.
fn fresh(name: &str) -> Outcome<f64> {
    let call = format!("{name:?}");
    let output = Command::new(std::env::current_exe()?)
        .args(["--call", &call])
        .output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().parse()?)
}

/// Expands one call and prints the seconds that it took.
pub(crate) fn inside(call: &str) -> Outcome<()> {
    let tokens: proc_macro2::TokenStream = call.parse().map_err(|error| format!("{error}"))?;
    let started = Instant::now();
    let tokens = formwork_codegen::resource(tokens);
    let seconds = started.elapsed().as_secs_f64();
    drop(tokens);
    Expansion::of(call)?;
    println!("{seconds}");
    Ok(())
}
