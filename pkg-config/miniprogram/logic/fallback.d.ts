/** The engine as JavaScript, which the packer puts beside the bundle. */
export default function instantiate(imports: WebAssembly.Imports): unknown;
