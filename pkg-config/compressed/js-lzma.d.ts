declare module "js-lzma" {
  export function decompressFile(
    input: { readByte: () => number | undefined },
    output: { writeByte: (byte: number) => void },
  ): unknown;
}
