//! What rows agree in.

use super::value::{Row, Value, key};

/// Keys, each with its place in the order in which they came. Lists: a map of its own is 2 kB of code.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// In the order in which they came.
    keys: Vec<String>,
    /// The place of each, in the order of the keys.
    sorted: Vec<usize>,
}

impl Places {
    /// The place of a key, which is a new one where the key is new.
    pub(super) fn of(&mut self, key: String) -> usize {
        match self.sorted.binary_search_by(|place| self.keys[*place].cmp(&key)) {
            Ok(at) => self.sorted[at],
            Err(at) => {
                let place = self.keys.len();
                self.sorted.insert(at, place);
                self.keys.push(key);
                place
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }
}

/// Adds to a key, with the length, so that no text passes for two. What is empty is alike; days are in their order.
pub(super) fn add_to_key(to: &mut String, value: Option<&Value>) {
    let part = value.map(key).unwrap_or_default();
    *to = format!("{to}{}:{part}", part.len());
}

/// Rows in the order in which they are taken: by the days in some columns, then as given.
pub(super) fn turns(rows: &[Row], order: &[usize]) -> Vec<usize> {
    let mut days = Places::default();
    let mut turns: Vec<Vec<usize>> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let mut key = String::new();
        for column in order {
            add_to_key(&mut key, row[*column].as_ref());
        }
        let turn = days.of(key);
        if turn == turns.len() {
            turns.push(Vec::new());
        }
        turns[turn].push(place);
    }
    days.sorted.into_iter().flat_map(|turn| core::mem::take(&mut turns[turn])).collect()
}
