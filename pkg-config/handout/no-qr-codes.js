// In the place of qrcode-generator: what is opened from a file has no address that another device could open.
export default undefined;
