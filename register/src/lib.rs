//! Registers of firms: a table as a spreadsheet or an editor saved it, as text with separators or as a workbook, read a few rows at a time, a policy applied to every
//! row, and the results written beside them.
//!
//! [`open`] finds out what kind of file it is, its heading row, and which column is which field. A [`Reader`] gives the
//! rows, a [`Task`] evaluates them, [`Csv`] or [`Xlsx`] writes them. Nothing here reads a file, a clock or starts a thread: callers
//! hand in bytes and take bytes, so that command and page have one reader, and equal results.

mod csv;
mod heading;
mod outline;
mod register;
mod rows;
mod task;
mod text;
mod totals;
mod unreadable;
mod workbook;
mod xlsx;

use std::io::{Read, Seek};

pub use csv::{Csv, yuan};
pub use heading::{Field, Heading};
pub use register::{
    Input, NotOpened, Origin, Preview, Reader, Register, SheetOrigin, Wanted, open, preview,
};
pub use rows::{Row, Rows};
pub use task::{Chunk, Done, Fault, RowResult, Task};
pub use totals::Totals;
pub use unreadable::Unreadable;
pub use workbook::{Doubt, cell_name};
pub use xlsx::{SheetRows, Xlsx, XlsxWriter};

/// Bytes that can be read more than once.
pub trait Source: Read + Seek {}

impl<S: Read + Seek> Source for S {}
