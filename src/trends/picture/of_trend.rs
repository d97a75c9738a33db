//! What of a trend is drawn.

use super::chart::{Chart, Dot, Mark, Method, Series, Stage, Staging};
use crate::clinical::{Domain, Group, Item, KingsStage, Slope, Subscores};
use crate::trends::markers::Marker;
use crate::trends::model::{Slopes, Trend, TrendPoint};

impl From<&Trend> for Chart {
    fn from(trend: &Trend) -> Self {
        let first = trend.window.from;
        let latest = trend.latest.as_ref();
        Self {
            from: first.monday(),
            to: trend.window.to.sunday(),
            total: series(trend, &trend.slopes.total, None),
            areas: Domain::ALL
                .map(|domain| {
                    (
                        domain,
                        series(trend, slope(&trend.slopes, domain), Some(domain)),
                    )
                })
                .into(),
            open: trend
                .points
                .iter()
                .filter(|point| !point.complete)
                .map(|point| point.assessed_on)
                .collect(),
            stages: stages(trend).into(),
            marks: marks(trend),
            told: trend
                .summary
                .iter()
                .map(|sentence| sentence.text.clone())
                .collect(),
            has_more: latest.is_some_and(|latest| latest.week < first),
        }
    }
}

/// The total, or the score of a domain.
fn series(trend: &Trend, slope: &Slope, domain: Option<Domain>) -> Series {
    let holds_cutting = domain.is_none_or(|domain| domain.items().contains(&Item::Cutting));
    let score = |total, subscores: &Subscores| match domain {
        None => total,
        Some(domain) => subscores.of(domain),
    };
    let group = |rater, form| Group {
        form: if holds_cutting {
            form
        } else {
            Group::rated_by(rater).form
        },
        rater,
    };
    let dots = trend.points.iter().filter_map(|point| {
        Some(Dot {
            day: point.assessed_on,
            value: score(point.total, &point.subscores)?,
            group: group(point.respondent.rater(), point.form),
        })
    });
    let clinic = trend.clinic_ratings.iter().filter_map(|point| {
        Some(Dot {
            day: point.assessed_on,
            value: score(point.total, &point.subscores)?,
            group: group(point.respondent.rater(), point.form),
        })
    });
    Series {
        dots: dots.collect(),
        clinic: clinic.collect(),
        lines: slope.lines.clone(),
    }
}

const fn slope(slopes: &Slopes, domain: Domain) -> &Slope {
    match domain {
        Domain::Bulbar => &slopes.bulbar,
        Domain::FineMotor => &slopes.fine_motor,
        Domain::GrossMotor => &slopes.gross_motor,
        Domain::Respiratory => &slopes.respiratory,
    }
}

fn stages(trend: &Trend) -> [Staging; 3] {
    let kings = |stage: KingsStage| Stage {
        name: stage.key(),
        number: stage.number(),
    };
    let staging = |of, stage: &dyn Fn(&TrendPoint) -> Option<Stage>| {
        let points = trend.points.iter();
        let stages = points.map(|point| (point.assessed_on, stage(point)));
        Staging {
            of,
            stages: stages.collect(),
        }
    };
    [
        staging(Method::Kings, &|point| point.kings.map(kings)),
        staging(Method::Mitos, &|point| point.mitos.map(counted)),
        staging(Method::Ft9, &|point| point.ft9.map(counted)),
    ]
}

fn counted(number: u8) -> Stage {
    let name = match number {
        0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        _ => "4",
    };
    Stage { name, number }
}

fn marks(trend: &Trend) -> Vec<Mark> {
    let mark = |marker: &Marker| Mark {
        day: marker.day,
        kind: marker.kind,
        label: marker.label.clone(),
    };
    trend.markers.iter().map(mark).collect()
}
