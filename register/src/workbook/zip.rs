//! Writes a ZIP archive, part by part, to what cannot be gone back in.

use std::io::{self, Read, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

use super::archive::{Archive, Entry};
use crate::unreadable::Unreadable;

/// Names are UTF-8; sizes stand behind what they are of.
const FLAGS: u16 = 1 << 11 | 1 << 3;

/// The day that all parts are of, 1 January 1980: when a result was made is nobody's business.
const DAY: u32 = 0x0021_0000;

/// An archive that is being written.
pub(crate) struct Zip<W> {
    to: Counted<W>,
    entries: Vec<Written>,
}

struct Counted<W> {
    to: W,
    count: u64,
}

impl<W: Write> Write for Counted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let size = self.to.write(bytes)?;
        self.count += size as u64;
        Ok(size)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A part that was written.
struct Written {
    name: String,
    method: u16,
    crc: u32,
    packed: u32,
    unpacked: u32,
    header: u32,
}

/// A part that is being written.
pub(crate) struct Open {
    name: String,
    header: u64,
    crc: Crc,
    unpacked: u64,
    packed: u64,
    deflate: DeflateEncoder<Vec<u8>>,
}

fn small(size: u64) -> io::Result<u32> {
    u32::try_from(size).map_err(|_| io::Error::other("a workbook of more than 4 GB"))
}

impl<W: Write> Zip<W> {
    pub(crate) fn new(to: W) -> Zip<W> {
        Zip { to: Counted { to, count: 0 }, entries: Vec::new() }
    }

    /// Begins a part.
    pub(crate) fn begin(&mut self, name: &str) -> io::Result<Open> {
        let header = self.to.count;
        self.header(name, 8)?;
        let deflate = DeflateEncoder::new(Vec::new(), Compression::new(3));
        let name = name.to_owned();
        Ok(Open { name, header, crc: Crc::new(), unpacked: 0, packed: 0, deflate })
    }

    /// Adds to a part.
    pub(crate) fn add(&mut self, part: &mut Open, bytes: &[u8]) -> io::Result<()> {
        part.crc.update(bytes);
        part.unpacked += bytes.len() as u64;
        part.deflate.write_all(bytes)?;
        let packed = part.deflate.get_mut();
        part.packed += packed.len() as u64;
        self.to.write_all(packed)?;
        packed.clear();
        Ok(())
    }

    /// Ends a part.
    pub(crate) fn end(&mut self, part: Open) -> io::Result<()> {
        let rest = part.deflate.finish()?;
        self.to.write_all(&rest)?;
        let written = Written {
            name: part.name,
            method: 8,
            crc: part.crc.sum(),
            packed: small(part.packed + rest.len() as u64)?,
            unpacked: small(part.unpacked)?,
            header: small(part.header)?,
        };
        self.sizes(written)
    }

    /// Writes a part at once.
    pub(crate) fn whole(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut part = self.begin(name)?;
        self.add(&mut part, bytes)?;
        self.end(part)
    }

    /// Copies a part as it is packed.
    pub(crate) fn copy(&mut self, archive: &Archive, entry: &Entry) -> Result<(), Unreadable> {
        let header = small(self.to.count)?;
        let method = if entry.is_deflated { 8 } else { 0 };
        self.header(&entry.name, method)?;
        let copied = io::copy(&mut archive.packed(entry)?.take(entry.packed), &mut self.to)?;
        if copied != entry.packed {
            return Err(Unreadable::damaged(&entry.name));
        }
        let (packed, unpacked) = (small(entry.packed)?, small(entry.unpacked)?);
        let (name, crc) = (entry.name.clone(), entry.crc);
        Ok(self.sizes(Written { name, method, crc, packed, unpacked, header })?)
    }

    fn header(&mut self, name: &str, method: u16) -> io::Result<()> {
        let mut header = b"PK\x03\x04".to_vec();
        for number in [20, FLAGS, method] {
            header.extend(number.to_le_bytes());
        }
        header.extend(DAY.to_le_bytes());
        header.extend([0; 12]);
        header.extend(length(name).to_le_bytes());
        header.extend([0; 2]);
        header.extend(name.as_bytes());
        self.to.write_all(&header)
    }

    /// What stands behind a part.
    fn sizes(&mut self, written: Written) -> io::Result<()> {
        let mut sizes = b"PK\x07\x08".to_vec();
        for number in [written.crc, written.packed, written.unpacked] {
            sizes.extend(number.to_le_bytes());
        }
        self.entries.push(written);
        self.to.write_all(&sizes)
    }

    /// Writes the directory.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let start = self.to.count;
        let mut directory = Vec::new();
        for entry in &self.entries {
            directory.extend(b"PK\x01\x02");
            for number in [20, 20, FLAGS, entry.method] {
                directory.extend(number.to_le_bytes());
            }
            for number in [DAY, entry.crc, entry.packed, entry.unpacked] {
                directory.extend(number.to_le_bytes());
            }
            directory.extend(length(&entry.name).to_le_bytes());
            directory.extend([0; 12]);
            directory.extend(entry.header.to_le_bytes());
            directory.extend(entry.name.as_bytes());
        }
        let count = u16::try_from(self.entries.len()).unwrap_or(u16::MAX);
        let size = small(directory.len() as u64)?;
        directory.extend(b"PK\x05\x06\0\0\0\0");
        directory.extend(count.to_le_bytes());
        directory.extend(count.to_le_bytes());
        directory.extend(size.to_le_bytes());
        directory.extend(small(start)?.to_le_bytes());
        directory.extend([0; 2]);
        self.to.write_all(&directory)?;
        self.to.flush()
    }
}

fn length(name: &str) -> u16 {
    u16::try_from(name.len()).unwrap_or(u16::MAX)
}
