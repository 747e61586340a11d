//! The heading row: which column is which field. A column that is nearly a field is a mistake; one that is something
//! else, a firm's name, stays beside the results.

use wengang::{Input, Kind, Locale, Policy, Problem, ProblemCode, Text, read_number};

/// From this likeness on, of 1, a name is taken for a field's name misspelt.
const NEARLY: f64 = 0.8;

/// The longest name, in characters, that may be a field's misspelt.
const LONGEST_NAME: usize = 80;

/// So many columns a spreadsheet has at most.
const MOST_COLUMNS: usize = 16_384;

/// What people add to a heading in brackets, other than a unit; folded.
const ADDITIONS: [&str; 12] = [
    "必填",
    "选填",
    "可不填",
    "是/否",
    "是或否",
    "年月日",
    "required",
    "optional",
    "yes/no",
    "y/n",
    "yyyymmdd",
    "yyyy/mm/dd",
];

/// The columns of a register.
pub struct Heading {
    /// What each is called.
    names: Vec<String>,
    /// The fields among them.
    fields: Vec<Field>,
    /// The columns that stay: all but the results of an earlier run.
    kept: Vec<usize>,
    /// Those of them that are no field.
    others: Vec<usize>,
}

/// A column that is a field of the policy.
pub struct Field {
    /// Its place among the columns.
    pub column: usize,
    /// Index among the policy's inputs.
    pub input: usize,
    /// The unit that the heading gives to figures, where it is not the field's own.
    pub unit: Option<String>,
}

/// What a heading turns out to be.
enum Found {
    Field(usize, Option<String>),
    /// A field whose name is followed by something else in brackets.
    WrongUnit(usize),
    Several,
    Nothing,
}

impl Heading {
    /// Reads the heading row. `added` are the names of the columns to come, and what else they may have been called in
    /// an earlier run.
    pub(crate) fn read(
        policy: &Policy,
        names: Vec<String>,
        added: &Added,
    ) -> Result<Heading, Vec<Problem>> {
        if names.len() > MOST_COLUMNS {
            return Err(vec![problem("", ProblemCode::UnknownField, TOO_MANY)]);
        }
        let earlier = added.all().find_map(|added| earlier_results(&names, added));
        let earlier = earlier.unwrap_or_default();
        let kept: Vec<usize> =
            (0..names.len()).filter(|column| !earlier.contains(column)).collect();
        let (mut fields, mut others) = (Vec::<Field>::new(), Vec::new());
        let mut problems = Vec::new();
        let mut unclear = Vec::new();
        let known = Names::of(policy);
        for &column in &kept {
            let name = &names[column];
            match known.find(name) {
                Found::Field(input, unit) => {
                    if matches!(policy.inputs[input].kind, Kind::Table(_)) {
                        problems.push(problem(name, ProblemCode::WrongType, TABLE));
                    } else if let Some(first) = fields.iter().find(|field| field.input == input) {
                        problems.push(twice(&names[first.column], name));
                    } else {
                        fields.push(Field { column, input, unit });
                    }
                }
                Found::Several => problems.push(problem(name, ProblemCode::UnknownField, SEVERAL)),
                found => unclear.push((column, found)),
            }
        }
        for (column, found) in unclear {
            let name = &names[column];
            let is_open = |input: usize| fields.iter().all(|field| field.input != input);
            match (found, known.nearest(name)) {
                _ if added.ids.iter().any(|added| added == name.trim()) => {
                    problems.push(problem(name, ProblemCode::UnknownField, TAKEN));
                }
                (Found::WrongUnit(input), _) if is_open(input) => {
                    problems.push(wrong_unit(name, &policy.inputs[input]));
                }
                (_, Some((input, similar))) if is_open(input) => {
                    problems.push(misspelt(name, similar));
                }
                _ => others.push(column),
            }
        }
        if problems.is_empty() && fields.is_empty() {
            problems.push(nothing_known(policy, &names));
        }
        if problems.is_empty() {
            Ok(Heading { names, fields, kept, others })
        } else {
            Err(problems)
        }
    }

