//! A table as Parquet, whose columns have types: the codebook says which.

use std::io;
use std::sync::Arc;

use chrono::NaiveDate;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::sheet::Sheet;
use super::{Counted, codebook};
use crate::platform::table::{Cell, Row};

/// So many rows are kept before they are written: a few megabytes.
const GROUP: usize = 10_000;

/// A table that is being written.
pub(super) struct Parquet {
    file: SerializedFileWriter<Counted>,
    columns: Vec<Column>,
    at: usize,
    rows: usize,
}

/// The values of a column that are not written yet, and in which rows there is one.
struct Column {
    values: Values,
    there: Vec<i16>,
}

enum Values {
    Text(Vec<ByteArray>),
    Whole(Vec<i32>),
    Decimal(Vec<f64>),
    Day(Vec<i32>),
    Moment(Vec<i64>),
}

impl Parquet {
    pub(super) fn new(to: Counted, names: &[&'static str]) -> io::Result<Self> {
        let columns: Vec<Column> = names.iter().map(|name| Column::of(name)).collect();
        let fields = names.iter().zip(&columns);
        let fields = fields.map(|(name, column)| column.field(name).map(Arc::new));
        let fields = fields.collect::<Result<_, _>>().map_err(broken)?;
        let table = Type::group_type_builder("table").with_fields(fields);
        let table = Arc::new(table.build().map_err(broken)?);
        // What is known of each page is kept until the end, and grows with the table: what is known of a group is enough.
        let small = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true);
        let file = SerializedFileWriter::new(to, table, Arc::new(small.build()));
        Ok(Self {
            file: file.map_err(broken)?,
            columns,
            at: 0,
            rows: 0,
        })
    }

    fn write(&mut self) -> Result<(), ParquetError> {
        if self.rows == 0 {
            return Ok(());
        }
        self.rows = 0;
        let mut group = self.file.next_row_group()?;
        for column in &mut self.columns {
            if let Some(to) = group.next_column()? {
                column.write(to)?;
            }
        }
        group.close()?;
        Ok(())
    }
}

impl Row for Parquet {
    fn put(&mut self, cell: Option<Cell<'_>>) -> io::Result<()> {
        let column = self.columns.get_mut(self.at);
        self.at += 1;
        column
            .and_then(|column| column.put(cell))
            .ok_or_else(|| io::Error::other("a cell is not of the type of its column"))
    }
}

impl Sheet for Parquet {
    fn end_row(&mut self) -> io::Result<()> {
        self.at = 0;
        self.rows += 1;
        if self.rows == GROUP {
            self.write().map_err(broken)?;
        }
        Ok(())
    }

    fn end(mut self: Box<Self>) -> io::Result<Counted> {
        self.write().map_err(broken)?;
        self.file.into_inner().map_err(broken)
    }
}

impl Column {
    fn of(name: &str) -> Self {
        let values = match codebook::kind(name) {
            "decimal" => Values::Decimal(Vec::new()),
            "date" => Values::Day(Vec::new()),
            "instant" => Values::Moment(Vec::new()),
            "integer" => Values::Whole(Vec::new()),
            range if range.starts_with('0') => Values::Whole(Vec::new()),
            _ => Values::Text(Vec::new()),
        };
        let there = Vec::new();
        Self { values, there }
    }

    fn field(&self, name: &str) -> Result<Type, ParquetError> {
        let (physical, logical) = match self.values {
            Values::Text(_) => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
            Values::Whole(_) => (Physical::INT32, None),
            Values::Decimal(_) => (Physical::DOUBLE, None),
            Values::Day(_) => (Physical::INT32, Some(LogicalType::Date)),
            Values::Moment(_) => (
                Physical::INT64,
                Some(LogicalType::timestamp(true, TimeUnit::MILLIS)),
            ),
        };
        Type::primitive_type_builder(name, physical)
            .with_repetition(Repetition::OPTIONAL)
            .with_logical_type(logical)
            .build()
    }

    /// Keeps a cell; `None` for one of another type.
    fn put(&mut self, cell: Option<Cell<'_>>) -> Option<()> {
        self.there.push(i16::from(cell.is_some()));
        let Some(cell) = cell else {
            return Some(());
        };
        match (&mut self.values, cell) {
            (Values::Text(all), Cell::Text(text)) => push_text(all, text),
            (Values::Text(all), Cell::Code(code)) => push_text(all, &code),
            (Values::Whole(all), Cell::Whole(number)) => all.push(i32::try_from(number).ok()?),
            (Values::Decimal(all), Cell::Decimal(number)) => all.push(number),
            (Values::Day(all), Cell::Day(day)) => all.push(since_1970(day)?),
            (Values::Moment(all), Cell::Moment(at)) => all.push(at.timestamp_millis()),
            _ => return None,
        }
        Some(())
    }

    fn write(&mut self, mut to: SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let there = Some(self.there.as_slice());
        // The room is used again.
        match (to.untyped(), &mut self.values) {
            (ColumnWriter::ByteArrayColumnWriter(to), Values::Text(all)) => {
                to.write_batch(all, there, None)?;
                all.clear();
            }
            (ColumnWriter::Int32ColumnWriter(to), Values::Whole(all) | Values::Day(all)) => {
                to.write_batch(all, there, None)?;
                all.clear();
            }
            (ColumnWriter::DoubleColumnWriter(to), Values::Decimal(all)) => {
                to.write_batch(all, there, None)?;
                all.clear();
            }
            (ColumnWriter::Int64ColumnWriter(to), Values::Moment(all)) => {
                to.write_batch(all, there, None)?;
                all.clear();
            }
            _ => return Err(ParquetError::General("a column of another type".to_owned())),
        }
        self.there.clear();
        to.close()
    }
}

/// Most rows say what the one before says: they share its bytes.
fn push_text(all: &mut Vec<ByteArray>, text: &str) {
    let before = all.last();
    let same = before.filter(|before| before.data() == text.as_bytes());
    all.push(same.map_or_else(|| text.into(), ByteArray::clone));
}

/// Days since 1970, as Parquet has them.
fn since_1970(day: NaiveDate) -> Option<i32> {
    let days = day.signed_duration_since(NaiveDate::default()).num_days();
    i32::try_from(days).ok()
}

fn broken(error: ParquetError) -> io::Error {
    match error {
        // What the disk says is told apart from a fault of ours.
        ParquetError::External(cause) => match cause.downcast::<io::Error>() {
            Ok(disk) => *disk,
            Err(other) => io::Error::other(other),
        },
        error => io::Error::other(error),
    }
}
