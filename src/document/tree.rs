//! The neutral tree that a policy is read from, whether it came as TOML, as JSON or embedded.

use super::fingerprint::Parts;

/// One value of a policy document.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What is written.
    pub content: Content,
    /// Bytes of the policy file that hold it; for text without escapes, exactly its characters.
    pub span: Option<(usize, usize)>,
    /// Bytes of the key that it stands under.
    pub key: Option<(usize, usize)>,
}

/// The kinds of value that a policy document may hold. There is no floating-point number among them:
/// figures are written as text with their unit, `"5.5%"`, `"300元/人/月"`.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text; dates too.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// true or false.
    Boolean(bool),
    /// A list.
    List(Vec<Node>),
    /// Keys in the order written.
    Table(Vec<(String, Node)>),
}

impl From<Content> for Node {
    /// The node that holds this content, from nowhere in particular.
    fn from(content: Content) -> Node {
        Node { content, span: None, key: None }
    }
}

impl Node {
    /// What stands under this key, where this is a table that has it.
    pub fn entry(&self, key: &str) -> Option<&Node> {
        match &self.content {
            Content::Table(entries) => {
                entries.iter().find(|entry| entry.0 == key).map(|entry| &entry.1)
            }
            _ => None,
        }
    }

    /// The node as it stands in a text that begins this many bytes later.
    #[cfg(feature = "authoring")]
    pub(crate) fn moved(self, by: usize) -> Node {
        let moved = |span: Option<(usize, usize)>| span.map(|(from, to)| (from + by, to + by));
        let content = match self.content {
            Content::List(items) => {
                Content::List(items.into_iter().map(|item| item.moved(by)).collect())
            }
            Content::Table(entries) => {
                let entries = entries.into_iter().map(|(key, node)| (key, node.moved(by)));
                Content::Table(entries.collect())
            }
            other => other,
        };
        Node { content, span: moved(self.span), key: moved(self.key) }
    }

    /// A short text that differs where what is written differs; keys in another order and positions do not count.
    pub(crate) fn fingerprint(&self) -> String {
        let mut parts = Parts::default();
        self.feed(&mut parts);
        parts.fingerprint()
    }

    fn feed(&self, parts: &mut Parts) {
        match &self.content {
            Content::Text(text) => parts.add(b't', text.as_bytes()),
            Content::Integer(number) => parts.add(b'i', &number.to_le_bytes()),
            Content::Boolean(value) => parts.add(b'b', &[u8::from(*value)]),
            Content::List(items) => {
                parts.add(b'l', &(items.len() as u64).to_le_bytes());
                for item in items {
                    item.feed(parts);
                }
            }
            Content::Table(entries) => {
                let mut entries: Vec<_> = entries.iter().collect();
                entries.sort_by_key(|entry| &entry.0);
                parts.add(b'k', &(entries.len() as u64).to_le_bytes());
                for (key, node) in entries {
                    parts.add(b't', key.as_bytes());
                    node.feed(parts);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(entries: &[(&str, &str)]) -> Node {
        let text = |text: &str| Node::from(Content::Text(text.to_owned()));
        let entries = entries.iter().map(|(key, value)| ((*key).to_owned(), text(value)));
        Content::Table(entries.collect()).into()
    }

    #[test]
    fn a_fingerprint_tells_contents_apart_but_not_layouts() {
        let policy = table(&[("id", "a"), ("title", "b")]);
        assert_eq!(policy.fingerprint(), table(&[("title", "b"), ("id", "a")]).fingerprint());
        let moved = Node { span: Some((3, 9)), ..policy.clone() };
        assert_eq!(policy.fingerprint(), moved.fingerprint());
        for other in
            [&[("id", "b"), ("title", "a")][..], &[("id", "ab"), ("title", "")], &[("id", "a")]]
        {
            assert_ne!(policy.fingerprint(), table(other).fingerprint());
        }
    }
}
