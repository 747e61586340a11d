//! The XML of a part, element by element, without a tree.

use std::io::{self, BufRead, BufReader, Read};
use std::mem;

use quick_xml::Reader;
use quick_xml::escape::unescape;
pub(crate) use quick_xml::events::{BytesStart, Event};

use crate::unreadable::Unreadable;

/// No tag and no text between two tags is longer.
const MOST_BYTES: usize = 4 << 20;

/// A part that is being read.
pub(crate) struct Xml<R> {
    reader: Reader<Recorder<R>>,
    buffer: Vec<u8>,
    /// The name of the part.
    name: String,
}

impl<R: Read> Xml<R> {
    pub(crate) fn new(name: &str, source: R) -> Xml<R> {
        let source = BufReader::with_capacity(1 << 16, source);
        let mut reader = Reader::from_reader(Recorder { source, since: 0, kept: None });
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new(), name: name.to_owned() }
    }

    /// The next event; an empty element is a start and an end.
    pub(crate) fn next(&mut self) -> Result<Event<'_>, Unreadable> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        let event = self.reader.read_event_into(&mut self.buffer);
        event.map_err(|_| Unreadable::damaged(&self.name))
    }

    /// From now on keeps the bytes that are read.
    pub(crate) fn keep(&mut self) {
        self.reader.get_mut().kept = Some(Vec::new());
    }

    /// How many bytes are kept.
    pub(crate) fn kept(&self) -> usize {
        self.reader.get_ref().kept.as_ref().map_or(0, Vec::len)
    }

    /// The bytes that were kept, which are kept no longer.
    pub(crate) fn take_kept(&mut self) -> Vec<u8> {
        self.reader.get_mut().kept.as_mut().map(mem::take).unwrap_or_default()
    }

    pub(crate) fn damaged(&self) -> Unreadable {
        Unreadable::damaged(&self.name)
    }
}

/// Bytes on their way, of which a copy can be kept.
struct Recorder<R> {
    source: BufReader<R>,
    /// Bytes since the last event.
    since: usize,
    kept: Option<Vec<u8>>,
}

impl<R: Read> Read for Recorder<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let size = self.fill_buf()?.read(bytes)?;
        self.consume(size);
        Ok(size)
    }
}

impl<R: Read> BufRead for Recorder<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since > MOST_BYTES {
            return Err(io::Error::other("a piece without end"));
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, size: usize) {
        self.since += size;
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(&self.source.buffer()[..size]);
        }
        self.source.consume(size);
    }
}

/// An attribute by its name, whatever its prefix.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten();
    let mut found = found.filter(|one| one.key.local_name().into_inner() == name);
    found.next().map(|one| unescape(&one.value).map_or_else(|_| one.value.to_string(), Into::into))
}

/// Whether an attribute says yes.
pub(crate) fn is_set(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| value == "1" || value == "true")
}

/// Adds the text of an event; false where it is none.
pub(crate) fn add_text(event: &Event<'_>, text: &mut String) -> bool {
    match event {
        Event::Text(one) => text.push_str(&one.xml10_content()),
        Event::CData(one) => text.push_str(&one.xml10_content()),
        Event::GeneralRef(one) => match (one.resolve_char_ref(), one.xml10_content().as_ref()) {
            (Ok(Some(character)), _) => text.push(character),
            (_, "lt") => text.push('<'),
            (_, "gt") => text.push('>'),
            (_, "amp") => text.push('&'),
            (_, "quot") => text.push('"'),
            (_, "apos") => text.push('\''),
            _ => {}
        },
        _ => return false,
    }
    true
}
