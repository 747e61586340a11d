/** The name of the section of a module that holds policies. */
export const SECTION = "wengang";
