//! What the command needs of the machine: files, the standard streams, its own number. By itself it has the standard
//! library's; as WebAssembly it has those of Node, under the same names.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod node;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::*;
#[cfg(target_arch = "wasm32")]
pub(crate) use node::*;
