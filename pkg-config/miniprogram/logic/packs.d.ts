declare module "*/packs/index.js" {
  /** The policies of the package, as the packer puts them beside the bundle. */
  export const catalogue: { policies: import("wengang").CatalogueEntry[] };
  /** What reads each pack, as base64, by the name of its file. */
  export const packs: Record<string, () => string>;
}