    /// With the fields that somebody has chosen: columns, and ids of inputs.
    pub(crate) fn chosen(
        policy: &Policy,
        names: Vec<String>,
        added: &Added,
        chosen: &[(usize, String)],
    ) -> Result<Heading, Vec<Problem>> {
        let earlier = added.all().find_map(|added| earlier_results(&names, added));
        let earlier = earlier.unwrap_or_default();
        let kept: Vec<usize> =
            (0..names.len()).filter(|column| !earlier.contains(column)).collect();
        let known = Names::of(policy);
        let mut fields = Vec::<Field>::new();
        let mut problems = Vec::new();
        for (column, id) in chosen {
            let name = names.get(*column).map_or("", String::as_str);
            let Some(input) = policy.input(id).filter(|_| kept.contains(column)) else {
                problems.push(problem(name, ProblemCode::UnknownField, NOT_CHOSEN));
                continue;
            };
            if matches!(policy.inputs[input].kind, Kind::Table(_)) {
                problems.push(problem(name, ProblemCode::WrongType, TABLE));
            } else if let Some(first) = fields.iter().find(|field| field.input == input) {
                problems.push(twice(&names[first.column], name));
            } else if fields.iter().any(|field| field.column == *column) {
                problems.push(problem(name, ProblemCode::UnknownField, SEVERAL));
            } else {
                let unit = match known.find(name) {
                    Found::Field(own, unit) if own == input => unit,
                    _ => match with_brackets(policy, input, name) {
                        Found::Field(_, unit) => unit,
                        _ => None,
                    },
                };
                fields.push(Field { column: *column, input, unit });
            }
        }
        if problems.is_empty() && fields.is_empty() {
            problems.push(nothing_known(policy, &names));
        }
        let is_field = |column: &usize| fields.iter().any(|field| field.column == *column);
        let others = kept.iter().copied().filter(|column| !is_field(column)).collect();
        if problems.is_empty() {
            Ok(Heading { names, fields, kept, others })
        } else {
            Err(problems)
        }
    }

    /// How many columns there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// The columns that are fields.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The columns that stay: all but the results of an earlier run.
    pub fn kept(&self) -> &[usize] {
        &self.kept
    }

    /// The column of a field, by its id.
    pub(crate) fn column_of(&self, policy: &Policy, id: &str) -> Option<usize> {
        let is_it = |field: &&Field| policy.inputs[field.input].id() == id;
        self.fields.iter().find(is_it).map(|field| field.column)
    }

    /// What a column is called.
    pub fn name(&self, column: usize) -> &str {
        &self.names[column]
    }

    /// What a field is called here; by its id where there is no column for it.
    pub(crate) fn name_of<'a>(&'a self, policy: &Policy, id: &'a str) -> &'a str {
        self.column_of(policy, id).map_or(id, |column| self.name(column).trim())
    }

