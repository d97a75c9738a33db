//! Logs and metrics: what happened and how long it took, never whose life it was.

use std::sync::OnceLock;

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

/// Writes logs to standard output as one JSON object a line.
///
/// Only the levels are a setting; what a line may hold is decided where it is written
/// (`docs/operations.md` has the list).
pub fn log_to_stdout(filter: &str) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new("info"));
    // A second call (the demo serves after it has logged) keeps the first subscriber.
    drop(
        tracing_subscriber::fmt()
            .json()
            .flatten_event(true)
            .with_current_span(false)
            .with_span_list(false)
            .with_env_filter(filter)
            .try_init(),
    );
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
#[must_use]
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
#[must_use]
pub fn count(length: usize) -> f64 {
    u32::try_from(length).map_or(f64::from(u32::MAX), f64::from)
}
