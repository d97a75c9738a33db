//! The table that the run ends with.

use std::time::{Duration, Instant};

/// Lines of the table, with what was measured beside each limit.
pub struct Report {
    began: Instant,
    lines: Vec<[String; 7]>,
}

/// How a figure must stand to its limit.
#[derive(Clone, Copy)]
pub enum Reach {
    /// At least so many times the limit.
    AtLeast(f64),
    /// At most so many times the limit.
    AtMost(f64),
    /// The limit, give or take so many times of it.
    Within(f64),
    /// Shown for comparison.
    Any,
}

impl Report {
    pub fn new() -> Self {
        let head = [
            "work",
            "connections",
            "figure",
            "limit in this run",
            "ratio",
            "reach",
            "",
        ];
        Self {
            began: Instant::now(),
            lines: vec![head.map(str::to_owned)],
        }
    }

    /// Adds `figure`, shown as `shown`, beside `limit`.
    pub fn add(
        &mut self,
        (work, connections): (&str, usize),
        (shown, figure): (String, f64),
        (named, limit): (&str, f64),
        reach: Reach,
    ) {
        let ratio = figure / limit;
        let (reach, verdict) = match reach {
            Reach::AtLeast(least) => (format!("≥ {least:.2}"), verdict(ratio >= least)),
            Reach::AtMost(most) => (format!("≤ {most:.2}"), verdict(ratio <= most)),
            Reach::Within(most) => (
                format!("1 ± {most:.2}"),
                verdict((ratio - 1.0).abs() <= most),
            ),
            Reach::Any => (String::new(), ""),
        };
        let connections = match connections {
            0 => String::new(),
            some => some.to_string(),
        };
        let line = [
            work.to_owned(),
            connections,
            shown,
            named.to_owned(),
            format!("{ratio:.2}"),
            reach,
            verdict.to_owned(),
        ];
        say(&line.join(" | "));
        self.lines.push(line);
    }

    /// Prints the table, and under what load it was made.
    pub fn print(&self) {
        let width = |column: usize| {
            let cells = self.lines.iter().filter_map(|line| line.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..7).map(width).collect();
        println!();
        for (place, line) in self.lines.iter().enumerate() {
            let cells = line.iter().zip(&widths);
            let cells: Vec<String> = cells
                .map(|(cell, width)| format!("{cell:width$}"))
                .collect();
            println!("| {} |", cells.join(" | "));
            if place == 0 {
                let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                println!("| {} |", rules.join(" | "));
            }
        }
        let missed = self.lines.iter().filter(|line| line[6] == MISS).count();
        println!(
            "\n{} missed; {} cores, load at the end {}, {:.0} s",
            missed,
            std::thread::available_parallelism().map_or(0, usize::from),
            load_average(),
            self.began.elapsed().as_secs_f64(),
        );
    }
}

const MISS: &str = "MISS";

fn verdict(reached: bool) -> &'static str {
    if reached { "ok" } else { MISS }
}

/// What the run is about, while it goes on.
pub fn say(progress: &str) {
    eprintln!("{progress}");
}

/// A time in milliseconds.
pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The machine's load, over one minute.
pub fn load_average() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}