    /// Names of the columns that are no field.
    pub fn others(&self) -> Vec<&str> {
        let names = self.others.iter().map(|column| self.name(*column).trim());
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The first column of the results of an earlier run, where they are the last columns.
    pub(crate) fn earlier_results(&self) -> Option<usize> {
        let first = (0..self.len()).find(|column| !self.kept.contains(column))?;
        self.kept.iter().all(|column| *column < first).then_some(first)
    }

    /// Whether there were results of an earlier run.
    pub fn has_earlier_results(&self) -> bool {
        self.kept.len() < self.len()
    }
}

/// The names of the columns that are added.
pub(crate) struct Added {
    /// As programs know them.
    pub(crate) ids: Vec<String>,
    /// As readers know them, in each language.
    pub(crate) words: [Vec<String>; 2],
}

impl Added {
    fn all(&self) -> impl Iterator<Item = &Vec<String>> {
        [&self.ids].into_iter().chain(&self.words)
    }
}

/// The columns that an earlier run of this policy added: they come in one piece.
fn earlier_results(names: &[String], added: &[String]) -> Option<Vec<usize>> {
    let is = |column: usize, name: &String| names.get(column).is_some_and(|own| own == name);
    let [first, second, .., last] = added else { return None };
    let start = (0..names.len()).find(|column| is(*column, first) && is(column + 1, second))?;
    let end = (start..names.len()).find(|column| is(*column, last))?;
    (start..=end).all(|column| added.contains(&names[column])).then(|| (start..=end).collect())
}

/// What the fields are called, folded.
pub(crate) struct Names<'p> {
    policy: &'p Policy,
    folded: Vec<(usize, &'p str, String)>,
}

impl<'p> Names<'p> {
    pub(crate) fn of(policy: &'p Policy) -> Names<'p> {
        let inputs = policy.inputs.iter().enumerate();
        let names = inputs.flat_map(|(index, input)| {
            let names = [input.id()].into_iter().chain(input.names());
            names.map(move |name| (index, name, fold(name)))
        });
        Names { policy, folded: names.collect() }
    }

    /// Whether a field is called so.
    pub(crate) fn knows(&self, name: &str) -> bool {
        matches!(self.find(name), Found::Field(..))
    }

    /// The id of the field that is called so.
    pub(crate) fn id_of(&self, name: &str) -> Option<&'p str> {
        match self.find(name) {
            Found::Field(input, _) => Some(self.policy.inputs[input].id()),
            _ => None,
        }
    }

    fn find(&self, name: &str) -> Found {
        let plain = fold(name);
        match (self.called(&plain), without_brackets(&plain)) {
            (Found::Nothing, Some((base, inside))) => match self.called(base) {
                Found::Field(input, _) => with_addition(self.policy, input, inside),
                found => found,
            },
            (found, _) => found,
        }
    }

    /// The field with this folded name.
    fn called(&self, plain: &str) -> Found {
        let mut inputs = self.folded.iter().filter(|known| known.2 == plain).map(|known| known.0);
        match inputs.next() {
            Some(first) if inputs.all(|other| other == first) => Found::Field(first, None),
            Some(_) => Found::Several,
            None => Found::Nothing,
        }
    }

