//! Each counter of `docs/operations.md` is there from the start: what reads them sees the first time that one moves.

use super::retention;
use crate::platform::alarm::Alarm;
use crate::platform::limit::LimitSettings;
use crate::platform::outbox::Way;

const WITHOUT_LABELS: [&str; 8] = [
    "alerts_total",
    "authz_denied_total",
    "log_lines_dropped_total",
    "logins_failed_total",
    "panics_total",
    "refresh_reuse_total",
    "reminders_total",
    "seals_broken_total",
];

/// Begins all of them at 0.
pub(super) fn begin(limits: &LimitSettings) {
    for name in WITHOUT_LABELS {
        metrics::counter!(name).increment(0);
    }
    for alarm in Alarm::ALL {
        metrics::counter!("alarms_total", "code" => alarm.code()).increment(0);
    }
    for way in Way::ALL.map(Way::name) {
        metrics::counter!("delivery_failures_total", "way" => way).increment(0);
    }
    for way in [Way::Push, Way::Webhook].map(Way::name) {
        for result in ["taken", "later", "ended", "given_up"] {
            metrics::counter!("notices_total", "way" => way, "result" => result).increment(0);
        }
    }
    for rule in retention::rules() {
        metrics::counter!("retention_rows_total", "table" => rule.table).increment(0);
    }
    // What `FAILURES` ends is counted as failed sign-ins.
    let limited = limits.list().map(|(variable, _)| variable);
    for variable in limited.filter(|variable| !variable.ends_with("FAILURES")) {
        let limit = variable.trim_start_matches("ALSFRS_LIMIT_").to_lowercase();
        metrics::counter!("limit_exceeded_total", "limit" => limit).increment(0);
    }
}
