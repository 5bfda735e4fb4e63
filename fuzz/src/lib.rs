//! What the fuzz targets share: texts made of bytes, the invariants, and the files of the command line under test.

#[path = "../../tests/invariants/bytes.rs"]
mod bytes;
#[path = "../../tests/invariants/check.rs"]
pub mod check;
#[path = "../../tests/invariants/pieces.rs"]
pub mod pieces;

/// The parts of the command line that take what strangers wrote.
#[path = "../../src/cli"]
pub mod cli {
    pub mod arguments;
    pub mod encoding;
    pub mod html;
    pub mod input;
    pub mod line;
    pub mod page;
    mod segment;
    mod sourcing;
}

pub use bytes::{OF_PIECES, text};