    /// The field's name that a name is most like, if it is like enough.
    fn nearest(&self, name: &str) -> Option<(usize, &'p str)> {
        if name.chars().count() > LONGEST_NAME {
            return None;
        }
        let plain = fold(name);
        let plain = without_brackets(&plain).map_or(plain.as_str(), |(base, _)| base);
        let likeness = |known: &str| strsim::normalized_damerau_levenshtein(plain, known);
        self.folded
            .iter()
            .filter(|known| !matches!(self.policy.inputs[known.0].kind, Kind::Table(_)))
            .map(|known| (likeness(&known.2), (known.0, known.1)))
            .filter(|(likeness, _)| *likeness >= NEARLY)
            .max_by(|left, right| left.0.total_cmp(&right.0))
            .map(|(_, known)| known)
    }
}

/// An input whose name is followed by something in brackets: the unit of its figures, or what else people add.
fn with_addition(policy: &Policy, index: usize, inside: &str) -> Found {
    let input = &policy.inputs[index];
    let inside = inside.strip_prefix("单位").or(inside.strip_prefix("unit")).unwrap_or(inside);
    if ADDITIONS.contains(&inside) {
        return Found::Field(index, None);
    }
    match input.kind {
        Kind::Percentage if inside == "%" => Found::Field(index, Some(inside.to_owned())),
        Kind::Count | Kind::Money | Kind::Number
            if !inside.contains(|character: char| character.is_ascii_digit()) =>
        {
            let one = |unit: &str| read_number(&format!("1{unit}"), input.unit());
            match one(inside) {
                None => Found::WrongUnit(index),
                read if read == one("") => Found::Field(index, None),
                _ => Found::Field(index, Some(inside.to_owned())),
            }
        }
        _ => Found::WrongUnit(index),
    }
}

/// What the brackets at the end of a name say of an input.
fn with_brackets(policy: &Policy, input: usize, name: &str) -> Found {
    match without_brackets(&fold(name)) {
        Some((_, inside)) => with_addition(policy, input, inside),
        None => Found::Nothing,
    }
}

/// A folded name and what stands in brackets at its end.
fn without_brackets(plain: &str) -> Option<(&str, &str)> {
    plain.strip_suffix(')')?.rsplit_once('(')
}

/// A name without what does not tell names apart: width, case, spaces, marks.
fn fold(name: &str) -> String {
    let bracket = |character: char| match character {
        '【' | '〔' | '[' => '(',
        '】' | '〕' | ']' => ')',
        other => other,
    };
    let is_mark = |character: &char| {
        character.is_whitespace() || "*:?_-'\"‘’“”\u{200b}\u{feff}".contains(*character)
    };
    name.chars()
        .map(wengang::narrow)
        .map(bracket)
        .filter(|character| !is_mark(character))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A name as messages quote it.
fn shortened(name: &str) -> String {
    let mut short: String = name.trim().chars().take(40).collect();
    if short.len() < name.trim().len() {
        short.push('…');
    }
    short
}

const TOO_MANY: (&str, &str) =
    ("列数超过 16,384，不像是名册", "more than 16,384 columns, which no register has");
const NOT_CHOSEN: (&str, &str) =
    ("没有这一列或这一项", "there is no such column, or no such field");
const TABLE: (&str, &str) = ("表格不能按列填写", "a table cannot be given as a column");
const SEVERAL: (&str, &str) =
    ("有几项都叫这个名称，请写编号", "several fields are called this; write the id");
const TAKEN: (&str, &str) = (
    "结果里有同名的列，请改个名称或删去这一列",
    "a column of the results has this name; rename or remove it",
);

fn problem(name: &str, code: ProblemCode, (chinese, english): (&str, &str)) -> Problem {
    let name = shortened(name);
    let message =
        Text::new(format!("首行“{name}”：{chinese}"), format!("heading “{name}”: {english}"));
    Problem::new(&name, code, message)
}

fn misspelt(name: &str, similar: &str) -> Problem {
    problem(
        name,
        ProblemCode::UnknownField,
        (
            &format!("没有这个名称，是否想写“{similar}”？若是别的列，请改个名称或删去"),
            &format!(
                "no field is called this; did you mean “{similar}”? If it is something else, rename or remove it"
            ),
        ),
    )
}

fn wrong_unit(name: &str, input: &Input) -> Problem {
    let unit = |locale| input.unit().label(locale);
    let (chinese, english) = (unit(Locale::Chinese), unit(Locale::English));
    if chinese.is_empty() {
        return misspelt(name, input.label(Locale::Chinese));
    }
    problem(
        name,
        ProblemCode::UnknownField,
        (
            &format!("括号里的字看不明白，这一项以{chinese}为单位"),
            &format!("what stands in brackets is not understood; this field is in {english}"),
        ),
    )
}

fn twice(first: &str, second: &str) -> Problem {
    let first = shortened(first);
    problem(
        second,
        ProblemCode::UnknownField,
        (
            &format!("与“{first}”是同一项，只能留一列"),
            &format!("it is the same field as “{first}”; keep one of them"),
        ),
    )
}

fn nothing_known(policy: &Policy, names: &[String]) -> Problem {
    let some = names.iter().map(|name| name.trim()).find(|name| !name.is_empty());
    let (id, label) = policy
        .inputs
        .first()
        .map_or(("", ""), |input| (input.id(), input.names().nth(2).unwrap_or_default()));
    problem(
        some.unwrap_or_default(),
        ProblemCode::UnknownField,
        (
            &format!("这一行没有一列是这项政策的项目；应写编号或名称，如“{id}”或“{label}”"),
            &format!(
                "no heading is a field of this policy; write ids or names, such as “{id}” or “{label}”"
            ),
        ),
    )
}
