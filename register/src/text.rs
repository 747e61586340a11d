//! The text of a register, whichever way it was saved: UTF-8, UTF-16 or, as spreadsheets do in China, GB 18030.
//! It is read as the page reads files, but piece by piece, and where the page shows a replacement this is an error.

use std::io::{self, Cursor, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::Source;
use crate::unreadable::Unreadable;

/// Bytes that are read at a time.
const BLOCK: usize = 1 << 16;

/// How much of what can be read only once is looked at to find out its encoding.
const SAMPLE: usize = 1 << 20;

/// Text that comes out of bytes, block by block.
pub(crate) struct Text {
    source: Box<dyn Read>,
    decoder: Decoder,
    block: Vec<u8>,
    state: State,
    /// How many bytes were read.
    pub(crate) position: usize,
    pub(crate) kind: TextKind,
}

#[derive(PartialEq)]
enum State {
    Start,
    Going,
    /// Bytes came that mean nothing.
    Broken,
    Ended,
}

/// How a text was saved.
pub(crate) struct TextKind {
    pub(crate) encoding: &'static Encoding,
    /// Whether it began with a byte-order mark. Known from the first block on.
    pub(crate) is_marked: bool,
    /// Whether all of it is ASCII: then nothing says how the program that saved it saves other characters.
    pub(crate) is_ascii: bool,
    /// The line from which on it is not UTF-8.
    not_utf_8: usize,
}

impl TextKind {
    fn new(encoding: &'static Encoding) -> TextKind {
        TextKind { encoding, is_marked: false, is_ascii: false, not_utf_8: 0 }
    }
}

impl Text {
    /// What can be read twice: all of it tells the encoding.
    pub(crate) fn seekable(mut source: Box<dyn Source>) -> Result<Text, Unreadable> {
        let kind = kind_of(&mut source, true)?;
        source.rewind()?;
        Ok(Text::new(Box::new(source), kind))
    }

    /// What can be read only once: its beginning tells the encoding.
    pub(crate) fn once(mut source: Box<dyn Read>) -> Result<Text, Unreadable> {
        let mut sample = Vec::new();
        source.by_ref().take(SAMPLE as u64).read_to_end(&mut sample)?;
        let mut kind = kind_of(&mut sample.as_slice(), sample.len() < SAMPLE)?;
        // A program writes it, and may go on with other characters.
        kind.is_ascii = false;
        Ok(Text::new(Box::new(Cursor::new(sample).chain(source)), kind))
    }

    fn new(source: Box<dyn Read>, kind: TextKind) -> Text {
        let decoder = kind.encoding.new_decoder_without_bom_handling();
        Text { source, decoder, block: vec![0; BLOCK], state: State::Start, position: 0, kind }
    }

    /// Adds the next block to `text`; false where there is none.
    pub(crate) fn read(&mut self, text: &mut String) -> Result<bool, Unreadable> {
        match self.state {
            State::Broken if self.kind.not_utf_8 > 0 => {
                return Err(Unreadable::NoKnownEncoding(self.kind.not_utf_8, 0));
            }
            State::Broken => return Err(Unreadable::Encoding(self.kind.encoding, 0)),
            State::Ended => return Ok(false),
            State::Start | State::Going => {}
        }
        let size = loop {
            match self.source.read(&mut self.block) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                size => break size?,
            }
        };
        self.position += size;
        let bytes = &self.block[..size];
        let before = text.len();
        // Room for all of it, so that the decoder never stops for want of it.
        text.reserve(self.decoder.max_utf8_buffer_length_without_replacement(size).unwrap_or(0));
        let (result, _) = self.decoder.decode_to_string_without_replacement(bytes, text, size == 0);
        if self.state == State::Start && text.len() > before {
            self.state = State::Going;
            if text[before..].starts_with('\u{feff}') {
                self.kind.is_marked = true;
                text.remove(before);
            }
        }
        match result {
            DecoderResult::Malformed(..) => self.state = State::Broken,
            _ if size == 0 => self.state = State::Ended,
            _ => {}
        }
        Ok(true)
    }
}

