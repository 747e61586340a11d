//! Registers for a worker of the page: chunk by chunk, so that the worker can tell how far it is, and stop. What each
//! function takes and gives is written in `types.d.ts`.

use std::cell::RefCell;
use std::io::{self, Cursor, Write};
use std::mem;
use std::rc::Rc;

use js_sys::{Array, Error, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;
use wengang::{Calendar, Eligibility, Locale, Plain, Policy, Problem, pack};
use wengang_register::{
    Chunk, Csv, Input, NotOpened, Origin, Preview, Reader, Register, RowResult, Rows, Task, Totals,
    Unreadable, Wanted, Xlsx, XlsxWriter, open, preview, yuan,
};

const CALENDAR: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/calendar.pack"));

/// What stands between the cells of a row.
const BETWEEN: &str = "\u{1f}";

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

type Answer<T> = Result<T, JsValue>;

fn locale(english: bool) -> Locale {
    if english { Locale::English } else { Locale::Chinese }
}

fn policy(pack: &[u8], locale: Locale) -> Answer<Policy> {
    pack::read(pack).map_err(|reason| Error::new(&reason.describe(locale)).into())
}

fn input(bytes: Vec<u8>) -> Input {
    Input::File(Box::new(Cursor::new(bytes)))
}

fn unreadable(error: &Unreadable, locale: Locale) -> JsValue {
    Error::new(error.words().get(locale)).into()
}

fn wrong_heading(problems: &[Problem], locale: Locale) -> JsValue {
    let messages: Vec<&str> = problems.iter().map(|problem| problem.message.get(locale)).collect();
    let error = Error::new(&messages.join("\n"));
    let list: Array = messages.into_iter().map(JsValue::from).collect();
    // A property of a new object can be set.
    let _ = Reflect::set(&error, &"problems".into(), &list);
    error.into()
}

/// An object with these entries.
fn object<const COUNT: usize>(entries: [(&str, JsValue); COUNT]) -> Object {
    let object = Object::new();
    for (key, value) in entries.into_iter().filter(|entry| !entry.1.is_undefined()) {
        let _ = Reflect::set(&object, &key.into(), &value);
    }
    object
}

fn texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> JsValue {
    texts.into_iter().map(JsValue::from).collect::<Array>().into()
}

#[allow(clippy::cast_possible_truncation, reason = "a table has no more rows and columns")]
fn number(number: usize) -> JsValue {
    JsValue::from(number as u32)
}

/// What there is to choose from in a register.
///
/// # Errors
/// Where register or pack cannot be read.
#[wasm_bindgen(js_name = previewRegister, skip_typescript)]
pub fn preview_register(bytes: Vec<u8>, pack: &[u8], english: bool) -> Answer<Array> {
    let locale = locale(english);
    let policy = policy(pack, locale)?;
    let tables = preview(input(bytes), &policy).map_err(|error| unreadable(&error, locale))?;
    Ok(tables.iter().map(table).map(JsValue::from).collect())
}

fn table(table: &Preview) -> Object {
    let rows = table.rows.iter().map(|(row, cells)| {
        let cells = texts(cells.iter().map(String::as_str));
        JsValue::from(object([("number", number(*row)), ("cells", cells)]))
    });
    let columns = table.columns.iter().map(|(name, field)| {
        JsValue::from(object([("name", name.into()), ("field", field.as_deref().into())]))
    });
    let heading = [table.heading.0, table.heading.1].map(number);
    object([
        ("sheet", table.sheet.as_deref().into()),
        ("isHidden", table.is_hidden.into()),
        ("rows", rows.collect::<Array>().into()),
        ("heading", Array::of2(&heading[0], &heading[1]).into()),
        ("columns", columns.collect::<Array>().into()),
        ("lastRow", table.last_row.map_or(JsValue::UNDEFINED, number)),
    ])
}

/// Reads what is wanted; the worker's own code writes it.
fn wanted(value: &JsValue, is_kept: bool) -> Wanted {
    let get = |value: &JsValue, key: &str| {
        Reflect::get(value, &key.into()).ok().filter(|found| !found.is_undefined())
    };
    let at = |value: &JsValue, index: u32| Array::from(value).get(index);
    let count = |value: &JsValue| {
        // What is no index is no column.
        value.as_f64().and_then(|number| format!("{number}").parse().ok()).unwrap_or(usize::MAX)
    };
    let fields = get(value, "fields").map(|fields| {
        let pair =
            |pair: JsValue| (count(&at(&pair, 0)), at(&pair, 1).as_string().unwrap_or_default());
        Array::from(&fields).iter().map(pair).collect()
    });
    Wanted {
        sheet: get(value, "sheet").and_then(|sheet| sheet.as_string()),
        heading: get(value, "heading").map(|rows| (count(&at(&rows, 0)), count(&at(&rows, 1)))),
        fields,
        is_kept,
    }
}

/// Bytes that were written and not taken yet.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<u8>>>);

impl Written {
    fn take(&self) -> JsValue {
        Uint8Array::from(mem::take(&mut *self.0.borrow_mut()).as_slice()).into()
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

enum Format {
    Csv(Csv),
    Xlsx(Box<(Xlsx, XlsxWriter<Written>)>),
}

/// A register on its way to its results.
#[wasm_bindgen(skip_typescript)]
pub struct RegisterRun {
    policy: Policy,
    calendar: Calendar,
    register: Register,
    reader: Reader,
    locale: Locale,
    format: Format,
    written: Written,
    totals: Totals,
}

#[wasm_bindgen]
impl RegisterRun {
    /// Opens a register.
    ///
    /// # Errors
    /// Where register or pack cannot be read, or the heading does not fit.
    #[wasm_bindgen(constructor)]
    pub fn new(
        bytes: Vec<u8>,
        pack: &[u8],
        wanted: &JsValue,
        format: &str,
        english: bool,
    ) -> Answer<RegisterRun> {
        let locale = locale(english);
        let policy = policy(pack, locale)?;
        let wanted = self::wanted(wanted, format == "xlsx");
        let opened = open(input(bytes), &policy, &wanted);
        let (register, reader) = opened.map_err(|not_opened| match not_opened {
            NotOpened::Unreadable(error) => unreadable(&error, locale),
            NotOpened::Heading(problems) => wrong_heading(&problems, locale),
            NotOpened::Empty => {
                Error::new(locale.pick("没有可计算的行", "there is no row to work on")).into()
            }
        })?;
        let calendar = pack::read_trusted(CALENDAR);
        let written = Written::default();
        let task = Task::new(&policy, &calendar, &register.heading, locale);
        let format = if wanted.is_kept {
            let xlsx = Xlsx::new(&task, &register);
            let writer = xlsx.begin(written.clone(), &task, &register);
            Format::Xlsx(Box::new((xlsx, writer.map_err(|error| unreadable(&error, locale))?)))
        } else {
            let separator = match &register.origin {
                Origin::Text { separator, .. } => *separator,
                Origin::Sheet(_) => b',',
            };
            let csv = Csv { separator, guard_formulas: true };
            let mut begun = written.0.borrow_mut();
            begun.extend("\u{feff}".as_bytes());
            begun.extend(csv.heading(&task));
            Format::Csv(csv)
        };
        let totals = Totals::default();
        Ok(RegisterRun { policy, calendar, register, reader, locale, format, written, totals })
    }

    /// The next rows, about so many at most.
    ///
    /// # Errors
    /// Where the register cannot be read any further.
    pub fn next(&mut self, most: usize) -> Answer<JsValue> {
        let locale = self.locale;
        let rows = self.reader.rows(most).map_err(|error| unreadable(&error, locale))?;
        let Some(rows) = rows else { return Ok(JsValue::UNDEFINED) };
        let task = Task::new(&self.policy, &self.calendar, &self.register.heading, locale);
        let chunk = task.evaluate(&rows).map_err(|problems| wrong_heading(&problems, locale))?;
        match &mut self.format {
            Format::Csv(csv) => self.written.0.borrow_mut().extend(csv.rows(&task, &rows, &chunk)),
            Format::Xlsx(both) => {
                let rows = both.0.rows(&task, &rows, &chunk);
                both.1.add(rows).map_err(|error| Error::new(&error.to_string()))?;
            }
        }
        let answer = answer(&rows, &chunk);
        let set = |key: &str, value: JsValue| Reflect::set(&answer, &key.into(), &value);
        set("position", number(self.reader.position()))?;
        set("written", self.written.take())?;
        self.totals.add(chunk.totals);
        Ok(answer.into())
    }

    /// The last bytes, and what is to be said.
    ///
    /// # Errors
    /// Where the result gets too large.
    pub fn finish(self) -> Answer<Object> {
        let RegisterRun { policy, calendar, register, locale, format, written, totals, .. } = self;
        let task = Task::new(&policy, &calendar, &register.heading, locale);
        let as_workbook = matches!(format, Format::Xlsx(_));
        if let Format::Xlsx(both) = format {
            let (xlsx, writer) = *both;
            writer.finish(&xlsx, &task).map_err(|error| Error::new(&error.to_string()))?;
        }
        let words = totals.words(&task, &register, as_workbook);
        Ok(object([
            ("written", written.take()),
            ("words", texts(words.iter().map(String::as_str))),
            ("rows", number(totals.rows)),
            ("bad", number(totals.bad)),
            ("blank", number(totals.blank)),
            ("incomplete", number(totals.incomplete)),
        ]))
    }
}

/// The number that stands for an eligibility, as in `evaluateColumns`; blank rows have one of their own.
fn code(result: &RowResult) -> u8 {
    match result {
        RowResult::Blank => 254,
        RowResult::Refused(_) => 255,
        RowResult::Done(done) => match done.eligibility {
            Eligibility::Undetermined => 0,
            Eligibility::Eligible => 1,
            Eligibility::Ineligible => 2,
            Eligibility::NotAssessed => 3,
        },
    }
}

fn answer(rows: &Rows, chunk: &Chunk) -> Object {
    let (amounts, values, missing) = (Array::new(), Array::new(), Array::new());
    let (cells, problems) = (Array::new(), Array::new());
    let mut numbers = Vec::new();
    for ((row, place), result) in rows.iter().zip(rows.numbers()).zip(&chunk.results) {
        numbers.push(u32::try_from(*place).unwrap_or(u32::MAX));
        cells.push(&row.cells().collect::<Vec<_>>().join(BETWEEN).into());
        let (mut own, mut lacks) = (Array::new(), Array::new());
        let mut amount = JsValue::NULL;
        match result {
            RowResult::Blank => {}
            RowResult::Refused(faults) => {
                for fault in faults {
                    problems.push(&object([
                        ("row", number(*place)),
                        ("column", fault.column.map_or(JsValue::UNDEFINED, number)),
                        ("field", (&*fault.field).into()),
                        ("message", (&*fault.message).into()),
                    ]));
                }
            }
            RowResult::Done(done) => {
                amount = done.amount.map_or(JsValue::NULL, |fen| yuan(fen).into());
                lacks.extend(done.missing.iter().map(|name| JsValue::from(&**name)));
                own.extend(done.values.iter().map(|value| match value {
                    None => JsValue::NULL,
                    Some(Plain::Text(text)) => (&**text).into(),
                    Some(Plain::Boolean(value)) => (*value).into(),
                }));
            }
        }
        amounts.push(&amount);
        values.push(&own);
        missing.push(&lacks);
    }
    let codes: Vec<u8> = chunk.results.iter().map(code).collect();
    object([
        ("numbers", Uint32Array::from(numbers.as_slice()).into()),
        ("eligibility", Uint8Array::from(codes.as_slice()).into()),
        ("amounts", amounts.into()),
        ("values", values.into()),
        ("missing", missing.into()),
        ("cells", cells.into()),
        ("problems", problems.into()),
    ])
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");
