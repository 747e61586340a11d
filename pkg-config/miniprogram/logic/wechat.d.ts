/** What WeChat has in the place of WebAssembly: it takes the path of a file in the package, and nothing else. */
declare const WXWebAssembly: { instantiate(path: string, imports: WebAssembly.Imports): Promise<unknown> } | undefined;
