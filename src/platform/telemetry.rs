//! Logs and metrics: what happened and how long it took, never whose life it was.

mod lines;

use std::sync::OnceLock;
use std::time::Duration;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use lines::Lines;

/// Where the log of this process goes, once it has one.
static LOG: OnceLock<Option<Lines>> = OnceLock::new();

/// How long the last lines of a process may take.
const LAST_LINES: Duration = Duration::from_secs(1);

/// Writes logs to standard output as one JSON object a line, and panics with them: a line that cannot
/// be written is dropped and counted.
///
/// Only the levels are a setting; what a line may hold is decided where it is written
/// (`docs/operations.md` has the list).
pub fn log_to_stdout(filter: &str) {
    // A second call (the demo serves after it has logged) keeps the first log.
    LOG.get_or_init(|| {
        let lines = Lines::to_stdout().ok()?;
        let out = lines.clone();
        tracing_subscriber::fmt()
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .with_env_filter(EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info")))
            .log_internal_errors(false)
            .with_writer(move || out.clone())
            .try_init()
            .ok()?;
        std::panic::set_hook(Box::new(log_panic));
        Some(lines)
    });
}

/// Whether `text` says which lines to write.
pub fn is_filter(text: &str) -> bool {
    EnvFilter::try_new(text).is_ok()
}

/// Says where, and not what: the message may quote what was sent.
fn log_panic(panicked: &std::panic::PanicHookInfo<'_>) {
    let place = panicked.location().map(ToString::to_string);
    tracing::error!(place, "a thread panicked");
}

/// Lets the last lines out before the process ends, which nothing holds up for longer than a second.
pub fn finish_log() {
    if let Some(Some(lines)) = LOG.get() {
        lines.finish(LAST_LINES);
    }
}

/// Upper bounds of the latency histograms, in seconds.
const LATENCIES: [f64; 11] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];

/// Upper bounds of the histograms that count.
const COUNTS: [f64; 8] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0];

static HANDLE: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Starts collecting metrics, once a process.
pub fn collect_metrics() {
    HANDLE.get_or_init(|| {
        PrometheusBuilder::new()
            .set_buckets(&LATENCIES)
            .and_then(|builder| {
                let counted = Matcher::Full("sqlite_group_size".to_owned());
                builder.set_buckets_for_metric(counted, &COUNTS)
            })
            .ok()
            .and_then(|builder| builder.install_recorder().ok())
    });
}

/// The metrics so far, in the text format of Prometheus.
pub fn metrics_text() -> String {
    match HANDLE.get() {
        Some(Some(handle)) => {
            handle.run_upkeep();
            handle.render()
        }
        _ => String::new(),
    }
}

/// A length as a metric's value.
pub fn count(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::from(u32::MAX), f64::from)
}
