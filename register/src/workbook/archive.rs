//! The ZIP archive that a workbook is: its parts by name, each read as a stream, within limits.

use std::cell::RefCell;
use std::io::{self, BufReader, Read, SeekFrom};
use std::rc::Rc;

use flate2::Crc;
use flate2::read::DeflateDecoder;

use crate::Source;
use crate::unreadable::Unreadable;

/// No workbook is larger.
const MOST_BYTES: u64 = 200 << 20;

/// No workbook has more parts.
const MOST_ENTRIES: usize = 10_000;

/// No part unpacks to more.
const MOST_UNPACKED: u64 = 2 << 30;

/// No part of more than [`SMALL`] unpacks to so many times its size: sheets of equal rows reach some eighty.
const MOST_RATIO: u64 = 400;

const SMALL: u64 = 16 << 20;

type Shared = Rc<RefCell<Box<dyn Source>>>;

/// A part of the archive as its directory lists it.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) is_deflated: bool,
    pub(crate) crc: u32,
    pub(crate) packed: u64,
    pub(crate) unpacked: u64,
    header: u64,
}

/// An archive.
#[derive(Clone)]
pub(crate) struct Archive {
    source: Shared,
    entries: Rc<Vec<Entry>>,
}

fn number(bytes: &[u8], at: usize, length: usize) -> u64 {
    let bytes = bytes.get(at..at + length).unwrap_or_default();
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[allow(clippy::cast_possible_truncation, reason = "two bytes")]
fn length(bytes: &[u8], at: usize) -> usize {
    number(bytes, at, 2) as usize
}

impl Archive {
    pub(crate) fn open(mut source: Box<dyn Source>) -> Result<Archive, Unreadable> {
        let size = source.seek(SeekFrom::End(0))?;
        if size > MOST_BYTES {
            return Err(Unreadable::TooLarge);
        }
        let damaged = || Unreadable::damaged("ZIP");
        // The end of the directory stands at the end, before a comment.
        let last = size.min(22 + 65_535);
        source.seek(SeekFrom::Start(size - last))?;
        let mut end = Vec::new();
        source.read_to_end(&mut end)?;
        let at = end.windows(4).rposition(|four| four == b"PK\x05\x06").ok_or_else(damaged)?;
        let end = end.get(at..at + 22).ok_or_else(damaged)?;
        let count = length(end, 10);
        let (bytes, start) = (number(end, 12, 4), number(end, 16, 4));
        if count > MOST_ENTRIES {
            return Err(Unreadable::Bomb);
        }
        if start + bytes > size {
            return Err(damaged());
        }
        source.seek(SeekFrom::Start(start))?;
        let mut directory = Vec::new();
        source.by_ref().take(bytes).read_to_end(&mut directory)?;
        let mut entries = Vec::with_capacity(count);
        let mut rest = directory.as_slice();
        for _ in 0..count {
            let (name, extra, comment) = (length(rest, 28), length(rest, 30), length(rest, 32));
            let whole = 46 + name + extra + comment;
            if !rest.starts_with(b"PK\x01\x02") || rest.len() < whole {
                return Err(damaged());
            }
            if length(rest, 8) & 1 == 1 {
                return Err(Unreadable::Password);
            }
            let method = length(rest, 10);
            if method != 0 && method != 8 {
                return Err(damaged());
            }
            let entry = Entry {
                name: String::from_utf8_lossy(&rest[46..46 + name]).replace('\\', "/"),
                is_deflated: method == 8,
                crc: u32::try_from(number(rest, 16, 4)).unwrap_or_default(),
                packed: number(rest, 20, 4),
                unpacked: number(rest, 24, 4),
                header: number(rest, 42, 4),
            };
            if entry.unpacked > MOST_UNPACKED
                || (entry.unpacked > SMALL && entry.unpacked > MOST_RATIO * entry.packed)
            {
                return Err(Unreadable::Bomb);
            }
            entries.push(entry);
            rest = &rest[whole..];
        }
        Ok(Archive { source: Rc::new(RefCell::new(source)), entries: Rc::new(entries) })
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The part with this name, whatever its case.
    pub(crate) fn find(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a part as they are packed.
    pub(crate) fn packed(&self, entry: &Entry) -> Result<Packed, Unreadable> {
        let mut header = [0; 30];
        {
            let mut source = self.source.borrow_mut();
            source.seek(SeekFrom::Start(entry.header))?;
            if source.read_exact(&mut header).is_err() || !header.starts_with(b"PK\x03\x04") {
                return Err(Unreadable::damaged(&entry.name));
            }
        }
        let at = entry.header + 30 + (length(&header, 26) + length(&header, 28)) as u64;
        Ok(Packed { source: Rc::clone(&self.source), at, left: entry.packed })
    }

    /// A part, unpacked as it is read.
    pub(crate) fn part(&self, entry: &Entry) -> Result<Part, Unreadable> {
        let packed = BufReader::with_capacity(1 << 16, self.packed(entry)?);
        let bytes = if entry.is_deflated {
            Bytes::Deflated(Box::new(DeflateDecoder::new(packed)))
        } else {
            Bytes::Plain(packed)
        };
        Ok(Part { bytes, left: entry.unpacked, crc: Crc::new(), expected: entry.crc })
    }

    /// A part as a whole, which may have so many bytes.
    pub(crate) fn whole(&self, entry: &Entry, most: u64) -> Result<Vec<u8>, Unreadable> {
        if entry.unpacked > most {
            return Err(Unreadable::Bomb);
        }
        let mut whole = Vec::new();
        let read = self.part(entry)?.read_to_end(&mut whole);
        read.map_err(|_| Unreadable::damaged(&entry.name))?;
        Ok(whole)
    }
}

/// Bytes of a part as they are packed.
pub(crate) struct Packed {
    source: Shared,
    at: u64,
    left: u64,
}

impl Read for Packed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
        let mut source = self.source.borrow_mut();
        source.seek(SeekFrom::Start(self.at))?;
        let size = source.read(&mut bytes[..most])?;
        self.at += size as u64;
        self.left -= size as u64;
        Ok(size)
    }
}

enum Bytes {
    Plain(BufReader<Packed>),
    Deflated(Box<DeflateDecoder<BufReader<Packed>>>),
}

/// A part, unpacked as it is read. One that is not what the directory says is an error.
pub(crate) struct Part {
    bytes: Bytes,
    left: u64,
    crc: Crc,
    expected: u32,
}

impl Read for Part {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let size = match &mut self.bytes {
            Bytes::Plain(plain) => plain.read(bytes),
            Bytes::Deflated(deflated) => deflated.read(bytes),
        }?;
        self.crc.update(&bytes[..size]);
        let left = self.left.checked_sub(size as u64);
        self.left = left.ok_or_else(|| io::Error::other("longer than it says"))?;
        if size == 0 && !bytes.is_empty() && (self.left > 0 || self.crc.sum() != self.expected) {
            return Err(io::Error::other("not what it says"));
        }
        Ok(size)
    }
}