/// Finds out how a text was saved: by its byte-order mark; by its zeros, as UTF-16 has them; as UTF-8 where all of it is;
/// and otherwise GB 18030. `is_whole` where the source does not break off in the middle.
fn kind_of(source: &mut impl Read, is_whole: bool) -> Result<TextKind, Unreadable> {
    let mut bytes = Vec::with_capacity(2 * BLOCK);
    let (mut is_first, mut is_ascii, mut lines) = (true, is_whole, Lines::default());
    loop {
        let size = source.by_ref().take(BLOCK as u64).read_to_end(&mut bytes)?;
        if is_first {
            is_first = false;
            if let Some(encoding) = utf_16(&bytes) {
                return Ok(TextKind::new(encoding));
            }
        }
        is_ascii &= bytes.is_ascii();
        let valid = Encoding::utf8_valid_up_to(&bytes);
        // The last character may go on in the next block, or beyond the sample.
        let may_go_on = bytes.len() - valid < 4 && (size > 0 || !is_whole);
        if valid < bytes.len() && !may_go_on {
            lines.count(&bytes[..valid]);
            return Ok(TextKind { not_utf_8: lines.number(), ..TextKind::new(GB18030) });
        }
        if size == 0 {
            return Ok(TextKind { is_ascii, ..TextKind::new(UTF_8) });
        }
        lines.count(&bytes[..valid]);
        bytes.drain(..valid);
    }
}

/// Lines that end with a line feed, a carriage return, or both.
#[derive(Default)]
struct Lines {
    feeds: usize,
    returns: usize,
}

impl Lines {
    fn count(&mut self, bytes: &[u8]) {
        let count =
            |wanted: u8| bytes.iter().map(|byte| usize::from(*byte == wanted)).sum::<usize>();
        self.feeds += count(b'\n');
        self.returns += count(b'\r');
    }

    /// Of the line that is reached, from 1.
    fn number(&self) -> usize {
        self.feeds.max(self.returns) + 1
    }
}

/// UTF-16 by its mark, or because only every other byte is ever zero, and not too seldom: separators and figures are.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let zeros =
        |first: usize| bytes.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let enough = bytes.len().div_ceil(20);
    match (zeros(0), zeros(1)) {
        (0, odd) if odd >= enough && odd > 0 => Some(UTF_16LE),
        (even, 0) if even >= enough && even > 0 => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes out of bytes that arrive a few at a time, and the encoding.
    fn read(bytes: &[u8]) -> Result<(String, &'static Encoding), &'static str> {
        let kind = kind_of(&mut &bytes[..], true).map_err(|_| "no text")?;
        let encoding = kind.encoding;
        let mut text = Text::new(Box::new(Cursor::new(bytes.to_vec())), kind);
        text.block = vec![0; 3];
        let mut all = String::new();
        while text.read(&mut all).map_err(|_| "malformed")? {}
        Ok((all, encoding))
    }

    #[test]
    fn a_text_reads_alike_however_it_was_saved() {
        let plain = "单位名称,insuredAtEnd\n稳岗𠮷公司,97\n";
        let utf_16 = |bytes_of: fn(u16) -> [u8; 2]| plain.encode_utf16().flat_map(bytes_of);
        let little: Vec<u8> = utf_16(u16::to_le_bytes).collect();
        let big: Vec<u8> = utf_16(u16::to_be_bytes).collect();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for (bytes, encoding) in [
            (plain.as_bytes().to_vec(), UTF_8),
            (marked(&[0xef, 0xbb, 0xbf], plain.as_bytes()), UTF_8),
            (GB18030.encode(plain).0.into_owned(), GB18030),
            (marked(&[0xff, 0xfe], &little), UTF_16LE),
            (marked(&[0xfe, 0xff], &big), UTF_16BE),
            (little, UTF_16LE),
            (big, UTF_16BE),
        ] {
            assert_eq!(read(&bytes), Ok((plain.to_owned(), encoding)), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_in_any_encoding_is_refused() {
        assert_eq!(read(b"a,b\n\xff\xff\n"), Err("malformed"));
        assert_eq!(read(&[0xff, 0xfe, b'a', 0, b'b']), Err("malformed"));
    }

    #[test]
    fn a_character_may_be_cut_in_two_by_the_end_of_a_sample() {
        let cut = &"参保".as_bytes()[..5];
        assert_eq!(kind_of(&mut &cut[..], false).ok().map(|kind| kind.encoding), Some(UTF_8));
        assert_eq!(kind_of(&mut &cut[..], true).ok().map(|kind| kind.encoding), Some(GB18030));
    }
}
